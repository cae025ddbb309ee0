import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { memoryPorts, testWorld, type MemoryPorts } from '../../test/support/memory-archive.ts';
import type { RecordId } from '../core/id.ts';
import { viewFor } from '../core/public-record.ts';
import { sampleCollection, sampleDocument, sampleId } from '../core/record.samples.ts';
import { followChanges } from './follow-changes.ts';
import type { HarvestAsked, Harvesting } from './harvest.ts';
import { embargo, liftRestriction, publish, restrict, withdraw } from './publish.ts';
import { reachDay } from './reach-day.ts';
import { openReadingRoom } from './reading-room.ts';

const BY = { by: 'test' };
const KINDS = ['document', 'collection'] as const;
const idOf = (n: number): RecordId => sampleId('document', n + 1);

/** A world whose clock goes on by itself, and faster when told. */
function movingPorts(): MemoryPorts & { readonly pass: (ms: number) => void } {
  const ports = memoryPorts();
  let ms = Date.UTC(2026, 5, 1, 12);
  const world = { ...testWorld(), goTo: ports.world.goTo, now: () => new Date(ms).toISOString() };
  return { ...ports, world, pass: (more) => void (ms += more) };
}

const DEEDS = ['write', 'publish', 'withdraw', 'embargo', 'restrict', 'lift', 'announce'] as const;
type Deed = (typeof DEEDS)[number];

/** Does something to a record; what cannot be done is not done. */
async function act(ports: MemoryPorts, n: number, deed: Deed): Promise<void> {
  const id = idOf(n);
  const standing = (await ports.records.standings([id])).get(id);
  const version = { record: sampleDocument(`Document ${n}`) };
  if (deed === 'write' || standing === undefined)
    return void (await ports.records.commit({
      at: ports.world.now(),
      by: 'test',
      changes: [{ id, kind: 'document', expected: standing?.revision ?? 'absent', version }],
    }));
  if (deed === 'publish') await publish(ports, id, BY);
  if (deed === 'withdraw') await withdraw(ports, id, 'wrong', BY);
  if (deed === 'embargo') await embargo(ports, id, '2099-01-01', BY);
  if (deed === 'restrict')
    await restrict(ports, id, { scope: { kind: 'whole' }, reason: 'court-order', words: 'by order' }, BY);
  if (deed === 'lift') await liftRestriction(ports, id, standing.restrictions[0]?.key ?? '', BY);
  if (deed === 'announce')
    await ports.records.commit({
      at: ports.world.now(),
      by: 'test',
      changes: [],
      announce: [{ id, change: 'public' }],
    });
}

/** One who harvests in parts of two, from when the last time was begun, and keeps what was told. */
class Harvester {
  readonly #room: Harvesting;
  readonly kept = new Map<string, string>();
  #from: string | undefined;
  #began: string | undefined;
  #seen = new Set<string>();
  #at: { readonly upTo: number; readonly after: number } | undefined;

  constructor(room: Harvesting) {
    this.#room = room;
  }

  /** Takes one part; false when it was the last. */
  async part(): Promise<boolean> {
    this.#began ??= this.#room.now().slice(0, 19);
    const asked: HarvestAsked = {
      kinds: KINDS,
      most: 3,
      ...this.#at,
      ...(this.#from === undefined ? {} : { from: this.#from }),
    };
    const found = await this.#room.list(asked);
    assert.ok(found);
    for (const { id, changed, isGone } of found.heads.slice(0, 2)) {
      assert.ok(!this.#seen.has(id), `${id} comes twice in one list`);
      this.#seen.add(id);
      this.kept.set(id, `${changed} ${isGone}`);
    }
    const last = found.heads[1];
    if (found.heads.length > 2 && last !== undefined) {
      this.#at = { upTo: found.upTo, after: last.seq };
      return true;
    }
    this.#from = this.#began;
    this.#began = undefined;
    this.#at = undefined;
    this.#seen = new Set();
    return false;
  }

  async toTheEnd(): Promise<void> {
    while (await this.part()) continue;
  }
}

/** What is so: every record that is public or was. */
async function truth(ports: MemoryPorts): Promise<ReadonlyMap<string, string>> {
  const ids = Array.from({ length: 8 }, (_, n) => idOf(n));
  const stored = await ports.records.latestEditions(ids);
  const latest = await ports.records.latestChanges(ids);
  return new Map(
    [...stored].flatMap(([id, { standing, version, edition }]) => {
      const view = viewFor(standing, version, edition, ports.world.today());
      if (view.kind === 'unknown') return [];
      return [[id, `${latest.get(id)?.at} ${view.kind !== 'public'}`] as const];
    }),
  );
}

const step = fc.oneof(
  fc.record({ n: fc.nat(7), deed: fc.constantFrom(...DEEDS), ms: fc.constantFrom(0, 1, 400, 3000) }),
  fc.record({ n: fc.nat(7), deed: fc.constantFrom('write', 'publish'), ms: fc.constantFrom(0, 400) }),
  fc.constant('part' as const),
);

describe('a harvest in parts', () => {
  test('ends exactly equal, whatever is done between its parts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const ports = movingPorts();
        const harvester = new Harvester(openReadingRoom(ports).harvest);
        for (const one of steps) {
          if (one === 'part') await harvester.part();
          else {
            ports.pass(one.ms);
            await act(ports, one.n, one.deed);
          }
        }
        await harvester.toTheEnd();
        await harvester.toTheEnd();
        assert.deepEqual(new Map([...harvester.kept].sort()), new Map([...(await truth(ports))].sort()));
      }),
      { seed: 20261123, numRuns: 150 },
    );
  });

  test('what changed to after `until` is left out, and comes with the next', async () => {
    const ports = movingPorts();
    const { harvest } = openReadingRoom(ports);
    for (const deed of ['write', 'publish'] as const) for (const n of [0, 1]) await act(ports, n, deed);
    const until = ports.world.now().slice(0, 19);
    const first = await harvest.list({ kinds: KINDS, most: 1, until });
    ports.pass(5000);
    for (const deed of ['write', 'publish'] as const) await act(ports, 1, deed);
    const rest = { kinds: KINDS, most: 5, upTo: first?.upTo ?? 0, after: first?.heads[0]?.seq ?? 0 };
    assert.deepEqual((await harvest.list({ ...rest, until }))?.heads, []);
    const next = await harvest.list({ kinds: KINDS, most: 5, from: until });
    assert.deepEqual(next?.heads.map(({ id }) => id).sort(), [idOf(0), idOf(1)].sort());
  });

  test('a place that the list has not yet, or that is after its end, is refused', async () => {
    const { harvest } = openReadingRoom(memoryPorts());
    assert.equal(await harvest.list({ kinds: KINDS, most: 1, upTo: 1 }), undefined);
    assert.equal(await harvest.list({ kinds: KINDS, most: 1, upTo: 0, after: 3 }), undefined);
    assert.deepEqual(await harvest.list({ kinds: KINDS, most: 1 }), { upTo: 0, heads: [] });
  });
});

describe('sets', () => {
  const [whole, part, other] = [1, 2, 3].map((n) => sampleId('collection', n));
  const [inPart, inWhole, inNone] = [10, 11, 12].map((n) => sampleId('document', n));

  async function archiveWithSets() {
    const ports = memoryPorts();
    assert.ok(whole && part && other && inPart && inWhole && inNone);
    const records = [
      [whole, sampleCollection('Whole')],
      [other, sampleCollection('Other')],
      [
        part,
        sampleCollection('Part', {
          parents: [whole, other].map((collection) => ({ collection, sequence: 1 })),
        }),
      ],
      [inPart, sampleDocument('in part', { collections: [{ collection: part, sequence: 1 }] })],
      [inWhole, sampleDocument('in whole', { collections: [{ collection: whole, sequence: 1 }] })],
      [inNone, sampleDocument('in none')],
    ] as const;
    for (const [id, record] of records) {
      await ports.records.commit({
        at: ports.world.now(),
        by: 'test',
        changes: [{ id, kind: record.kind, expected: 'absent', version: { record } }],
      });
      await publish(ports, id, BY);
    }
    for await (const _ of followChanges(ports)) continue;
    const { harvest } = openReadingRoom(ports);
    const within = async (...path: readonly RecordId[]): Promise<readonly RecordId[]> =>
      (await harvest.list({ kinds: KINDS, most: 10, within: path }))?.heads.map(({ id }) => id) ?? [];
    return { ports, harvest, within, ids: { whole, part, other, inPart, inWhole, inNone } };
  }

  test('a record is in its collections and those around them, a collection in itself', async () => {
    const { harvest, within, ids } = await archiveWithSets();
    const { whole, part, other, inPart, inWhole } = ids;
    assert.deepEqual((await harvest.head(inPart))?.sets, [
      [whole, part],
      [other, part],
    ]);
    assert.deepEqual((await harvest.head(whole))?.sets, [[whole]]);
    assert.deepEqual(new Set(await within(whole)), new Set([whole, part, inPart, inWhole]));
    assert.deepEqual(new Set(await within(other, part)), new Set([part, inPart]));
    assert.deepEqual(await within(part), []);
    assert.deepEqual(await within(inPart), []);
  });

  test('what is gone is told to whoever harvests any set, and says nothing of where it was', async () => {
    const { ports, harvest, within, ids } = await archiveWithSets();
    await withdraw(ports, ids.inNone, 'wrong', BY);
    await withdraw(ports, ids.inPart, 'wrong', BY);
    assert.deepEqual(
      new Set(await within(ids.other)),
      new Set([ids.other, ids.part, ids.inPart, ids.inNone]),
    );
    assert.deepEqual((await harvest.head(ids.inPart))?.sets, []);
  });

  test('a collection that is not public is no set, and what is in it stands where it can', async () => {
    const { ports, harvest, within, ids } = await archiveWithSets();
    await withdraw(ports, ids.whole, 'wrong', BY);
    for await (const _ of followChanges(ports)) continue;
    assert.deepEqual((await harvest.head(ids.inPart))?.sets, [[ids.other, ids.part]]);
    assert.deepEqual((await harvest.head(ids.inWhole))?.sets, []);
    assert.deepEqual(await within(ids.whole), [ids.whole]);
  });

  test('what is in a set is told anew when its way there is closed or opened, however far above', async () => {
    const { ports, harvest, ids } = await archiveWithSets();
    const told = async (deed: () => Promise<unknown>): Promise<readonly RecordId[]> => {
      const before = await ports.records.lastChange();
      await deed();
      for await (const _ of followChanges(ports)) continue;
      return [...new Set((await ports.records.changesSince(before, 100)).map(({ id }) => id))].sort();
    };
    const all = [ids.whole, ids.part, ids.inPart, ids.inWhole].sort();
    const reason = { scope: { kind: 'whole' }, reason: 'other', words: 'closed' } as const;
    assert.deepEqual(await told(() => restrict(ports, ids.whole, reason, BY)), all);
    assert.deepEqual((await harvest.head(ids.inPart))?.sets, [[ids.other, ids.part]]);
    assert.deepEqual(await told(() => liftRestriction(ports, ids.whole, 'x1', BY)), all);
    assert.deepEqual(await told(() => embargo(ports, ids.whole, '2090-01-01', BY)), all);
    ports.world.goTo('2090-01-01T00:00:00.000Z');
    assert.deepEqual(await told(() => reachDay(ports)), all);
    assert.equal((await harvest.head(ids.inPart))?.sets.length, 2);
  });
});
