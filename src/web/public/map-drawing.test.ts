import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributes } from '../html.ts';
import type { Chart } from '../land.ts';
import { mapDrawing, WIDE, type DrawnPlace } from './map-drawing.ts';

const chart: Chart = {
  widthPx: 400,
  heightPx: 200,
  land: 'M0 0l1 1',
  grid: 'M0 0l1 0',
  at: (longitude, latitude) => (latitude < 0 ? undefined : [longitude, latitude]),
};
const place = (name: string, longitude: number, latitude: number, documents: number): DrawnPlace => ({
  name,
  lang: attributes({}),
  says: `${name}: ${documents}`,
  address: `/place/${name}`,
  longitude,
  latitude,
  documents,
});
const drawn = (...places: readonly DrawnPlace[]): string => mapDrawing(chart, places, WIDE).toString();

test('a circle for each place that lies on it, with its name and where it leads', () => {
  const svg = drawn(place('Skarn', 100, 100, 4), place('Beyond', 100, -1, 9));
  assert.match(svg, /<a href="\/place\/Skarn" rel="nofollow" tabindex="-1"><title>Skarn: 4<\/title>/);
  assert.match(svg, /<text[^>]*>Skarn <tspan>4<\/tspan>/);
  assert.doesNotMatch(svg, /Beyond/);
});

test('the area says how many, and the smallest has room for a finger', () => {
  const radii = [...drawn(place('A', 50, 50, 100), place('B', 200, 50, 1)).matchAll(/ r="([\d.]+)"/g)].map(
    ([, r]) => Number(r),
  );
  assert.deepEqual([radii[1], radii[2]], [WIDE.mostPx, 12]);
  assert.ok((radii[3] ?? 0) < 7);
});

test('a name that would cover another goes to the left, or is left to the list', () => {
  const svg = drawn(place('First', 200, 100, 9), place('Second', 260, 100, 5), place('Third', 232, 100, 1));
  assert.match(svg, /text-anchor="end">First/);
  assert.match(svg, /text-anchor="start">Second/);
  assert.doesNotMatch(svg, />Third </);
  assert.match(svg, /<title>Third: 1<\/title>/);
});

test('what names hold is written as text', () => {
  assert.match(drawn(place('<b>', 100, 100, 1)), /&lt;b&gt; <tspan>/);
});
