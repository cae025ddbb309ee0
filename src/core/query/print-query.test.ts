import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyQuery, anyQueryText } from '../../../test/support/any-query.ts';
import { printQuery, readQuery } from '../query-language.ts';

test('what is printed is read as what it was', () => {
  fc.assert(
    fc.property(anyQuery, (node) => {
      const printed = printQuery(node);
      assert.deepEqual(readQuery(printed).node, node, printed);
    }),
    { numRuns: 1000, seed: 11 },
  );
  assert.equal(printQuery({ kind: 'everything' }), '');
});

test('any text is read without failing, and its printed form is read as the same', () => {
  fc.assert(
    fc.property(anyQueryText, (written) => {
      const { node } = readQuery(written);
      const printed = printQuery(node);
      assert.deepEqual(readQuery(printed).node, node, printed);
    }),
    { numRuns: 2000, seed: 11 },
  );
});
