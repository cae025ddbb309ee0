import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GreyPixels } from './grey-pixels.ts';
import { inverted, isNegative } from './negative.ts';

const drawn = (greyAt: (x: number, y: number) => number, widthPx = 600, heightPx = 800): GreyPixels => {
  const bytes = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) for (let x = 0; x < widthPx; x++) bytes[y * widthPx + x] = greyAt(x, y);
  return { bytes, widthPx, heightPx };
};
/** Rows of thin strokes in the middle of the page. */
const isInk = (x: number, y: number): boolean =>
  x > 80 && x < 520 && y > 80 && y < 720 && y % 40 < 16 && x % 9 < 3;

const isSheet = (x: number, y: number): boolean => x > 180 && x < 420 && y > 200 && y < 600;

const CASES: readonly (readonly [name: string, page: GreyPixels, isNegative: boolean])[] = [
  ['white on black', drawn((x, y) => (isInk(x, y) ? 235 : 25)), true],
  ['pale grey on dark grey', drawn((x, y) => (isInk(x, y) ? 170 : 70)), true],
  ['black on white', drawn((x, y) => (isInk(x, y) ? 25 : 235)), false],
  ['black on paper in deep shadow', drawn((x, y) => (isInk(x, y) ? 15 : 80)), false],
  ['a small sheet on a black cloth', drawn((x, y) => (isSheet(x, y) ? (isInk(x, y) ? 40 : 230) : 10)), false],
  ['nothing but black', drawn(() => 8), false],
  ['a dark page with glare', drawn((x, y) => ((x - 300) ** 2 + (y - 300) ** 2 < 3600 ? 250 : 60)), false],
  ['no pixel', drawn(() => 0, 0, 0), false],
];

for (const [name, page, expected] of CASES) test(name, () => assert.equal(isNegative(page), expected));

test('an inverted negative is none, and twice inverted it is as it was', () => {
  const page = drawn((x, y) => (isInk(x, y) ? 235 : 25), 100, 120);
  const positive = inverted(page);
  assert.equal(isNegative(positive), false);
  assert.deepEqual(inverted(positive), page);
});
