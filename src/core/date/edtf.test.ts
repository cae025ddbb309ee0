import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'edtf';
import { boundsOf, daysOf, overlaps, within } from './bounds.ts';
import type { Bound, Bounds } from './bounds.ts';
import { dayOf, daysIn, parseDay } from './day.ts';
import { parseEdtf } from './edtf.ts';
import type { Edtf } from './edtf.ts';
import { precisionOf } from './date-key.ts';

const edtf = (text: string): Edtf => {
  const date = parseEdtf(text);
  assert.ok(date, `${text} should be EDTF`);
  return date;
};
const printBound = (bound: Bound): string => (bound.kind === 'day' ? bound.day : bound.kind);
const printBounds = ({ first, last }: Bounds): string => `${printBound(first)} ${printBound(last)}`;
const rows = (table: string): readonly (readonly string[])[] =>
  table
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/));

/** Notation, first day, last day, precision. */
const VECTORS = `
  1945                       1945-01-01 1945-12-31 year
  1945-07                    1945-07-01 1945-07-31 month
  1945-07-02                 1945-07-02 1945-07-02 day
  1945-02                    1945-02-01 1945-02-28 month
  1944-02                    1944-02-01 1944-02-29 month
  1900-02                    1900-02-01 1900-02-28 month
  2000-02                    2000-02-01 2000-02-29 month
  2000-02-29                 2000-02-29 2000-02-29 day
  1944-02-29                 1944-02-29 1944-02-29 day
  0001                       0001-01-01 0001-12-31 year
  0000                       0000-01-01 0000-12-31 year
  0000-02-29                 0000-02-29 0000-02-29 day
  0050-06                    0050-06-01 0050-06-30 month
  0099-12-31                 0099-12-31 0099-12-31 day
  9999                       9999-01-01 9999-12-31 year
  -0001                      -0001-01-01 -0001-12-31 year
  -0044-03-15                -0044-03-15 -0044-03-15 day
  -1985                      -1985-01-01 -1985-12-31 year
  1582-10-10                 1582-10-10 1582-10-10 day
  1955-08-02T15:00:00        1955-08-02 1955-08-02 time
  1955-08-02T15:00:00Z       1955-08-02 1955-08-02 time
  1955-08-02T23:30:00-05:00  1955-08-02 1955-08-02 time
  1945/1946                  1945-01-01 1946-12-31 year
  1945/1945                  1945-01-01 1945-12-31 year
  1945-07/1945-08            1945-07-01 1945-08-31 month
  1945-07-02/1945-07-05      1945-07-02 1945-07-05 day
  1945-07-02/1946            1945-07-02 1946-12-31 year
  1945/1945-06               1945-01-01 1945-06-30 year
  1945-06/1945               1945-06-01 1945-12-31 year
  1945-07-02/1945-07-02      1945-07-02 1945-07-02 day
  -0100/0100                 -0100-01-01 0100-12-31 year
  Y17E7                      +170000000-01-01 +170000000-12-31 year
  Y170000002                 +170000002-01-01 +170000002-12-31 year
  Y-170000002                -170000002-01-01 -170000002-12-31 year
  Y-17E7                     -170000000-01-01 -170000000-12-31 year
  Y12345                     +12345-01-01 +12345-12-31 year
  1945-21                    1945-03-01 1945-05-31 season
  1945-22                    1945-06-01 1945-08-31 season
  1945-23                    1945-09-01 1945-11-30 season
  1945-24                    1945-01-01 1946-02-28 season
  1947-24                    1947-01-01 1948-02-29 season
  1953?                      1953-01-01 1953-12-31 year
  1953~                      1953-01-01 1953-12-31 year
  1953%                      1953-01-01 1953-12-31 year
  1953-06?                   1953-06-01 1953-06-30 month
  1953-06~                   1953-06-01 1953-06-30 month
  1953-06-12%                1953-06-12 1953-06-12 day
  194X                       1940-01-01 1949-12-31 decade
  19XX                       1900-01-01 1999-12-31 century
  1XXX                       1000-01-01 1999-12-31 century
  XXXX                       unknown unknown unknown
  1945-XX                    1945-01-01 1945-12-31 year
  1945-XX-XX                 1945-01-01 1945-12-31 year
  1945-07-XX                 1945-07-01 1945-07-31 month
  1944-02-XX                 1944-02-01 1944-02-29 month
  -19XX                      -1999-01-01 -1900-12-31 century
  -004X                      -0049-01-01 -0040-12-31 decade
  1945/..                    1945-01-01 open year
  1945-07/..                 1945-07-01 open month
  1945-07-02/..              1945-07-02 open day
  ../1949                    open 1949-12-31 year
  ../1949-10                 open 1949-10-31 month
  ../1949-10-01              open 1949-10-01 day
  1945/                      1945-01-01 unknown year
  1945-07-02/                1945-07-02 unknown day
  /1949                      unknown 1949-12-31 year
  /1949-10-01                unknown 1949-10-01 day
  ../..                      open open unknown
  1945~/1946?                1945-01-01 1946-12-31 year
  1945-07~/1946%             1945-07-01 1946-12-31 year
  1945-02-01?/1945-03~       1945-02-01 1945-03-31 month
  1945?-07-02                1945-07-02 1945-07-02 day
  1945-07~-02                1945-07-02 1945-07-02 day
  1945-?07-02                1945-07-02 1945-07-02 day
  ?1945-07-~02               1945-07-02 1945-07-02 day
  1945-%07                   1945-07-01 1945-07-31 month
  [1945,1946]                1945-01-01 1946-12-31 year
  [1946,1945]                1945-01-01 1946-12-31 year
  [1945-07-12,1945-12-07]    1945-07-12 1945-12-07 day
  [..1949]                   open 1949-12-31 year
  [1950..]                   1950-01-01 open year
  [1950-05-03..]             1950-05-03 open day
  [1946..1948]               1946-01-01 1948-12-31 year
  [1945-01..1945-03]         1945-01-01 1945-03-31 month
  [1667,1668,1670..1672]     1667-01-01 1672-12-31 year
  [1760-01,1760-02,1760-12..] 1760-01-01 open month
  {1945,1946}                1945-01-01 1946-12-31 year
  {1946,1948,1950}           1946-01-01 1950-12-31 year
  {1945..1948}               1945-01-01 1948-12-31 year
  {1960,1961-12}             1960-01-01 1961-12-31 year
  {..1984}                   open 1984-12-31 year
  XXXX-12-25                 unknown unknown unknown
  XXXX-12-XX                 unknown unknown unknown
  XXXX-07                    unknown unknown unknown
  156X-12-25                 1560-12-25 1569-12-25 decade
  15XX-12-25                 1500-12-25 1599-12-25 century
  1560-XX-25                 1560-01-25 1560-12-25 year
  1945-1X                    1945-10-01 1945-12-31 year
  1945-0X                    1945-01-01 1945-09-30 year
  1945-07-0X                 1945-07-01 1945-07-09 month
  1945-07-3X                 1945-07-30 1945-07-31 month
  1945-XX-31                 1945-01-31 1945-12-31 year
  1945-1X-3X                 1945-10-30 1945-12-31 year
  1XXX-02-29                 1004-02-29 1996-02-29 century
  1X45-07                    1045-07-01 1945-07-31 decade
  195                        1950-01-01 1959-12-31 decade
  19                         1900-01-01 1999-12-31 century
  195~                       1950-01-01 1959-12-31 decade
  20?                        2000-01-01 2099-12-31 century
  1950S2                     1900-01-01 1999-12-31 year
  1950S3                     1950-01-01 1959-12-31 year
  Y171010000S3               +171000000-01-01 +171999999-12-31 year
  Y3388E2S3                  +338000-01-01 +338999-12-31 year
  199X/2005                  1990-01-01 2005-12-31 decade
  2004-06-XX/2004-07-03      2004-06-01 2004-07-03 month
  2004-06-~01/2004-06-~20    2004-06-01 2004-06-20 day
  1950-25                    1950-03-01 1950-05-31 season
  1950-26                    1950-06-01 1950-08-31 season
  1950-27                    1950-09-01 1950-11-30 season
  1950-28                    1950-01-01 1951-02-28 season
  1950-29                    1950-09-01 1950-11-30 season
  1950-30                    1950-01-01 1951-02-28 season
  1950-31                    1950-03-01 1950-05-31 season
  1950-32                    1950-06-01 1950-08-31 season
  1950-33                    1950-01-01 1950-03-31 season
  1950-34                    1950-04-01 1950-06-30 season
  1950-35                    1950-07-01 1950-09-30 season
  1950-36                    1950-10-01 1950-12-31 season
  1950-37                    1950-01-01 1950-04-30 season
  1950-38                    1950-05-01 1950-08-31 season
  1950-39                    1950-09-01 1950-12-31 season
  1950-40                    1950-01-01 1950-06-30 season
  1950-41                    1950-07-01 1950-12-31 season
`;
for (const [notation = '', first, last, precision] of rows(VECTORS))
  test(`${notation} lies within ${first} and ${last}, to the ${precision}`, () => {
    assert.equal(printBounds(boundsOf(edtf(notation))), `${first} ${last}`);
    assert.equal(precisionOf(edtf(notation)), precision);
  });

const REFUSED = `
  1945-00 1945-13 1945-42 1945-99 1945-07-00 1945-07-32 1945-02-30 1945-02-29 1900-02-29 2023-02-29 1945-04-31
  1945-06-31 1945-09-31 1945-11-31 1945-02-3X 1945-2X -0000 Y1945 Y y2000 12345 1945-7 1945-7-2 1945/7 1945-07-2
  1946/1945 1945-08/1945-07 1945-07-05/1945-07-02 [1946..1944] {1946..1944} 1945/1946/1947 [1945 1945] {1945]
  [] {} .. ./. 195X? 1945-21~ 1945-21/1945-23 1945-07-02T25:00:00 1945-07-02T12:60:00 1945-07-02T12 T12:00:00
  1953?? 1953~~ ~ ? X XX XXX XXXXX 19X5X 1945-XXX unknown open 1984-06-02?/unknown 1945--07 1945-07-
  +1945 １９４５ ١٩٤٥ 1945–1946 1945/open 02/07/1945 2.7.1945 Y17E99 null undefined NaN constructor __proto__
`;
for (const notation of REFUSED.trim().split(/\s+/))
  test(`${notation} is not EDTF`, () => assert.equal(parseEdtf(notation), undefined));

for (const notation of ['', ' ', ' 1945', '1945 ', '1945\n', '1945-07-02 ', '1945/ 1946', 'July 1945'])
  test(`${JSON.stringify(notation)} is not EDTF`, () => assert.equal(parseEdtf(notation), undefined));

test('a very long text is refused at once', () => {
  assert.equal(parseEdtf(`[${'1945,'.repeat(200_000)}1946]`), undefined);
  assert.equal(parseEdtf('1'.repeat(1_000_000)), undefined);
});

/** Two notations, whether they may be of one day, whether the first surely lies in the second. */
const PAIRS = `
  1945-07-02   1945-07      yes yes
  1945-07      1945-07-02   yes no
  1945         1946         no  no
  1945/1946    1946/1947    yes no
  1945-12-31   1945         yes yes
  194X         1945         yes no
  1945         194X         yes yes
  ../1949      1945         yes no
  1945         ../1949      yes yes
  1950         ../1949      no  no
  1949         1949/..      yes yes
  1948         1949/..      no  no
  1949/..      1949/..      yes yes
  1949/..      1949/1950    yes no
  1945/        1950         yes no
  1945/        1944         no  no
  1950         1945/        yes no
  XXXX         1945         no  no
  1945         XXXX         no  no
  XXXX         XXXX         no  no
  XXXX         ../..        no  no
  1945         ../..        yes yes
  ../..        1945         yes no
  1953~        1952         no  no
  -0044        -0045/-0043  yes yes
  Y12345       9999         no  no
  Y12345       9999/..      yes yes
`;
for (const [a = '', b = '', may, surely] of rows(PAIRS))
  test(`${a} against ${b}: overlaps ${may}, within ${surely}`, () => {
    const [one, other] = [boundsOf(edtf(a)), boundsOf(edtf(b))];
    assert.equal(overlaps(one, other), may === 'yes');
    assert.equal(overlaps(other, one), may === 'yes', 'overlap has no direction');
    assert.equal(within(one, other), surely === 'yes');
  });

test('bounds as columns: an open end is absent, an unknown date has none', () => {
  assert.deepEqual(daysOf(boundsOf(edtf('1945'))), { earliest: '1945-01-01', latest: '1945-12-31' });
  assert.deepEqual(daysOf(boundsOf(edtf('../1949'))), { latest: '1949-12-31' });
  assert.deepEqual(daysOf(boundsOf(edtf('../..'))), {});
  assert.equal(daysOf(boundsOf(edtf('XXXX'))), undefined);
});

test('days are of the proleptic Gregorian calendar, from their own text and back', () => {
  assert.deepEqual(
    [1900, 2000, 1944, 1945, 0, -4, -100].map((year) => daysIn(year, 2)),
    [28, 29, 29, 28, 29, 29, 28],
  );
  for (const text of ['1945-07-02', '0000-02-29', '-0044-03-15', '+12345-01-01'])
    assert.equal(parseDay(text), text);
  for (const text of [
    '1945-02-30',
    '1945-7-2',
    '12345-01-01',
    '+1945-01-01',
    '-0000-01-01',
    '1945-07',
    '',
    '19450702',
  ])
    assert.equal(parseDay(text), undefined, text);
  assert.equal(dayOf(1945, 13, 1), undefined);
  assert.equal(dayOf(1945.5, 1, 1), undefined);
  assert.equal(dayOf(Number.NaN, 1, 1), undefined);
});

const part = (from: number, to: number): fc.Arbitrary<string> =>
  fc.integer({ min: from, max: to }).map((value) => String(value).padStart(2, '0'));
const plain = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), part(0, 13), part(0, 32), fc.integer({ min: 1, max: 3 }))
  .map(([year, month, day, parts]) => [String(year).padStart(4, '0'), month, day].slice(0, parts).join('-'));

/** Dates as catalogues have them, nearly all of which are read without the package. */
const day = fc.constantFrom('1945', '1944', '1900', '2000', '0000');
const end = fc
  .tuple(
    fc.oneof(day, fc.constantFrom('194X', '19XX', 'XXXX', '195', '19')),
    fc.constantFrom('', '', '-02', '-12', '-13', '-XX', '-22', '-37', '-41', '-42'),
    fc.constantFrom('', '', '-01', '-29', '-31', '-XX', '-1X'),
    fc.constantFrom('', '', '?', '~', '%'),
  )
  .map(([year, month, aDay, sign]) => year + month + (month === '' ? '' : aDay) + sign);
const bare = end.map((text) => text.replace(/[?~%]/, ''));
const common = fc.oneof(
  end,
  fc
    .tuple(fc.oneof(end, fc.constantFrom('..', '')), fc.oneof(end, fc.constantFrom('..', '')))
    .map((ends) => ends.join('/')),
  fc.tuple(bare, bare).map(([a, b]) => `[${a}..${b}]`),
  fc.tuple(bare, bare).map(([a, b]) => `[${a},${b}]`),
  fc.tuple(bare, bare).map(([a, b]) => `{${a},${b}}`),
  bare.map((text) => `[..${text}]`),
  bare.map((text) => `[${text}..]`),
);

test('every common form that is read is one that the package reads', () => {
  let read = 0;
  fc.assert(
    fc.property(common, (text) => {
      if (parseEdtf(text) === undefined) return;
      read++;
      assert.doesNotThrow(() => parse(text), text);
    }),
    { seed: 1945, numRuns: 1500 },
  );
  assert.ok(read > 200, `only ${read} of them were dates`);
});

test('what is read without the package, the package reads too, and no more but days of no calendar', () => {
  const isRead = (text: string): boolean => {
    try {
      parse(text);
      return true;
    } catch (error) {
      return !(error instanceof Error);
    }
  };
  fc.assert(
    fc.property(plain, (text) => {
      if (parseEdtf(text) !== undefined) assert.ok(isRead(text), text);
      else assert.ok(!isRead(text) || text.endsWith('-02-29'), text);
    }),
    { seed: 1945, numRuns: 300 },
  );
});

test('no text makes it throw, and bounds are in order', () => {
  const odd = fc.string({ unit: fc.constantFrom(...'0123456789X-/.[]{},?~%YESTZ:+ '), maxLength: 24 });
  fc.assert(
    fc.property(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 40 }), plain), (text) => {
      const date = parseEdtf(text);
      if (date === undefined) return;
      const bounds = boundsOf(date);
      assert.ok(isOrdered(bounds), text);
      precisionOf(date);
    }),
    { seed: 1945, numRuns: 600 },
  );
});

const isOrdered = ({ first, last }: Bounds): boolean =>
  first.kind !== 'day' ||
  last.kind !== 'day' ||
  overlaps({ first, last: first }, { first: { kind: 'open' }, last });
