import { allows, beginningOf } from '../../core/query/wildcard.ts';
import type { QueryTerm } from '../../core/tokens/tokenize.ts';
import { unitBytes } from './bytes.ts';
import type { TermCursor } from './dictionary.ts';
import { placeOf, type TermPlace } from './postings.ts';
import type { Segment } from './segment.ts';
import { BEFORE_WORDS } from './term-space.ts';

/** Terms that one word of a query may stand for in one segment; of more the most frequent are taken. */
export const MOST_TERMS = 20_000;

/** The terms of a segment that a word of a query stands for. */
export function termsFor(segment: Segment, asked: QueryTerm): readonly TermPlace[] {
  const key = `${asked.isPattern === true ? '?' : asked.isBegun ? '*' : '='}${asked.term}`;
  return segment.remembered(key, () => lookUp(segment, asked));
}

function lookUp(segment: Segment, asked: QueryTerm): readonly TermPlace[] {
  if (asked.isPattern === true) return matchingPattern(segment, asked.term);
  if (asked.isBegun) return mostFrequent(segment.beginning(asked.term, unitBytes(asked.term)));
  const found = segment.find(asked.term);
  return found === undefined ? [] : [found];
}

function matchingPattern(segment: Segment, pattern: string): readonly TermPlace[] {
  const letters = beginningOf(pattern);
  const cursors = segment.beginning(letters === '' ? BEFORE_WORDS : letters, unitBytes(letters));
  // Most terms lack the longest run of letters: that is seen in their bytes, before they are read as text.
  const [longest = ''] = pattern.split(/[*?]/).toSorted((a, b) => b.length - a.length);
  const needed = unitBytes(longest).slice();
  return mostFrequent(cursors, (cursor) => has(cursor, needed) && allows(pattern, cursor.term));
}

function has({ bytes, length }: TermCursor, needed: Uint8Array): boolean {
  const [first] = needed;
  if (first === undefined) return true;
  for (let from = 0; from + needed.length <= length; from++) {
    if (bytes[from] !== first) continue;
    let at = 1;
    while (at < needed.length && bytes[from + at] === needed[at]) at++;
    if (at === needed.length) return true;
  }
  return false;
}

function mostFrequent(
  cursors: Iterable<TermCursor>,
  isAsked: (cursor: TermCursor) => boolean = () => true,
): readonly TermPlace[] {
  let found: TermPlace[] = [];
  for (const cursor of cursors) {
    if (!isAsked(cursor)) continue;
    found.push(placeOf(cursor));
    if (found.length >= MOST_TERMS * 2) found = best(found);
  }
  return found.length > MOST_TERMS ? best(found) : found;
}

const best = (found: readonly TermPlace[]): TermPlace[] =>
  found.toSorted((a, b) => b.documents - a.documents || a.place - b.place).slice(0, MOST_TERMS);
