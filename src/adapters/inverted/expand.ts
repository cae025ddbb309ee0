import { allows, beginningOf } from '../../core/query/wildcard.ts';
import type { QueryTerm } from '../../core/tokens/tokenize.ts';
import { unitBytes } from './bytes.ts';
import type { TermCursor } from './dictionary.ts';
import { placeOf, type TermPlace } from './postings.ts';
import type { Segment } from './segment.ts';
import { BEFORE_WORDS } from './term-space.ts';

/** Terms that one word of a query may stand for; of more the most frequent are taken. */
export const MOST_TERMS = 20_000;

/** The terms of a segment that a word of a query stands for. */
export function termsFor(segment: Segment, asked: QueryTerm): readonly TermPlace[] {
  if (!asked.isBegun && asked.isPattern !== true) {
    const found = segment.find(asked.term);
    return found === undefined ? [] : [found];
  }
  const letters = asked.isPattern === true ? beginningOf(asked.term) : asked.term;
  const cursors = segment.beginning(letters === '' ? BEFORE_WORDS : letters, unitBytes(letters));
  return asked.isPattern === true
    ? mostFrequent(cursors, ({ term }) => allows(asked.term, term))
    : mostFrequent(cursors);
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
