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
  if (!asked.isBegun) {
    const found = segment.find(asked.term);
    return found === undefined ? [] : [found];
  }
  return mostFrequent(segment.beginning(asked.term, unitBytes(asked.term)));
}

/** The terms of a segment that a pattern of letters, `*` and `?` stands for. */
export function termsLike(segment: Segment, pattern: string): readonly TermPlace[] {
  const letters = /^[^*?]*/.exec(pattern)?.[0] ?? '';
  const matches = matcherOf(pattern);
  const from = letters === '' ? BEFORE_WORDS : letters;
  return mostFrequent(segment.beginning(from, unitBytes(letters)), ({ term }) => matches(term));
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

/**
 * Whether a whole term is as a pattern says: `*` any letters or none, `?` one. Steps are as many as the
 * term has letters times those of the pattern at most: no pattern makes it go back further than its last `*`.
 */
export function matcherOf(pattern: string): (term: string) => boolean {
  const wanted = [...pattern];
  return (term) => {
    const letters = [...term];
    let [at, want, star, mark] = [0, 0, -1, 0];
    while (at < letters.length) {
      const sign = wanted[want];
      if (sign === '*') {
        star = want++;
        mark = at;
      } else if (sign !== undefined && (sign === '?' || sign === letters[at])) {
        at++;
        want++;
      } else if (star >= 0) {
        want = star + 1;
        at = ++mark;
      } else return false;
    }
    while (wanted[want] === '*') want++;
    return want === wanted.length;
  };
}
