import { test } from 'node:test';
import assert from 'node:assert/strict';
import { ALPHABET, kindOf, makeId, parseId } from './id.ts';

const id = makeId('document', 'k4m7q2zx');

test('an id is ten characters, names its kind, and reads back', () => {
  assert.equal(id.length, 10);
  assert.equal(kindOf(id), 'document');
  assert.equal(parseId(id), id);
  assert.equal(parseId(id.toUpperCase()), id);
});

test('every single wrong character is noticed', () => {
  for (let at = 1; at < 10; at++)
    for (const other of ALPHABET) {
      if (other === id[at]) continue;
      assert.equal(parseId(id.slice(0, at) + other + id.slice(at + 1)), undefined);
    }
});

test('every exchange of two characters is noticed', () => {
  for (let a = 1; a < 9; a++)
    for (let b = a + 1; b < 9; b++) {
      if (id[a] === id[b]) continue;
      const swapped = [...id];
      [swapped[a], swapped[b]] = [swapped[b] ?? '', swapped[a] ?? ''];
      assert.equal(parseId(swapped.join('')), undefined);
    }
});

for (const text of ['', '123456789', '1234567890', 'xk4m7q2zxh', 'dk4m7q2zx', 'd/../../etc', 'dilouilou0'])
  test(`"${text}" is not an id`, () => assert.equal(parseId(text), undefined));

test('refuses a body that is not of the alphabet', () => assert.throws(() => makeId('agent', 'short')));
