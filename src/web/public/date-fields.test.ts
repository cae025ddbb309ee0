import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDateFields } from './date-fields.ts';

const CASES: readonly (readonly [from: string, to: string, is: string])[] = [
  ['1945', '', '1945-01-01..1945-12-31'],
  ['July 1945', '1953', '1945-07-01..1953-12-31'],
  ['1945-07', '1945-08-15', '1945-07-01..1945-08-15'],
  ['summer 1947', '', '1947-06-01..1947-08-31'],
  ['1945 to 1953', '', '1945-01-01..1953-12-31'],
  ['1950s', '', '1950-01-01..1959-12-31'],
  ['', '1949', '..1949-12-31'],
  ['after 1949', '', '1950-01-01..'],
  ['July 2, 1945', 'August 14, 1945', '1945-07-02..1945-08-14'],
  ['1953', '1945', '1945-01-01..1953-12-31'],
  ['July 1945', 'nonsense', 'not understood'],
  ['the other day', '', 'not understood'],
  ['February 30, 1945', '', 'not understood'],
  ['', '', 'not understood'],
];
for (const [from, to, is] of CASES)
  test(`“${from}” and “${to}”: ${is}`, () => {
    const read = readDateFields(from, to, false);
    assert.equal(read === undefined ? 'not understood' : `${read.from ?? ''}..${read.to ?? ''}`, is);
    if (read !== undefined) assert.equal(readDateFields(from, to, true)?.certainly, true);
  });
