import { DatabaseSync } from 'node:sqlite';
import { makeId, type RecordId, type RecordKind } from '../../core/id.ts';
import type { LifecycleState, Version } from '../../core/lifecycle.ts';
import type { Problem } from '../../core/problem.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { accepted, Impossible, type Result } from '../../core/result.ts';
import type { Depth, RecordStore, StoreCount, StoredEdition } from '../../ports/record-store.ts';
import { openArchiveFile } from './archive-file.ts';
import { commitTo } from './commit.ts';
import { failureOf } from './failures.ts';
import * as rows from './rows.ts';
import {
  changesAsOf,
  prepareList,
  prepareStatements,
  readRecord,
  readRow,
  type Statements,
} from './statements.ts';
import type { NameKeysOf } from './write-change.ts';

/** Opens the records of an archive, kept in the SQLite database at `path`. */
export async function openRecordStore(
  path: string,
  options: { readonly nameKeysOf: NameKeysOf; readonly ifAbsent: 'make' | 'refuse' },
): Promise<Result<RecordStore, Problem>> {
  const opened = openArchiveFile(path, options.ifAbsent);
  return opened.ok ? accepted(recordStoreOn(opened.value, path, options)) : opened;
}

/**
 * The records as they stand at this moment, whoever writes meanwhile: all that is asked is read in one transaction,
 * which ends when it is closed. It cannot be written to.
 */
export async function openRecordSnapshot(path: string): Promise<RecordStore> {
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
    database.exec('PRAGMA cache_size = -32000; BEGIN');
    const snapshot = recordStoreOn(database, path, { nameKeysOf: () => [] });
    // A transaction begins to see with the first that it reads.
    await snapshot.lastChange();
    return snapshot;
  } catch (error) {
    throw failureOf(error, path);
  }
}

/** The record store on an open archive.sqlite; `path` is how failures call it. */
export function recordStoreOn(
  database: DatabaseSync,
  path: string,
  { nameKeysOf }: { readonly nameKeysOf: NameKeysOf },
): RecordStore {
  const statements = prepareStatements(database);
  const look = <T>(read: () => T): Promise<T> => reading(database, path, read);
  const each = <K, V>(keys: readonly K[], read: (key: K) => V | undefined) =>
    look(() => presentOf(keys, read));
  return {
    standings: (ids) => each(ids, (id) => readRecord(statements, id)?.standing),
    version: (id, number, depth) =>
      look(() => {
        const row = statements.versionById.get(id, number);
        return row && readVersion(statements, row, depth);
      }),
    latestEditions: (ids, depth) => each(ids, (id) => readLatestEdition(statements, id, depth)),
    history: (id) => look(() => statements.history.all(id).map(rows.readVersionHead)),
    find: (identifiers) =>
      each(identifiers, (identifier) => {
        const row = statements.bearers.get(identifier, 1);
        return row && rows.idOf(row, 'id');
      }),
    findAll: (identifier) => look(() => statements.bearers.all(identifier, -1).map(idOf)),
    byNameKey: (kind, keys, most = -1) =>
      each(keys, (key) => {
        const ids = statements.named.all(kind, key, most).map(idOf);
        return ids.length > 0 ? ids : undefined;
      }),
    referring: (to, after, limit) =>
      look(() => statements.referring.all(to, after ?? '', limit).map((row) => rows.idOf(row, 'source'))),
    showingFile: (digest) =>
      look(() => statements.showing.all(digest).map((row) => rows.idOf(row, 'source'))),
    mergedInto: (id) => look(() => statements.mergedInto.all(id).map(idOf)),
    list: (filter, after, limit) =>
      look(() =>
        prepareList(database, filter)(...rangeOf(filter, after), limit).map(
          (row) => readRow(statements, row).standing,
        ),
      ),
    counts: () => look(() => statements.counts.all().map(readCount)),
    commit: (commit) => commitTo({ database, path, statements, nameKeysOf }, commit),
    ...changesOn(database, statements, path),
    close: async () => {
      if (database.isOpen) database.close();
    },
  };
}

type Changes = Pick<
  RecordStore,
  'changesSince' | 'latestChanges' | 'lastChange' | 'latestByBeginning' | 'changesAsOf'
>;

/** The list of public changes. */
function changesOn(
  database: DatabaseSync,
  statements: Statements,
  path: string,
): Changes {
  const look = <T>(read: () => T): Promise<T> => reading(database, path, read);
  return {
    changesSince: (seq, limit) => look(() => statements.changesSince.all(seq, limit).map(rows.readChange)),
    latestChanges: (ids, upTo = Number.MAX_SAFE_INTEGER) =>
      look(() =>
        presentOf(ids, (id) => {
          const row = statements.latestChange.get(id, upTo);
          return row && rows.readChange(row);
        }),
      ),
    lastChange: () => readingOne(path, () => rows.number(statements.lastChange.get() ?? {}, 'seq')),
    latestByBeginning: (letters) =>
      look(
        () =>
          new Map(
            statements.latestByBeginning
              .all(letters)
              .map((row) => [rows.text(row, 'beginning'), rows.readChange(row)] as const),
          ),
      ),
    changesAsOf: (asked) => look(() => changesAsOf(database, asked).map(rows.readChange)),
  };
}

const idOf = (row: rows.Row): RecordId => rows.idOf(row, 'id');

/** Reads in one transaction: what several statements say was so at one moment, whoever writes meanwhile. */
async function reading<T>(database: DatabaseSync, path: string, read: () => T): Promise<T> {
  try {
    if (database.isTransaction) return read();
    database.exec('BEGIN');
    try {
      return read();
    } finally {
      database.exec('COMMIT');
    }
  } catch (error) {
    throw failureOf(error, path);
  }
}

/** The same of one statement, which is at one moment by itself. */
async function readingOne<T>(path: string, read: () => T): Promise<T> {
  try {
    return read();
  } catch (error) {
    throw failureOf(error, path);
  }
}

function presentOf<K, V>(keys: readonly K[], read: (key: K) => V | undefined): ReadonlyMap<K, V> {
  const found = new Map<K, V>();
  for (const key of keys) {
    const value = read(key);
    if (value !== undefined) found.set(key, value);
  }
  return found;
}

function readVersion(statements: Statements, row: rows.Row, depth: Depth = 'whole'): Version<ArchiveRecord> {
  const key = depth === 'whole' ? rows.numberOrNone(row, 'texts') : undefined;
  const texts = key === undefined ? undefined : statements.texts.get(key);
  return rows.readVersion(row, texts && rows.text(texts, 'json'));
}

function readLatestEdition(
  statements: Statements,
  id: RecordId,
  depth: Depth | undefined,
): StoredEdition | undefined {
  const record = readRecord(statements, id);
  if (record === undefined) return undefined;
  const { key, standing } = record;
  const edition = standing.editions.at(-1);
  if (edition === undefined) return { standing };
  const row = statements.version.get(key, edition.version);
  if (row === undefined) throw new Impossible(`${id}: the version of edition ${edition.number} is missing`);
  return { standing, edition, version: readVersion(statements, row, depth) };
}

/** The first id that is asked for, less one, and the first that is not: a kind's ids lie together. */
function rangeOf(
  { kind, beginning }: { readonly kind?: RecordKind; readonly beginning?: string },
  after: RecordId | undefined,
): readonly [after: string, end: string] {
  const letter = beginning ?? (kind === undefined ? '' : makeId(kind, '00000000').charAt(0));
  return [after === undefined || after < letter ? letter : after, `${letter}~`];
}

const STATES: readonly LifecycleState['kind'][] = [
  'draft',
  'in-review',
  'published',
  'embargoed',
  'withdrawn',
  'merged',
];

function readCount(row: rows.Row): StoreCount {
  const state = STATES.find((known) => known === row['state_kind']);
  if (state === undefined) throw new Impossible(`not a state: ${String(row['state_kind'])}`);
  return {
    kind: rows.kindOfRow(row),
    state,
    count: rows.number(row, 'count'),
    notHeld: state === 'published' ? rows.number(row, 'not_held') : 0,
  };
}
