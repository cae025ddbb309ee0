import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Coasts, WORLD } from './land.ts';

const coasts = new Coasts();

test('the world is drawn in little, and again not at all', async () => {
  const chart = await coasts.chart(WORLD, 1248);
  assert.match(chart.land, /^(?:M-?\d+ -?\d+l[\d -]+z)+$/);
  assert.ok(chart.land.length < 30_000, `${chart.land.length} letters`);
  assert.equal(await coasts.chart(WORLD, 1248), chart);
});

test('places lie where they do: west is left, north is above', async () => {
  const { at, widthPx, heightPx } = await coasts.chart(WORLD, 1248);
  const [london, moscow, cape] = [at(-0.1, 51.5), at(37.6, 55.8), at(18.4, -33.9)];
  assert.ok(london && moscow && cape);
  assert.ok(london[0] < moscow[0] && moscow[1] < cape[1]);
  for (const [x, y] of [london, moscow, cape]) assert.ok(x > 0 && x < widthPx && y > 0 && y < heightPx);
});

test('a part of the world has its own places and not those of others', async () => {
  const { at } = await coasts.chart([-13, 34, 48, 66], 328);
  assert.ok(at(2.3, 48.9));
  assert.equal(at(116.4, 39.9), undefined);
});

test('across the 180th meridian, one side is beside the other', async () => {
  const { at } = await coasts.chart([104, -48, -106, 56], 1248);
  const [tokyo, honolulu] = [at(139.7, 35.7), at(-157.9, 21.3)];
  assert.ok(tokyo && honolulu && tokyo[0] < honolulu[0]);
});

test('a part is finer than the world, and still little to send', async () => {
  for (const bounds of [
    [-13, 34, 48, 66] as const,
    [88, -12, 152, 56] as const,
    [-130, 22, -58, 56] as const,
  ]) {
    const { land } = await coasts.chart(bounds, 1248);
    assert.ok(land.length > 1000 && land.length < 70_000, `${land.length} letters`);
  }
});
