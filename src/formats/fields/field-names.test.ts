import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FIELDS, valuesOf } from './field-names.ts';

test('the reference page has each field, its words and whether it takes several values, and no other', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/reference/formats.md'), 'utf8');
  const rows = page
    .split('\n')
    .filter((line) => /^\| `\w+` +\|/.test(line))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, 4),
    );
  const fields = Object.entries(FIELDS).map(([name, field]) => [
    `\`${name}\``,
    'many' in field ? 'yes' : '',
    field.what,
  ]);
  assert.deepEqual(rows, fields);
});

test('several values are parted by ; or |, and none is empty', () => {
  assert.deepEqual(valuesOf(' A; B | C ;; '), ['A', 'B', 'C']);
  assert.deepEqual(valuesOf('Orlova, Anna'), ['Orlova, Anna']);
});
