import type { NameRun } from '../query/name-runs.ts';
import type { Bearer } from './other-forms.ts';
import { isCommonWord } from './romanise/common-words-table.ts';
import { MOST_WORDS, ruleFormsOf } from './romanise/rule-forms.ts';
import { familyKey, wholeKey } from './search-forms.ts';

/** Words of a run that are a name: who bears it, as far as any authority knows. */
export interface FoundName {
  readonly first: number;
  readonly length: number;
  readonly words: readonly string[];
  readonly bearers: readonly Bearer[];
}

/** Words beyond these are looked for as they stand. */
const FURTHEST_WORD = 24;
const LONGEST_BY_RULE = 4;

interface Stretch {
  readonly first: number;
  readonly words: readonly string[];
}

/** Every stretch of words that may be a name, the longest first; of a phrase only the whole. */
export function stretchesOf({ words, isPhrase }: NameRun): readonly Stretch[] {
  if (isPhrase) return words.length <= MOST_WORDS ? [{ first: 0, words }] : [];
  const count = Math.min(words.length, FURTHEST_WORD);
  const found: Stretch[] = [];
  for (let length = Math.min(count, MOST_WORDS); length > 0; length--)
    for (let first = 0; first + length <= count; first++)
      found.push({ first, words: words.slice(first, first + length) });
  return found;
}

/** The keys under which a stretch of words is looked up: as a whole name, one word also as a family name. */
export function keysOfWords(words: readonly string[]): readonly string[] {
  const joined = words.join(' ');
  const whole = wholeKey(joined);
  if (whole === '=' || isTooShort(joined)) return [];
  if (words.length === 1) return isFamily(joined) ? [whole, familyKey(joined)] : [whole];
  const apart = wholeKey(words.map(initialsApart).join(' '));
  return apart === whole ? [whole] : [whole, apart];
}

/** "TV" as the initials that it may be. */
const initialsApart = (word: string): string =>
  /^\p{Script=Latin}{2,3}$/u.test(word) ? [...word].join(' ') : word;

const isTooShort = (word: string): boolean => /^[\p{Script=Latin}\p{Script=Cyrillic}.]{1,2}$/u.test(word);
/** "Rice" may be a family name where "rice" is not. */
const isFamily = (word: string): boolean => /^\p{Lu}/u.test(word) || !isCommonWord(word);

export type LookUp = (key: string) => readonly Bearer[];

/** Who bears a stretch of words, each once; as a whole name before a family name. */
export function bearersOf(words: readonly string[], lookUp: LookUp): readonly Bearer[] {
  const found = new Map<string, Bearer>();
  for (const bearer of keysOfWords(words).flatMap(lookUp))
    if (!found.has(bearer.id)) found.set(bearer.id, bearer);
  return [...found.values()];
}

/** The names in a run of words that authorities know, and those that rules can spell otherwise; in order, none over another. */
export function namesIn(run: NameRun, lookUp: LookUp): readonly FoundName[] {
  const taken: FoundName[] = [];
  const isFree = ({ first, words }: Stretch): boolean =>
    taken.every((one) => first + words.length <= one.first || one.first + one.length <= first);
  const stretches = stretchesOf(run);
  for (const one of stretches) {
    if (!isFree(one)) continue;
    const bearers = bearersOf(one.words, lookUp);
    if (bearers.length > 0) taken.push({ ...one, length: one.words.length, bearers });
  }
  for (const one of stretches)
    if (one.words.length <= LONGEST_BY_RULE && isFree(one) && ruleFormsOf(one.words).length > 0)
      taken.push({ ...one, length: one.words.length, bearers: [] });
  return taken.toSorted((a, b) => a.first - b.first);
}

/**
 * The one whom words name, or those whom they may name. A body and a place that bear one name are one matter
 * ("Soviet Union"), a person and a place are not ("Lincoln"); a chosen one is the one.
 */
export function meantBy(
  bearers: readonly Bearer[],
  chosen: ReadonlySet<string>,
): { readonly kind: 'these' | 'which'; readonly bearers: readonly Bearer[] } {
  const picked = bearers.filter(({ id }) => chosen.has(id));
  if (picked.length > 0) return { kind: 'these', bearers: picked };
  const kinds = bearers.map(kindOfBearer);
  const isOne = new Set(kinds).size === kinds.length && (kinds.length < 2 || !kinds.includes('person'));
  return { kind: isOne ? 'these' : 'which', bearers };
}

const kindOfBearer = ({ label }: Bearer): 'person' | 'body' | 'place' =>
  label.kind === 'place' ? 'place' : label.agentKind === 'person' ? 'person' : 'body';
