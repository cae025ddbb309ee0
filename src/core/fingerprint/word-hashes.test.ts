import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashWords } from './word-hashes.ts';

function hashesOf(text: string): readonly number[] {
  const hashes: number[] = [];
  hashWords(text, (hash) => hashes.push(hash));
  return hashes;
}

for (const [one, other] of [
  ['The Straße, in Zürich.', 'the STRASSE — in “zurich”'],
  ['Ещё раз', 'еще раз'],
  ['中蘇關系', '中苏关系'],
  ['كَتَبَ', 'كتب'],
] as const)
  test(`“${one}” and “${other}” are the same words`, () => {
    assert.ok(hashesOf(one).length > 0);
    assert.deepEqual(hashesOf(one), hashesOf(other));
  });

test('words are told one by one, characters without spaces in pairs', () => {
  assert.equal(hashesOf('three small words').length, 3);
  assert.equal(hashesOf('中苏关系').length, 3);
  assert.equal(hashesOf('of 中苏 now').length, 3);
  assert.deepEqual(hashesOf(' — '), []);
  assert.notDeepEqual(hashesOf('lamp'), hashesOf('lamps'));
});
