import { foldName } from '../fold-name.ts';
import { isSmallWord } from './common-words-table.ts';
import { GIVEN_SYLLABLES, KOREAN_FAMILIES } from './korean-tables.ts';
import type { RuleForm } from './rule-forms.ts';

/** Letters of a syllable: as the Revised romanisation has them, as McCune-Reischauer does, and as the press may. */
const LEADS =
  'g:k kk:kk n:n d:t tt:tt r:r m:m b:p pp:pp s:s ss:ss -:- j:ch jj:tch ch:ch’ k:k’ t:t’ p:p’ h:h'.split(' ');
const VOWELS =
  'a:a ae:ae ya:ya yae:yae eo:ŏ:u e:e yeo:yŏ:yu ye:ye o:o wa:wa wae:wae oe:oe yo:yo u:u wo:wŏ we:we wi:wi yu:yu eu:ŭ:u ui:ŭi:ee i:i'.split(
    ' ',
  );
const TAILS = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');

type System = 0 | 1 | 2;
const REVISED = 0;
const MCCUNE = 1;
const PRESS = 2;

function pick(letters: string | undefined, system: System): string {
  const spellings = (letters ?? '').split(':');
  const found = spellings[system] ?? spellings[MCCUNE] ?? spellings[REVISED] ?? '';
  return found === '-' ? '' : found;
}

const FIRST = 0xac00;
const LAST = 0xd7a3;
interface Syllable {
  readonly lead: number;
  readonly vowel: number;
  readonly tail: number;
}

function syllablesOf(text: string): readonly Syllable[] | undefined {
  const found: Syllable[] = [];
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0) ?? 0;
    if (code < FIRST || code > LAST) return undefined;
    const at = code - FIRST;
    found.push({ lead: Math.floor(at / 588), vowel: Math.floor((at % 588) / 28), tail: at % 28 });
  }
  return found;
}

/** Between vowels, and after n, ng, m and l, McCune-Reischauer writes k, t, p and ch as they sound. */
const VOICED: Readonly<Record<string, string>> = { k: 'g', t: 'd', p: 'b', ch: 'j' };
const SONANTS: ReadonlySet<string> = new Set(['-', 'n', 'm', 'ng', 'l']);
const SIBILANTS: ReadonlySet<number> = new Set([6, 16, 20]);

/** Each syllable spelled for itself, as the Revised rules ask of names; no further sound that changes is followed. */
const spell = (syllables: readonly Syllable[], system: System): readonly string[] =>
  syllables.map(({ lead, vowel, tail }, at) => {
    const before = syllables[at - 1];
    const plain = pick(LEADS[lead], system);
    const isVoiced = system !== REVISED && before !== undefined && SONANTS.has(TAILS[before.tail] ?? '');
    const begins = isVoiced ? (VOICED[plain] ?? plain) : plain;
    const hissed = system === PRESS && begins === 's' && SIBILANTS.has(vowel) ? 'sh' : begins;
    return hissed + pick(VOWELS[vowel], system) + pick(TAILS[tail], system);
  });

/** A spelling for looking up: folded, and what the press writes with two letters with one. */
const soundOf = (spelling: string): string => foldName(spelling).replaceAll('ee', 'i').replaceAll('oo', 'u');

/** Every way in which a syllable of a given name may be written, folded. */
function spellingsOf(hangul: string): readonly string[] {
  const [syllable] = syllablesOf(hangul) ?? [];
  if (syllable === undefined) return [];
  const open = { lead: 11, vowel: 0, tail: 0 };
  const each = [REVISED, MCCUNE, PRESS] as const;
  const alone = each.map((system) => spell([syllable], system)[0] ?? '');
  const voiced = each.map((system) => spell([open, syllable], system)[1] ?? '');
  const folded = [...alone, ...voiced].map(soundOf);
  return [...new Set([...folded, ...folded.map((one) => one.replace('yu', 'you'))])];
}

function readingsBySpelling(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const hangul of new Set(GIVEN_SYLLABLES))
    for (const spelling of spellingsOf(hangul)) found.set(spelling, [...(found.get(spelling) ?? []), hangul]);
  return found;
}
const GIVEN = readingsBySpelling();

function familiesBySpelling(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [hangul, spellings] of KOREAN_FAMILIES)
    for (const spelling of spellings.map(foldName)) if (!found.has(spelling)) found.set(spelling, hangul);
  return found;
}
const FAMILIES = familiesBySpelling();

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/**
 * A Korean name in Hangul, as McCune-Reischauer, the Revised romanisation and the press write it.
 *
 *   "김일성" -> "Kim Il-sŏng" mccune-reischauer, "Gim Il-seong", "Kim Il-seong" revised, "Kim Il-sung" press
 */
export function romanisedKorean(name: string): readonly RuleForm[] {
  const [family = '', ...given] = [...name.replaceAll(' ', '')];
  const surname = syllablesOf(family);
  const rest = syllablesOf(given.join(''));
  const known = KOREAN_FAMILIES.get(family);
  if (surname === undefined || rest?.length !== 2 || known === undefined) return [];
  const [usual = ''] = known;
  const named = (system: System): string => capital(spell(rest, system).join('-'));
  const own = (system: System): string => capital(spell(surname, system).join(''));
  return [
    { form: `${own(MCCUNE) === 'I' ? 'Yi' : own(MCCUNE)} ${named(MCCUNE)}`, rule: 'mccune-reischauer' },
    { form: `${usual} ${named(REVISED)}`, rule: 'revised' },
    { form: `${own(REVISED)} ${named(REVISED)}`, rule: 'revised' },
    { form: `${usual} ${named(PRESS)}`, rule: 'press' },
    { form: `${usual} ${named(REVISED).replace('-', '')}`, rule: 'revised' },
  ];
}

const MOST_READINGS = 2;

/**
 * A Korean name of a family name and two syllables in any of the three ways, as the others have it; none where
 * its words are no such syllables.
 *
 *   "Kim Il Sung", "Kim Il-sŏng", "Gim Ilseong", "김일성" -> each other
 */
export function koreanForms(words: readonly string[]): readonly RuleForm[] {
  const [only = '', ...others] = words;
  if (/\p{Script=Hangul}/u.test(only))
    return others.length === 0 && [...only].length === 3 ? romanisedKorean(only) : [];
  const family = FAMILIES.get(foldName(only)) ?? (foldName(only) === 'gim' ? '김' : undefined);
  if (family === undefined || others.length === 0 || isSmallWord(only)) return [];
  return twoSyllables(others)
    .slice(0, MOST_READINGS)
    .flatMap((given) => [
      { form: family + given, rule: 'hangul' as const },
      ...romanisedKorean(family + given),
    ]);
}

/** Given names of two syllables that these words may be, in Hangul, the likeliest first. */
function twoSyllables(words: readonly string[]): readonly string[] {
  const parts = words.flatMap((word) => foldName(word).split(' ')).map(soundOf);
  const [first = '', second] = parts;
  const cuts =
    parts.length === 2 && second !== undefined
      ? [[first, second] as const]
      : parts.length === 1
        ? Array.from(
            { length: first.length - 1 },
            (_, at) => [first.slice(0, at + 1), first.slice(at + 1)] as const,
          )
        : [];
  return cuts.flatMap(([one, other]) =>
    (GIVEN.get(one) ?? []).slice(0, 2).flatMap((a) => (GIVEN.get(other) ?? []).slice(0, 1).map((b) => a + b)),
  );
}
