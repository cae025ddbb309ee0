import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markBlocks } from '../../core/facsimile/mark-blocks.ts';
import type { PageText, PageWord } from '../../core/facsimile/page-text.ts';
import { turnedText } from '../../core/facsimile/turned-text.ts';
import { markAsRead } from './mark-as-read.ts';
import { turnedOverRegion } from './second-look.ts';

const SIZE = { widthPx: 600, heightPx: 800 };
/** Two paragraphs: three lines, a gap, two lines. */
const LINES: readonly (readonly PageWord[])[] = [100, 140, 180, 300, 340].map((y) =>
  ['harbour', 'of', 'Halvern'].map((text, at) => ({ text, x: 50 + at * 150, y, w: 120, h: 24 })),
);
const BEGINNINGS = [true, false, false, true, false];
const text: PageText = { ...SIZE, lines: LINES.map((words) => ({ isBlockStart: false, words })) };
const turned = (degrees: 90 | 270) => turnedText(text, degrees);

test('paragraphs begin where they do, however the page lies', () => {
  const ways: readonly [how: string, page: PageText, isTurnedOver: boolean][] = [
    ['upright', text, false],
    ['on its left side', turned(90), false],
    ['on its right side', turned(270), false],
    [
      'upside down',
      {
        ...text,
        lines: text.lines.map((line) => ({
          ...line,
          words: line.words.map((word) => turnedOverRegion(word, SIZE)),
        })),
      },
      true,
    ],
  ];
  for (const [how, page, isTurnedOver] of ways) {
    const lines = page.lines.map(({ words }) => words);
    const marked = markAsRead(lines, page, isTurnedOver);
    assert.deepEqual(
      marked.map(({ isBlockStart }) => isBlockStart),
      BEGINNINGS,
      how,
    );
    assert.deepEqual(
      marked.map(({ words }) => words),
      lines,
      'words stay where they lie',
    );
  }
  assert.deepEqual(
    markBlocks(LINES).map(({ isBlockStart }) => isBlockStart),
    BEGINNINGS,
  );
});
