import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageText } from './page-text.ts';
import { turnedText } from './turned-text.ts';

const PAGE: PageText = {
  widthPx: 100,
  heightPx: 200,
  lines: [{ isBlockStart: true, words: [{ text: 'a', x: 10, y: 20, w: 30, h: 5, confidence: 0.5 }] }],
};

test('words turn with their picture', () => {
  const turned = turnedText(PAGE, 90);
  assert.deepEqual([turned.widthPx, turned.heightPx], [200, 100]);
  assert.deepEqual(turned.lines[0]?.words, [{ text: 'a', x: 175, y: 10, w: 5, h: 30, confidence: 0.5 }]);
  assert.deepEqual(turnedText(PAGE, 270).lines[0]?.words[0]?.y, 60);
});

test('turned there and back they stand where they stood', () => {
  assert.deepEqual(turnedText(turnedText(PAGE, 90), 270), PAGE);
  assert.deepEqual(turnedText(turnedText(PAGE, 270), 90), PAGE);
});
