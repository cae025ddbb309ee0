import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageId } from './language-id.ts';

const CASES: readonly (readonly [tag: string, code: string])[] = [
  ['en', 'eng'],
  ['de', 'ger'],
  ['deu', 'ger'],
  ['ger', 'ger'],
  ['zh-Hant', 'chi'],
  ['zh-Latn', 'chi'],
  ['ru', 'rus'],
  ['RU', 'rus'],
  ['mn', 'mon'],
  ['sr-Cyrl', 'srp'],
  ['grc', 'grc'],
  ['und', 'und'],
  ['', 'und'],
];

for (const [tag, code] of CASES) test(`"${tag}" is ${code}`, () => assert.equal(languageId(tag), code));

/** Moldavian, which is Romanian by now. */
const GIVEN_UP = 'mo';

test('every language that has two letters has three, and no two the same', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((one) =>
    letters.flatMap((two) =>
      one + two !== GIVEN_UP && languageId(one + two).length === 3 ? [languageId(one + two)] : [],
    ),
  );
  assert.equal(codes.length, 183);
  assert.equal(new Set(codes).size, codes.length);
});
