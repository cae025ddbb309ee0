import { primaryLanguage, type LanguageTag } from '../../core/language.ts';

/** Tesseract's name of each language, by the language alone or with its script. Source: tesseract-ocr/tessdata, 2026-11-23. */
const CODES: Readonly<Record<string, string>> = {
  af: 'afr',
  am: 'amh',
  ar: 'ara',
  az: 'aze',
  'az-Cyrl': 'aze_cyrl',
  be: 'bel',
  bg: 'bul',
  bn: 'ben',
  bs: 'bos',
  ca: 'cat',
  cs: 'ces',
  cy: 'cym',
  da: 'dan',
  de: 'deu',
  'de-Latf': 'frk',
  el: 'ell',
  en: 'eng',
  es: 'spa',
  et: 'est',
  eu: 'eus',
  fa: 'fas',
  fi: 'fin',
  fr: 'fra',
  ga: 'gle',
  gl: 'glg',
  grc: 'grc',
  he: 'heb',
  hi: 'hin',
  hr: 'hrv',
  hu: 'hun',
  hy: 'hye',
  id: 'ind',
  is: 'isl',
  it: 'ita',
  ja: 'jpn',
  ka: 'kat',
  kk: 'kaz',
  km: 'khm',
  ko: 'kor',
  ky: 'kir',
  la: 'lat',
  lo: 'lao',
  lt: 'lit',
  lv: 'lav',
  mk: 'mkd',
  mn: 'mon',
  my: 'mya',
  nb: 'nor',
  nl: 'nld',
  nn: 'nor',
  no: 'nor',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  ru: 'rus',
  sk: 'slk',
  sl: 'slv',
  sq: 'sqi',
  sr: 'srp',
  'sr-Latn': 'srp_latn',
  sv: 'swe',
  tg: 'tgk',
  th: 'tha',
  tr: 'tur',
  uk: 'ukr',
  ur: 'urd',
  uz: 'uzb',
  'uz-Cyrl': 'uzb_cyrl',
  vi: 'vie',
  yi: 'yid',
  zh: 'chi_sim',
  'zh-Hans': 'chi_sim',
  'zh-Hant': 'chi_tra',
  'zh-TW': 'chi_tra',
  'zh-HK': 'chi_tra',
};

/**
 * What tesseract calls a language; undefined for one that it does not know.
 *
 *   "fr", "fr-CA" -> fra     "zh-Hant" -> chi_tra     "und" -> undefined
 */
export function codeOf(language: LanguageTag): string | undefined {
  const [primary, second] = language.split('-');
  return CODES[`${primary}-${second}`] ?? CODES[primaryLanguage(language)];
}

/** The language of a code, the shortest tag where there are several: "chi_sim" -> "zh". */
export const tagOf = (code: string): string | undefined =>
  Object.entries(CODES).find(([, one]) => one === code)?.[0];

/** Debian's package of a code's data: "chi_sim" -> "tesseract-ocr-chi-sim". */
export const debianPackage = (code: string): string => `tesseract-ocr-${code.replaceAll('_', '-')}`;

/** How the page is taken apart: Korean as one block, since its syllables fall apart otherwise; else as the engine finds. */
export const pageModeOf = (codes: readonly string[]): '3' | '6' => (codes[0] === 'kor' ? '6' : '3');
