import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countOfDay, dayOfCount } from './day-count.ts';
import { parseDay, type Day } from './day.ts';

const day = (text: string): Day => {
  const read = parseDay(text);
  assert.ok(read);
  return read;
};
const APART: readonly (readonly [string, string, number])[] = [
  ['1945-07-02', '1945-07-02', 0],
  ['1945-07-31', '1945-08-01', 1],
  ['1948-02-28', '1948-03-01', 2],
  ['1900-02-28', '1900-03-01', 1],
  ['2000-02-28', '2000-03-01', 2],
  ['1949-12-30', '1950-01-02', 3],
  ['0000-02-29', '0000-03-01', 1],
  ['-0001-12-31', '0000-01-01', 1],
  ['1582-10-04', '1582-10-15', 11],
];
for (const [from, to, days] of APART)
  test(`from ${from} to ${to} it is ${days} days`, () =>
    assert.equal(countOfDay(day(to)) - countOfDay(day(from)), days));

test('a count is of the day whose count it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 3_000_000 }), (count) => {
      const found = dayOfCount(count);
      assert.ok(found);
      assert.equal(countOfDay(found), count);
    }),
    { numRuns: 500, seed: 5 },
  );
  assert.equal(dayOfCount(0.5), undefined);
});
