import assert from 'node:assert/strict';
import type { RecordId } from '../core/id.ts';
import type { WithStore } from './record-store.contract.ts';
import type { RecordStore } from './record-store.ts';
import {
  documentWithTexts,
  sampleCollection,
  sampleDocument,
  sampleId,
  samplePerson,
} from '../core/record.samples.ts';
import { added, commitOf, published, revised } from './record-store.samples.ts';

const tei = (value: string) => ({ scheme: 'tei', value });
const ids = [1, 2, 3, 4, 5].map((n) => sampleId('document', n));
const [d1, d2, d3] = ids as [RecordId, RecordId, RecordId];
const [a1, a2, a3] = [1, 2, 3].map((n) => sampleId('agent', n)) as [RecordId, RecordId, RecordId];

/** What a record store finds, and in which order. */
export function registerLookups(withStore: WithStore): void {
  registerIdentifiers(withStore);
  registerReferences(withStore);
  registerLists(withStore);
}

function registerIdentifiers(withStore: WithStore): void {
  withStore('a record is found by every identifier it has and ever had', async (store) => {
    await store.commit(commitOf(added(d1, sampleDocument('x', { identifiers: [tei('old#d1')] }))));
    await store.commit(commitOf(revised(d1, 1, sampleDocument('x', { identifiers: [tei('new#d1')] }))));
    const found = await store.find(['tei:old#d1', 'tei:new#d1', 'tei:other']);
    assert.deepEqual(
      found,
      new Map([
        ['tei:old#d1', d1],
        ['tei:new#d1', d1],
      ]),
    );
  });

  withStore('a document is found by its own numbers, at its office', async (store) => {
    const numbered = sampleDocument('x', {
      numbers: [{ numberKind: 'telegram', value: '243', from: 'Geneva', to: 'Department of State' }],
    });
    await store.commit(commitOf(added(d2, numbered), added(d1, numbered)));
    assert.deepEqual(await store.findAll('number:243@geneva'), [d2, d1]);
    assert.deepEqual(await store.findAll('number:243@geneva>department of state'), [d2, d1]);
    assert.deepEqual(await store.findAll('number:243'), []);
  });

  withStore('of several that bear an identifier the oldest is found, whatever its id', async (store) => {
    const bearing = sampleDocument('x', { identifiers: [tei('a'), tei('a')] });
    await store.commit(commitOf(added(d3, bearing), added(d1, sampleDocument('y'))));
    await store.commit(commitOf(added(d2, bearing), revised(d1, 1, bearing)));
    assert.deepEqual(await store.find(['tei:a']), new Map([['tei:a', d3]]));
    assert.deepEqual(await store.findAll('tei:a'), [d3, d1, d2]);
    assert.deepEqual(await store.findAll('tei:none'), []);
  });

  withStore('names are found by the key of the head, within their kind', async (store) => {
    await store.commit(commitOf(added(a2, samplePerson('Stalin')), added(a1, samplePerson('STALIN'))));
    await store.commit(commitOf(published(a3, samplePerson('Stalin')), added(d1, sampleDocument('Stalin'))));
    await store.commit(commitOf(revised(a3, 1, samplePerson('Dzhugashvili'))));
    const found = await store.byNameKey('agent', ['stalin', 'dzhugashvili', 'nobody']);
    assert.deepEqual(
      found,
      new Map([
        ['stalin', [a2, a1]],
        ['dzhugashvili', [a3]],
      ]),
    );
    assert.deepEqual(await store.byNameKey('agent', ['stalin'], 1), new Map([['stalin', [a2]]]));
  });
}

function registerReferences(withStore: WithStore): void {
  const mentioning = (...people: readonly RecordId[]) =>
    sampleDocument('x', { mentions: people.map((to, at) => ({ key: `p${at}`, to })) });

  withStore('who refers to a record is known of the head and of what is published', async (store) => {
    await store.commit(commitOf(published(d1, mentioning(a1, a2))));
    await store.commit(commitOf(revised(d1, 1, mentioning(a2, a3))));
    const referring = async () =>
      [a1, a2, a3].map(async (id) => (await store.referring(id, undefined, 9)).length);
    assert.deepEqual(await Promise.all(await referring()), [1, 1, 1], 'both versions are referred from');
    await store.commit(commitOf(revised(d1, 2, mentioning(a3))));
    assert.deepEqual(await Promise.all(await referring()), [1, 1, 1], 'the edition still names two');
    await store.commit(commitOf({ id: d1, kind: 'document', expected: 3, publish: {} }));
    assert.deepEqual(await Promise.all(await referring()), [0, 0, 1], 'only the new edition counts');
    await store.commit(commitOf(revised(d1, 4, mentioning(), { publish: {} })));
    assert.deepEqual(await Promise.all(await referring()), [0, 0, 0]);
  });

  withStore('who refers to a record is listed by id, a page at a time', async (store) => {
    const changes = [...ids].reverse().map((id) => added(id, mentioning(a1, a1)));
    await store.commit(commitOf(...changes));
    assert.deepEqual(await store.referring(a1, undefined, 2), ids.slice(0, 2));
    assert.deepEqual(await store.referring(a1, ids[1], 2), ids.slice(2, 4));
    assert.deepEqual(await store.referring(a1, ids[3], 9), ids.slice(4));
    assert.deepEqual(await store.referring(a2, undefined, 9), []);
  });

  withStore('who shows a file is known of the head and of what is published', async (store) => {
    const digest = `sha256:${'1'.repeat(64)}`;
    const image = { digest };
    const c1 = sampleId('collection', 1);
    await store.commit(
      commitOf(published(d1, documentWithTexts('x')), added(c1, sampleCollection('y', { image }))),
    );
    assert.deepEqual(await store.showingFile(digest), [c1, d1]);
    await store.commit(commitOf(revised(d1, 1, sampleDocument('x')), revised(c1, 1, sampleCollection('y'))));
    assert.deepEqual(await store.showingFile(digest), [d1]);
    await store.commit(commitOf({ id: d1, kind: 'document', expected: 2, publish: {} }));
    assert.deepEqual(await store.showingFile(digest), []);
  });

  withStore('who was merged into a record is known until it is unmerged', async (store) => {
    const people = [a1, a2, a3].map((id) => added(id, samplePerson('Stalin')));
    await store.commit(commitOf(...people));
    const state = { kind: 'merged', into: a1, at: '2026', by: 'x', reason: 'the same' } as const;
    await store.commit(
      commitOf({ id: a3, kind: 'agent', expected: 1, state }, { id: a2, kind: 'agent', expected: 1, state }),
    );
    assert.deepEqual(await store.mergedInto(a1), [a2, a3]);
    await store.commit(commitOf({ id: a2, kind: 'agent', expected: 2, state: { kind: 'draft' } }));
    assert.deepEqual(await store.mergedInto(a1), [a3]);
  });
}

const restriction = {
  key: 'x1',
  scope: { kind: 'whole' },
  reason: 'donor',
  words: 'closed',
  at: '2026',
  by: 'x',
} as const;

async function fill(store: RecordStore): Promise<void> {
  const holding = { kind: 'not-held', reason: 'not-found', words: 'not found' } as const;
  const absent = sampleDocument('absent', { holding });
  await store.commit(
    commitOf(
      published(d3, absent),
      published(d1, sampleDocument('x'), { restrictions: [restriction] }),
      added(d2, absent, { restrictions: [restriction] }),
      published(a1, samplePerson('x')),
      added(sampleId('unit', 1), {
        kind: 'unit',
        identifiers: [],
        repository: sampleId('repository', 1),
        path: [],
        level: 'fonds',
        titles: [],
        elements: [],
        order: 0,
        attestations: [],
      }),
    ),
  );
}

function registerLists(withStore: WithStore): void {
  const unit = sampleId('unit', 1);
  for (const [sentence, filter, expected] of [
    ['everything', {}, [a1, d1, d2, d3, unit]],
    ['one kind', { kind: 'document' }, [d1, d2, d3]],
    ['one state', { state: 'published' }, [a1, d1, d3]],
    ['a kind in a state', { kind: 'document', state: 'published' }, [d1, d3]],
    ['what is restricted', { isRestricted: true }, [d1, d2]],
    [
      'what is restricted, of a kind in a state',
      { kind: 'document', state: 'draft', isRestricted: true },
      [d2],
    ],
    ['what is not restricted', { kind: 'document', isRestricted: false }, [d3]],
    ['a kind of which there is none', { kind: 'place' }, []],
  ] as const)
    withStore(`${sentence} is listed by id, a page at a time`, async (store) => {
      await fill(store);
      const page = async (after: RecordId | undefined, limit: number) =>
        (await store.list(filter, after, limit)).map((standing) => standing.id);
      assert.deepEqual(await page(undefined, 99), expected);
      assert.deepEqual(await page(undefined, 1), expected.slice(0, 1));
      assert.deepEqual(await page(expected[0], 99), expected.slice(1));
      assert.deepEqual(await page(expected.at(-1), 99), []);
    });

  withStore('a list tells the whole standing', async (store) => {
    await fill(store);
    const [first] = await store.list({ kind: 'document' }, undefined, 1);
    assert.deepEqual(first, (await store.standings([d1])).get(d1));
    assert.equal(first?.editions.length, 1);
  });

  withStore('records are counted by kind and state, and of the published those not held', async (store) => {
    await fill(store);
    const counted = async () =>
      (await store.counts())
        .map(({ kind, state, count, notHeld }) => `${kind} ${state} ${count} ${notHeld}`)
        .sort();
    assert.deepEqual(await counted(), [
      'agent published 1 0',
      'document draft 1 0',
      'document published 2 1',
      'unit draft 1 0',
    ]);
    await store.commit(commitOf(revised(d3, 1, sampleDocument('found'))));
    assert.ok((await counted()).includes('document published 2 1'), 'until it is published');
    await store.commit(commitOf({ id: d3, kind: 'document', expected: 2, publish: {} }));
    assert.ok((await counted()).includes('document published 2 0'));
  });
}
