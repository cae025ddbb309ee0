import type { PassageField } from '../query.ts';
import type { SearchPassage } from '../search-document.ts';
import { tokenize } from '../tokens/tokenize.ts';

/** How often a word counts where a document speaks for itself: names are brought by the authorities, notes and sources by others. */
const WEIGHT: Readonly<Partial<Record<PassageField, number>>> = { title: 3, summary: 2, text: 1 };
/** Words that are looked at: of a long text its beginning says what it is about. */
const MOST_WORDS = 6_000;
const MOST_CANDIDATES = 64;
const MOST_TERMS = 12;
/** What stands in more than one document in so many tells nothing. */
const ONE_IN = 12;
/** All the terms together stand in no more documents than these, so that they are quickly looked through. */
const MOST_BEARERS = 2_000;

/** How often each word stands in a document's own passages, the likeliest to tell first; at most 64. */
export function termsToAsk(passages: readonly SearchPassage[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  let words = 0;
  for (const { field, text } of passages) {
    const weight = WEIGHT[field];
    if (weight === undefined || words > MOST_WORDS) continue;
    tokenize(text, (term) => {
      words += 1;
      if (mayTell(term) && words <= MOST_WORDS) counts.set(term, (counts.get(term) ?? 0) + weight);
    });
  }
  const value = ([term, count]: readonly [string, number]): number => count * Math.min(term.length, 9);
  return [...counts].sort((a, b) => value(b) - value(a) || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_CANDIDATES);
}

/** Numbers and short words of scripts with letters say little; two characters of a script without spaces are a word. */
const mayTell = (term: string): boolean =>
  term.length >= 4
    ? !/^\d+$/.test(term)
    : term.length >= 2 && /[^\p{Script=Latin}\p{N}\p{Script=Cyrillic}]/u.test(term);

export interface TellingTerm {
  readonly term: string;
  readonly weight: number;
}

/**
 * The words by which a document stands out from all others: often in it, and in few. `bearers` says in how
 * many documents a word stands. None where all its words are everybody's, or its own alone.
 */
export function tellingTerms(
  counted: readonly (readonly [string, number])[],
  bearers: (term: string) => number,
  documents: number,
): readonly TellingTerm[] {
  const most = Math.max(4, documents / ONE_IN);
  const weighed = counted.flatMap(([term, count]) => {
    const known = bearers(term);
    return known < 2 || known > most
      ? []
      : [{ term, known, weight: (1 + Math.log(count)) * Math.log(documents / known) }];
  });
  weighed.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
  const chosen: TellingTerm[] = [];
  let all = 0;
  for (const { term, known, weight } of weighed) {
    if (chosen.length === MOST_TERMS) break;
    if (all + known > MOST_BEARERS) continue;
    all += known;
    chosen.push({ term, weight });
  }
  return chosen;
}

/** Words that a document must share with another to be like it: three are chance. */
const FEWEST_SHARED = 4;
/** What is less like a document than this has some of its words by chance. */
const LEAST_LIKENESS = 0.4;

/**
 * How like another document is: the weight of the telling words that it has too, as a
 * part of all their weight. Undefined for what is like it by chance alone.
 */
export function likenessOf(
  telling: readonly TellingTerm[],
  has: (at: number) => boolean,
): number | undefined {
  let [all, met, shared] = [0, 0, 0];
  for (const [at, { weight }] of telling.entries()) {
    all += weight;
    if (!has(at)) continue;
    met += weight;
    shared += 1;
  }
  const likeness = all === 0 ? 0 : met / all;
  return shared < FEWEST_SHARED || likeness < LEAST_LIKENESS ? undefined : likeness;
}
