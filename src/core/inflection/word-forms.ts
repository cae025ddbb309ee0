import { UNSPACED } from '../tokens/fold.ts';
import { queryTerms } from '../tokens/tokenize.ts';
import { withOtherEndings, type Endings } from './endings.ts';
import { englishForms } from './english.ts';
import { ARABIC_BEGINNINGS, GERMAN, GERMAN_NOUNS, FRENCH, RUSSIAN, SPANISH, UKRAINIAN } from './tables.ts';

const LONGEST_WORD = 40;

/**
 * The other forms that a word of a query may have, as terms: number and case, no verbs and no derivations. Each
 * may be a word or none: the index knows. `languages` (primary tags) are those that the reader asked for; else
 * letters and endings tell the language, and Latin letters without a sign of another are taken for English.
 *
 *   "treaty" -> treaties       "Verträge" -> vertrag, vertrages, …       "комиссии" -> комиссия, комиссию, …
 *   "T.V.", "1945", "中蘇" -> (none)
 */
export function wordForms(typed: string, languages: ReadonlySet<string>): readonly string[] {
  const [only, ...others] = queryTerms(typed);
  if (only === undefined || others.length > 0 || only.isBegun) return [];
  const { term } = only;
  if (term.length > LONGEST_WORD || !/^\p{L}+$/u.test(term) || UNSPACED[term.charCodeAt(0)] === 1) return [];
  const forms = new Set(formsBy(term, typed.normalize('NFC').toLowerCase(), languages));
  forms.delete(term);
  return [...forms];
}

function formsBy(term: string, typed: string, languages: ReadonlySet<string>): readonly string[] {
  if (/\p{Script=Cyrillic}/u.test(term))
    return byEndings(term, isUkrainian(typed, languages) ? UKRAINIAN : RUSSIAN);
  if (/\p{Script=Arabic}/u.test(term)) return arabicForms(term);
  return /^[a-z]+$/.test(term) ? latinForms(term, typed, languages) : [];
}

/** Languages in Latin letters, and the letters by which one is known that nobody asked for. */
const BY_SIGN = [
  { languages: ['de'], sign: /[äöüß]/u, endings: GERMAN },
  { languages: ['fr'], sign: /[àâæçèéêëîïôœùû]/u, endings: FRENCH },
  { languages: ['es', 'pt'], sign: /[áãíñóõú]/u, endings: SPANISH },
] as const;

function latinForms(term: string, typed: string, languages: ReadonlySet<string>): readonly string[] {
  const others = BY_SIGN.filter(
    (one) => one.sign.test(typed) || one.languages.some((tag) => languages.has(tag)),
  );
  const isEnglish = languages.size > 0 ? languages.has('en') : others.length === 0;
  return [
    ...(isEnglish ? englishForms(term) : []),
    ...[GERMAN_NOUNS, ...others.map(({ endings }) => endings)].flatMap((endings) => byEndings(term, endings)),
  ];
}

const byEndings = (term: string, kinds: readonly Endings[]): readonly string[] =>
  kinds.flatMap((endings) => withOtherEndings(term, endings));

const isUkrainian = (typed: string, languages: ReadonlySet<string>): boolean =>
  /[іїєґ]/u.test(typed) || (languages.has('uk') && !languages.has('ru'));

const SHORTEST_ARABIC = 3;

/** With and without the article: "السلام" and "سلام". */
function arabicForms(term: string): readonly string[] {
  const begins = ARABIC_BEGINNINGS.filter(
    (one) => term.startsWith(one) && term.length - one.length >= SHORTEST_ARABIC,
  ).toSorted((a, b) => b.length - a.length);
  const stem = term.slice(begins[0]?.length ?? 0);
  return stem.length < SHORTEST_ARABIC ? [] : [stem, ...ARABIC_BEGINNINGS.map((one) => one + stem)];
}
