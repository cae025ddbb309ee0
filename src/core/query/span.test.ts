import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meets, spanOf, tallyYears } from './span.ts';

const CASES: readonly (readonly [
  sentence: string,
  days: readonly [string | undefined, string | undefined],
  filter: readonly [string | undefined, string | undefined],
  possibly: boolean,
  certainly: boolean,
])[] = [
  ['a day in its month', ['1945-07-02', '1945-07-02'], ['1945-07-01', '1945-07-31'], true, true],
  ['a month and one of its days', ['1945-07-01', '1945-07-31'], ['1945-07-31', '1945-07-31'], true, false],
  ['the day before', ['1945-06-30', '1945-06-30'], ['1945-07-01', undefined], false, false],
  ['an open end reaches on', ['1950-01-01', undefined], ['1999-01-01', undefined], true, false],
  ['an open beginning reaches back', [undefined, '1949-10-01'], [undefined, '1900-01-01'], true, false],
  ['nothing known meets nothing', [undefined, undefined], [undefined, undefined], false, false],
  ['before our era', ['-0044-03-15', '-0044-03-15'], ['-0100-01-01', '-0001-12-31'], true, true],
  ['far ahead', ['12000-01-01', '12000-12-31'], ['9999-12-31', undefined], true, true],
];
for (const [sentence, days, [from, to], possibly, certainly] of CASES)
  test(sentence, () => {
    const span = spanOf(...days);
    const filter = {
      field: 'date',
      condition: 'between' as const,
      ...(from && { from }),
      ...(to && { to }),
    } as const;
    assert.equal(meets(span, filter), possibly);
    assert.equal(meets(span, { ...filter, certainly: true }), certainly);
  });

const tallied = (...days: readonly (readonly [string | undefined, string | undefined])[]): string =>
  tallyYears(days.flatMap(([from, to]) => spanOf(from, to) ?? []))
    .map(({ year, certain, possible }) => `${year}:${certain}+${possible}`)
    .join(' ');

test('a document counts in each year in which it may fall', () => {
  assert.equal(
    tallied(['1945-01-01', '1945-12-31'], ['1945-12-31', '1947-01-01']),
    '1945:1+1 1946:0+1 1947:0+1',
  );
});
test('years without any are left out', () => {
  assert.equal(tallied(['1914-01-01', '1914-01-01'], ['1980-01-01', '1980-01-01']), '1914:1+0 1980:1+0');
});
test('an open end reaches no further than others are dated', () => {
  assert.equal(tallied([undefined, '1945-05-08'], ['1947-01-01', '1947-01-01']), '1945:0+1 1947:1+0');
});
test('a span of all history does not make a year of each', () => {
  assert.equal(tallied(['-9999-01-01', '9999-12-31']).split(' ').length < 10, true);
});
test('nothing is counted of nothing', () => assert.equal(tallied([undefined, undefined]), ''));
