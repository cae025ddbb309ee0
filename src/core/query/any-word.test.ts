import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyWordOf } from './any-word.ts';

for (const [asked, loose] of [
  ['railway protocol Harbin', 'railway OR protocol OR Harbin'],
  ['"outer mongolia" treat*', '"outer mongolia" OR treat*'],
  ['railway', undefined],
  ['', undefined],
  ['railway OR protocol', undefined],
  ['railway -protocol', undefined],
  ['railway type:Letter', undefined],
] as const)
  test(`“${asked}”, for either word: ${loose ?? 'not asked for'}`, () => {
    assert.equal(anyWordOf(asked), loose);
  });
