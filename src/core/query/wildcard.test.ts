import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allows, beginningOf, patternOf } from './wildcard.ts';

for (const [text, pattern] of [
  ['Sovi*t', 'sovi*t'],
  ['Kr?mer', 'kr?mer'],
  ['**ты*', '*ты*'],
  ['*', undefined],
  ['?*', undefined],
  ['mao-ts*', undefined],
  ['', undefined],
] as const)
  test(`"${text}" is held against terms as ${pattern ?? 'nothing'}`, () => {
    assert.equal(patternOf(text), pattern);
  });

for (const [pattern, term, isAllowed] of [
  ['so*t', 'soviet', true],
  ['so*t', 'sot', true],
  ['so*t', 'soviets', false],
  ['*way', 'railway', true],
  ['*a*a*', 'banana', true],
  ['b?n?n?', 'banana', true],
  ['b?n', 'banana', false],
  ['a?', 'a', false],
] as const)
  test(`${pattern} ${isAllowed ? 'allows' : 'does not allow'} ${term}`, () => {
    assert.equal(allows(pattern, term), isAllowed);
  });

test('a pattern of nothing but signs and one letter is held against a long term in few steps', () => {
  assert.equal(allows('*a'.repeat(200) + 'b', 'a'.repeat(64)), false);
});

test('a pattern begins with the letters before its first sign', () => {
  assert.equal(beginningOf('sovi*t'), 'sovi');
  assert.equal(beginningOf('*t'), '');
});
