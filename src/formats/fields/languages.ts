import { parseLanguage } from '../../core/language.ts';
import type { LanguageTag } from '../../core/language.ts';

/** Languages that catalogues name in words. */
const NAMED =
  'af am ar az be bg bn bo bs ca cs cy da de dsb dv el en eo es et eu fa fi fr fy ga gd gl gu ha he hi hr hsb hu hy id ig is it ja jv ka kk km kn ko ku ky la lb lo lt lv mg mi mk ml mn mo mr ms mt my ne nl no oc or os pa pl ps pt qu rm ro ru rw sa sd si sk sl sm so sq sr st su sv sw ta te tg th ti tk tl tn to tr tt ug uk ur uz vi wo xh yi yo zh zu';
/** In these languages catalogues name them. */
const NAMED_IN = ['en', 'de', 'fr', 'ru'];

/** Names that catalogues use and the tables of names do not have; and the old codes of libraries. */
const OTHERS: Readonly<Record<string, string>> = {
  'chinese (simplified)': 'zh-Hans',
  'simplified chinese': 'zh-Hans',
  'chinese (traditional)': 'zh-Hant',
  'traditional chinese': 'zh-Hant',
  mandarin: 'zh',
  'mandarin chinese': 'zh',
  cantonese: 'yue',
  farsi: 'fa',
  'serbo-croatian': 'sh',
  'serbo-croat': 'sh',
  flemish: 'nl',
  moldovan: 'ro',
  slovene: 'sl',
  castilian: 'es',
  alb: 'sq',
  arm: 'hy',
  baq: 'eu',
  bur: 'my',
  chi: 'zh',
  cze: 'cs',
  dut: 'nl',
  fre: 'fr',
  geo: 'ka',
  ger: 'de',
  gre: 'el',
  ice: 'is',
  mac: 'mk',
  may: 'ms',
  per: 'fa',
  rum: 'ro',
  scc: 'sr',
  scr: 'hr',
  slo: 'sk',
  tib: 'bo',
  wel: 'cy',
};

function tableOfNames(): ReadonlyMap<string, string> {
  const table = new Map(Object.entries(OTHERS));
  for (const language of NAMED_IN) {
    const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
    for (const code of NAMED.split(' ')) {
      const name = names.of(code)?.toLowerCase();
      if (name !== undefined && !table.has(name)) table.set(name, code);
    }
  }
  return table;
}

const NAMES = tableOfNames();

/**
 * The tag of a language by its name in English, German, French or Russian, by its code (the three letters of
 * libraries too), or by its tag; undefined if it is none of these.
 *
 *   "Russian" -> ru      "русский" -> ru      "eng" -> en      "ger" -> de      "zh-Hant" -> zh-Hant
 */
export function readLanguage(words: string): LanguageTag | undefined {
  const folded = words.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '');
  const named = NAMES.get(folded) ?? NAMES.get(folded.replace(/ (language|sprache)$/, ''));
  if (named !== undefined) return parseLanguage(named);
  const tag = parseLanguage(folded);
  if (tag === undefined || !/^([a-z]{2,3})(-|$)/.test(tag)) return undefined;
  const canonical = new Intl.Locale(tag).toString();
  const known = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(canonical);
  return known === undefined ? undefined : parseLanguage(canonical);
}

/** The names in a cell that may hold several: "Russian, English" and "Russian and English" too. */
export const languageNames = (cell: string): readonly string[] =>
  cell
    .split(/[;|,/]| and | und | et /)
    .map((name) => name.trim())
    .filter(Boolean);
