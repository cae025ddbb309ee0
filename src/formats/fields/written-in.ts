import { primaryLanguage, UNDETERMINED } from '../../core/language.ts';
import type { LanguageTag } from '../../core/language.ts';

/** Letters of scripts, and the languages written in each; Latin is told apart by words. */
const SCRIPTS: readonly (readonly [letters: RegExp, languages: string])[] = [
  [/\p{Script=Cyrillic}/gu, 'ru uk be bg sr mk kk ky mn tg tt'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh yue ja'],
  [/\p{Script=Arabic}/gu, 'ar fa ur ps ug'],
  [/\p{Script=Hebrew}/gu, 'he yi'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
];

/** Words that no page of a language is without. */
const COMMON: Readonly<Record<string, string>> = {
  en: 'the of and to in that is for was with',
  de: 'der die und das von zu den mit nicht ist',
  fr: 'le de la et les des que une est dans',
  es: 'el de la que los en del una por con',
  it: 'il di che la per del una non sono con',
  pl: 'i w na z do że się nie jest przez',
  cs: 'a v na že se je do pro jako byl',
  hu: 'a az és hogy nem egy is volt meg ez',
  ro: 'de și în la cu pe că din nu pentru',
  pt: 'o de que e do da em um para não',
  nl: 'de van het een en in dat is op te',
  vi: 'và của là các có trong cho được không một',
};

/** Whether a text is written in a language, as far as its letters and commonest words can say. */
export function isWrittenIn(text: string, language: LanguageTag): boolean {
  const sample = text.slice(0, 5000);
  const primary = primaryLanguage(language);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return false;
  for (const [pattern, languages] of SCRIPTS) {
    const isScript = (sample.match(pattern)?.length ?? 0) / letters > 0.3;
    if (isScript) return languages.split(' ').includes(primary);
  }
  if (SCRIPTS.some(([, languages]) => languages.split(' ').includes(primary))) return false;
  const scores = Object.entries(COMMON).map(([code, words]) => [code, shareOf(sample, words)] as const);
  const best = scores.reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as const);
  const own = scores.find(([code]) => code === primary);
  return own === undefined ? best[1] < 0.05 : own[1] > 0 && own[1] >= best[1];
}

function shareOf(text: string, words: string): number {
  const common = new Set(words.split(' '));
  const all = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return all.filter((word) => common.has(word)).length / Math.max(1, all.length);
}

/**
 * The first of these languages whose script a text is in; undetermined if it is in none of theirs.
 *
 *   "Заметка" of [en, ru] -> ru      "Заметка" of [en] -> und      "Note" of [en, ru] -> en
 */
export function languageByScript(text: string, languages: readonly LanguageTag[]): LanguageTag {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find(([pattern]) => (text.match(pattern)?.length ?? 0) > letters / 2);
  const known = script?.[1].split(' ');
  const others = SCRIPTS.flatMap(([, ofScript]) => ofScript.split(' '));
  const fits = (language: LanguageTag): boolean =>
    letters === 0 ||
    (known ? known.includes(primaryLanguage(language)) : !others.includes(primaryLanguage(language)));
  return languages.find(fits) ?? UNDETERMINED;
}
