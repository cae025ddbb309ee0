import { wordsOf, type Word } from './words.ts';

/** A word of a quotation; `isAdded`: it stands in square brackets, and may be of who quotes. */
export interface QuotedWord extends Word {
  readonly isAdded: boolean;
}

/** A quotation between its ellipses. */
export interface Segment {
  readonly text: string;
  readonly words: readonly QuotedWord[];
}

export interface Quotation {
  readonly segments: readonly Segment[];
  /** What was taken out of it before it was compared. */
  readonly taken: ReadonlySet<'sic' | 'bracketed-capital' | 'outer-quotes'>;
}

const ELLIPSIS =
  /\s*(?:\[\s*(?:…|\.{3,4}|\. \. \.(?: \.)?)\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3,4}|\. \. \.(?: \.)?)\s*/gu;
const SIC = /\s*\[\s*sic\s*[!.]?\s*\]/giu;
const BRACKETED_CAPITAL = /\[(\p{L})\](?=\p{L})/gu;
const OUTER = /^[\s"“”„«»‘’']+|[\s"“”„«»‘’']+$/gu;

/**
 * A pasted quotation as it is to be compared: without the marks around it, without "[sic]", cut where something
 * is said to be left out.
 *
 *   “[T]he lamp … was lit [sic]” -> "The lamp", "was lit"
 */
export function readQuotation(pasted: string): Quotation {
  const taken = new Set<'sic' | 'bracketed-capital' | 'outer-quotes'>();
  const note = (kind: 'sic' | 'bracketed-capital', before: string, after: string): string => {
    if (before !== after) taken.add(kind);
    return after;
  };
  const given = pasted.normalize('NFC').trim();
  const bare = given.replace(OUTER, '');
  if (bare !== given) taken.add('outer-quotes');
  const noSic = note('sic', bare, bare.replace(SIC, ''));
  const plain = note('bracketed-capital', noSic, noSic.replace(BRACKETED_CAPITAL, '$1'));
  const segments = plain
    .split(ELLIPSIS)
    .map((text) => segmentOf(text))
    .filter(({ words }) => words.length > 0);
  return { segments, taken };
}

function segmentOf(text: string): Segment {
  const brackets = [...text.matchAll(/\[[^[\]]*\]/gu)].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
  const words = wordsOf(text).map((word) => ({
    ...word,
    isAdded: brackets.some(([from = 0, to = 0]) => word.from >= from && word.to <= to),
  }));
  return { text, words };
}

/** How many words a quotation has that are not in brackets. */
export const quotedWords = ({ segments }: Pick<Quotation, 'segments'>): number =>
  segments.reduce((sum, { words }) => sum + words.filter(({ isAdded }) => !isAdded).length, 0);
