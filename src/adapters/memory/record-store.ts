import type { RecordId, RecordKind } from '../../core/id.ts';
import { kindOf, printIdentifier } from '../../core/id.ts';
import { filesOf } from '../../core/files-of.ts';
import type { LifecycleState, PublicChange, Standing, Version } from '../../core/lifecycle.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { referencesOf } from '../../core/references.ts';
import { accepted, type Result } from '../../core/result.ts';
import { takeTexts } from '../../core/texts.ts';
import type {
  Commit,
  Committed,
  Depth,
  RecordChange,
  RecordStore,
  StoreCount,
  StoredEdition,
  VersionConflict,
} from '../../ports/record-store.ts';
import { standingAfter } from '../../ports/standing-after.ts';

/** A record's words are kept as JSON, so that nobody who was handed them can alter what is kept. */
type KeptVersion = Omit<Version<never>, 'record'> & { readonly json: string };

interface Kept {
  readonly standing: Standing;
  readonly versions: readonly KeptVersion[];
}

type NameKeysOf = (record: ArchiveRecord) => readonly string[];

/** A record store that forgets all when the process ends: for tests and trials. */
export function memoryRecordStore(options: { readonly nameKeysOf: NameKeysOf }): RecordStore {
  let kept: ReadonlyMap<RecordId, Kept> = new Map();
  let changes: readonly PublicChange[] = [];

  const oldestFirst = (holds: (one: Kept) => boolean): RecordId[] =>
    [...kept].filter(([, one]) => holds(one)).map(([id]) => id);

  const standings = async (ids: readonly RecordId[]) => presentOf(ids, (id) => kept.get(id)?.standing);

  const byNameKey = async (kind: RecordKind, keys: readonly string[]) =>
    presentOf(keys, (key) => {
      const ids = oldestFirst(
        (one) => one.standing.kind === kind && options.nameKeysOf(headOf(one)).includes(key),
      );
      return ids.length > 0 ? ids : undefined;
    });

  const commit = async (asked: Commit): Promise<Result<Committed, VersionConflict>> => {
    const after = new Map(kept);
    const touched = new Map<RecordId, Standing>();
    for (const change of asked.changes) {
      const before = after.get(change.id);
      const standing = standingAfter(before?.standing, change, asked);
      if (!standing.ok) return standing;
      touched.set(change.id, standing.value);
      after.set(change.id, {
        standing: standing.value,
        versions: versionsAfter(before?.versions ?? [], change, asked),
      });
    }
    changes = [...changes, ...announcedBy(asked, changes.length)];
    kept = after;
    return accepted({ seq: changes.length, standings: touched });
  };

  return {
    standings,
    version: async (id, number, depth) => {
      const version = kept.get(id)?.versions[number - 1];
      return version && readVersion(version, depth);
    },
    latestEditions: async (ids, depth) =>
      presentOf(ids, (id) => {
        const one = kept.get(id);
        return one && latestEditionOf(one, depth);
      }),
    history: async (id) => (kept.get(id)?.versions ?? []).map(({ json: _json, ...about }) => about),
    find: async (identifiers) => presentOf(identifiers, (asked) => oldestFirst(bears(asked))[0]),
    findAll: async (identifier) => oldestFirst(bears(identifier)),
    byNameKey,
    referring: async (to, after, limit) =>
      pageOf(
        oldestFirst((one) => namedBy(one).some((record) => referencesOf(record).has(to))),
        after,
        limit,
      ),
    showingFile: async (digest) =>
      oldestFirst((one) => namedBy(one).some((record) => filesOf(record).includes(digest))).sort(),
    mergedInto: async (id) =>
      oldestFirst(({ standing: { state } }) => state.kind === 'merged' && state.into === id).sort(),
    list: async ({ kind, state, isRestricted }, after, limit) => {
      const listed = oldestFirst(
        ({ standing }) =>
          (kind === undefined || standing.kind === kind) &&
          (state === undefined || standing.state.kind === state) &&
          (isRestricted === undefined || standing.restrictions.length > 0 === isRestricted),
      );
      return [...(await standings(pageOf(listed, after, limit))).values()];
    },
    counts: async () => countsOf(kept.values()),
    commit,
    changesSince: async (seq, limit) => changes.slice(Math.max(0, seq), Math.max(0, seq) + limit),
    lastChange: async () => changes.length,
    close: async () => undefined,
  };
}

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

const parse = (json: string): ArchiveRecord => JSON.parse(json);

function readVersion({ json, ...about }: KeptVersion, depth: Depth = 'whole'): Version<ArchiveRecord> {
  const record = parse(json);
  return { ...about, record: depth === 'whole' ? record : takeTexts(record).description };
}

function recordAt(one: Kept, number: number | undefined): ArchiveRecord | undefined {
  const version = number === undefined ? undefined : one.versions[number - 1];
  return version && parse(version.json);
}

function headOf(one: Kept): ArchiveRecord {
  const head = recordAt(one, one.standing.head);
  if (head === undefined) throw new RangeError(`${one.standing.id} has no head`);
  return head;
}

function latestEditionOf(one: Kept, depth: Depth | undefined): StoredEdition {
  const edition = one.standing.editions.at(-1);
  const version = edition && one.versions[edition.version - 1];
  return {
    standing: one.standing,
    ...(edition && version ? { edition, version: readVersion(version, depth) } : {}),
  };
}

const bears =
  (identifier: string) =>
  (one: Kept): boolean =>
    one.versions.some(({ json }) =>
      parse(json).identifiers.some((borne) => printIdentifier(borne) === identifier),
    );

/** Its head, and what its last edition shows. */
function namedBy(one: Kept): readonly ArchiveRecord[] {
  const published = recordAt(one, one.standing.editions.at(-1)?.version);
  return published ? [headOf(one), published] : [headOf(one)];
}

function versionsAfter(
  before: readonly KeptVersion[],
  { version }: RecordChange,
  { at, by }: Commit,
): readonly KeptVersion[] {
  if (version === undefined) return before;
  const { record, why, fromFile } = version;
  const appended: KeptVersion = {
    number: before.length + 1,
    at,
    by,
    ...(why === undefined ? {} : { why }),
    ...(fromFile === undefined ? {} : { fromFile }),
    json: JSON.stringify(record),
  };
  return [...before, appended];
}

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
    const notHeld = before.notHeld + (isNotHeld(one, state) ? 1 : 0);
    counts.set(key, { ...before, count: before.count + 1, notHeld });
  }
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

function isNotHeld(one: Kept, state: LifecycleState): boolean {
  const published = recordAt(one, one.standing.editions.at(-1)?.version);
  return (
    state.kind === 'published' && published?.kind === 'document' && published.holding.kind === 'not-held'
  );
}
