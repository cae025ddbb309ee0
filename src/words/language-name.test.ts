import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageName } from './language-name.ts';

const CASES: readonly (readonly [tag: string, name: string])[] = [
  ['ru', 'Russian'],
  ['zh-Hant', 'Traditional Chinese'],
  ['de-1996', 'German (spelling of 1996)'],
  ['de-1901', 'German (spelling of 1901)'],
  ['ru-petr1708', 'Russian (spelling of 1708)'],
  ['und', 'Language not known'],
  ['x', 'x'],
];

for (const [tag, name] of CASES)
  test(`${tag} is called ${name}`, () => assert.equal(languageName(tag), name));
