import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openFileStore } from '../../src/adapters/disk/file-store.ts';
import { openRecordStore } from '../../src/adapters/sqlite/record-store.ts';
import { printIdentifier, type RecordId } from '../../src/core/id.ts';
import type { PublicChange, Standing } from '../../src/core/lifecycle.ts';
import type { RecordStore } from '../../src/ports/record-store.ts';

export interface Checked {
  readonly records: number;
  readonly versions: number;
  readonly files: number;
  /** Of all that is kept: equal if and only if the archives are. */
  readonly digest: string;
}

/**
 * Reads all of an archive and throws where it is not whole: the database sound, each version there and
 * readable, each record found by its identifiers, what readers were told equal to what they get, each
 * file what its digest says.
 */
export async function checkArchive(folder: string): Promise<Checked> {
  const path = join(folder, 'archive.sqlite');
  checkDatabase(path);
  const opened = await openRecordStore(path, { nameKeysOf: () => [], ifAbsent: 'refuse' });
  assert.ok(opened.ok, 'the archive opens');
  const hash = createHash('sha256');
  const changes = await opened.value.changesSince(0, 10_000_000);
  const lastChange = new Map(changes.map((change) => [change.id, change]));
  let records = 0;
  let versions = 0;
  for await (const standing of everyStanding(opened.value)) {
    records += 1;
    versions += standing.head;
    hash.update(JSON.stringify(standing));
    for (const version of await checkRecord(opened.value, standing)) hash.update(version);
    checkAnnounced(standing, lastChange.get(standing.id));
  }
  checkSequence(changes);
  hash.update(JSON.stringify(changes));
  await opened.value.close();
  const files = await checkFiles(folder, (text) => hash.update(text));
  return { records, versions, files, digest: hash.digest('hex') };
}

function checkDatabase(path: string): void {
  const database = new DatabaseSync(path);
  try {
    assert.deepEqual(
      database
        .prepare('PRAGMA integrity_check')
        .all()
        .map((row) => Object.values(row)),
      [['ok']],
    );
    assert.deepEqual(database.prepare('PRAGMA foreign_key_check').all(), []);
  } finally {
    database.close();
  }
}

export async function* everyStanding(store: RecordStore): AsyncGenerator<Standing> {
  for (let after: RecordId | undefined; ;) {
    const page = await store.list({}, after, 500);
    yield* page;
    after = page.at(-1)?.id;
    if (after === undefined) return;
  }
}

async function checkRecord(
  store: RecordStore,
  { id, kind, head, editions }: Standing,
): Promise<readonly string[]> {
  const history = await store.history(id);
  assert.deepEqual(
    history.map((one) => one.number),
    Array.from({ length: head }, (_, at) => at + 1),
    `${id}: versions`,
  );
  assert.deepEqual(
    editions.map((one) => one.number),
    editions.map((_, at) => at + 1),
    `${id}: editions`,
  );
  const read: string[] = [];
  for (const { number } of history) {
    const version = await store.version(id, number);
    assert.equal(version?.record.kind, kind, `${id}: version ${number}`);
    read.push(JSON.stringify(version));
    for (const identifier of version?.record.identifiers ?? [])
      assert.ok((await store.findAll(printIdentifier(identifier))).includes(id), `${id} is found`);
  }
  const shown = (await store.latestEditions([id])).get(id);
  assert.equal(shown?.version?.number, editions.at(-1)?.version, `${id}: its edition’s version is there`);
  return read;
}

/** What never had an edition was never announced as public; what is published was; what is withdrawn is told gone. */
function checkAnnounced({ id, editions, state }: Standing, last: PublicChange | undefined): void {
  if (editions.length === 0) assert.notEqual(last?.change, 'public', `${id} is announced without an edition`);
  if (state.kind === 'published') assert.equal(last?.change, 'public', `${id} is public and so announced`);
  if (state.kind === 'withdrawn' && editions.length > 0)
    assert.equal(last?.change, 'gone', `${id} is told gone`);
}

function checkSequence(changes: readonly PublicChange[]): void {
  for (const [at, { seq }] of changes.entries())
    assert.ok(seq > (changes[at - 1]?.seq ?? 0), `public change ${seq} comes after those before it`);
}

async function checkFiles(folder: string, tell: (text: string) => void): Promise<number> {
  const files = await openFileStore(join(folder, 'files'));
  let count = 0;
  for await (const { digest } of files.list()) {
    const hash = createHash('sha256');
    for await (const part of (await files.open(digest)) ?? []) hash.update(part);
    assert.equal(`sha256:${hash.digest('hex')}`, digest);
    tell(digest);
    count += 1;
  }
  return count;
}
