import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Region } from '../rendition.ts';
import type { PageText } from './page-text.ts';
import { shownText, textShownOn } from './shown-text.ts';

const at = (text: string, x: number, y: number, w = 10, h = 10) => ({ text, x, y, w, h });
const page: PageText = {
  widthPx: 100,
  heightPx: 100,
  lines: [
    { isBlockStart: true, words: [at('one', 0, 0), at('two', 20, 0)] },
    { isBlockStart: false, words: [at('three', 0, 20), at('dot', 50, 20, 0, 0)] },
  ],
};
const wordsUnder = (...regions: readonly Region[]): readonly string[] =>
  shownText(page, regions).lines.map(({ words }) => words.map(({ text }) => text).join(' '));

const cases: readonly (readonly [says: string, regions: readonly Region[], left: readonly string[]])[] = [
  ['nothing is held back', [], ['one two', 'three dot']],
  ['a part of a word', [{ x: 9.5, y: 9.5, w: 1, h: 1 }], ['two', 'three dot']],
  ['only what stands beside a word', [{ x: 10, y: 0, w: 10, h: 10 }], ['one two', 'three dot']],
  ['a whole line, which goes', [{ x: 0, y: 0, w: 100, h: 10 }], ['three dot']],
  ['a word without an extent', [{ x: 45, y: 15, w: 10, h: 10 }], ['one two', 'three']],
  ['what reaches beyond the page', [{ x: -50, y: -50, w: 500, h: 500 }], []],
];
for (const [says, regions, left] of cases)
  test(`words are left: ${says}`, () => assert.deepEqual(wordsUnder(...regions), left));

test('a text that was read in half the size lies where the image has it, and is held back there', () => {
  const image = { widthPx: 200, heightPx: 200, blackened: [{ x: 41, y: 1, w: 5, h: 5 }] };
  const { lines, widthPx } = textShownOn(image, page);
  assert.equal(widthPx, 200);
  assert.deepEqual(
    lines[0]?.words.map(({ text, x, w }) => [text, x, w]),
    [['one', 0, 20]],
  );
});
