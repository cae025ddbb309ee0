import { foldName } from '../fold-name.ts';
import { isCommonWord } from './common-words-table.ts';
import { UMLAUT_NAMES } from './german-names-table.ts';
import type { RuleForm } from './rule-forms.ts';

/**
 * A German or Hungarian name with its marked vowels spelled out, or taken back to the plain letter. The plain
 * letter itself needs no form: search folds it. What is typed plain is spelled out only where it is known for
 * a German name.
 *
 *   "Müller", "muller" -> "Mueller"     "Koenig", "mueller" -> "König", "Müller"     "Rákosi", "Hull" -> (none)
 */
export function germanForms(words: readonly string[]): readonly RuleForm[] {
  if (words.length > 1 && !words.every((word) => /^\p{Lu}/u.test(word))) return [];
  const spelled = words.map(spelledOut);
  const taken = words.map(takenBack);
  return [spelled, taken]
    .filter((one) => one.some((word, at) => word !== words[at]))
    .map((one) => ({ form: one.join(' '), rule: 'diacritics' }));
}

const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ő: 'oe', ű: 'ue' };
const MARKED: Readonly<Record<string, string>> = { ae: 'ä', oe: 'ö', ue: 'ü' };

function spelledOut(word: string): string {
  const marked = UMLAUT_NAMES.get(foldName(word)) ?? word;
  return marked.normalize('NFC').replace(/[äöüőű]/giu, (letter) => {
    const pair = SPELLED[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? pair : pair.slice(0, 1).toUpperCase() + pair.slice(1);
  });
}

/** Between consonants only; of a word in small letters only if a German name comes of it. */
function takenBack(word: string): string {
  if (isCommonWord(word.toLowerCase())) return word;
  const marked = word.replace(/(?<=^|[^aeiouqäöü])(?:ae|oe|ue)(?=[^aeiouäöüy'’.,])/giu, (pair) => {
    const letter = MARKED[pair.toLowerCase()] ?? pair;
    return pair.charAt(0) === pair.charAt(0).toLowerCase() ? letter : letter.toUpperCase();
  });
  return /^\p{Lu}\p{Ll}/u.test(word) || UMLAUT_NAMES.has(foldName(marked)) ? marked : word;
}

/**
 * A name with initials as others put them: apart, or after the family name. Only with capitals: in small
 * letters every "i" and "u s" would be one.
 *
 *   "TV Soong" -> "T. V. Soong", "Soong, T. V."     "T.V. Soong", "Soong, T. V." -> each other
 */
export function initialsForms(words: readonly string[]): readonly RuleForm[] {
  const [first = '', ...others] = words;
  const last = words.at(-1) ?? '';
  if (words.length < 2 || words.length > 4) return [];
  const leading = words.slice(0, -1);
  const isBefore = leading.every(isInitials) && isFamily(last);
  const isAfter = isFamily(first.replace(/,$/u, '')) && others.every(isInitials);
  if (isBefore === isAfter) return [];
  const initials = apart(isBefore ? leading : others);
  const family = isBefore ? last : first.replace(/,$/u, '');
  return [`${initials} ${family}`, `${family}, ${initials}`].map((form) => ({ form, rule: 'initials' }));
}

const isInitials = (word: string): boolean => /^(?:\p{L}\.)+,?$|^\p{Lu}{2,3}$/u.test(word);
const isFamily = (word: string): boolean => /^\p{Lu}\p{Ll}[\p{L}’'-]+$/u.test(word);
const apart = (words: readonly string[]): string =>
  [...words.join('').replace(/[^\p{L}]/gu, '')].map((letter) => `${letter.toUpperCase()}.`).join(' ');
