import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnSize, isPrintable, MOST_PIXELS, regionOf, turnsOf, type Turns } from './page-frame.ts';

const box = { left: 0, bottom: 0, right: 600, top: 800 };
const word = { left: 60, bottom: 700, right: 120, top: 720 };

const PLACES: readonly [Turns, number[]][] = [
  [0, [60, 80, 60, 20]],
  [1, [700, 60, 20, 60]],
  [2, [480, 700, 60, 20]],
  [3, [80, 480, 20, 60]],
];
for (const [turns, expected] of PLACES)
  test(`a word stands where it is seen on a page turned ${turns} times`, () => {
    const [widthPx, heightPx] = turns % 2 === 0 ? [600, 800] : [800, 600];
    const { x, y, w, h } = regionOf(word, { box, turns, widthPx, heightPx });
    assert.deepEqual([x, y, w, h], expected);
  });

test('what reaches over the edge is cut, and what lies beyond has no width', () => {
  const frame = { box, turns: 0 as const, widthPx: 600, heightPx: 800 };
  assert.deepEqual(regionOf({ left: -50, bottom: 700, right: 50, top: 900 }, frame), {
    x: 0,
    y: 0,
    w: 50,
    h: 100,
  });
  assert.equal(regionOf({ left: 700, bottom: 0, right: 800, top: 9 }, frame).w, 0);
});

test('a page is drawn at 200 pixels an inch, or as finely as its pictures are, within bounds', () => {
  assert.deepEqual(drawnSize({ widthPt: 720, heightPt: 720 }, 0), { widthPx: 2000, heightPx: 2000 });
  assert.deepEqual(drawnSize({ widthPt: 720, heightPt: 720 }, 300), { widthPx: 3000, heightPx: 3000 });
  const wall = drawnSize({ widthPt: 7200, heightPt: 14_400 }, 600);
  assert.ok(wall.widthPx * wall.heightPx <= MOST_PIXELS);
  assert.deepEqual(drawnSize({ widthPt: 14_400, heightPt: 3 }, 600), { widthPx: 20_000, heightPx: 4 });
});

test('turns are counted round, and sheets have a size that paper has', () => {
  assert.deepEqual([-1, 0, 4, 5, 6.28 / (Math.PI / 2)].map(turnsOf), [3, 0, 0, 1, 0]);
  assert.equal(isPrintable(595, 842), true);
  assert.equal(isPrintable(595, 20_000), false);
  assert.equal(isPrintable(Number.NaN, 842), false);
});
