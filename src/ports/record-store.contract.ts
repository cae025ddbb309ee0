import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ArchiveRecord } from '../core/record.ts';
import { titleOf } from '../core/label.ts';
import type { RecordStore } from './record-store.ts';
import { registerChangesAsOf } from './record-store.changes.contract.ts';
import { registerLookups } from './record-store.lookups.contract.ts';
import {
  documentWithTexts,
  sampleCollection,
  sampleDocument,
  sampleId,
  samplePerson,
  sampleText,
} from '../core/record.samples.ts';
import { added, commitOf, published, revised } from './record-store.samples.ts';

export type MakeRecordStore = (
  nameKeysOf: (record: ArchiveRecord) => readonly string[],
) => Promise<RecordStore>;

/** Runs a case with a store of its own. */
export type WithStore = (name: string, run: (store: RecordStore) => Promise<void>) => void;

/** The name keys of the suite: the title in lower case, so that it depends on no rule of names. */
const nameKeysOf = (record: ArchiveRecord): readonly string[] => [titleOf(record).title.toLowerCase()];

/** What every record store does, whatever it is made of. `make` gives an empty one. */
export function recordStoreContract(name: string, make: MakeRecordStore): void {
  const withStore: WithStore = (sentence, run) => {
    test(sentence, async () => {
      const store = await make(nameKeysOf);
      try {
        await run(store);
      } finally {
        await store.close();
      }
    });
  };
  describe(`${name} keeps records`, () => {
    registerWriting(withStore);
    registerRefusals(withStore);
    registerDepth(withStore);
    registerChanges(withStore);
    registerChangesAsOf(withStore);
    registerLookups(withStore);
  });
}

const doc = sampleId('document', 1);
const other = sampleId('document', 2);

function registerWriting(withStore: WithStore): void {
  withStore('a new record is a draft with one version and no edition', async (store) => {
    const done = await store.commit(commitOf(added(doc, sampleDocument('One'))));
    assert.ok(done.ok);
    const expected = { id: doc, kind: 'document', head: 1, editions: [], state: { kind: 'draft' } };
    const standing = { ...expected, restrictions: [], revision: 1 };
    assert.deepEqual(done.value.standings.get(doc), standing);
    assert.deepEqual(await store.standings([doc, other]), new Map([[doc, standing]]));
    assert.deepEqual(await store.latestEditions([doc]), new Map([[doc, { standing }]]));
  });

  withStore(
    'a version says who, when, why and from which file, and comes back as it went in',
    async (store) => {
      const record = sampleDocument('One');
      const version = { record, why: 'found', fromFile: `sha256:${'a'.repeat(64)}`, draftDigest: 'sha256:b' };
      await store.commit(commitOf(added(doc, record, { version })));
      const about = { number: 1, at: '2026-01-02T03:04:05.000Z', by: 'an editor', why: 'found' };
      const kept = { ...about, fromFile: `sha256:${'a'.repeat(64)}` };
      assert.deepEqual(await store.version(doc, 1), { ...kept, record });
      assert.deepEqual(await store.history(doc), [kept]);
      assert.deepEqual((await store.standings([doc])).get(doc)?.imported, {
        draftDigest: 'sha256:b',
        version: 1,
      });
    },
  );

  withStore('earlier versions stay as they were', async (store) => {
    await store.commit(commitOf(added(doc, sampleDocument('One'))));
    await store.commit(commitOf(revised(doc, 1, sampleDocument('Two'))));
    assert.deepEqual((await store.version(doc, 1))?.record, sampleDocument('One'));
    assert.deepEqual((await store.version(doc, 2))?.record, sampleDocument('Two'));
    assert.deepEqual(
      (await store.history(doc)).map((one) => one.number),
      [1, 2],
    );
  });

  withStore('what was handed in or out can be altered without altering what is kept', async (store) => {
    const titles = [...sampleDocument('One').titles];
    await store.commit(commitOf(added(doc, sampleDocument('One', { titles }))));
    titles.length = 0;
    const read = await store.version(doc, 1);
    assert.deepEqual(read?.record, sampleDocument('One'));
  });

  withStore('readers get the last edition, not the head', async (store) => {
    await store.commit(commitOf(published(doc, sampleDocument('One'))));
    await store.commit(commitOf(revised(doc, 1, sampleDocument('Two'))));
    const shown = (await store.latestEditions([doc])).get(doc);
    assert.deepEqual(shown?.version?.record, sampleDocument('One'));
    assert.deepEqual(shown?.edition, shown?.standing.editions[0]);
    assert.equal(shown?.standing.head, 2);
  });

  withStore('publishing makes the head the next edition, with its reason', async (store) => {
    await store.commit(commitOf(published(doc, sampleDocument('One'))));
    await store.commit(commitOf(revised(doc, 1, sampleDocument('Two'))));
    await store.commit(commitOf({ id: doc, kind: 'document', expected: 2, publish: { why: 'corrected' } }));
    const shown = (await store.latestEditions([doc])).get(doc);
    const said = { at: '2026-01-02T03:04:05.000Z', by: 'an editor' };
    assert.deepEqual(shown?.standing.editions, [
      { number: 1, version: 1, ...said },
      { number: 2, version: 2, ...said, why: 'corrected' },
    ]);
    assert.deepEqual(shown?.version?.record, sampleDocument('Two'));
  });

  withStore('state and restrictions change without a version', async (store) => {
    await store.commit(commitOf(published(doc, sampleDocument('One'))));
    const state = { kind: 'withdrawn', reason: 'forged', at: '2026', by: 'x', replacedBy: other } as const;
    const restriction = { key: 'x1', scope: { kind: 'blocks', blocks: ['b1'] }, words: 'a name' } as const;
    const restrictions = [{ ...restriction, reason: 'living-person', at: '2026', by: 'x' }] as const;
    await store.commit(commitOf({ id: doc, kind: 'document', expected: 1, state, restrictions }));
    const standing = (await store.standings([doc])).get(doc);
    assert.deepEqual(standing?.state, state);
    assert.deepEqual(standing?.restrictions, restrictions);
    assert.equal(standing?.head, 1);
    assert.equal(standing?.revision, 2);
    await store.commit(commitOf({ id: doc, kind: 'document', expected: 2, restrictions: [] }));
    assert.deepEqual((await store.standings([doc])).get(doc)?.restrictions, []);
  });

  withStore('what is remembered of an import outlives a later hand, and can be told anew', async (store) => {
    const record = sampleDocument('One');
    await store.commit(commitOf(added(doc, record, { version: { record, draftDigest: 'sha256:1' } })));
    await store.commit(commitOf(revised(doc, 1, sampleDocument('Two'))));
    const remembered = async () => (await store.standings([doc])).get(doc)?.imported;
    assert.deepEqual(await remembered(), { draftDigest: 'sha256:1', version: 1 });
    const imported = { draftDigest: 'sha256:3', version: 3 };
    await store.commit(commitOf(revised(doc, 2, sampleDocument('Three'), { imported })));
    assert.deepEqual(await remembered(), imported);
  });

  withStore('a record may come twice in one commit, in order', async (store) => {
    const done = await store.commit(
      commitOf(added(doc, sampleDocument('One')), revised(doc, 1, sampleDocument('Two'))),
    );
    assert.equal(done.ok && done.value.standings.get(doc)?.revision, 2);
    assert.deepEqual((await store.version(doc, 2))?.record, sampleDocument('Two'));
  });

  withStore('any Unicode and 5 MB of text come back as they were', async (store) => {
    const odd = 'Сталин 斯大林 ستالين e\u0301 🗝 "\\\u0000\u001f\u2028\ud800 <&>';
    const long = documentWithTexts(odd + 'слово '.repeat(900_000));
    await store.commit({ ...commitOf(added(doc, long)), by: 'Ярослав "x"' });
    const version = await store.version(doc, 1);
    assert.deepEqual(version?.record, long);
    assert.equal(version?.by, 'Ярослав "x"');
  });
}

function registerRefusals(withStore: WithStore): void {
  const untouched = async (store: RecordStore) => {
    assert.deepEqual(await store.standings([other]), new Map());
    assert.deepEqual(await store.find(['tei:new']), new Map());
    assert.equal(await store.lastChange(), 1);
    assert.deepEqual((await store.history(doc)).length, 1);
  };
  const first = published(doc, sampleDocument('One'));
  const alongside = published(
    other,
    sampleDocument('New', { identifiers: [{ scheme: 'tei', value: 'new' }] }),
  );

  for (const [sentence, expected, actual] of [
    ['of a revision that has gone by', 7, 1],
    ['of a record that is new to the writer but not here', 'absent', 1],
  ] as const)
    withStore(`a change ${sentence} is a conflict, and nothing of its commit is written`, async (store) => {
      await store.commit(commitOf(first));
      const change = { ...revised(doc, 1, sampleDocument('Two')), expected, announce: 'public' } as const;
      const done = await store.commit(commitOf(alongside, change));
      assert.deepEqual(done, { ok: false, problem: { kind: 'version-conflict', id: doc, expected, actual } });
      await untouched(store);
    });

  withStore('a change of a record that is not here is a conflict', async (store) => {
    const done = await store.commit(commitOf(revised(doc, 3, sampleDocument('Two'))));
    const problem = { kind: 'version-conflict', id: doc, expected: 3, actual: 'absent' };
    assert.deepEqual(done, { ok: false, problem });
  });

  withStore('of two who saw the same revision, the second is refused', async (store) => {
    await store.commit(commitOf(added(doc, sampleDocument('One'))));
    const [left, right] = await Promise.all([
      store.commit(commitOf(revised(doc, 1, sampleDocument('Left')))),
      store.commit(commitOf(revised(doc, 1, sampleDocument('Right')))),
    ]);
    assert.deepEqual([left?.ok, right?.ok].sort(), [false, true]);
    assert.equal((await store.history(doc)).length, 2);
  });

  for (const [sentence, change] of [
    ['a record that begins without a version', { id: other, kind: 'document', expected: 'absent' }],
    ['a kind that is not its id’s', added(sampleId('agent', 1), sampleDocument('x'))],
    ['a version of another kind', { ...added(other, samplePerson('x')), kind: 'document' }],
  ] as const)
    withStore(`${sentence} is thrown back, and nothing of its commit is written`, async (store) => {
      await store.commit(commitOf(first));
      const good = published(sampleId('document', 3), sampleDocument('Good'));
      await assert.rejects(store.commit(commitOf(good, change)), { name: 'Error' });
      await untouched(store);
      assert.deepEqual(await store.standings([good.id]), new Map());
    });
}

function registerDepth(withStore: WithStore): void {
  withStore('a description has all but the texts', async (store) => {
    const record = documentWithTexts('words');
    await store.commit(commitOf(published(doc, record)));
    const read = (await store.version(doc, 1, 'description'))?.record;
    const [text, scan] = record.renditions;
    assert.ok(text?.kind === 'transcription' && scan?.kind === 'facsimile');
    const renditions = [{ ...text, text: { blocks: [], notes: [] } }, scan];
    assert.deepEqual(read, { ...record, renditions });
    const shown = await store.latestEditions([doc], 'description');
    assert.deepEqual(shown.get(doc)?.version?.record, read);
    assert.deepEqual((await store.latestEditions([doc])).get(doc)?.version?.record, record);
  });

  withStore('a collection’s description keeps its matter’s titles, not its texts', async (store) => {
    const matter = { slug: 'preface', title: 'Preface', position: 'front', mentions: [] } as const;
    const record = sampleCollection('Volume', { matter: [{ ...matter, text: sampleText('words') }] });
    const id = sampleId('collection', 1);
    await store.commit(commitOf(added(id, record)));
    const empty = { ...record, matter: [{ ...matter, text: { blocks: [], notes: [] } }] };
    assert.deepEqual((await store.version(id, 1, 'description'))?.record, empty);
    assert.deepEqual((await store.version(id, 1, 'whole'))?.record, record);
  });

  withStore(
    'each version has its own texts, also where only its description or only they changed',
    async (store) => {
      const record = documentWithTexts('words');
      const retitled = { ...record, titles: [...sampleDocument('Retitled').titles] };
      const reread = documentWithTexts('other words');
      const versions = [record, retitled, reread, { ...reread, renditions: [] }, record];
      for (const [at, one] of versions.entries())
        await store.commit(commitOf(revised(doc, at, one, at === 0 ? { expected: 'absent' } : {})));
      for (const [at, one] of versions.entries())
        assert.deepEqual((await store.version(doc, at + 1))?.record, one);
    },
  );
}

function registerChanges(withStore: WithStore): void {
  withStore('public changes are numbered upwards, in the order in which they were said', async (store) => {
    assert.equal(await store.lastChange(), 0);
    const first = await store.commit(
      commitOf(published(other, sampleDocument('b')), published(doc, sampleDocument('a'))),
    );
    assert.equal(first.ok && first.value.seq, 2);
    const silent = await store.commit(commitOf(revised(doc, 1, sampleDocument('c'))));
    assert.equal(silent.ok && silent.value.seq, 2);
    const announce = [{ id: doc, change: 'public' }] as const;
    const gone = { id: other, kind: 'document', expected: 1, announce: 'gone' } as const;
    await store.commit({ ...commitOf(gone), announce });
    const at = '2026-01-02T03:04:05.000Z';
    const expected = [
      { seq: 1, id: other, kind: 'document', change: 'public', at },
      { seq: 2, id: doc, kind: 'document', change: 'public', at },
      { seq: 3, id: other, kind: 'document', change: 'gone', at },
      { seq: 4, id: doc, kind: 'document', change: 'public', at },
    ];
    assert.deepEqual(await store.changesSince(0, 10), expected);
    assert.deepEqual(await store.changesSince(1, 2), expected.slice(1, 3));
    assert.deepEqual(await store.changesSince(4, 10), []);
    const latest = await store.latestChanges([doc, other, sampleId('document', 99)]);
    assert.deepEqual(
      [...latest],
      [
        [doc, expected[3]],
        [other, expected[2]],
      ],
    );
    const before = await store.latestChanges([doc, other], 2);
    assert.deepEqual(
      [...before],
      [
        [doc, expected[1]],
        [other, expected[0]],
      ],
    );
    assert.deepEqual([...(await store.latestChanges([doc], 1))], []);
    assert.equal(await store.lastChange(), 4);
  });

  withStore('what is announced only is not changed', async (store) => {
    await store.commit(commitOf(published(doc, sampleDocument('a'))));
    const done = await store.commit({ ...commitOf(), announce: [{ id: doc, change: 'public' }] });
    assert.deepEqual(done, { ok: true, value: { seq: 2, standings: new Map() } });
    assert.equal((await store.standings([doc])).get(doc)?.revision, 1);
  });
}
