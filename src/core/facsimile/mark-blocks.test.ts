import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markBlocks } from './mark-blocks.ts';

/** Lines of one word each: where they begin, and how high. */
const starts = (...places: readonly (readonly [x: number, y: number])[]): readonly boolean[] =>
  markBlocks(places.map(([x, y]) => [{ text: 'word', x, y, w: 500, h: 20 }])).map(
    ({ isBlockStart }) => isBlockStart,
  );

const CASES: readonly [says: string, places: readonly [number, number][], expected: boolean[]][] = [
  ['no lines, no blocks', [], []],
  [
    'lines at the usual step are one block',
    [
      [50, 0],
      [50, 30],
      [50, 60],
    ],
    [true, false, false],
  ],
  [
    'wide lines of a typescript are one block too',
    [
      [50, 0],
      [50, 80],
      [50, 160],
    ],
    [true, false, false],
  ],
  [
    'a gap begins a block',
    [
      [50, 0],
      [50, 30],
      [50, 60],
      [50, 130],
      [50, 160],
    ],
    [true, false, false, true, false],
  ],
  [
    'a line set in begins one',
    [
      [50, 0],
      [50, 30],
      [110, 60],
      [50, 90],
    ],
    [true, false, true, false],
  ],
  [
    'lines that are all set in are one',
    [
      [50, 0],
      [50, 30],
      [50, 60],
      [110, 90],
      [110, 120],
    ],
    [true, false, false, true, false],
  ],
  [
    'the head of a column begins one',
    [
      [50, 100],
      [50, 130],
      [50, 160],
      [700, 100],
    ],
    [true, false, false, true],
  ],
];
for (const [says, places, expected] of CASES) test(says, () => assert.deepEqual(starts(...places), expected));

test('lines without words are none', () => assert.deepEqual(markBlocks([[]]), []));
