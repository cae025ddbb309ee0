import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Region } from '../rendition.ts';
import { clearParagraphs } from './clear-words.ts';
import type { PageText } from './page-text.ts';

const word = (text: string, x: number, y: number, w = 90) => ({ text, x, y, w, h: w === 0 ? 0 : 30 });
const page: PageText = {
  widthPx: 1000,
  heightPx: 1000,
  lines: [
    { isBlockStart: true, words: [word('Dear', 0, 0), word('Anna', 100, 0)] },
    { isBlockStart: true, words: [word('we', 0, 100), word('came', 100, 100)] },
    { isBlockStart: false, words: [word('on', 0, 140), word('Monday', 100, 140)] },
    { isBlockStart: true, words: [word('Yours', 0, 300)] },
    { isBlockStart: true, words: [word('Yours', 0, 600)] },
    { isBlockStart: true, words: [word('nowhere', 0, 0, 0)] },
  ],
};
const at = (x: number, y: number, w = 10, h = 10): Region => ({ x, y, w, h });
const MIDDLE = 'we came on Monday';
const CASES: readonly (readonly [says: string, regions: readonly Region[], clear: readonly string[]])[] = [
  ['nothing under it', [at(900, 900)], ['Dear Anna', MIDDLE, 'Yours']],
  ['one word is enough', [at(110, 5)], [MIDDLE, 'Yours']],
  ['of the second line, too', [at(110, 150)], ['Dear Anna', 'Yours']],
  ['what stands twice is not clear in either place', [at(0, 310)], ['Dear Anna', MIDDLE]],
  ['several regions', [at(0, 0), at(0, 110)], ['Yours']],
];
for (const [says, regions, clear] of CASES)
  test(`paragraphs beside what is held back: ${says}`, () => {
    assert.deepEqual([...clearParagraphs({ widthPx: 1000, heightPx: 1000 }, page, regions)], clear);
    const half = regions.map(({ x, y, w, h }) => at(x / 2, y / 2, w / 2, h / 2));
    assert.deepEqual([...clearParagraphs({ widthPx: 500, heightPx: 500 }, page, half)], clear, 'scaled');
  });
