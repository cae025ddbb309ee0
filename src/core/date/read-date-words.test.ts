import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCataloguedDate } from './catalogued-date.ts';
import { parseEdtf } from './edtf.ts';
import { readDateWords } from './read-date-words.ts';
import type { DateReading, DateWordsOptions } from './read-date-words.ts';

/** "1945-07-02 15:30 Z", "undated", "impossible 1945-02", or "-" for what is no date. */
function shown(reading: DateReading | undefined): string {
  if (reading === undefined) return '-';
  if (reading.kind === 'undated') return 'undated';
  if (reading.kind === 'impossible') return ['impossible', reading.edtf].filter(Boolean).join(' ');
  const { edtf, time } = reading;
  const clock = time && [time.hour, time.minute].filter((part) => part !== undefined).join(':');
  return [edtf, clock, time?.zone].filter(Boolean).join(' ');
}

const TABLE = `
July, 1945 = 1945-07
July 1945 = 1945-07
August 08, 1945 = 1945-08-08
July 02, 1945 = 1945-07-02
1 June 1946 = 1946-06-01
Sept. 1945 = 1945-09
Oct. 22, 1962 = 1962-10-22
22 Oct 62 = 1962-10-22
1962 October 22 = 1962-10-22
February 12,1976 = 1976-02-12
July 2nd, 1945 = 1945-07-02
Monday, July 2, 1945 = 1945-07-02
July 2, 1945. = 1945-07-02
[July 2, 1945] = 1945-07-02
the year 1945 = 1945
1945 = 1945
[1945] = 1945
'45 = 1945
July '45 = 1945-07
early 1950 = 1950-37
mid-1962 = 1962-38
end of 1950 = 1950-39
early July 1950 = 1950-07-01~/1950-07-10~
mid-July 1950 = 1950-07-11~/1950-07-20~
late July 1950 = 1950-07-21~/1950-07-31~
late February 1944 = 1944-02-21~/1944-02-29~
first half of 1950 = 1950-40
2nd half of 1950 = 1950-41
third quarter of 1962 = 1962-35
Q1 1950 = 1950-33
ca. 1953 = 1953~
c. 1953 = 1953~
circa 1953 = 1953~
circa summer 1948 = 1948-06~/1948-08~
probably early 1948 = 1948-01?/1948-04?
circa spring-summer 1948 = 1948-03~/1948-08
c.1953 = 1953~
about July 1953 = 1953-07~
1953? = 1953?
July 2, 1945? = 1945-07-02?
12 July 1945 (?) = 1945-07-12?
probably July 1945 = 1945-07?
ca. 1950? = 1950%
before 1949 = [..1949]
after 1949 = [1949..]
after 3 May 1950 = [1950-05-03..]
before ca. 1950 = ../1950~
since 1949 = 1949/..
until 1949 = ../1949
by May 1949 = ../1949-05
not before 1949 = 1949/..
no later than 5 May 1950 = ../1950-05-05
May 3, 1950 or later = 1950-05-03/..
1945- = 1945/..
1945-present = 1945/..
1946-1948 = 1946/1948
1946–1948 = 1946/1948
1982--1987 = 1982/1987
1945-46 = 1945/1946
1945/46 = 1945/1946
1945-6 = 1945/1946
1944–45 = 1944/1945
1905/06 = 1905/1906
1945/07 = 1945-07
1945-3 = 1945-03
1945-07 = 1945-07
ca. 1898-1905 = 1898~/1905
[1956-1977?] = 1956/1977?
1981-198? = 1981/198X
July 2–5, 1945 = 1945-07-02/1945-07-05
2-5 July 1945 = 1945-07-02/1945-07-05
1945, July 2-5 = 1945-07-02/1945-07-05
July 2 - August 5, 1945 = 1945-07-02/1945-08-05
2 July–5 August 1945 = 1945-07-02/1945-08-05
July 2 to August 5, 1945 = 1945-07-02/1945-08-05
from July 2 to August 5, 1945 = 1945-07-02/1945-08-05
December 28 - January 3, 1946 = 1945-12-28/1946-01-03
December 28, 1945 - January 3, 1946 = 1945-12-28/1946-01-03
June/July 1945 = 1945-06/1945-07
June-July 1945 = 1945-06/1945-07
between 1950 and 1953 = [1950..1953]
between July 1945 and March 1946 = [1945-07..1946-03]
between 2 and 5 July 1945 = [1945-07-02..1945-07-05]
between ca. 1950 and 1953 = 1950~/1953
March 15 and 16, 1969 = {1969-03-15,1969-03-16}
March 15 or 16, 1969 = [1969-03-15,1969-03-16]
1950 or 1951 = [1950,1951]
1946, 1948, 1950 = {1946,1948,1950}
1910-1950, bulk 1930-1940 = 1910/1950
Summer 1947 = 1947-22
fall 1947 = 1947-23
Summer 47 = 1947-22
winter 1946/47 = 1946-12/1947-02
Winter 1946-1947 = 1946-12/1947-02
Spring-Summer 1947 = 1947-03/1947-08
late 1946 to early 1947 = 1946-09/1947-04
195-? = 195X
195? = 195X
195- = 195X
[196?] = 196X
195x = 195X
19-- = 19XX
19--? = 19XX
1950s = 195X
1950's = 195X
the 1950s = 195X
'60s = 196X
early 1950s = 1950~/1953~
mid-1950s = 1954~/1956~
late 1950s = 1957~/1959~
19th century = 18XX
undated = undated
Undated. = undated
[Undated.] = undated
n.d. = undated
n. d. = undated
no date = undated
s.d. = undated
o.D. = undated
o. D. = undated
ohne Datum = undated
б/д = undated
без даты = undated
日期不详 = undated
날짜 미상 = undated
unknown = undated
no date [1950] = 1950
undated (probably July 1945) = 1945-07?
12/VII/45 = 1945-07-12
12.VII.1945 = 1945-07-12
12 VII 45 = 1945-07-12
VII/1945 = 1945-07
12.7.45 = 1945-07-12
12.07.1945 = 1945-07-12
[12. 11. 1894] = 1894-11-12
12/7/45 = [1945-07-12,1945-12-07]
7-12-1945 = [1945-07-12,1945-12-07]
7/7/45 = 1945-07-07
13/7/45 = 1945-07-13
7/13/45 = 1945-07-13
7/1945 = 1945-07
07.1945 = 1945-07
1945-07-02 = 1945-07-02
1945/7/2 = 1945-07-02
1945.07.02 = 1945-07-02
19450702 = 1945-07-02
2-JUL-45 = 1945-07-02
02-Jul-1945 = 1945-07-02
12.-15.7.1945 = 1945-07-12/1945-07-15
12.7.1945 - 15.8.1945 = 1945-07-12/1945-08-15
August 2, 1955—3 p.m. = 1955-08-02 15
August 2, 1955—3 p. m. = 1955-08-02 15
August 2, 1955—3 p. = 1955-08-02 15
October 22, 1962, 7:06 p.m. = 1962-10-22 19:6
October 22, 1962, 9a.m. = 1962-10-22 9
October 22, 1962, 12:30 a.m. = 1962-10-22 0:30
October 22, 1962, 12 p.m. = 1962-10-22 12
October 30, 1958, 8:21[?] p.m. = 1958-10-30 20:21
October 22, 1962, 10:15 p.m.-1:30 a.m. = 1962-10-22 22:15
June 1, 1976, 0820Z = 1976-06-01 8:20 Z
March 24, 1977, 3:30–5 p.m. = 1977-03-24 15:30
June 2, 1980, 9–10:05 a.m. = 1980-06-02 9
June 4, 1980, 11:30–1:30 p.m. = 1980-06-04 11:30
May 9—5 p. m. = XXXX-05-09 17
July 22, 1943—12 noon = 1943-07-22 12
March 21, 1949—[9:45 a. m.] = 1949-03-21 9:45
14th Sept[ember] 1944 = 1944-09-14
27. 1. [1897] = 1897-01-27
January 26 [27], 1955 = -
June 3, 1915, evening. = 1915-06-03
January 31, 1951—noon = 1951-01-31 12
July 21, 1951—midnight = 1951-07-21 24
July 2, 1945, 15:30 = 1945-07-02 15:30
July 2, 1945, 1530 hours = 1945-07-02 15:30
021430Z JUL 45 = 1945-07-02 14:30 Z
1945-07-02T15:00:00Z = 1945-07-02 15:0 Z
1955-08-02T15:30:00 = 1955-08-02 15:30
August 12 = XXXX-08-12
May 12, noon = XXXX-05-12 12
3. März 1951 = 1951-03-03
März 1951 = 1951-03
Ende 1950 = 1950-39
um 1953 = 1953~
vor 1949 = [..1949]
Sommer 1947 = 1947-22
vom 2. bis 5. Juli 1945 = 1945-07-02/1945-07-05
zwischen 1950 und 1953 = [1950..1953]
1950er Jahre = 195X
2. Juli 1945, 15.30 Uhr = 1945-07-02 15:30
le 14 juillet 1945 = 1945-07-14
1er mai 1945 = 1945-05-01
vers 1953 = 1953~
été 1947 = 1947-22
août 1945 = 1945-08
du 2 au 5 juillet 1945 = 1945-07-02/1945-07-05
entre 1950 et 1953 = [1950..1953]
2 juillet 1945 à 15 h 30 = 1945-07-02 15:30
2 июля 1945 года = 1945-07-02
2 июля 1945 г. = 1945-07-02
июль 1945 = 1945-07
май 1945 = 1945-05
2–5 июля 1945 г. = 1945-07-02/1945-07-05
с 2 по 5 июля 1945 = 1945-07-02/1945-07-05
не позднее 5 мая 1950 = ../1950-05-05
не ранее 1949 г. = 1949/..
около 1953 г. = 1953~
лето 1947 = 1947-22
начало 1950 = 1950-37
1950-е гг. = 195X
XX век = 19XX
2 de julio de 1945 = 1945-07-02
2 luglio 1945 = 1945-07-02
1945年7月2日 = 1945-07-02
1945年7月 = 1945-07
1945年 = 1945
1945年7月至8月 = 1945-07/1945-08
一九四五年七月二日 = 1945-07-02
一九四五年十二月二十七日 = 1945-12-27
民国34年7月2日 = 1945-07-02
昭和20年8月15日 = 1945-08-15
1950年代 = 195X
约1953年 = 1953~
1949年以前 = [..1949]
1945년 7월 2일 = 1945-07-02
1946/1948 = 1946/1948
195X = 195X
[1945-07-12,1945-12-07] = [1945-07-12,1945-12-07]
XXXX-12-25 = XXXX-12-25
February 30, 1945 = impossible 1945-02
30 February 1945 = impossible 1945-02
February 29, 1945 = impossible 1945-02
31.4.1945 = impossible 1945-04
1945-02-30 = impossible 1945-02
1945-13-02 = impossible 1945
32.13.1945 = impossible 1945
July 5-2, 1945 = impossible
1948-1946 = impossible
1945-07-32T15:00 = impossible 1945-07
Second draft = -
Washington = -
Washington, July 2, 1945 = -
I. V. Stalin = -
45 = -
12 = -
12-45 = -
Box 12 = -
0820Z = -
. = -
? = -
- = -
ca. = -
before = -
between 1950 = -
early = -
July August 1945 = -
1945 1946 July = -
`;

for (const row of TABLE.trim().split('\n')) {
  const [words = '', expected] = row.split(/ = /);
  test(`“${words}” is read as ${expected}`, () => assert.equal(shown(readDateWords(words)), expected));
}

const SETTLED: readonly (readonly [string, DateWordsOptions, string])[] = [
  ['12/7/45', { languages: ['de'] }, '1945-07-12'],
  ['12/7/45', { languages: ['ru', 'fr'] }, '1945-07-12'],
  ['12/7/45', { languages: ['en-GB'] }, '1945-07-12'],
  ['12/7/45', { languages: ['en-US'] }, '1945-12-07'],
  ['12/7/45', { languages: ['en'] }, '[1945-07-12,1945-12-07]'],
  ['12/7/45', { languages: ['en', 'ru'] }, '[1945-07-12,1945-12-07]'],
  ['12/7/45', { languages: [] }, '[1945-07-12,1945-12-07]'],
  ['13/7/45', { languages: ['en-US'] }, 'impossible 1945'],
  ['12.7.45', { century: 1800 }, '1845-07-12'],
  ["July '12", { century: 2000 }, '2012-07'],
];
for (const [words, options, expected] of SETTLED)
  test(`“${words}” with ${JSON.stringify(options)} is read as ${expected}`, () =>
    assert.equal(shown(readDateWords(words, options)), expected));

const anyWords = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'July',
          'августа',
          '年',
          '1945',
          '45',
          '2',
          '32',
          '-',
          '–',
          '/',
          '.',
          ',',
          '?',
          ' ',
          'ca.',
          'between',
        ],
        ...[
          'and',
          'or',
          'before',
          'winter',
          'early',
          '195-',
          'VII',
          'p.m.',
          '9:30',
          'to',
          '[',
          ')',
          "'",
          '十',
          'Z',
        ],
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join(parts.length % 2 ? ' ' : '')),
);

test('no words make it throw, and what is read is EDTF', () => {
  fc.assert(
    fc.property(anyWords, (words) => {
      const reading = readDateWords(words);
      if (reading?.kind === 'date') assert.equal(parseEdtf(reading.edtf), reading.edtf, words);
    }),
    { seed: 1945, numRuns: 3000 },
  );
});

test('a megabyte of anything is no date, without reading it', () => {
  for (const piece of ['1', '1-', 'July ', '[', "'", '年', '. ', '2/7/'])
    assert.equal(readDateWords(piece.repeat(1_000_000 / piece.length)), undefined);
});

test('two hundred characters of one kind are read or refused', () => {
  for (const piece of ['1', '1-', '- ', 'I', '. ', '9:', '2/7/', 'p.', '十', 'ca '])
    assert.doesNotThrow(() => readDateWords(piece.repeat(200 / piece.length)));
});

test('a catalogued date keeps its words and says its doubt', () => {
  assert.deepEqual(readCataloguedDate('created', 'July, 1945'), {
    kind: 'created',
    words: 'July, 1945',
    edtf: '1945-07',
  });
  assert.deepEqual(readCataloguedDate('sent', 'August 2, 1955—3 p.m.'), {
    kind: 'sent',
    words: 'August 2, 1955—3 p.m.',
    edtf: '1955-08-02',
    time: { hour: 15 },
  });
  assert.deepEqual(readCataloguedDate('created', 'undated'), { kind: 'created', words: 'undated' });
  assert.deepEqual(readCataloguedDate('created', 'February 30, 1945'), {
    kind: 'created',
    words: 'February 30, 1945',
    edtf: '1945-02',
    doubt: { kind: 'impossible', words: 'February 30, 1945' },
  });
  assert.equal(readCataloguedDate('created', 'second draft'), undefined);
});
