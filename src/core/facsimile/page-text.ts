import type { MadeBy, Region } from '../rendition.ts';

/**
 * The words of one page image and where they stand, in pixels of the page as it should be seen:
 * what an engine read, or what ALTO, PAGE or hOCR gave. `isBlockStart` begins a paragraph.
 *
 *   { widthPx: 2480, heightPx: 3508,
 *     lines: [{ isBlockStart: true, words: [{ text: "Compte", x: 310, y: 402, w: 188, h: 41, confidence: 0.93 } …] } …] }
 */
export interface PageText {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly lines: readonly PageLine[];
  /** Absent: given, or made by a person. */
  readonly madeBy?: MadeBy;
}

export interface PageLine {
  readonly isBlockStart: boolean;
  readonly words: readonly PageWord[];
}

export interface PageWord extends Region {
  readonly text: string;
  /** 0 to 1, as the engine said; absent where a person or a given file did not say. */
  readonly confidence?: number;
}
