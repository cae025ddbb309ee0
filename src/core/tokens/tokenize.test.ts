import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hashOfTerm, LONGEST_TERM, queryTerms, tellWords, terms, tokenize } from './tokenize.ts';

const CUT: readonly (readonly [text: string, cut: string])[] = [
  ['Record of a Meeting, 1945', 'record of a meeting 1945'],
  ['Résumé RÉSUMÉ resume', 'resume resume resume'],
  ['re\u0301sume\u0301', 'resume'],
  ["T. V. Soong's", 't v soong s'],
  ["Ch'en Yi, T’ang, Ts‘ao", 'chen yi tang tsao'],
  ["l'union d'État", 'l union d etat'],
  ['Ilʹichev', 'ilichev'],
  ['Mao Tse-tung', 'mao tse tung'],
  ['611.93/7–2255', '611 93 7 2255'],
  ['Straße STRASSE', 'strasse strasse'],
  ['Łódź Ærø œuvre ﬁle', 'lodz aero oeuvre file'],
  ['note²', 'note'],
  ['Сталин, ЕЩЁ й', 'сталин еще й'],
  ['Молотов\u0301', 'молотов'],
  ['Ὀδυσσεύς', 'οδυσσευσ'],
  ['مُحَمَّد أحمد ١٩٥٥', 'محمد احمد 1955'],
  ['הַנְּשִׂיא', 'הנשיא'],
  ['हिन्दी', 'हिन्दी'],
  ['中蘇關系', '中苏 苏关 关系 系'],
  ['中苏关系', '中苏 苏关 关系 系'],
  ['毛泽东Mao', '毛泽 泽东 东 mao'],
  ['김일성 주석', '김일 일성 성 주석 석'],
  ['スターリン', 'スタ ター ーリ リン ン'],
  ['\u{20000}\u{20001}', '\u{20000}\u{20001} \u{20001}'],
  ['１９４５年', '1945 年'],
  ['\u{1d400}bc', 'abc'],
  ['soft\u00adhyphen', 'softhyphen'],
  ['', ''],
  ['— … “”', ''],
];
for (const [text, cut] of CUT)
  test(`"${text}" is cut as "${cut}"`, () => assert.equal(terms(text).join(' '), cut));

const ASKED: readonly (readonly [text: string, asked: string])[] = [
  ['中蘇關系', '中苏 苏关 关系'],
  ['蘇', '苏*'],
  ['Mao 毛', 'mao 毛*'],
  ['毛 Mao', '毛 mao'],
  ['中苏 关系', '中苏 苏 关系'],
  ['김', '김*'],
  ['T.V.', 't v'],
  ['e\u0301', 'e'],
  ['—', ''],
];
for (const [text, asked] of ASKED)
  test(`"${text}" is asked as "${asked}"`, () =>
    assert.equal(
      queryTerms(text)
        .map(({ term, isBegun }) => (isBegun ? `${term}*` : term))
        .join(' '),
      asked,
    ));

test('a token says where it stands', () => {
  const said: string[] = [];
  const text = 'Il ne faut — Ćao 中国!';
  tokenize(text, (term, start, end) => said.push(`${term}=${text.slice(start, end)}`));
  assert.deepEqual(said, ['il=Il', 'ne=ne', 'faut=faut', 'cao=Ćao', '中国=中国', '国=国']);
});

test('a word without end is cut', () =>
  assert.deepEqual(terms('a'.repeat(100_000)), ['a'.repeat(LONGEST_TERM)]));

test('any text: offsets rise and lie within it, terms hold no space, and a term is its own term', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      let before = 0;
      tokenize(text, (term, start, end) => {
        assert.ok(start >= before && start < end && end <= text.length);
        before = start;
        assert.ok(term.length > 0 && !/\s/u.test(term));
      });
    }),
    { numRuns: 500, seed: 7 },
  );
});

test('what is searched as a term is found by that term', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      for (const term of terms(text)) assert.equal(terms(term)[0], term);
    }),
    { numRuns: 500, seed: 7 },
  );
});

test('what is told of plain words is what is emitted, with the hash of the term', () => {
  const pieces = fc.constantFrom(
    'Soong',
    "ch'",
    'T',
    '’',
    "'",
    ' ',
    '-',
    'é',
    '\u00ad',
    '中',
    '𠀀',
    'x9',
    '\ud800',
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
      (some, more) => {
        const text = some.join('') + more;
        const told: [string, number, number][] = [];
        const letters = new Uint16Array(LONGEST_TERM);
        tellWords(text, {
          letters,
          plain(start, end, hash) {
            const term = text.slice(start, end).toLowerCase();
            assert.equal(hash, hashOfTerm(term));
            assert.equal(String.fromCharCode(...letters.subarray(0, end - start)), term);
            told.push([term, start, end]);
          },
          term: (term, start, end) => told.push([term, start, end]),
        });
        const emitted: [string, number, number][] = [];
        tokenize(text, (term, start, end) => emitted.push([term, start, end]));
        assert.deepEqual(told, emitted);
      },
    ),
    { numRuns: 400, seed: 5 },
  );
});

test('a plain word is the same term as one that is read letter by letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 90 }), (text) => {
      const slowly = text.replace(/[a-z0-9]/gi, '$&\u00ad');
      assert.deepEqual(terms(text.replaceAll("'", ' ')), terms(slowly.replaceAll("'", ' ')));
    }),
    { numRuns: 300, seed: 6 },
  );
});
