import type { QueryNode } from '../query.ts';
import { UNSPACED } from '../tokens/fold.ts';
import { queryTerms } from '../tokens/tokenize.ts';

/** A word that hardly any document has, and a spelling that some do. Both as terms; `documents` have the other. */
export interface Correction {
  readonly word: string;
  readonly instead: string;
  readonly documents: number;
}

/** A word is doubted if no more documents than this have it. */
export const RARE = 1;
/** Of one query no more words are looked at. */
const MOST_WORDS = 12;

/** A longer word is left as it was typed: what is that long was hardly typed. */
export const LONGEST_DOUBTED = 29;

/** How many edits may lie between a word and its correction: none below 4 letters or beyond 29, one from 4, two from 6. */
export function editsAllowed({ length }: { readonly length: number }): 0 | 1 | 2 {
  if (length < 4 || length > LONGEST_DOUBTED) return 0;
  return length < 6 ? 1 : 2;
}

/** The words of a query that may be corrected: as typed, not denied, without digits, in a script with spaces. */
export function correctable(node: QueryNode): readonly string[] {
  return [...new Set(wordsIn(node))].slice(0, MOST_WORDS);
}

function wordsIn(node: QueryNode): readonly string[] {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return queryTerms(node.text)
        .map(({ term }) => term)
        .filter((term) => editsAllowed(term) > 0 && isWord(term));
    case 'and':
    case 'or':
      return node.nodes.flatMap(wordsIn);
    case 'variants':
      return node.nodes.slice(0, 1).flatMap((one) => wordsIn(one.node));
    case 'everything':
    case 'prefix':
    case 'wildcard':
    case 'not':
    case 'filter':
      return [];
  }
}

function isWord(term: string): boolean {
  for (let at = 0; at < term.length; at++) {
    const unit = term.charCodeAt(at);
    if (UNSPACED[unit] === 1 || (unit >= 0xd800 && unit <= 0xdfff)) return false;
  }
  return !/\p{N}/u.test(term);
}

/** Whether one spelling is a likelier correction than another: fewer edits, then more documents, then by alphabet. */
export function isLikelier(
  one: { readonly edits: number; readonly documents: number; readonly term: string },
  other: { readonly edits: number; readonly documents: number; readonly term: string },
): boolean {
  if (one.edits !== other.edits) return one.edits < other.edits;
  if (one.documents !== other.documents) return one.documents > other.documents;
  return one.term < other.term;
}

/**
 * The likeliest correction of a word among terms with the number of documents that have each; undefined if
 * the word is not rare or nothing is near enough.
 */
export function correctionOf(
  word: string,
  ownDocuments: number,
  vocabulary: Iterable<readonly [term: string, documents: number]>,
): Correction | undefined {
  if (ownDocuments > RARE) return undefined;
  const allowed = editsAllowed(word);
  let best: { readonly edits: number; readonly documents: number; readonly term: string } | undefined;
  for (const [term, documents] of vocabulary) {
    if (documents <= RARE || Math.abs(term.length - word.length) > allowed || !isWord(term)) continue;
    const edits = editsBetween(word, term, allowed);
    if (edits === undefined || edits === 0) continue;
    const one = { edits, documents, term };
    if (best === undefined || isLikelier(one, best)) best = one;
  }
  return best && { word, instead: best.term, documents: best.documents };
}

/**
 * Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment);
 * undefined if there are more than `most`.
 */
export function editsBetween(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row.push(edits);
      least = Math.min(least, edits);
    }
    if (least > most) return undefined;
    before = last;
    last = row;
  }
  const edits = last[b.length] ?? 0;
  return edits <= most ? edits : undefined;
}
