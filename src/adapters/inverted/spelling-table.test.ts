import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editsBetween } from '../../core/query/corrections.ts';
import { Spelled } from './spelling-table.ts';

const unitsOf = (word: string): Uint16Array => Uint16Array.from(word, (letter) => letter.charCodeAt(0));

test('edits are counted as they are one by one', () => {
  const letters = fc.constantFrom(...'abcdeяжñ');
  const word = (most: number): fc.Arbitrary<string> =>
    fc.string({ unit: letters, minLength: 1, maxLength: most });
  fc.assert(
    fc.property(word(29), word(31), (asked, other) => {
      const units = unitsOf(`xx${other}x`);
      const edits = new Spelled(asked).editsTo(units, 2, 2 + other.length);
      assert.equal(edits, editsBetween(asked, other, 60));
    }),
    { numRuns: 2000, seed: 7 },
  );
});

test('a swap of neighbours is one edit, a letter moved further is two', () => {
  const cases: readonly [string, string, number][] = [
    ['stalin', 'stalin', 0],
    ['stalin', 'satlin', 1],
    ['stalin', 'stlain', 1],
    ['stalin', 'talins', 2],
    ['сталин', 'слатин', 2],
    ['a', 'b', 1],
    ['abcdefghijklmnopqrstuvwxyzabc', 'abcdefghijklmnopqrstuvwxyzab', 1],
  ];
  for (const [asked, other, edits] of cases)
    assert.equal(new Spelled(asked).editsTo(unitsOf(other), 0, other.length), edits, `${asked} ${other}`);
});
