import type { LanguageTag } from './language.ts';
import type { BlockId, Text } from './text.ts';

/** A form in which a document is held. `key` is local to the document: "s1" scan, "t-ru" transcription, "t-en-1" translation. */
export type Rendition = Facsimile | Transcription | Translation;

interface RenditionBase {
  readonly key: string;
  /** The original file it came from, by digest (`sha256:…`), and what it is called there. */
  readonly file?: { readonly digest: string; readonly name: string; readonly mediaType: string };
  /** OCR, PDF text: engine and model. Absent: given, or made by a person. */
  readonly madeBy?: MadeBy;
  readonly rightsWords?: string;
}

export interface MadeBy {
  readonly engine: string;
  readonly model?: string;
  readonly fromDigest?: string;
}

/** Pages in order, each an image. */
export interface Facsimile extends RenditionBase {
  readonly kind: 'facsimile';
  readonly pages: readonly FacsimilePage[];
}

export interface FacsimilePage {
  readonly label: string;
  readonly image: PageImage;
  /** What the file of this page was called where it came from: a text names its pages by it. */
  readonly name?: string;
  /** What the image shows, for those who do not see it. */
  readonly alt?: string;
  readonly textLayer?: TextLayer;
}

/** The picture of a page: a file, or one page of a file that has several (PDF, TIFF). Sizes as it should be seen, after turning. */
export interface PageImage {
  readonly digest: string;
  readonly mediaType: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Which page of a file of several, from 1. */
  readonly page?: number;
  /** What we hold back of it: made black in all that leaves, and the file itself does not leave. Set by `viewFor` alone. */
  readonly blackened?: readonly Region[];
}

/** A rectangle in pixels of the page as it should be seen, from its top left corner. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Where the words of a page are: a `PageText`, kept as a file by its digest, so that a long document opens as fast as a short one. */
export interface TextLayer {
  readonly digest: string;
  readonly words: number;
  /** The mean over its words, 0 to 1, where an engine said so. */
  readonly confidence?: number;
  readonly madeBy?: MadeBy;
}

export interface Transcription extends RenditionBase {
  readonly kind: 'transcription';
  readonly language: LanguageTag;
  readonly by?: string;
  readonly text: Text;
}

export interface Translation extends RenditionBase {
  readonly kind: 'translation';
  readonly language: LanguageTag;
  /** The key of the transcription it translates, where that is held. */
  readonly of?: string;
  readonly by?: string;
  readonly text: Text;
}

/**
 * Which passages of two renditions answer to each other, many to many. Pinned to the versions it was
 * made for: a block that has gone since makes its link silent, never wrong.
 */
export interface Alignment {
  readonly from: string;
  readonly to: string;
  readonly links: readonly {
    readonly from: readonly BlockId[];
    readonly to: readonly BlockId[];
    readonly basis: 'given' | 'by-hand' | 'guessed';
  }[];
}
