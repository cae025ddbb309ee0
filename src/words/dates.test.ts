import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { CataloguedDate } from '../core/date/catalogued-date.ts';
import { readCataloguedDate } from '../core/date/catalogued-date.ts';
import type { Edtf } from '../core/date/edtf.ts';
import { parseEdtf } from '../core/date/edtf.ts';
import { DATE_LANGUAGES } from './date-tables.ts';
import { datetimeOf, printDate } from './dates.ts';

const edtf = (text: string): Edtf => parseEdtf(text) ?? assert.fail(text);
const read = (words: string): CataloguedDate => readCataloguedDate('created', words) ?? assert.fail(words);

const ENGLISH = `
1945 = 1945
1945-07 = July 1945
1945-07-02 = July 2, 1945
1947-22 = summer 1947
1947-24 = winter 1947
1950-28 = winter 1950
1950-30 = summer 1950
1950-33 = first quarter of 1950
1950-37 = early 1950
1950-38 = mid-1950
1950-39 = late 1950
1950-40 = first half of 1950
195X = 1950s
195 = 1950s
19XX = 20th century
20XX = 21st century
10XX = 11th century
1XXX = between 1000 and 1999
XXXX = date not known
XXXX-05-12 = May 12, year not known
1945-XX = 1945
1945-XX-02 = 1945
1945-07-XX = July 1945
1953~ = about 1953
1953? = perhaps 1953
1953% = perhaps about 1953
1945-07-02? = perhaps July 2, 1945
1946/1948 = 1946–1948
1946/1946 = 1946
1945-07-02/1945-07-05 = July 2–5, 1945
1945-07-02/1945-07-02 = July 2, 1945
1945-07-02/1945-08-05 = July 2 – August 5, 1945
1945-12-28/1946-01-03 = December 28, 1945 – January 3, 1946
1945-06/1945-07 = June–July 1945
1945-06/1946-07 = June 1945 – July 1946
1945-06/1945-07-02 = June 1945 – July 2, 1945
1953~/1955 = about 1953 – 1955
1950-07-01~/1950-07-10~ = early July 1950
1950-07-11~/1950-07-20~ = mid-July 1950
1950-07-21~/1950-07-31~ = late July 1950
1944-02-21~/1944-02-29~ = late February 1944
1950-07-21~/1950-07-30~ = about July 21, 1950 – about July 30, 1950
1950-07-21/1950-07-31 = July 21–31, 1950
1950~/1953~ = early 1950s
1954~/1956~ = mid-1950s
1957~/1959~ = late 1950s
[..1949] = 1949 or earlier
[1950-05-03..] = May 3, 1950 or later
[1946..1948] = between 1946 and 1948
[1945-07-12,1945-12-07] = July 12, 1945 or December 7, 1945
{1946,1948,1950} = 1946, 1948 and 1950
{1945..1948} = 1945–1948
1945/.. = from 1945
1945/ = from 1945
../1949 = until 1949
../.. = date not known
-0044-03-15 = March 15, 45 BC
0000 = 1 BC
Y17E7 = 170000000
1950S2 = about 1950
1955-08-02T20:00:00 = August 2, 1955, 8:00 p.m.
1955-08-02T08:20:00Z = August 2, 1955, 8:20 a.m. UTC
`;
for (const row of ENGLISH.trim().split('\n')) {
  const [text = '', words] = row.split(' = ');
  test(`${text} is “${words}”`, () => assert.equal(printDate(edtf(text)), words));
}

const OTHERS: readonly (readonly [string, string, string])[] = [
  ['de', '1945-07-02', '2. Juli 1945'],
  ['de-AT', '1945-07-02/1945-07-05', '2.–5. Juli 1945'],
  ['de', '1953~', 'um 1953'],
  ['de', '1947-22', 'Sommer 1947'],
  ['fr', '1945-05-01', '1er mai 1945'],
  ['fr', '195X', 'années 1950'],
  ['fr', '1950-33', '1er trimestre 1950'],
  ['ru', '1945-07', 'июль 1945'],
  ['ru', '1945-07~', 'около июля 1945'],
  ['ru', '[..1945-07]', 'не позднее июля 1945'],
  ['ru', '1950-07-21~/1950-07-31~', 'конец июля 1950'],
  ['eo', '1945-07-02', 'July 2, 1945'],
];
for (const [lang, text, words] of OTHERS)
  test(`${text} in ${lang} is “${words}”`, () => assert.equal(printDate(edtf(text), lang), words));

const CATALOGUED: readonly (readonly [string, string])[] = [
  ['July, 1945', 'July 1945'],
  ['August 2, 1955—8 p.m.', 'August 2, 1955, 8:00 p.m.'],
  ['July 2, 1945, noon', 'July 2, 1945, noon'],
  ['July 2, 1945, midnight', 'July 2, 1945, midnight'],
  ['July 2, 1945, 12:15 a.m.', 'July 2, 1945, 12:15 a.m.'],
  ['June 1, 1976, 0820Z', 'June 1, 1976, 8:20 a.m. UTC'],
  ['2 июля 1945 года', 'July 2, 1945'],
  ['undated', 'date not known'],
  ['б/д', 'date not known'],
  ['February 30, 1945', 'February 30, 1945'],
  ['between 1946 and 1948', 'between 1946 and 1948'],
  ['late July 1950', 'late July 1950'],
  ['mid-1962', 'mid-1962'],
  ['ca. 1953', 'about 1953'],
  ['1950s', '1950s'],
];
for (const [words, shown] of CATALOGUED)
  test(`a catalogue’s “${words}” is shown as “${shown}”`, () => assert.equal(printDate(read(words)), shown));

test('words that were not understood are shown as they stand', () =>
  assert.equal(printDate({ kind: 'created', words: 'Michaelmas' }), 'Michaelmas'));

test('what English says of a date, it reads as the same date', () => {
  for (const text of '1945 1945-07 1945-07-02 1947-22 1950-37 195X 1953~ 1953? 1946/1948 [1946..1948] 1945-07-02/1945-07-05'.split(
    ' ',
  ))
    assert.equal(read(printDate(edtf(text))).edtf, text);
  for (const text of '1950-07-21~/1950-07-31~ 1950~/1953~ 1945-07-02/1945-08-05 19XX 1950-33 ../1949 1945/..'.split(
    ' ',
  ))
    assert.equal(read(printDate(edtf(text))).edtf, text);
});

test('every language has a word for every shape of date', () => {
  for (const lang of DATE_LANGUAGES)
    for (const row of ENGLISH.trim().split('\n')) {
      const shown = printDate(edtf(row.split(' = ')[0] ?? ''), lang);
      assert.doesNotMatch(shown, /undefined|NaN|\[object|X/, `${lang}: ${row}`);
    }
});

const DATETIMES: readonly (readonly [CataloguedDate | Edtf, string | undefined])[] = [
  [edtf('1945'), '1945'],
  [edtf('1945-07'), '1945-07'],
  [edtf('1945-07-02'), '1945-07-02'],
  [read('August 2, 1955—3 p.m.'), '1955-08-02T15:00'],
  [read('June 1, 1976, 0820Z'), '1976-06-01T08:20Z'],
  [read('July 21, 1951—midnight'), '1951-07-21'],
  [read('February 30, 1945'), undefined],
  [read('undated'), undefined],
  [edtf('1947-22'), undefined],
  [edtf('1953~'), undefined],
  [edtf('195X'), undefined],
  [edtf('1946/1948'), undefined],
  [edtf('-0044-03-15'), undefined],
  [edtf('0000'), undefined],
];
test('a program is given only dates that HTML can say', () => {
  for (const [date, value] of DATETIMES) assert.equal(datetimeOf(date), value, JSON.stringify(date));
});
