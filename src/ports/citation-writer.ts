import type { CslItem } from '../core/citation/csl-item.ts';
import type { CitationForm, CitationStyle } from '../core/citation/styles.ts';

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
  close(): Promise<void>;
}
