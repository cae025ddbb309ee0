import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { Failure } from '../../core/failure.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { documentWithTexts, sampleDocument, sampleId } from '../../core/record.samples.ts';
import { added, commitOf, published, revised } from '../../ports/record-store.samples.ts';
import { openArchiveFile } from './archive-file.ts';
import { openRecordStore, recordStoreOn } from './record-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'unsealed-archive-'));
after(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
const newPath = () => join(folder, `${++made}.sqlite`);
const nameKeysOf = () => [];
const doc = sampleId('document', 1);

async function openStore(path: string): Promise<RecordStore> {
  const opened = await openRecordStore(path, { nameKeysOf, ifAbsent: 'make' });
  return opened.ok ? opened.value : assert.fail(opened.problem.code);
}

function openDatabase(path: string): DatabaseSync {
  const opened = openArchiveFile(path, 'make');
  return opened.ok ? opened.value : assert.fail(opened.problem.code);
}

test('what was committed is there after closing and opening again', async () => {
  const path = newPath();
  const store = await openStore(path);
  await store.commit(commitOf(published(doc, documentWithTexts('words'))));
  await store.close();
  await store.close();
  assert.equal(existsSync(`${path}-wal`), false);
  const again = await openStore(path);
  assert.deepEqual((await again.version(doc, 1))?.record, documentWithTexts('words'));
  await again.close();
});

for (const [sentence, write, code] of [
  ['an absent archive', () => undefined, 'not-an-archive'],
  [
    'a file that is no database',
    (path: string) => writeFileSync(path, 'no database '.repeat(99)),
    'not-an-archive',
  ],
  ['another program’s database', (path: string) => alter(path, 'CREATE TABLE t (a)'), 'not-an-archive'],
  [
    'an archive of a later Unsealed',
    (path: string) => {
      openDatabase(path).close();
      alter(path, 'PRAGMA user_version = 999');
    },
    'archive-newer',
  ],
] as const)
  test(`${sentence} is refused and left as it is`, async () => {
    const path = newPath();
    write(path);
    const before = existsSync(path) ? readFileSync(path) : undefined;
    const opened = await openRecordStore(path, { nameKeysOf, ifAbsent: 'refuse' });
    assert.equal(!opened.ok && opened.problem.code, code);
    assert.deepEqual(existsSync(path) ? readFileSync(path) : undefined, before);
  });

function alter(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

for (const sql of [
  `UPDATE version SET description = '{}'`,
  'DELETE FROM version',
  `UPDATE version_texts SET json = '{}'`,
  'DELETE FROM version_texts',
  'UPDATE edition SET version = 2',
  'DELETE FROM edition',
  `UPDATE public_change SET change = 'gone'`,
  'DELETE FROM public_change',
  'DELETE FROM record',
  `INSERT OR REPLACE INTO version SELECT record, number, at, by, why, from_file, texts, '{}' FROM version`,
])
  test(`the database itself refuses: ${sql}`, async () => {
    const path = newPath();
    const database = openDatabase(path);
    const store = recordStoreOn(database, path, { nameKeysOf });
    await store.commit(commitOf(published(doc, documentWithTexts('words'))));
    assert.throws(() => database.exec(sql), /never altered/);
    assert.deepEqual((await store.version(doc, 1))?.record, documentWithTexts('words'));
    await store.close();
  });

test('a full disk says so, writes nothing of the commit, and the archive goes on when there is room', async () => {
  const path = newPath();
  const database = openDatabase(path);
  const store = recordStoreOn(database, path, { nameKeysOf });
  await store.commit(commitOf(published(doc, sampleDocument('One'))));
  const other = sampleId('document', 2);
  const big = commitOf(
    published(other, sampleDocument('Two', { identifiers: [{ scheme: 'tei', value: 'two' }] })),
    revised(doc, 1, documentWithTexts('слово '.repeat(200_000)), { announce: 'public' }),
  );
  database.exec('PRAGMA max_page_count = 60');
  await assert.rejects(store.commit(big), (error) => {
    assert.ok(error instanceof Failure);
    assert.equal(error.problem.code, 'disk-full');
    assert.match(String(error.cause), /full/);
    return true;
  });
  assert.deepEqual(await store.standings([other]), new Map());
  assert.deepEqual(await store.find(['tei:two']), new Map());
  assert.equal(await store.lastChange(), 1);
  assert.equal((await store.history(doc)).length, 1);
  assert.deepEqual(Object.values(database.prepare('PRAGMA integrity_check').get() ?? {}), ['ok']);
  database.exec('PRAGMA max_page_count = 100000');
  assert.equal((await store.commit(big)).ok, true);
  await store.close();
});

test('two that have the archive open see each other’s commits, and of two on one revision one is refused', async () => {
  const path = newPath();
  const [server, command] = [await openStore(path), await openStore(path)];
  await server.commit(commitOf(added(doc, sampleDocument('One'))));
  assert.equal((await command.standings([doc])).get(doc)?.revision, 1);
  const [left, right] = await Promise.all([
    server.commit(commitOf(revised(doc, 1, sampleDocument('Left')))),
    command.commit(commitOf(revised(doc, 1, sampleDocument('Right')))),
  ]);
  assert.deepEqual([left?.ok, right?.ok].sort(), [false, true]);
  await server.close();
  await command.close();
});

test('who must wait for another’s commit waits without blocking, and readers need not wait', async () => {
  const path = newPath();
  const [store, other] = [await openStore(path), openDatabase(path)];
  await store.commit(commitOf(added(doc, sampleDocument('One'))));
  other.exec('BEGIN IMMEDIATE');
  const waiting = store.commit(commitOf(revised(doc, 1, sampleDocument('Two'))));
  assert.equal((await store.standings([doc])).get(doc)?.revision, 1);
  other.exec('COMMIT');
  assert.equal((await waiting).ok, true);
  other.close();
  await store.close();
});

test('two who make the archive at once make one', async () => {
  const path = newPath();
  const [left, right] = await Promise.all([openStore(path), openStore(path)]);
  await left.commit(commitOf(added(doc, sampleDocument('One'))));
  assert.equal((await right.standings([doc])).size, 1);
  await left.close();
  await right.close();
});
