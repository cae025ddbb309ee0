import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLetter } from './check-letter.ts';
import { checkVolume, faultOf } from './check-volume.ts';
import { writtenOf } from './check-schema.ts';
import { drawn } from './draw.ts';
import { documentsIn, expectedTextOf } from './expected-text.ts';

const folder = join(import.meta.dirname, '..', 'golden', 'tei', 'input');
const inputs = readdirSync(folder)
  .map((name) => ({ name, xml: readFileSync(join(folder, name), 'utf8') }))
  .filter(({ name }) => !/^(?:broken|entity|id-used)/.test(name));
const isVolume = ({ xml }: { readonly xml: string }): boolean => !documentsIn(xml).next().done;

for (const { name, xml } of inputs.filter(isVolume))
  test(`${name}: every character is shown or listed, and the counts of the XML are those of what was read`, async () => {
    assert.deepEqual((await checkVolume(name, xml)).faults, []);
  });

for (const { name, xml } of inputs.filter((one) => !isVolume(one)))
  test(`${name}: every character is shown or held in a record`, async () => {
    assert.deepEqual(await checkLetter(name, xml), []);
  });

for (const { name, xml } of inputs)
  test(`${name}: what goes out reads back equal`, async () => {
    const { written, faults } = await writtenOf(name, xml, 1);
    assert.ok(written.length > 0);
    assert.deepEqual(faults, []);
  });

test('the check of a volume finds what is not shown', () => {
  const expected = expectedTextOf('<div><p>a b<note>c</note></p></div>');
  assert.deepEqual(expected, { body: 'ab', notes: ['c'] });
  assert.equal(faultOf(expected, { body: 'ab', notes: ['c'] }), undefined);
  assert.match(faultOf(expected, { body: 'a', notes: ['c'] }) ?? '', /is shown as/);
  assert.match(faultOf(expected, { body: 'ab', notes: [] }) ?? '', /1 notes are 0/);
});

test('what is drawn by a seed is the same each time, and each thing once', () => {
  const items = Array.from({ length: 100 }, (_, n) => n);
  assert.deepEqual(drawn(items, 50, 7), drawn(items, 50, 7));
  assert.equal(new Set(drawn(items, 50, 7)).size, 50);
  assert.notDeepEqual(drawn(items, 50, 7), drawn(items, 50, 8));
});
