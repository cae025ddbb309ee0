import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from './nearest.ts';

const known = ['import', 'publish', 'embargo', 'merge', 'unmerge', 'status'];

const cases: readonly (readonly [says: string, word: string, meant: string | undefined])[] = [
  ['one letter dropped', 'pubish', 'publish'],
  ['two letters exchanged', 'improt', 'import'],
  ['one letter too many', 'statuss', 'status'],
  ['capital letters are forgiven', 'IMPORT', 'import'],
  ['a beginning is enough', 'emb', 'embargo'],
  ['the nearer of two', 'unmerg', 'unmerge'],
  ['nothing near', 'frobnicate', undefined],
  ['no letters at all', '', undefined],
];

for (const [says, word, meant] of cases)
  test(`nearest: ${says}`, () => assert.equal(nearest(word, known), meant));
