import { SYLLABLES } from './chinese-syllables-table.ts';
import { SURNAMES } from './chinese-surnames-table.ts';
import { isCommonWord, isSmallWord } from './common-words-table.ts';
import type { RuleForm } from './rule-forms.ts';

/** A syllable for looking up: small letters, no tones, one kind of apostrophe, ü as it stands. */
function tidy(text: string): string {
  const small = text.toLowerCase();
  if (/^[a-z'-]*$/.test(small)) return small;
  return small
    .normalize('NFD')
    .replace(/[\u0300-\u0302\u0304\u030c]/gu, '')
    .normalize('NFC')
    .replace(/['’‘ʻʼʿʾ`´]/gu, "'");
}
const bare = (syllable: string): string => syllable.replaceAll("'", '').replaceAll('ü', 'u');

const WADE_GILES = new Map(SYLLABLES);
/** Spellings that books use beside those of the table. */
const ALSO: readonly (readonly [pinyin: string, written: string])[] = [
  ['si', 'szu'],
  ['zi', 'tze'],
  ['ze', 'tse'],
  ['ge', 'ke'],
  ['ke', "k'e"],
  ['he', 'he'],
  ['gui', 'kwei'],
  ['guang', 'kwang'],
  ['yi', 'yi'],
];
/** Wade-Giles as it should be, and the same without apostrophes and ü, as most printed it: then several may look alike. */
const STRICT = new Map<string, readonly string[]>();
const LOOSE = new Map<string, readonly string[]>();
for (const [pinyin, written] of [...SYLLABLES, ...ALSO]) {
  STRICT.set(written, [...(STRICT.get(written) ?? []), pinyin]);
  LOOSE.set(bare(written), [...(LOOSE.get(bare(written)) ?? []), pinyin]);
}

const LONGEST_SYLLABLE = 6;
const MOST_IN_GIVEN = 2;

/**
 * Cuts a run of pinyin into its syllables, two at most and the fewest there can be; undefined if it is none.
 *
 *   "zedong" -> ze dong      "xi'an" -> xi an      "enlai" -> en lai      "dulles" -> undefined
 */
export function pinyinSyllables(word: string): readonly string[] | undefined {
  const text = tidy(word);
  if (text.length > MOST_IN_GIVEN * LONGEST_SYLLABLE + 1) return undefined;
  const parts = text.split(/[-‐‑']/u);
  if (parts.length > 1)
    return parts.length <= MOST_IN_GIVEN && parts.every((one) => WADE_GILES.has(one)) ? parts : undefined;
  if (WADE_GILES.has(text)) return [text];
  for (let at = Math.min(LONGEST_SYLLABLE, text.length - 1); at > 0; at--) {
    const [first, second] = [text.slice(0, at), text.slice(at)];
    // Before a vowel an apostrophe would have been written: "xian" is one syllable, "fangan" is fan-gan.
    if (WADE_GILES.has(first) && WADE_GILES.has(second) && !/^[aeo]/.test(second)) return [first, second];
  }
  return undefined;
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
const joined = (syllables: readonly string[]): string =>
  capital(syllables.map((one, at) => (at > 0 && /^[aeo]/.test(one) ? `'${one}` : one)).join(''));
const hyphened = (syllables: readonly string[]): string => capital(syllables.join('-'));
const inWadeGiles = (syllables: readonly string[]): readonly string[] =>
  syllables.map((one) => WADE_GILES.get(one) ?? one);

interface Reading {
  readonly family: readonly string[];
  readonly given: readonly string[];
}

const FAMILY_OF_TWO: ReadonlyMap<string, readonly string[]> = new Map(
  [...SURNAMES.keys()].flatMap((name) => {
    const cut = pinyinSyllables(name);
    return cut?.length === 2 ? [[name, cut] as const] : [];
  }),
);

/** A name whose family name is one, and whose given name is cut wholly, as pinyin. */
function readPinyin(family: string, given: readonly string[]): readonly Reading[] {
  const name = tidy(family).replace(/[-‐‑]/gu, '');
  if (!SURNAMES.has(name)) return [];
  const syllables = given.length === 1 ? pinyinSyllables(given[0] ?? '') : given.map(tidy);
  if (syllables === undefined || syllables.length > MOST_IN_GIVEN) return [];
  if (!syllables.every((one) => WADE_GILES.has(one))) return [];
  return [{ family: FAMILY_OF_TWO.get(name) ?? [name], given: syllables }];
}

/** The same as Wade-Giles: without apostrophes it may be several, the most frequent family name first. */
function readWadeGiles(family: string, given: readonly string[]): readonly Reading[] {
  const syllables = given.flatMap((word) => tidy(word).split(/[-‐‑]/u));
  if (syllables.length > MOST_IN_GIVEN) return [];
  const isMarked = [family, ...given].some((word) => /['ü]/u.test(tidy(word)));
  const look = (syllable: string): readonly string[] => {
    const strict = STRICT.get(syllable) ?? [];
    return isMarked ? strict : [...new Set([...strict, ...(LOOSE.get(bare(syllable)) ?? [])])];
  };
  const families = look(tidy(family))
    .filter((one) => SURNAMES.has(one))
    .toSorted((a, b) => (SURNAMES.get(a) ?? 0) - (SURNAMES.get(b) ?? 0));
  const asMarked = syllables.map((one) => look(one)[0]);
  const asUnmarked = syllables.map((one) => look(one)[1] ?? look(one)[0]);
  return families.slice(0, 1).flatMap((one) =>
    [asMarked, asUnmarked].flatMap((name): readonly Reading[] => {
      const whole = name.filter((syllable) => syllable !== undefined);
      return whole.length === syllables.length ? [{ family: [one], given: whole }] : [];
    }),
  );
}

/**
 * A Chinese name in pinyin or Wade-Giles, as the other and in the ways in which either is joined; none where
 * its first word is no family name, or the rest is not one or two syllables.
 *
 *   "zhou enlai"  -> "Chou En-lai" wade-giles, "Zhou En-lai" pinyin
 *   "Chou En-lai" -> "Zhou Enlai", "Zhou En-lai" pinyin, "Chou Enlai" …     "Dean Rusk" -> (none)
 */
export function chineseForms(words: readonly string[]): readonly RuleForm[] {
  const [family = '', ...given] = words.map((word) => word.replace(/,$/u, ''));
  if (given.length === 0 || given.length > MOST_IN_GIVEN) return [];
  if (given.some((word) => !/^\p{Lu}/u.test(word) && isCommonWord(tidy(word))) || given.join('').length < 2)
    return [];
  const isHyphened = given.some((word) => /\p{L}[-‐‑]\p{L}/u.test(word));
  if (isSmallWord(family) && !isHyphened) return [];
  const readings = [
    ...(isHyphened ? [] : readPinyin(family, given)),
    ...readWadeGiles(family, given),
    ...(isHyphened ? readPinyin(family, given) : []),
  ];
  return readings.flatMap(({ family: name, given: rest }) => [
    { form: `${joined(name)} ${joined(rest)}`, rule: 'pinyin' as const },
    { form: `${hyphened(inWadeGiles(name))} ${hyphened(inWadeGiles(rest))}`, rule: 'wade-giles' as const },
    { form: `${joined(name)} ${hyphened(rest)}`, rule: 'pinyin' as const },
  ]);
}
