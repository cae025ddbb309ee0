import { terms } from '../../tokens/tokenize.ts';
import { chineseForms } from './chinese.ts';
import type { CyrillicScheme } from './cyrillic-tables.ts';
import { foldName } from '../fold-name.ts';
import { koreanForms } from './korean.ts';
import { germanForms, initialsForms } from './latin.ts';
import { POSTAL } from './postal-table.ts';
import { slavicForms } from './slavic-forms.ts';

/** By what rule a spelling was made. */
export type SpellingRule =
  | CyrillicScheme
  | 'cyrillic'
  | 'pinyin'
  | 'wade-giles'
  | 'postal'
  | 'hangul'
  | 'mccune-reischauer'
  | 'revised'
  | 'diacritics'
  | 'initials';

/** Another spelling of a name, made by a rule: it may be, it need not. */
export interface RuleForm {
  readonly form: string;
  readonly rule: SpellingRule;
}

/** How many words a name may have. */
export const MOST_WORDS = 6;
const MOST_FORMS = 10;
const LONGEST_NAME = 80;

/**
 * How else words that are one name may be spelled, the likeliest first, ten at most; none where no rule fits.
 * Forms that search finds alike are given once. Chinese characters say nothing here: their sounds are not in
 * them, and simplified and traditional ones are one to every search.
 *
 *   "Chou" "En-lai" -> "Zhou Enlai" pinyin, …            "Peking" -> "Beijing" postal, "Pekin" postal, …
 *   "Вышинский"     -> "Vyshinsky" press, …              "김일성"  -> "Kim Il-sŏng" mccune-reischauer, …
 *   "TV" "Soong"    -> "T. V. Soong" initials, …         "strawberry" -> (none)
 */
export function ruleFormsOf(words: readonly string[]): readonly RuleForm[] {
  const name = words.join(' ');
  if (words.length === 0 || words.length > MOST_WORDS || name.length > LONGEST_NAME) return [];
  const postal = postalForms(name);
  const made =
    postal.length > 0
      ? postal
      : [chineseForms, koreanForms, initialsForms, slavicForms, germanForms].flatMap((by) => by(words));
  const seen = new Set([terms(name).join(' ')]);
  return made
    .filter(({ form }) => {
      const key = terms(form).join(' ');
      if (key === '' || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, MOST_FORMS);
}

function placesBySpelling(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const spellings of POSTAL)
    for (const one of spellings)
      found.set(foldName(one), [...(found.get(foldName(one)) ?? []), ...spellings]);
  return found;
}
const PLACES = placesBySpelling();

/** The other spellings of a well-known place of China, first the one of today. */
const postalForms = (name: string): readonly RuleForm[] =>
  (PLACES.get(foldName(name)) ?? []).map((form) => ({ form, rule: 'postal' }));
