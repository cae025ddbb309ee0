import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../words/en.ts';
import { histogram } from './histogram.ts';

const bars = (certain: number, possible: number): readonly string[] => {
  const drawn = histogram(en, [{ year: 1957, certain, possible }], { widthPx: 100, heightPx: 128 }).text;
  return [...drawn.matchAll(/<rect class="(\w+)"[^>]* y="([\d.]+)"[^>]* height="([\d.]+)"/g)].map(
    ([, name, y, height]) => `${name} ${y}+${height}`,
  );
};

for (const [sentence, certain, possible, expected] of [
  ['certain ones alone are filled', 4, 0, ['bar 8+100']],
  ['those that may fall in the year stand outlined on top', 3, 1, ['bar 33+75', 'maybe 8+25']],
  ['those alone stand on the ground', 0, 2, ['maybe 8+100']],
] as const)
  test(sentence, () => assert.deepEqual(bars(certain, possible), expected));

test('the fullest year is that with the most of both', () => {
  const years = Array.from({ length: 9 }, (_, at) => ({
    year: 1950 + at,
    certain: at,
    possible: at === 3 ? 9 : 0,
  }));
  assert.match(en.search.byYear(years), /The fullest year is 1953, with 12\./);
});
