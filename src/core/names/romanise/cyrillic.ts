import {
  lettersOf,
  READ_ENGLISH,
  READ_GERMAN,
  READ_ISO,
  READ_UKRAINIAN,
  type CyrillicLanguage,
  type CyrillicScheme,
  type Spellings,
} from './cyrillic-tables.ts';

export const CYRILLIC_SCHEMES: readonly CyrillicScheme[] = ['press', 'bgn-pcgn', 'ala-lc', 'iso-9', 'german'];

const TABLES = new Map(
  CYRILLIC_SCHEMES.map(
    (scheme) => [scheme, { ru: lettersOf(scheme, 'ru'), uk: lettersOf(scheme, 'uk') }] as const,
  ),
);

const languageOf = (text: string): CyrillicLanguage => (/[іїєґ]|ськ|цьк/iu.test(text) ? 'uk' : 'ru');

/**
 * A Cyrillic name in Latin letters by one scheme, without marks for ь and ъ, which hardly anyone types.
 * `press` is what newspapers and English books make of it.
 *
 *   "Вышинский"  press "Vyshinsky", bgn-pcgn "Vyshinskiy", ala-lc "Vyshinskiĭ", iso-9 "Vyšinskij", german "Wyschinski"
 *   "Евгений"    press "Yevgeny", bgn-pcgn "Yevgeniy", ala-lc "Evgeniĭ"
 */
export function romanised(text: string, scheme: CyrillicScheme, language = languageOf(text)): string {
  const letters = TABLES.get(scheme)?.[language];
  const composed = text.normalize('NFC');
  let out = '';
  for (let at = 0; at < composed.length; at++) {
    const letter = composed.charAt(at);
    const small = letter.toLowerCase();
    let latin = letters?.get(small);
    if (latin === undefined) {
      out += letter;
      continue;
    }
    const before = composed.charAt(at - 1).toLowerCase();
    if (language === 'ru' && (small === 'е' || small === 'ё')) latin = ye(small, scheme, before) ?? latin;
    out += letter === small || latin === '' ? latin : latin.slice(0, 1).toUpperCase() + latin.slice(1);
  }
  return settled(out, scheme);
}

const AFTER_VOWEL = 'аеёиоуыэюяйьъ';
const HUSHED = 'жшщч';

/** е and ё, which each scheme writes after what stands before them. */
function ye(small: string, scheme: CyrillicScheme, before: string): string | undefined {
  const isFirst = !/\p{L}/u.test(before);
  if (small === 'ё') {
    if (!HUSHED.includes(before) || isFirst) return undefined;
    return scheme === 'german' ? 'o' : scheme === 'press' ? 'e' : 'ë';
  }
  if (scheme === 'bgn-pcgn') return isFirst || AFTER_VOWEL.includes(before) ? 'ye' : 'e';
  if (scheme === 'press') return isFirst || before === 'ь' || before === 'ъ' ? 'ye' : 'e';
  return scheme === 'german' && isFirst ? 'je' : 'e';
}

/** Ends that newspapers shorten; and -ев after ш or ч, which Germans hear as -ow. */
function settled(text: string, scheme: CyrillicScheme): string {
  if (scheme === 'press') return text.replace(/(?:iy|yy|yi)(?!\p{L})/gu, 'y');
  if (scheme !== 'german') return text;
  return text.replace(/(?:ii|yi)(?!\p{L})/gu, 'i').replace(/(?<=sch)ew(?!\p{L})/gu, 'ow');
}

/** Ends by which a name in Latin letters, its marks left out, is known for Russian or Ukrainian. */
const SLAVIC_END =
  /(?:[bcdghklmnprstvz]ov|(?:[aeiou][nktpzg]|tr|sch|ch)ow|(?:ts|ch|sh|zh|[aeiy]|[bcdglmnrstz])ev|(?:sch[n]?|j|[eo]d)ew|[bdilnrostv]sk(?:y|ii|iy|ij|yi|yy|oi|oy|aya|aia|aja|i)|[cgklmnrstv]henko|[a-z]{2}enko|[a-z]myko|[aeio]vich|[aeo]vitch|[dhklmnrt]i[au]k|chuk|[cdhiklmnorstuvy](?:ov|ev)na|(?:ov|ev)a|ts(?:in|yn)|[gnr]in|[chlnpsy]kin|hin|[a-z]tyn)$/u;

export function looksSlavic(word: string): boolean {
  const small = plain(word).replace(/['ʹ]/gu, '');
  return small.length >= 5 && SLAVIC_END.test(small);
}

const plain = (word: string): string => word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

const CYRILLIC_END = /(?:[оеё]ва?|[иы]на?|[сц]ь?к(?:ий|ой|ая)|енко|чук|юк|[ое]вич|[ое]вна)$/u;
/** Whether a word in Cyrillic may be a family name: by its end, or by its capital. */
export const isCyrillicName = (word: string): boolean =>
  /^[\p{Script=Cyrillic}'’ʼ-]{4,}$/u.test(word) &&
  (CYRILLIC_END.test(word.toLowerCase()) || /^\p{Lu}\p{Ll}/u.test(word));

/**
 * A Russian or Ukrainian word in Latin letters, in Cyrillic, the likeliest first; none where a letter fits no
 * way of writing. Soft signs can't be known but for those that its other letters call for.
 *
 *   "Vyshinskii", "Vyshinsky" -> "Вышинский"   "Khrushchev", "Hruŝëv", "Chruschtschow" -> "Хрущев"
 *   "Hrushevskyi" -> "Грушевський"
 */
export function cyrillicOf(word: string): readonly string[] {
  const small = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’‘ʹʼ]/gu, 'ь');
  const readings = isIso(small)
    ? [spelled(small, READ_ISO)]
    : isGerman(small)
      ? [small, voiced(small)].map(german)
      : [spelled(english(small), READ_ENGLISH), isUkrainian(small) ? ukrainian(small) : undefined];
  const found = readings.flatMap((one) => (one === undefined ? [] : [capital(settledCyrillic(one))]));
  return [...new Set(isUkrainianOnly(small) ? found.toReversed() : found)];
}

const german = (word: string): string | undefined =>
  spelled(word, READ_GERMAN)?.replace(/(?<=ч)[оё]в(?=а?$)/u, 'ев');

/** German has no letter for ж, and writes "sch" for it too: here where it often is one, "Breschnew", "Schukow". */
const voiced = (word: string): string => word.replace(/(?<=l)sch(?!tsch)|(?<!t)sch(?=[dn])|^sch(?=u)/gu, 'ж');

const isIso = (word: string): boolean => /[žčšŝûâ]/u.test(word);
const isGerman = (word: string): boolean => /sch|[^c]ow$|ew$|^w|wsk/u.test(word);
const isUkrainianOnly = (word: string): boolean => /ь?k?sь?ky[iy]$|(?<![ckszt])h/u.test(word);
const isUkrainian = (word: string): boolean => isUkrainianOnly(word) || /enko$|chuk$|i?yuk$|iuk$/u.test(word);

/** What English ways of writing say by two letters. */
const english = (word: string): string =>
  bare(word)
    .replace(/s(?:kiy|kii|kij|kyi|kyy|ky|ki)$/u, 'ский')
    .replace(/sk(?:aya|aia|aja)$/u, 'ская')
    .replace(/sk(?:oi|oy)$/u, 'ской')
    .replace(/(?<=[bdfghklmnprstvz])[iy]ev/u, 'ьев')
    .replace(/ye/gu, 'е')
    .replace(/(?<=[aeou])[iy](?![aeiouу])/gu, 'й');

/** Without the marks that some books put over letters: "Vyshinskiĭ", "Khrushchëv". */
const bare = (word: string): string => word.replace(/ĭ/gu, 'i').replace(/[ëė]/gu, 'e');

const ukrainian = (word: string): string | undefined =>
  spelled(
    bare(word)
      .replace(/sь?k(?:yi|yy|yj|y)$/u, 'ський')
      .replace(/(?<=[aeou])[iy](?![aeiou])/gu, 'й'),
    READ_UKRAINIAN,
  );

function spelled(text: string, table: Spellings): string | undefined {
  let out = '';
  for (let at = 0; at < text.length;) {
    const here = text.charAt(at);
    const pair = /[\p{Script=Cyrillic}-]/u.test(here)
      ? ([here, here] as const)
      : table.find(([latin]) => text.startsWith(latin, at));
    if (pair === undefined) return undefined;
    out += pair[1];
    at += pair[0].length;
  }
  return out;
}

const settledCyrillic = (word: string): string =>
  word
    .replace(/(?<=щ)[оё]в(?=а?$)/u, 'ев')
    .replace(/ски$/u, 'ский')
    .replace(/ыи$/u, 'ый');

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
