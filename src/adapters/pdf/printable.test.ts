import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../words/en.ts';
import { printable, type Coverage } from './printable.ts';

/** Letters up to the Cyrillic ones, and what typographers need. */
const covers = (codePoint: number): boolean =>
  codePoint < 0x530 || (codePoint >= 0x2013 && codePoint <= 0x2020) || codePoint === 0xa0;
const set = (text: string, counted: Coverage = { letters: 0, covered: 0 }): string =>
  printable([{ text }], covers, en.handout, counted)
    .map((run) => run.text)
    .join('');

const cases: readonly (readonly [says: string, text: string, expected: string])[] = [
  ['what there are letters for stays', 'Compte – «Рейтер» Ὅ'.slice(0, 17), 'Compte – «Рейтер»'],
  ['Chinese in a Latin text', 'Mao (毛泽东) said', 'Mao ([Chinese characters]) said'],
  ['two words of one script are said once', 'a אבג דהו b', 'a [Hebrew letters] b'],
  ['a missing word at the end', 'see 平壤', 'see [Chinese characters]'],
  ['a missing word before a space', '平壤 ', '[Chinese characters] '],
  ['Japanese by its own letters', 'カナ', '[Japanese letters]'],
  ['a script without a name', 'ᚠᚢ', '[a character of another script]'],
  ['an astral sign', 'x 😀', 'x [a character of another script]'],
  ['what shows nothing goes', 'so\u00adft \u200fright\ufeff', 'soft right'],
  ['thin spaces are spaces', '10\u2009000\u202fm', '10 000\u00a0m'],
  ['arrows and bullets as there are letters for them', '• a → b', '· a -> b'],
  ['letters and their marks in one', 'e\u0301', 'é'],
  ['lines end where they did', 'a\nb', 'a\nb'],
];
for (const [says, text, expected] of cases) test(says, () => assert.equal(set(text), expected));

test('letters are counted, and those that can be set', () => {
  const counted = { letters: 0, covered: 0 };
  set('ab 平壤, 1', counted);
  assert.deepEqual(counted, { letters: 5, covered: 3 });
});
