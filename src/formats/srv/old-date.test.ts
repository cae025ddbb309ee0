import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEdtf } from '../../core/date/edtf.ts';
import { firstDay, lastDay, oldDate, oldInstant } from './old-date.ts';

const CASES: readonly (readonly [edtf: string, date: string, first: string | null, last: string | null])[] = [
  ['1945-07-02', '19450702', '19450702', '19450702'],
  ['1945-07', '19450700', '19450701', '19450731'],
  ['1945', '19450000', '19450101', '19451231'],
  ['1945-07-02?', '19450702', '19450702', '19450702'],
  ['1953~', '19530000', '19530101', '19531231'],
  ['1945-XX-02', '19450002', '19450102', '19451202'],
  ['194X', '19400000', '19400101', '19491231'],
  ['195', '19500000', '19500101', '19591231'],
  ['1947-22', '19470000', '19470601', '19470831'],
  ['1946-05/1948', '19460500', '19460501', '19481231'],
  ['../1949-10-01', '19491001', null, '19491001'],
  ['1949/', '19490000', '19490101', null],
  ['[1945-07-02,1945-07-05]', '19450702', '19450702', '19450705'],
  ['XXXX', '00000000', null, null],
  ['-0044-03-15', '00000000', null, null],
  ['Y12000', '00000000', null, null],
];

for (const [text, date, first, last] of CASES)
  test(`${text} is ${date}, from ${first} to ${last}`, () => {
    const edtf = parseEdtf(text);
    assert.ok(edtf);
    assert.equal(oldDate({ edtf }), date);
    assert.equal(firstDay({ edtf }), first);
    assert.equal(lastDay({ edtf }), last);
  });

test('what has no date has zeros, and no first day', () => {
  assert.equal(oldDate(undefined), '00000000');
  assert.equal(oldDate({}), '00000000');
  assert.equal(firstDay({}), null);
});

test('an instant is written as the old interface did', () =>
  assert.equal(oldInstant('2026-06-01T12:00:00.000Z'), '2026-06-01 12:00:00'));
