import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WORLD, type Bounds } from '../land.ts';
import { boundsAround, boundsOfRegion, isInside, isRegion, REGION_NAMES } from './map-regions.ts';

const at = (latitude: number, longitude: number) => ({ latitude, longitude });

const AROUND: readonly (readonly [string, readonly ReturnType<typeof at>[], Bounds])[] = [
  ['nothing: the world', [], WORLD],
  ['one place: some of what is around it', [at(55.75, 37.6)], [15, 45, 60, 70]],
  ['two that are near', [at(48.9, 2.3), at(52.5, 13.4)], [-15, 40, 30, 65]],
  ['across the 180th meridian, the shorter way', [at(35, 170), at(35, -170)], [160, 25, -160, 45]],
  ['all around: the world', [at(0, -150), at(0, -50), at(0, 50), at(0, 150)], WORLD],
  ['near the pole, no further than is drawn', [at(81, 0)], [-20, 70, 20, 82]],
];
for (const [says, points, expected] of AROUND)
  test(`bounds around ${says}`, () => assert.deepEqual(boundsAround(points), expected));

test('what bounds are made around lies within them', () => {
  for (let seed = 1; seed < 200; seed++) {
    const points = Array.from({ length: (seed % 5) + 1 }, (_, n) =>
      at(((seed * 37 + n * 11) % 130) - 55, ((seed * 71 + n * 13) % 360) - 180),
    );
    const bounds = boundsAround(points);
    if (bounds === WORLD) continue;
    for (const point of points) assert.ok(isInside(bounds, point), JSON.stringify({ bounds, point }));
  }
});

test('a region has what lies in it, also across the 180th meridian', () => {
  assert.ok(isInside(boundsOfRegion('europe'), at(48.9, 2.3)));
  assert.ok(!isInside(boundsOfRegion('europe'), at(39.9, 116.4)));
  assert.ok(isInside(boundsOfRegion('pacific'), at(21.3, -157.9)));
  assert.ok(isInside(boundsOfRegion('pacific'), at(-18.1, 178.4)));
  assert.ok(!isInside(boundsOfRegion('pacific'), at(51.5, 0)));
});

test('no region is called as another segment of the address could be', () => {
  for (const name of REGION_NAMES) {
    assert.ok(isRegion(name));
    assert.match(name, /^[a-z-]{4,}$/);
  }
  assert.ok(!isRegion('about'));
  assert.ok(!isRegion(undefined));
});
