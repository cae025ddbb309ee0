import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rangeOf } from './byte-range.ts';

const cases: readonly (readonly [asked: string | null, expected: ReturnType<typeof rangeOf>])[] = [
  [null, undefined],
  ['', undefined],
  ['bytes=0-99', { from: 0, to: 100 }],
  ['bytes=0-', { from: 0, to: 1000 }],
  ['bytes=999-', { from: 999, to: 1000 }],
  ['bytes=990-5000', { from: 990, to: 1000 }],
  ['bytes=-10', { from: 990, to: 1000 }],
  ['bytes=-5000', { from: 0, to: 1000 }],
  ['bytes=-0', 'beyond'],
  ['bytes=1000-', 'beyond'],
  ['bytes=5000-6000', 'beyond'],
  ['bytes=9-3', undefined],
  ['bytes=-', undefined],
  ['bytes=0-9,20-29', undefined],
  ['lines=0-9', undefined],
  ['bytes=a-b', undefined],
  [`bytes=${'9'.repeat(40)}-`, undefined],
];
for (const [asked, expected] of cases)
  test(`${asked ?? 'nothing'} of 1000 bytes`, () => assert.deepEqual(rangeOf(asked, 1000), expected));

test('nothing is a stretch of an empty file', () => {
  assert.equal(rangeOf('bytes=0-', 0), 'beyond');
  assert.equal(rangeOf('bytes=-5', 0), 'beyond');
});
