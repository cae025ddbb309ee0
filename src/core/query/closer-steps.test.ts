import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closerSteps } from './closer-steps.ts';

const CASES: readonly (readonly [
  says: string,
  from: string | undefined,
  to: string | undefined,
  is: string,
])[] = [
  [
    'a year has its months',
    '1945-01-01',
    '1945-12-31',
    'month 12: 1945-01-01..1945-01-31 to 1945-12-01..1945-12-31',
  ],
  [
    'months stand in whole years',
    '1945-07-01',
    '1946-03-31',
    'month 24: 1945-01-01..1945-01-31 to 1946-12-01..1946-12-31',
  ],
  [
    'a month has its days',
    '1948-02-01',
    '1948-02-29',
    'day 29: 1948-02-01..1948-02-01 to 1948-02-29..1948-02-29',
  ],
  [
    'two months, over the end of a year',
    '1945-12-20',
    '1946-01-03',
    'day 62: 1945-12-01..1945-12-01 to 1946-01-31..1946-01-31',
  ],
  [
    'three years are months',
    '1945-01-01',
    '1947-12-31',
    'month 36: 1945-01-01..1945-01-31 to 1947-12-01..1947-12-31',
  ],
  ['more than three years are years', '1945-01-01', '1948-12-31', 'none'],
  ['an open end has no steps', '1945-01-01', undefined, 'none'],
  ['a range that runs backwards has none', '1946-01-01', '1945-01-01', 'none'],
  ['what is no day has none', '1945-13-01', '1945-12-31', 'none'],
];
for (const [says, from, to, is] of CASES)
  test(says, () => {
    const found = closerSteps(from, to);
    const [first, last] = [found?.steps[0], found?.steps.at(-1)];
    assert.equal(
      found === undefined
        ? 'none'
        : `${found.unit} ${found.steps.length}: ${first?.from}..${first?.to} to ${last?.from}..${last?.to}`,
      is,
    );
  });
