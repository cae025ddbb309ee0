import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeId, fakeRecords, ID } from '../../test/support/fake-records.ts';
import { memoryPorts, type MemoryPorts } from '../../test/support/memory-archive.ts';
import type { ArchiveDocument } from '../core/document.ts';
import type { Collection } from '../core/collection.ts';
import { kindOf, type RecordId } from '../core/id.ts';
import type { LifecycleState } from '../core/lifecycle.ts';
import type { ArchiveRecord } from '../core/record.ts';
import { describe } from './describe.ts';
import { PublicViews } from './public-views.ts';

const ACT = { by: 'test' };

/** An archive in memory whose records are all public, but for those whose state is said. */
async function archiveWith(
  records: Iterable<readonly [RecordId, ArchiveRecord]>,
  states: ReadonlyMap<RecordId, LifecycleState | 'draft'> = new Map(),
) {
  const ports = memoryPorts();
  for (const [id, record] of records) {
    const state = states.get(id);
    await ports.records.commit({
      ...ACT,
      at: '2026-03-01T00:00:00.000Z',
      changes: [
        {
          id,
          kind: kindOf(id),
          expected: 'absent',
          version: { record },
          ...(state === 'draft' ? {} : { publish: {}, announce: 'public' as const }),
        },
      ],
    });
    if (state === undefined || state === 'draft') continue;
    const standing = (await ports.records.standings([id])).get(id);
    await ports.records.commit({
      ...ACT,
      at: '2026-04-01T00:00:00.000Z',
      changes: [{ id, kind: kindOf(id), expected: standing?.revision ?? 0, state, announce: 'gone' }],
    });
  }
  return { ports, ask: asking(ports) };
}

const asking = (ports: MemoryPorts) => async (ids: readonly RecordId[], depth?: 'whole' | 'description') => {
  const views = new PublicViews(ports);
  await views.refresh();
  return describe({ ...ports, views }, ids, depth);
};

const at = '2026-04-01T00:00:00.000Z';
const WITHDRAWN: LifecycleState = { kind: 'withdrawn', reason: 'a fault', at, by: 'test' };
const OTHER = fakeId('agent', 7);

test('they come in the order asked for; what is not public is left out', async () => {
  const { ask } = await archiveWith(
    fakeRecords,
    new Map<RecordId, LifecycleState | 'draft'>([
      [ID.place, 'draft'],
      [ID.subject, WITHDRAWN],
    ]),
  );
  const asked = [ID.event, ID.place, fakeId('document', 77), ID.document, ID.subject, ID.collection];
  assert.deepEqual(
    (await ask(asked)).map(({ view }) => view.id),
    [ID.event, ID.document, ID.collection],
  );
  assert.deepEqual(await ask([]), []);
});

test('a name that was merged is its survivor’s, under the survivor’s address', async () => {
  const person = fakeRecords.get(ID.person);
  assert.ok(person?.kind === 'agent');
  const survivor: ArchiveRecord = { ...person, names: [{ form: 'Falk, H.', kind: 'preferred' }] };
  const { ask } = await archiveWith(
    new Map(fakeRecords).set(OTHER, survivor),
    new Map([[ID.person, { kind: 'merged', into: OTHER, at, by: 'test', reason: 'one person' }]]),
  );
  const [document, none] = await ask([ID.document, ID.person]);
  assert.equal(document?.nameOf(ID.person), 'Falk, H.');
  assert.equal(document.named(ID.person)?.url, `https://archive.example/person/${OTHER}/falk-h`);
  assert.equal(document.named(ID.person)?.label.id, OTHER);
  assert.equal(none, undefined, 'one that was merged is described under its survivor alone');
});

test('what was withdrawn, or never was public, has no name', async () => {
  const { ask } = await archiveWith(
    fakeRecords,
    new Map<RecordId, LifecycleState | 'draft'>([
      [ID.person, WITHDRAWN],
      [ID.collection, 'draft'],
    ]),
  );
  const [document] = await ask([ID.document]);
  assert.ok(document);
  for (const id of [ID.person, ID.collection, fakeId('place', 88)]) {
    assert.equal(document.named(id), undefined);
    assert.equal(document.nameOf(id), undefined);
  }
  assert.equal(document.nameOf(ID.place), 'Brandsee');
});

test('a description has no texts, and says the same otherwise', async () => {
  const { ask } = await archiveWith(fakeRecords);
  const [whole] = await ask([ID.document]);
  const [described] = await ask([ID.document], 'description');
  const words = (record: ArchiveRecord | undefined): number =>
    record?.kind === 'document'
      ? record.renditions.reduce(
          (sum, one) => sum + (one.kind === 'facsimile' ? 0 : one.text.blocks.length),
          0,
        )
      : -1;
  assert.ok(words(whole?.view.record) > 0);
  assert.equal(words(described?.view.record), 0);
  assert.deepEqual(described?.label, whole?.label);
  assert.equal(described?.url, whole?.url);
});

test('it says when it was opened, when it last changed, and where the archive of its original is', async () => {
  const { ports, ask } = await archiveWith(fakeRecords);
  const revision = (await ports.records.standings([ID.document])).get(ID.document)?.revision ?? 0;
  const changedAt = '2026-05-01T00:00:00.000Z';
  await ports.records.commit({
    ...ACT,
    at: changedAt,
    changes: [{ id: ID.document, kind: 'document', expected: revision, announce: 'public' }],
  });
  const [document] = await ask([ID.document]);
  assert.equal(document?.opened, '2026-03-01T00:00:00.000Z');
  assert.equal(document.changed, changedAt);
  assert.equal(document.repositoryPlace, 'Brandsee');
  assert.equal(document.ark, undefined);
  assert.equal(document.url, `https://archive.example/document/${ID.document}/record-by-dr-falk`);
});

test('a document of a printed volume names it; others name none', async () => {
  const collection = fakeRecords.get(ID.collection);
  const document = fakeRecords.get(ID.document);
  assert.ok(collection?.kind === 'collection' && document?.kind === 'document');
  const volume: Collection = {
    ...collection,
    published: { title: 'Straits', editors: ['A. Editor'], publisher: 'A press', year: '1970' },
  };
  const own: ArchiveDocument = { ...document, identifiers: [{ scheme: 'tei', value: 'volume1#d2' }] };
  const records = new Map<RecordId, ArchiveRecord>(fakeRecords)
    .set(ID.collection, volume)
    .set(ID.document, own);
  const { ask } = await archiveWith(records);
  const [described, other] = await ask([ID.document, ID.person]);
  assert.equal(described?.volume?.volumeTitle, 'Straits');
  assert.equal(other?.volume, undefined);
});
