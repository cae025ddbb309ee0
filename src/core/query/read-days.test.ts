import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateOffer } from './date-offer.ts';
import { printDateRange, readDateRange } from './date-range.ts';
import { readDays } from './read-days.ts';

const READ: readonly (readonly [words: string, days: string])[] = [
  ['1945', '1945-01-01..1945-12-31'],
  ['1945-02', '1945-02-01..1945-02-28'],
  ['1945-07-02', '1945-07-02..1945-07-02'],
  ['July 1945', '1945-07-01..1945-07-31'],
  ['2 July 1945', '1945-07-02..1945-07-02'],
  ['Juli 1945', '1945-07-01..1945-07-31'],
  ['juillet 1945', '1945-07-01..1945-07-31'],
  ['июль 1945', '1945-07-01..1945-07-31'],
  ['1945年7月', '1945-07-01..1945-07-31'],
  ['summer 1947', '1947-06-01..1947-08-31'],
  ['1950s', '1950-01-01..1959-12-31'],
  ['ca. 1953', '1953-01-01..1953-12-31'],
  ['1945-07..1946', '1945-07-01..1946-12-31'],
  ['July 1945..March 1946', '1945-07-01..1946-03-31'],
  ['July 1945 – March 1946', '1945-07-01..1946-03-31'],
  ['1945-07/1946', '1945-07-01..1946-12-31'],
  ['between 1950 and 1953', '1950-01-01..1953-12-31'],
  ['1946..1945', '1945-01-01..1946-12-31'],
  ['-0012..-0044', '-0044-01-01..-0012-12-31'],
  ['..1949-10-01', '..1949-10-01'],
  ['before 1950', '..1949-12-31'],
  ['before March 1948', '..1948-02-29'],
  ['vor 1950', '..1949-12-31'],
  ['до 1950', '..1949-12-31'],
  ['after July 1950', '1950-08-01..'],
  ['after 31 December 1950', '1951-01-01..'],
  ['since 1945', '1945-01-01..'],
  ['not before 1950', '1950-01-01..'],
  ['1945-13', 'impossible'],
  ['1945-02-30', 'impossible'],
  ['31 Feb 1945', 'impossible'],
  ['before 31 Feb 1945', 'impossible'],
  ['1945..31 Feb 1946', 'impossible'],
  ['July', 'none'],
  ['spring', 'none'],
  ['undated', 'none'],
  ['before', 'none'],
  ['tea', 'none'],
  ['1945..tea', 'none'],
  ['1..2..3', 'none'],
  ['', 'none'],
  ['9'.repeat(500), 'none'],
];
for (const [words, days] of READ)
  test(`days: ${words.slice(0, 40)}`, () => {
    const read = readDays(words);
    const said =
      read === undefined
        ? 'none'
        : read.kind === 'impossible'
          ? read.kind
          : `${read.from ?? ''}..${read.to ?? ''}`;
    assert.equal(said, days);
    const filter = readDateRange(words, false);
    if (filter === undefined) return;
    assert.deepEqual(readDateRange(printDateRange(filter), false), filter);
  });

const OFFERED: readonly (readonly [query: string, instead: string | undefined])[] = [
  ['July 1945 Soong', 'date:1945-07 Soong'],
  ['Soong in July, 1945', 'Soong in date:1945-07'],
  ['Yalta 1945', 'Yalta date:1945'],
  ['2 July 1945', 'date:1945-07-02'],
  ['Mao summer 1947 talks', 'Mao date:1947-06..1947-08 talks'],
  ['1950s trade', 'date:1950..1959 trade'],
  ['date:1945 tea', undefined],
  ['"July 1945"', undefined],
  ['July Soong', undefined],
  ['box 183', undefined],
  ['NSC Files, Box 1031', undefined],
  ['Lot 64 D 560, CF 1282', undefined],
  ['31 Feb 1945', undefined],
  ['', undefined],
];
for (const [query, instead] of OFFERED)
  test(`a date that is offered: ${query}`, () => assert.equal(dateOffer(query)?.instead, instead));
