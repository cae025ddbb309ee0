import type { LanguageTag } from './language.ts';
import type { BlockId, Text } from './text.ts';

/** A form in which a document is held. `key` is local to the document: "s1" scan, "t-ru" transcription, "t-en-1" translation. */
export type Rendition = Facsimile | Transcription | Translation;

interface RenditionBase {
  readonly key: string;
  /** The original file it came from, by digest (`sha256:…`), and what it is called there. */
  readonly file?: { readonly digest: string; readonly name: string; readonly mediaType: string };
  /** OCR, PDF text: engine and model. Absent: given, or made by a person. */
  readonly madeBy?: { readonly engine: string; readonly model?: string; readonly fromDigest?: string };
  readonly rightsWords?: string;
}

/** Pages in order, each an image. */
export interface Facsimile extends RenditionBase {
  readonly kind: 'facsimile';
  readonly pages: readonly FacsimilePage[];
}

export interface FacsimilePage {
  readonly label: string;
  readonly image: {
    readonly digest: string;
    readonly mediaType: string;
    readonly widthPx: number;
    readonly heightPx: number;
  };
  /** What the image shows, for those who do not see it. */
  readonly alt?: string;
  readonly textLayer?: TextLayer;
}

/** Words with boxes in pixels of the original image; a line per run. Filled by the reading room. */
export interface TextLayer {
  readonly lines: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
    readonly confidence?: number;
  }[];
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
