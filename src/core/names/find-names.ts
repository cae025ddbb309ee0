import type { NameRun } from '../query/name-runs.ts';
import { terms } from '../tokens/tokenize.ts';
import type { Bearer } from './other-forms.ts';
import { isCommonWord } from './romanise/common-words-table.ts';
import { MOST_WORDS, ruleFormsOf, type RuleForm, type SpellingRule } from './romanise/rule-forms.ts';
import { familyKeyOf, wholeKeyOf } from './search-forms.ts';

/** Words of a run that are a name: who bears it, as far as any authority knows, and how rules spell it. */
export interface FoundName {
  readonly first: number;
  readonly length: number;
  readonly words: readonly string[];
  readonly bearers: readonly Bearer[];
  readonly spellings: readonly RuleForm[];
}

/** Words beyond these are looked for as they stand. */
const FURTHEST_WORD = 24;
const LONGEST_BY_RULE = 4;
const LONGEST_FAMILY = 3;

/** Words side by side, and the keys under which they are looked up as one name. */
export interface Stretch {
  readonly first: number;
  readonly words: readonly string[];
  readonly keys: readonly string[];
}

/** With these no name begins, or ends. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const NO_BEGINNING = set(
  'a an and as at but by for from if in is of on or said that to was were what when with',
);
const NO_END = set(
  'a an and as at but by for from if in is of on or said that the to was were what when with',
);

/** Every stretch of words that may be a name, the longest first; of a phrase only the whole. */
export function stretchesOf({ words, isPhrase }: NameRun): readonly Stretch[] {
  const count = Math.min(words.length, FURTHEST_WORD);
  const parts = words.slice(0, count).map(partOf);
  if (isPhrase) return words.length <= MOST_WORDS && count > 0 ? [stretch(parts, 0)] : [];
  const found: Stretch[] = [];
  for (let length = Math.min(count, MOST_WORDS); length > 0; length--)
    for (let first = 0; first + length <= count; first++) {
      const [begins, ends] = [parts[first], parts[first + length - 1]];
      if (begins?.begins && ends?.ends) found.push(stretch(parts.slice(first, first + length), first));
    }
  return found;
}

interface Part {
  readonly word: string;
  readonly terms: readonly string[];
  /** As initials, where it may be some: "TV". */
  readonly apart: readonly string[];
  readonly begins: boolean;
  readonly ends: boolean;
}

function partOf(word: string): Part {
  const found = terms(word);
  const small = found.join(' ');
  const mayBeInitials = /^\p{Lu}{2,3}$|^[b-df-hj-np-tv-z]{2}$/u.test(word);
  return {
    word,
    terms: found,
    apart: mayBeInitials ? [...small] : found,
    begins: small !== '' && !NO_BEGINNING.has(small),
    ends: small !== '' && !NO_END.has(small),
  };
}

const stretch = (parts: readonly Part[], first: number): Stretch => ({
  first,
  words: parts.map(({ word }) => word),
  keys: keysOf(parts),
});

/** As a whole name, as one with its initials apart, and as a family name. */
function keysOf(parts: readonly Part[]): readonly string[] {
  const words = parts.flatMap((part) => part.terms);
  const [only] = parts;
  if (words.length === 0 || (parts.length === 1 && only && isTooShort(only.word))) return [];
  const keys = [wholeKeyOf(words)];
  if (parts.length > 1 && parts.some((part) => part.apart !== part.terms))
    keys.push(wholeKeyOf(parts.flatMap((part) => part.apart)));
  const isFamily = parts.length > 1 || (only && (/^\p{Lu}/u.test(only.word) || !isCommonWord(only.word)));
  if (isFamily && parts.length <= LONGEST_FAMILY) keys.push(familyKeyOf(words));
  return keys;
}

const isTooShort = (word: string): boolean => /^[\p{Script=Latin}\p{Script=Cyrillic}.]{1,2}$/u.test(word);

/** The keys under which words that are a name are looked up. */
export const keysOfWords = (words: readonly string[]): readonly string[] => keysOf(words.map(partOf));

export type LookUp = (key: string) => readonly Bearer[];

/** Who is under any of some keys, each once; as a whole name before a family name. */
export function bearersUnder(keys: readonly string[], lookUp: LookUp): readonly Bearer[] {
  const found = new Map<string, Bearer>();
  for (const bearer of keys.flatMap(lookUp)) if (!found.has(bearer.id)) found.set(bearer.id, bearer);
  return [...found.values()];
}

const meet = (a: Stretch, b: Stretch): boolean =>
  a.first < b.first + b.words.length && b.first < a.first + a.words.length;

/** What these rules can spell is a family name with a given one: more than the family name that an authority bears. */
const WHOLE_NAMES: ReadonlySet<SpellingRule> = new Set([
  'pinyin',
  'wade-giles',
  'hangul',
  'mccune-reischauer',
  'revised',
]);

/** The names among stretches of words that authorities know, and those that rules can spell otherwise; in order, none over another. */
export function namesAmong(stretches: readonly Stretch[], lookUp: LookUp): readonly FoundName[] {
  const taken: FoundName[] = [];
  const isFree = ({ first, words }: Stretch): boolean =>
    taken.every((one) => first + words.length <= one.first || one.first + one.length <= first);
  const take = (
    { first, words }: Stretch,
    bearers: readonly Bearer[],
    spellings: readonly RuleForm[],
  ): void => {
    taken.push({ first, length: words.length, words, bearers, spellings });
  };
  const known = stretches.map((one) => ({ one, bearers: bearersUnder(one.keys, lookUp) }));
  const severalWords = known.filter(({ one, bearers }) => one.words.length > 1 && bearers.length > 0);
  for (const { one, bearers } of known) {
    if (!isFree(one)) continue;
    if (bearers.length > 0) take(one, bearers, ruleFormsOf(one.words));
    else if (one.words.length > 1 && !severalWords.some((other) => meet(one, other.one))) {
      const spellings = ruleFormsOf(one.words);
      if (spellings.some(({ rule }) => WHOLE_NAMES.has(rule))) take(one, [], spellings);
    }
  }
  for (const one of stretches) {
    if (one.words.length > LONGEST_BY_RULE || !isFree(one)) continue;
    const spellings = ruleFormsOf(one.words);
    if (spellings.length > 0) take(one, [], spellings);
  }
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
