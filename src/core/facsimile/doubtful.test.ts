import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDoubtful } from './doubtful.ts';

test('a word is doubtful where an engine was unsure of it, and not where none said', () => {
  assert.equal(isDoubtful({ confidence: 0.4 }), true);
  assert.equal(isDoubtful({ confidence: 0.8 }), false);
  assert.equal(isDoubtful({}), false);
});
