import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Allowances, headersOfAllowance, QUOTAS } from './allowance.ts';

const SMALL = {
  reading: { quota: 4, seconds: 8 },
  asking: { quota: 2, seconds: 20 },
  pictures: { quota: 10, seconds: 1 },
} as const;

test('so much is given at once, and again in the course of time', () => {
  const given = new Allowances(SMALL);
  const left = [0, 0, 0, 0, 0].map((at) => given.take('a', 'reading', at).left);
  assert.deepEqual(left, [3, 2, 1, 0, 0]);
  const refused = given.take('a', 'reading', 0);
  assert.deepEqual([refused.isAllowed, refused.seconds], [false, 2]);
  assert.equal(given.take('a', 'reading', 1999).isAllowed, false);
  assert.equal(given.take('a', 'reading', 2000).isAllowed, true);
  assert.equal(given.take('a', 'reading', 2001).isAllowed, false);
  assert.equal(given.take('a', 'reading', 1_000_000).left, 3);
});

test('each cost, and each client, is counted by itself', () => {
  const given = new Allowances(SMALL);
  for (let at = 0; at < 3; at++) given.take('a', 'asking', 0);
  assert.equal(given.take('a', 'asking', 0).isAllowed, false);
  assert.equal(given.take('a', 'reading', 0).isAllowed, true);
  assert.equal(given.take('b', 'asking', 0).isAllowed, true);
});

test('a clock that goes back gives nothing', () => {
  const given = new Allowances(SMALL);
  given.take('a', 'asking', 10_000);
  given.take('a', 'asking', 10_000);
  assert.equal(given.take('a', 'asking', 0).isAllowed, false);
});

test('so many clients are remembered, and the one not seen for longest is forgotten', () => {
  const given = new Allowances(SMALL, 3);
  for (const client of ['a', 'a', 'b', 'c', 'a']) given.take(client, 'asking', 0);
  given.take('d', 'asking', 0);
  assert.equal(given.take('a', 'asking', 0).isAllowed, false);
  assert.equal(given.take('b', 'asking', 0).left, 1);
});

test('what is left is told in the form of the draft', () => {
  const { quota, seconds } = QUOTAS.asking;
  assert.deepEqual(headersOfAllowance(new Allowances().take('a', 'asking', 0)), [
    ['ratelimit-policy', `"asking";q=${quota};w=${seconds}`],
    ['ratelimit', `"asking";r=${quota - 1};t=1`],
  ]);
});
