import { foldName } from '../fold-name.ts';
import { isCommonWord } from './common-words-table.ts';
import { CYRILLIC_SCHEMES, cyrillicOf, isCyrillicName, looksSlavic, romanised } from './cyrillic.ts';
import { FORENAMES } from './forenames-table.ts';
import { spelled } from './cyrillic-initials-table.ts';
import type { RuleForm } from './rule-forms.ts';

const INITIALS = /^(?:\p{L}[a-z]?\.)+$|^\p{L}$/u;
const isCyrillic = (word: string): boolean => /^\p{Script=Cyrillic}/u.test(word);

const PATRONYMIC = /(?:[eo]vi[ct]h|il?yi?ch|[eo]vna|[ое]вич|ьич|[ое]вна)$/iu;

type Part = 'family' | 'other' | 'none';

function partOf(word: string): Part {
  const small = foldName(word);
  if (FORENAMES.has(small) || INITIALS.test(word)) return 'other';
  if (isCommonWord(small)) return 'none';
  return (isCyrillic(word) ? isCyrillicName(word) : looksSlavic(word)) ? 'family' : 'none';
}

const inCyrillic = (word: string): readonly string[] => {
  const forename = FORENAMES.get(foldName(word));
  if (forename !== undefined) return [forename];
  return INITIALS.test(word) ? [spelled(word)] : cyrillicOf(word);
};

/**
 * A Russian or Ukrainian name in Cyrillic, and in Latin letters as the press, BGN/PCGN, ALA-LC, ISO 9 and
 * German books write it; none where no word looks like a family name, or another is neither forename nor
 * initial.
 *
 *   "khrushchev"        -> "Хрущев" cyrillic, "Hrušev" iso-9, "Chruschtschow" german
 *   "N. S. Khrushchev"  -> "Н. С. Хрущев", …      "Хрущев" -> "Khrushchev" press, …     "Dulles" -> (none)
 */
export function slavicForms(words: readonly string[]): readonly RuleForm[] {
  const named = words.map((word) => word.replace(/,$/u, ''));
  const parts = named.map(partOf);
  if (parts.includes('none') || !parts.includes('family')) return [];
  if (named.filter((word, at) => parts[at] === 'family' && !PATRONYMIC.test(word)).length > 1) return [];
  const isFromLatin = !named.some(isCyrillic);
  if (!isFromLatin && !named.every(isCyrillic)) return [];
  const readings = isFromLatin ? named.map(inCyrillic) : named.map((word) => [word]);
  if (readings.some((one) => one.length === 0)) return [];
  const most = Math.max(...readings.map((one) => one.length));
  return Array.from({ length: most }, (_, at) =>
    readings.map((one) => one[Math.min(at, one.length - 1)] ?? '').join(' '),
  ).flatMap((cyrillic) => [
    ...(isFromLatin ? [{ form: cyrillic, rule: 'cyrillic' as const }] : []),
    ...CYRILLIC_SCHEMES.map((rule) => ({ form: romanised(cyrillic, rule), rule })),
  ]);
}
