import assert from 'node:assert/strict';
import { sampleCollection, sampleDocument, sampleId, samplePerson } from '../core/record.samples.ts';
import type { RecordKind } from '../core/id.ts';
import type { WithStore } from './record-store.contract.ts';
import { commitOf, published } from './record-store.samples.ts';
import type { ChangesAsked, RecordStore } from './record-store.ts';

const collection = sampleId('collection', 1);
const within = sampleId('document', 1);
const beside = sampleId('document', 2);
const gone = sampleId('document', 3);
const person = sampleId('agent', 1);
const ALL: readonly RecordKind[] = ['document', 'collection', 'agent'];

/**
 * Six changes: the collection, a document in it, one beside it, a person on the first of January; on the second
 * a document that is there and gone, and the first document once more; of which the clock said that it was
 * before what had been written already.
 */
async function fill(store: RecordStore): Promise<void> {
  const inCollection = {
    ...sampleDocument('within'),
    collections: [{ collection, sequence: 1 }],
  };
  await store.commit({
    ...commitOf(
      published(collection, sampleCollection('a collection')),
      published(within, inCollection),
      published(beside, sampleDocument('beside')),
      published(person, samplePerson('a person')),
    ),
    at: '2026-01-01T10:00:00.500Z',
  });
  const goes = { id: gone, kind: 'document', expected: 1, announce: 'gone' } as const;
  await store.commit({
    ...commitOf(published(gone, sampleDocument('gone')), goes),
    at: '2026-01-02T10:00:00.500Z',
  });
  await store.commit({
    ...commitOf(),
    at: '2026-01-02T09:00:00.000Z',
    announce: [{ id: within, change: 'public' }],
  });
}

const walk = async (store: RecordStore, more: Partial<ChangesAsked>): Promise<readonly number[]> =>
  (await store.changesAsOf({ upTo: 7, kinds: ALL, limit: 10, ...more })).map(({ seq }) => seq);

const CASES: readonly (readonly [says: string, more: Partial<ChangesAsked>, seqs: readonly number[]])[] = [
  ['of each record its last change, by datestamp', {}, [1, 3, 4, 7, 6]],
  ['as it stood before: what came after is not there', { upTo: 4 }, [1, 2, 3, 4]],
  ['what came and went is one change', { upTo: 6 }, [1, 2, 3, 4, 6]],
  ['some kinds only', { kinds: ['document'] }, [3, 7, 6]],
  ['so many of them', { limit: 2 }, [1, 3]],
  ['on from one of them', { after: 3 }, [4, 7, 6]],
  ['on from one that is superseded since', { after: 2 }, [3, 4, 7, 6]],
  ['on from the last', { after: 6 }, []],
  ['on from what is not there', { after: 99 }, []],
  ['from a day on', { from: '2026-01-02' }, [7, 6]],
  ['until a day, all of it', { until: '2026-01-01' }, [1, 3, 4]],
  ['until a second, all of it', { until: '2026-01-01T10:00:00' }, [1, 3, 4]],
  ['until the second before', { until: '2026-01-01T09:59:59' }, []],
  ['a day as it stood before', { upTo: 4, from: '2026-01-01', until: '2026-01-01' }, [1, 2, 3, 4]],
  ['a collection, what is in it, and all that is gone', { about: [collection] }, [1, 7, 6]],
  ['of what is in nothing: all that is gone', { about: [beside] }, [3, 6]],
  ['before there was anything', { upTo: 0 }, []],
  ['backwards', { isBackwards: true }, [6, 7, 4, 3, 1]],
  ['backwards, on from one of them', { isBackwards: true, after: 4, limit: 1 }, [3]],
];

/** The list of public changes as it stood at an entry. */
export function registerChangesAsOf(withStore: WithStore): void {
  for (const [says, more, seqs] of CASES)
    withStore(`the list as it stood: ${says}`, async (store) => {
      await fill(store);
      assert.deepEqual(await walk(store, more), seqs);
    });

  withStore('the list as it stood is walked to its end, whatever is announced meanwhile', async (store) => {
    await fill(store);
    const seen: number[] = [];
    for (let after: number | undefined; ;) {
      const [one] = await walk(store, { limit: 1, ...(after === undefined ? {} : { after }) });
      if (one === undefined) break;
      seen.push(one);
      after = one;
      await store.commit({
        ...commitOf(),
        announce: [
          { id: beside, change: 'public' },
          { id: gone, change: 'public' },
        ],
      });
    }
    assert.deepEqual(seen, [1, 3, 4, 7, 6]);
  });

  withStore('the last change of all whose ids begin alike', async (store) => {
    await fill(store);
    const seqs = async (letters: number) =>
      new Map([...(await store.latestByBeginning(letters))].map(([beginning, { seq }]) => [beginning, seq]));
    assert.deepEqual(
      await seqs(1),
      new Map([
        ['a', 4],
        ['c', 1],
        ['d', 7],
      ]),
    );
    assert.equal((await seqs(10)).get(gone), 6);
  });

  withStore('standings are listed by how their ids begin', async (store) => {
    await fill(store);
    const listed = async (beginning: string) =>
      (await store.list({ state: 'published', beginning }, undefined, 10)).map(({ id }) => id);
    assert.deepEqual(await listed('c'), [collection]);
    assert.deepEqual(await listed('d'), [within, beside, gone].sort());
    assert.deepEqual(await listed(within.slice(0, 9)), [within]);
    assert.deepEqual(await listed('e'), []);
    const [first] = await listed('d');
    const rest = await store.list({ beginning: 'd' }, first, 1);
    assert.equal(rest[0]?.id, [within, beside, gone].sort()[1]);
  });
}
