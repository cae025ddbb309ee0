import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { searchIndexContract } from '../../ports/search-index.contract.ts';
import { AGENT, ask, DOCUMENTS, EVERYTHING, is, names, word } from '../../ports/search-index.corpus.ts';
import { openFts5Index } from './search-index.ts';

searchIndexContract('fts5', async () => openFts5Index(':memory:'));

function placeFor(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'unsealed-index-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'index.sqlite');
}

test('what was written is there when the file is opened again', async (context) => {
  const path = placeFor(context);
  const first = openFts5Index(path);
  await first.update({ put: [...DOCUMENTS, AGENT], remove: [], upTo: 8 });
  await first.close();
  const second = openFts5Index(path);
  assert.equal(await second.coveredTo(), 8);
  assert.equal(names(await ask(second, { node: word('Geneva') })), '7');
  assert.equal(names(await ask(second, { filters: [is('person', 'kim', 'johnson')], sort: 'title' })), '7 4');
  const [passage] = (await ask(second, { node: word('treaty'), passages: 1 })).hits[0]?.passages ?? [];
  assert.ok(passage !== undefined);
  await second.close();
});

test('what another process wrote is seen', async (context) => {
  const path = placeFor(context);
  const [reader, writer] = [openFts5Index(path), openFts5Index(path)];
  assert.equal((await ask(reader, {})).total, 0);
  await writer.update({ put: DOCUMENTS, remove: [], upTo: 8 });
  assert.equal((await ask(reader, { node: EVERYTHING })).total, DOCUMENTS.length);
  await reader.update({ put: [AGENT], remove: [], upTo: 9 });
  assert.equal((await ask(writer, {})).total, DOCUMENTS.length + 1);
  await reader.close();
  await writer.close();
});

for (const [what, spoil] of [
  [
    'no database',
    (path: string) => writeFileSync(path, 'not a database, but long enough to be looked at. '.repeat(40)),
  ],
  ['an empty file', (path: string) => writeFileSync(path, '')],
  [
    'an index of another shape',
    (path: string) => {
      const other = new DatabaseSync(path);
      other.exec('CREATE TABLE documents (x); PRAGMA user_version = 999');
      other.close();
    },
  ],
] as const)
  test(`${what} in its place is replaced by an empty index`, async (context) => {
    const path = placeFor(context);
    spoil(path);
    const index = openFts5Index(path);
    assert.equal(await index.coveredTo(), 0);
    await index.update({ put: DOCUMENTS, remove: [], upTo: 3 });
    assert.equal(names(await ask(index, { node: word('Geneva') })), '7');
    await index.close();
  });

test('a change that fails changes nothing', async () => {
  const index = openFts5Index(':memory:');
  await index.update({ put: DOCUMENTS.slice(0, 3), remove: [], upTo: 1 });
  const [broken] = DOCUMENTS.slice(3);
  assert.ok(broken);
  const twice = { ...broken, openedAt: JSON.parse('null') };
  await assert.rejects(index.update({ put: [DOCUMENTS[4] ?? AGENT, twice], remove: [], upTo: 2 }));
  assert.equal(await index.coveredTo(), 1);
  assert.equal((await ask(index, {})).total, 3);
  await index.update({ put: DOCUMENTS, remove: [], upTo: 3 });
  assert.equal((await ask(index, {})).total, DOCUMENTS.length);
  await index.close();
});
