import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import type { RecordId } from '../../core/id.ts';
import { titleOf } from '../../core/label.ts';
import type { LifecycleState } from '../../core/lifecycle.ts';
import { documentWithTexts, sampleDocument, sampleId, samplePerson } from '../../core/record.samples.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import type { Commit, RecordChange, RecordStore } from '../../ports/record-store.ts';
import { memoryRecordStore } from '../memory/record-store.ts';
import { openRecordStore } from './record-store.ts';

const root = mkdtempSync(join(tmpdir(), 'unsealed-agreement-'));
after(() => rmSync(root, { recursive: true, force: true }));

const DOCUMENTS = [1, 2, 3].map((n) => sampleId('document', n));
const PEOPLE = [1, 2].map((n) => sampleId('agent', n));
const IDS = [...DOCUMENTS, ...PEOPLE];
const WORDS = ['a', 'b', 'ж'];
const identifiers = fc
  .uniqueArray(fc.constantFrom(...WORDS), { maxLength: 2 })
  .map((values) => values.map((value) => ({ scheme: 'x', value })));

const documents: fc.Arbitrary<ArchiveRecord> = fc
  .record({
    base: fc.constantFrom(sampleDocument('a'), documentWithTexts('a'), documentWithTexts('ж')),
    identifiers,
    mentions: fc.uniqueArray(fc.constantFrom(...PEOPLE), { maxLength: 2 }),
    isHeld: fc.boolean(),
  })
  .map(({ base, identifiers, mentions, isHeld }) => ({
    ...base,
    identifiers,
    mentions: mentions.map((to, at) => ({ key: `${at}`, to })),
    holding: isHeld ? { kind: 'held' } : { kind: 'not-held', reason: 'closed', words: '' },
  }));

const people: fc.Arbitrary<ArchiveRecord> = fc
  .record({ name: fc.constantFrom(...WORDS), identifiers })
  .map(({ name, identifiers }) => samplePerson(name, { identifiers }));

const states: fc.Arbitrary<LifecycleState> = fc.constantFrom<LifecycleState[]>(
  { kind: 'published' },
  { kind: 'in-review' },
  { kind: 'embargoed', until: '2030-01-01', wasPublic: false },
  { kind: 'withdrawn', reason: 'x', at: 'x', by: 'x' },
  ...PEOPLE.map((into): LifecycleState => ({ kind: 'merged', into, at: 'x', by: 'x', reason: 'x' })),
);

const restriction = {
  key: 'x',
  scope: { kind: 'whole' },
  reason: 'donor',
  words: '',
  at: '',
  by: '',
} as const;
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** What happens to one record; the revision expected is mostly the right one, and seldom not. */
const steps = fc.record({
  at: fc.nat(IDS.length - 1),
  document: documents,
  person: people,
  hasVersion: fc.boolean(),
  isPublished: fc.boolean(),
  isWrong: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  state: sometimes(states),
  restrictions: sometimes(fc.constantFrom([], [restriction])),
  announce: sometimes(fc.constantFrom('public' as const, 'gone' as const)),
});
type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never;

function commitOf(batch: readonly Step[], revisions: ReadonlyMap<RecordId, number>): Commit {
  const seen = new Map(revisions);
  const changes = batch.map((step): RecordChange => {
    const id = IDS[step.at] ?? assert.fail();
    const record = PEOPLE.includes(id) ? step.person : step.document;
    const revision = seen.get(id);
    seen.set(id, (revision ?? 0) + 1);
    const { state, restrictions, announce } = step;
    return {
      id,
      kind: record.kind,
      expected: step.isWrong ? 99 : (revision ?? 'absent'),
      ...(step.hasVersion || revision === undefined ? { version: { record } } : {}),
      ...(step.isPublished ? { publish: {} } : {}),
      ...(state ? { state } : {}),
      ...(restrictions ? { restrictions } : {}),
      ...(announce ? { announce } : {}),
    };
  });
  return { at: 'x', by: 'x', changes };
}

async function everythingIn(store: RecordStore) {
  const keys = WORDS.map((word) => `x:${word}`);
  return {
    standings: await store.standings(IDS),
    editions: await store.latestEditions(IDS),
    descriptions: await store.latestEditions(IDS, 'description'),
    histories: await Promise.all(IDS.map((id) => store.history(id))),
    found: await store.find(keys),
    bearers: await Promise.all(keys.map((key) => store.findAll(key))),
    named: await store.byNameKey('agent', WORDS),
    referring: await Promise.all(PEOPLE.map((id) => store.referring(id, undefined, 9))),
    showing: await store.showingFile(`sha256:${'1'.repeat(64)}`),
    merged: await Promise.all(PEOPLE.map((id) => store.mergedInto(id))),
    published: await store.list({ state: 'published' }, undefined, 9),
    restricted: await store.list({ kind: 'document', isRestricted: true }, undefined, 9),
    counts: (await store.counts()).map((count) => JSON.stringify(count)).sort(),
    changes: await store.changesSince(0, 999),
  };
}

let made = 0;

test('whatever is committed, SQLite answers as memory does', async () => {
  const nameKeysOf = (record: ArchiveRecord) => [titleOf(record).title];
  const batches = fc.array(fc.array(steps, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(batches, async (run) => {
      const memory = memoryRecordStore({ nameKeysOf });
      const opened = await openRecordStore(join(root, `${++made}.sqlite`), { nameKeysOf, ifAbsent: 'make' });
      const sqlite = opened.ok ? opened.value : assert.fail(opened.problem.code);
      for (const batch of run) {
        const standings = await memory.standings(IDS);
        const commit = commitOf(batch, new Map([...standings].map(([id, { revision }]) => [id, revision])));
        assert.deepEqual(await sqlite.commit(commit), await memory.commit(commit));
      }
      assert.deepEqual(await everythingIn(sqlite), await everythingIn(memory));
      await sqlite.close();
    }),
    { numRuns: 25, seed: 3 },
  );
});
