import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readQuery } from '../query-language.ts';
import type { SearchPassage } from '../search-document.ts';
import { terms } from '../tokens/tokenize.ts';
import { bestPassages, WINDOW_CHARACTERS, type MarkedPassage } from './passages.ts';
import { soughtIn } from './sought.ts';

const show = ({ text, marks }: MarkedPassage): string => {
  let out = '';
  let at = 0;
  for (const [start, end] of marks) {
    out += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return out + text.slice(at);
};
const best = (query: string, passages: readonly SearchPassage[], limit = 1): readonly string[] =>
  bestPassages(passages, soughtIn(readQuery(query).node), limit).map(show);
const text = (words: string): SearchPassage => ({ field: 'text', text: words });

const MARKED: readonly (readonly [query: string, words: string, shown: string])[] = [
  ['mao', 'Of MAO, máo and Maoism.', 'Of [MAO], [máo] and Maoism.'],
  ['mao*', 'Mao and Maoism.', '[Mao] and [Maoism].'],
  ['"mao tse-tung"', 'Mao, and Mao Tse-tung.', 'Mao, and [Mao Tse-tung].'],
  ['"stalin mao"~2', 'Mao then told Stalin.', '[Mao] then told [Stalin].'],
  ['"stalin mao"~1', 'Mao then told Stalin.', ''],
  ['毛泽东', '致毛澤東同志', '致[毛澤東]同志'],
  ['김일성', '김일성과의 회담', '[김일성]과의 회담'],
  ['mao -stalin', 'Mao and Stalin', '[Mao] and Stalin'],
  ['title:mao', 'Mao', ''],
  ['type:Letter', 'A letter', ''],
];
for (const [query, words, shown] of MARKED)
  test(`${query} in "${words}"`, () =>
    assert.deepEqual(best(query, [text(words)]), shown === '' ? [] : [shown]));

test('the passage with most of the words comes first, and text before a title', () => {
  const passages = [{ field: 'title' as const, text: 'Mao' }, text('Mao only'), text('Mao and Stalin')];
  assert.deepEqual(best('mao stalin', passages, 3), ['[Mao] and [Stalin]', '[Mao] only', '[Mao]']);
});

test('any text: a window is of the text, near its length, and each mark is what was looked for', () => {
  const word = fc.constantFrom('mao', 'Stalin', 'railway', '毛泽东', 'x'.repeat(60), '𠀀𠀁');
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 120 }),
      fc.constantFrom(' ', '', '—'),
      (words, between) => {
        const whole = words.join(between);
        for (const found of bestPassages(
          [text(whole)],
          soughtIn(readQuery('mao OR 毛泽东 OR 𠀀𠀁').node),
          1,
        )) {
          assert.ok(whole.includes(found.text));
          assert.ok(found.text.isWellFormed());
          assert.ok(found.text.length <= WINDOW_CHARACTERS * 2);
          assert.ok(found.cutBefore || whole.startsWith(found.text));
          assert.ok(found.cutAfter || whole.endsWith(found.text));
          assert.ok(found.marks.length > 0);
          for (const [start, end] of found.marks) {
            const [first] = terms(found.text.slice(start, end));
            assert.ok(first === 'mao' || first === '毛泽' || first === '𠀀𠀁');
          }
        }
      },
    ),
    { numRuns: 300, seed: 3 },
  );
});
