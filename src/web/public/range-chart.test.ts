import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allYears, chosenParts } from './range-chart.ts';

test('years without documents stand between those that have some', () => {
  const years = allYears([
    { year: 1945, certain: 2, possible: 1 },
    { year: 1948, certain: 1, possible: 0 },
  ]);
  assert.deepEqual(
    years.map((one) => `${one.stretch}:${one.certain}+${one.possible}`),
    ['1945:2+1', '1946:0+0', '1947:0+0', '1948:1+0'],
  );
});

test('years too far back do not flatten the others', () => {
  const years = allYears([-500, 1200, 1945].map((year) => ({ year, certain: 1, possible: 0 })));
  assert.deepEqual([years.length, years[0]?.stretch], [1, '1945']);
});

const part = (stretch: string) => ({ stretch, certain: 1, possible: 0 });
const YEARS = ['1944', '1945', '1946', '1947'].map(part);
const MONTHS = ['1945-01', '1945-02', '1945-03'].map(part);
const CASES: readonly (readonly [
  unit: 'year' | 'month',
  from: string | undefined,
  to: string | undefined,
  is: string,
])[] = [
  ['year', undefined, undefined, '0-3'],
  ['year', '1945-07-01', '1946-12-31', '1-2'],
  ['year', '1945-07-01', undefined, '1-3'],
  ['year', undefined, '1944-02-01', '0-0'],
  ['year', '1900-01-01', '1999-12-31', '0-3'],
  ['month', '1945-02-01', '1945-02-28', '1-1'],
  ['month', '1945-02-15', '1946-02-28', '1-2'],
];
for (const [unit, from, to, is] of CASES)
  test(`of ${unit}s, ${from} to ${to} are parts ${is}`, () =>
    assert.equal(chosenParts({ unit, parts: unit === 'year' ? YEARS : MONTHS, from, to }).join('-'), is));
