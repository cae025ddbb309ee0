import { kindOf, type RecordId, type RecordKind } from '../../core/id.ts';
import type { PublicChange, Standing } from '../../core/lifecycle.ts';
import { accepted, type Result } from '../../core/result.ts';
import type {
  ChangesAsked,
  Commit,
  Committed,
  RecordStore,
  StoreCount,
  VersionConflict,
} from '../../ports/record-store.ts';
import { standingAfter } from '../../ports/standing-after.ts';
import {
  headOf,
  isNow,
  keptAfter,
  latestEditionOf,
  publishedOf,
  readVersion,
  type Kept,
  type NameKeysOf,
} from './kept-record.ts';

/** A record store that forgets all when the process ends: for tests and trials. */
export function memoryRecordStore(options: { readonly nameKeysOf: NameKeysOf }): RecordStore {
  let kept: ReadonlyMap<RecordId, Kept> = new Map();
  let changes: readonly PublicChange[] = [];

  const commit = async (asked: Commit): Promise<Result<Committed, VersionConflict>> => {
    const after = new Map(kept);
    const touched = new Map<RecordId, Standing>();
    for (const change of asked.changes) {
      const before = after.get(change.id);
      const standing = standingAfter(before?.standing, change, asked);
      if (!standing.ok) return standing;
      touched.set(change.id, standing.value);
      after.set(change.id, keptAfter(before, standing.value, change, asked, options.nameKeysOf));
    }
    changes = [...changes, ...announcedBy(asked, changes.length)];
    kept = after;
    return accepted({ seq: changes.length, standings: touched });
  };

  return {
    ...lookIn(() => kept),
    commit,
    changesSince: async (seq, limit) => changes.slice(Math.max(0, seq), Math.max(0, seq) + limit),
    latestChanges: async (ids, upTo = Infinity) =>
      presentOf(ids, (id) => changes.findLast((one) => one.id === id && one.seq <= upTo)),
    lastChange: async () => changes.length,
    latestByBeginning: async (letters) =>
      new Map(changes.map((one) => [one.id.slice(0, letters), one] as const)),
    changesAsOf: async (asked) => changesAsOf(changes, kept, asked),
    close: async () => undefined,
  };
}

function changesAsOf(
  changes: readonly PublicChange[],
  kept: ReadonlyMap<RecordId, Kept>,
  { upTo, after, from, until, kinds, about, isBackwards = false, limit }: ChangesAsked,
): readonly PublicChange[] {
  const last = new Map(changes.slice(0, upTo).map((one) => [one.id, one]));
  const way = isBackwards ? -1 : 1;
  const inOrder = (a: PublicChange, b: PublicChange): number =>
    way * (a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1);
  const before = after === undefined ? undefined : changes[after - 1];
  if (after !== undefined && before === undefined) return [];
  const isAbout = ({ id, change }: PublicChange, asked: readonly RecordId[]): boolean => {
    const one = kept.get(id);
    const refers = (to: RecordId) =>
      to === id || (one !== undefined && isNow(one, ({ references }) => references.has(to)));
    return change === 'gone' || asked.some(refers);
  };
  return [...last.values()]
    .filter(
      (one) =>
        kinds.includes(one.kind) &&
        (before === undefined || inOrder(one, before) > 0) &&
        (from === undefined || one.at >= from) &&
        (until === undefined || one.at <= `${until}~`) &&
        (about === undefined || isAbout(one, about)),
    )
    .sort(inOrder)
    .slice(0, limit);
}

type Lookups = Omit<
  RecordStore,
  'commit' | 'changesSince' | 'latestChanges' | 'latestByBeginning' | 'lastChange' | 'changesAsOf' | 'close'
>;

/** All that is asked of what is kept, whatever that is at the moment. */
function lookIn(kept: () => ReadonlyMap<RecordId, Kept>): Lookups {
  const oldestFirst = (holds: (one: Kept) => boolean): RecordId[] =>
    [...kept()].filter(([, one]) => holds(one)).map(([id]) => id);
  const standings = async (ids: readonly RecordId[]) => presentOf(ids, (id) => kept().get(id)?.standing);
  const named = (kind: RecordKind, key: string): RecordId[] =>
    oldestFirst((one) => one.standing.kind === kind && headOf(one).named.names.has(key));
  return {
    standings,
    version: async (id, number, depth) => {
      const version = kept().get(id)?.versions[number - 1];
      return version && readVersion(version, depth);
    },
    latestEditions: async (ids, depth) =>
      presentOf(ids, (id) => {
        const one = kept().get(id);
        return one && latestEditionOf(one, depth);
      }),
    history: async (id) => (kept().get(id)?.versions ?? []).map(({ about }) => about),
    find: async (identifiers) => presentOf(identifiers, (asked) => oldestFirst(bears(asked))[0]),
    findAll: async (identifier) => oldestFirst(bears(identifier)),
    byNameKey: async (kind, keys, most) =>
      presentOf(keys, (key) => {
        const ids = named(kind, key).slice(0, most);
        return ids.length > 0 ? ids : undefined;
      }),
    referring: async (to, after, limit) =>
      pageOf(
        oldestFirst((one) => isNow(one, ({ references }) => references.has(to))),
        after,
        limit,
      ),
    showingFile: async (digest) => oldestFirst((one) => isNow(one, ({ files }) => files.has(digest))).sort(),
    mergedInto: async (id) =>
      oldestFirst(({ standing: { state } }) => state.kind === 'merged' && state.into === id).sort(),
    list: async (filter, after, limit) => [
      ...(await standings(pageOf(oldestFirst(isListed(filter)), after, limit))).values(),
    ],
    counts: async () => countsOf(kept().values()),
  };
}

const isListed =
  ({ kind, state, isRestricted, beginning = '' }: Parameters<RecordStore['list']>[0]) =>
  ({ standing }: Kept): boolean =>
    standing.id.startsWith(beginning) &&
    (kind === undefined || standing.kind === kind) &&
    (state === undefined || standing.state.kind === state) &&
    (isRestricted === undefined || standing.restrictions.length > 0 === isRestricted);

/** Each that is there, under its own key. */
function presentOf<K, V>(keys: readonly K[], look: (key: K) => V | undefined): ReadonlyMap<K, V> {
  const found = new Map<K, V>();
  for (const key of keys) {
    const value = look(key);
    if (value !== undefined) found.set(key, value);
  }
  return found;
}

const pageOf = (ids: RecordId[], after: RecordId | undefined, limit: number): readonly RecordId[] =>
  ids
    .sort()
    .filter((id) => after === undefined || id > after)
    .slice(0, limit);

const bears =
  (identifier: string) =>
  ({ versions }: Kept): boolean =>
    versions.some(({ named }) => named.identifiers.has(identifier));

function announcedBy({ changes, announce = [], at }: Commit, last: number): readonly PublicChange[] {
  const said = [...changes, ...announce].flatMap(({ id, ...one }) => {
    const change = 'change' in one ? one.change : one.announce;
    return change === undefined ? [] : [{ id, kind: kindOf(id), change, at }];
  });
  return said.map((one, index) => ({ seq: last + index + 1, ...one }));
}

function countsOf(all: Iterable<Kept>): readonly StoreCount[] {
  const counts = new Map<string, StoreCount>();
  for (const one of all) {
    const { kind, state } = one.standing;
    const key = `${kind} ${state.kind}`;
    const before = counts.get(key) ?? { kind, state: state.kind, count: 0, notHeld: 0 };
    const isNotHeld = state.kind === 'published' && publishedOf(one)?.named.isNotHeld === true;
    const notHeld = before.notHeld + (isNotHeld ? 1 : 0);
    counts.set(key, { ...before, count: before.count + 1, notHeld });
  }
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}
