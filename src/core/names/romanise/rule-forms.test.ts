import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { terms } from '../../tokens/tokenize.ts';
import { SURNAMES } from './chinese-surnames-table.ts';
import { SYLLABLES } from './chinese-syllables-table.ts';
import { cyrillicOf, romanised } from './cyrillic.ts';
import { GIVEN_SYLLABLES } from './korean-tables.ts';
import { romanisedKorean } from './korean.ts';
import { ruleFormsOf } from './rule-forms.ts';

const formsOf = (name: string): readonly string[] => ruleFormsOf(name.split(' ')).map(({ form }) => form);
const asFound = (form: string): string => terms(form).join(' ');
const finds = (typed: string, wanted: string): boolean =>
  asFound(typed) === asFound(wanted) || formsOf(typed).map(asFound).includes(asFound(wanted));

/** Names as reference works give them, in two ways of writing; each finds the other. */
const PAIRS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'pinyin and Wade-Giles': [
    ['Zhou Enlai', 'Chou En-lai'],
    ['Mao Zedong', 'Mao Tse-tung'],
    ['Song Ziwen', 'Sung Tzu-wen'],
    ['Deng Xiaoping', 'Teng Hsiao-p’ing'],
    ['Peng Dehuai', 'P’eng Te-huai'],
    ['Zhu De', 'Chu Te'],
    ['Liu Shaoqi', 'Liu Shao-ch’i'],
    ['Lin Biao', 'Lin Piao'],
    ['Hua Guofeng', 'Hua Kuo-feng'],
    ['Chen Cheng', 'Ch’en Ch’eng'],
    ['Wang Shijie', 'Wang Shih-chieh'],
    ['Gao Gang', 'Kao Kang'],
    ['Qiao Guanhua', 'Ch’iao Kuan-hua'],
  ],
  'places of China': [
    ['Beijing', 'Peking'],
    ['Beijing', 'Peiping'],
    ['Nanjing', 'Nanking'],
    ['Chongqing', 'Chungking'],
    ['Tianjin', 'Tientsin'],
    ['Guangzhou', 'Canton'],
    ['Shenyang', 'Mukden'],
    ['Dalian', 'Dairen'],
    ['Xinjiang', 'Sinkiang'],
    ['Jinmen', 'Quemoy'],
    ['Xi’an', 'Sian'],
  ],
  'BGN/PCGN and Cyrillic': [
    ['Khrushchëv', 'Хрущёв'],
    ['Vyshinskiy', 'Вышинский'],
    ['Malenkov', 'Маленков'],
    ['Yezhov', 'Ежов'],
    ['Grigorʹyev', 'Григорьев'],
    ['Gromyko', 'Громыко'],
    ['Kaganovich', 'Каганович'],
    ['Zaytsev', 'Зайцев'],
    ['Hrushevsʹkyy', 'Грушевський'],
    ['Shevchenko', 'Шевченко'],
  ],
  'ALA-LC and Cyrillic': [
    ['Khrushchev', 'Хрущев'],
    ['Vyshinskiĭ', 'Вышинский'],
    ['Ezhov', 'Ежов'],
    ['Zaĭtsev', 'Зайцев'],
    ['Chuĭkov', 'Чуйков'],
    ['Hrushevsʹkyĭ', 'Грушевський'],
  ],
  'ISO 9 and Cyrillic': [
    ['Hruŝëv', 'Хрущёв'],
    ['Vyšinskij', 'Вышинский'],
    ['Žukov', 'Жуков'],
    ['Čujkov', 'Чуйков'],
  ],
  'ways of writing Russian in Latin letters': [
    ['Khrushchev', 'Hruŝëv'],
    ['Khrushchev', 'Chruschtschow'],
    ['Gorbachev', 'Gorbatschow'],
    ['Vyshinsky', 'Wyschinski'],
    ['Vyshinsky', 'Vyshinskii'],
    ['Zhukov', 'Schukow'],
    ['Brezhnev', 'Breschnew'],
    ['Chruščev', 'Khrushchev'],
    ['Chruščov', 'Хрущёв'],
    ['Hruščov', 'Khrushchev'],
    ['Brežněv', 'Brezhnev'],
    ['Nikita Khrushchev', 'Никита Хрущев'],
    ['N. S. Khrushchev', 'Н. С. Хрущев'],
  ],
  Korean: [
    ['김일성', 'Kim Il-sŏng'],
    ['김일성', 'Kim Il-seong'],
    ['김일성', 'Kim Il-sung'],
    ['Kim Il-sŏng', 'Gim Il-seong'],
    ['박정희', 'Pak Chŏng-hŭi'],
    ['박정희', 'Bak Jeong-hui'],
    ['박정희', 'Park Chung-hee'],
    ['Pak Chŏng-hŭi', 'Park Jeong-hui'],
  ],
  umlauts: [
    ['Müller', 'Mueller'],
    ['Muller', 'Mueller'],
    ['Koenig', 'König'],
    ['Göring', 'Goering'],
  ],
  initials: [
    ['TV Soong', 'T. V. Soong'],
    ['Soong, T. V.', 'T. V. Soong'],
  ],
};
/** Ways that lose what the other needs: found from the first, not from the second. */
const ONE_WAY: ReadonlySet<string> = new Set([
  'Chruščev Khrushchev',
  'Chruščov Хрущёв',
  'Hruščov Khrushchev',
  'Brežněv Brezhnev',
  'TV Soong T. V. Soong',
  'Kim Il-sŏng Gim Il-seong',
]);
for (const [system, pairs] of Object.entries(PAIRS))
  test(`each finds the other: ${system}`, () => {
    for (const [one, other] of pairs) {
      assert.ok(finds(one, other), `${one} -> ${other}: ${formsOf(one).join(', ')}`);
      if (!ONE_WAY.has(`${one} ${other}`))
        assert.ok(finds(other, one), `${other} -> ${one}: ${formsOf(other).join(', ')}`);
    }
  });

const NONE =
  'Dulles;i have;the u s;Geneva;Dean Rusk;John Foster Dulles;long range;made in China;guest;Samuel;Berlin;договор о дружбе;strawberry;Hull;war;in;1945;the Yalta conference;중국;宋子文;;…';
test('words that are no name of these languages are spelled in no other way', () => {
  for (const words of NONE.split(';')) assert.deepEqual(formsOf(words), [], words);
});

test('simplified and traditional characters, and plain letters for marked ones, need no rule', () => {
  for (const [one, other] of [
    ['毛澤東', '毛泽东'],
    ['Müller', 'Muller'],
    ['Rákosi', 'Rakosi'],
    ['Szőke', 'Szoke'],
  ] as const)
    assert.equal(asFound(one), asFound(other));
});

const syllable = fc.constantFrom(...SYLLABLES.map(([pinyin]) => pinyin)).filter((one) => !/^[aeo]/.test(one));
test('a name in pinyin comes back from its Wade-Giles', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...[...SURNAMES.keys()].filter((one) => SYLLABLES.some(([pinyin]) => pinyin === one))),
      syllable,
      syllable,
      (family, one, other) => {
        const typed = `${family} ${one}${other}`;
        const wadeGiles = ruleFormsOf([family, one + other]).find(({ rule }) => rule === 'wade-giles');
        fc.pre(wadeGiles !== undefined && /[’'ü]/.test(wadeGiles.form));
        const back = formsOf(wadeGiles?.form ?? '').map(asFound);
        const cuts = [asFound(typed), asFound(`${family} ${one}-${other}`)];
        assert.ok(
          cuts.some((cut) => back.includes(cut)) || ruleFormsOf([family, one + other]).length === 0,
          `${typed} -> ${wadeGiles?.form} -> ${back.join(', ')}`,
        );
      },
    ),
    { numRuns: 300, seed: 7 },
  );
});

const open = fc
  .tuple(fc.constantFrom(...'бвгджзклмнпрстфхцчшщ'), fc.constantFrom(...'аоуи'))
  .map((pair) => pair.join(''));
const stems = fc.tuple(fc.array(open, { minLength: 1, maxLength: 3 }), fc.constantFrom(...'бдлмнр'));
test('a family name in Cyrillic comes back from BGN/PCGN, ALA-LC and ISO 9', () => {
  fc.assert(
    fc.property(stems, fc.constantFrom('ов', 'ский', 'енко'), ([begins, last], end) => {
      const name = begins.join('') + last + end;
      for (const scheme of ['bgn-pcgn', 'ala-lc', 'iso-9'] as const) {
        const latin = romanised(name, scheme, 'ru');
        // Without a marked letter nothing tells ISO 9 from the others.
        if (scheme === 'iso-9' && !/[žčšŝûâ]/u.test(latin)) continue;
        assert.ok(
          cyrillicOf(latin).map(asFound).includes(name),
          `${name} -> ${latin} -> ${cyrillicOf(latin).join()}`,
        );
      }
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('a Korean name comes back to Hangul from each of its spellings, among the likeliest', () => {
  const given = fc.constantFrom(...GIVEN_SYLLABLES.slice(0, 30));
  let back = 0;
  let asked = 0;
  fc.assert(
    fc.property(fc.constantFrom('김', '박', '최', '정', '윤'), given, given, (family, one, other) => {
      const name = family + one + other;
      for (const { form } of romanisedKorean(name).slice(0, 3)) {
        asked++;
        if (formsOf(form).includes(name)) back++;
      }
    }),
    { numRuns: 300, seed: 7 },
  );
  assert.ok(back / asked > 0.85, `${back} of ${asked}`);
});

test('any words are answered, within bounds, and a form never twice', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 8 }), (words) => {
      const forms = ruleFormsOf(words);
      assert.ok(forms.length <= 10);
      assert.equal(new Set(forms.map(({ form }) => asFound(form))).size, forms.length);
    }),
    { numRuns: 500, seed: 7 },
  );
});
