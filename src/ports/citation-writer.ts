import type { CslItem } from '../core/citation/csl-item.ts';

/** The styles in which it writes: Chicago's 17th edition (notes and bibliography), MLA's 9th, APA's 7th. */
export const CITATION_STYLES = ['chicago', 'mla', 'apa'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** `entry`: as it stands in the bibliography; `mention`: as it stands in a note, or in brackets within the text. */
export type CitationForm = 'entry' | 'mention';

export interface CitationAsked {
  readonly style: CitationStyle;
  readonly form: CitationForm;
  readonly item: CslItem;
  /** Of a mention: which paragraph or page of it. */
  readonly locator?: { readonly label: 'paragraph' | 'page'; readonly value: string };
}

/** Writes citations by the rules of a style. Loads what it needs when it is first asked. */
export interface CitationWriter {
  /**
   * Each as one line of text, in the order asked for. Letters that markup gives a meaning to are entities;
   * slanted words stand in `<i>`; no other element has a meaning, and there may be some.
   */
  write(asked: readonly CitationAsked[]): Promise<readonly string[]>;
}
