import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctWords } from './correct-words.ts';

const CASES: readonly (readonly [q: string, is: string])[] = [
  ['rialway', 'railway'],
  ['mongolian "Rialway protocol"~3', 'mongolian "railway protocol"~3'],
  ['title:rialway -rialways', 'title:railway -rialways'],
  ['rialway* OR RIALWAY', 'railway* OR railway'],
  ['nothing of it', 'nothing of it'],
];
for (const [q, is] of CASES)
  test(`${q} is corrected to ${is}`, () =>
    assert.equal(correctWords(q, [{ word: 'rialway', instead: 'railway' }]), is));
