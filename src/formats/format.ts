import type { Read } from '../core/draft.ts';

/** Where a reader reads from: text already decoded and in NFC, in chunks, with a name for problems. */
export interface TextSource {
  readonly name: string;
  readonly chunks: AsyncIterable<string>;
  /** What the person who imports said about the format: a mapping file's parsed content, a base language. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A format reads a text and yields drafts and problems one by one, holding no more than it must. */
export type FormatReader = (source: TextSource) => AsyncGenerator<Read>;

/** The formats that can be named; content tells them apart unasked. */
export const FORMATS = ['tei', 'ead', 'xml', 'csv', 'xlsx', 'markdown', 'json'] as const;
export type FormatName = (typeof FORMATS)[number];
