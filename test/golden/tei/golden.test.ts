import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Read } from '../../../src/core/draft.ts';
import { readTei } from '../../../src/formats/tei/read-tei.ts';

const folder = import.meta.dirname;
const namesIn = (side: string, end: string): string[] =>
  readdirSync(join(folder, side))
    .filter((name) => name.endsWith(end))
    .map((name) => name.slice(0, -end.length))
    .sort();

async function readAll(name: string, chunk: number): Promise<Read[]> {
  const xml = readFileSync(join(folder, 'input', `${name}.xml`), 'utf8');
  const reads: Read[] = [];
  async function* chunks(): AsyncGenerator<string> {
    for (let at = 0; at < xml.length; at += chunk) yield xml.slice(at, at + chunk);
  }
  for await (const read of readTei({ name: `${name}.xml`, chunks: chunks() })) reads.push(read);
  return reads;
}

test('each input has its expected reading, and each expected reading its input', () => {
  assert.deepEqual(namesIn('input', '.xml'), namesIn('expected', '.json'));
});

for (const name of namesIn('input', '.xml')) {
  test(`${name}: reads as expected`, async () => {
    const expected: unknown = JSON.parse(readFileSync(join(folder, 'expected', `${name}.json`), 'utf8'));
    assert.deepEqual(JSON.parse(JSON.stringify(await readAll(name, 1 << 20))), expected);
  });
  test(`${name}: reads the same in small pieces`, async () => {
    assert.deepEqual(await readAll(name, 97), await readAll(name, 1 << 20));
  });
}
