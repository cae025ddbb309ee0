import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sampleDocument, sampleId } from '../../core/record.samples.ts';
import { commitOf, published, revised } from '../../ports/record-store.samples.ts';
import { recordStoreContract } from '../../ports/record-store.contract.ts';
import { openRecordSnapshot, openRecordStore } from './record-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'unsealed-sqlite-'));
after(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
recordStoreContract('SQLite', async (nameKeysOf) => {
  const path = join(folder, `${++made}.sqlite`);
  const opened = await openRecordStore(path, { nameKeysOf, ifAbsent: 'make' });
  return opened.ok ? opened.value : assert.fail(opened.problem.code);
});

test('a snapshot sees what there was when it was taken, whoever writes meanwhile, and writes nothing', async () => {
  const path = join(folder, 'snapshot.sqlite');
  const opened = await openRecordStore(path, { nameKeysOf: () => [], ifAbsent: 'make' });
  const store = opened.ok ? opened.value : assert.fail(opened.problem.code);
  const [before, since] = [sampleId('document', 1), sampleId('document', 2)];
  await store.commit(commitOf(published(before, sampleDocument('before'))));
  const snapshot = await openRecordSnapshot(path);
  await store.commit(commitOf(published(since, sampleDocument('since'))));
  await store.commit(
    commitOf(revised(before, 1, sampleDocument('after'), { publish: {}, announce: 'public' })),
  );
  assert.equal(await snapshot.lastChange(), 1);
  assert.deepEqual(
    (await snapshot.list({}, undefined, 10)).map(({ id, head }) => [id, head]),
    [[before, 1]],
  );
  const edition = (await snapshot.latestEditions([before, since])).get(before);
  assert.equal(edition?.version?.number, 1);
  await assert.rejects(snapshot.commit(commitOf(published(since, sampleDocument('written')))));
  await snapshot.close();
  assert.equal(await store.lastChange(), 3);
  await store.close();
});
