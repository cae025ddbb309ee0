import type { DatabaseSync } from 'node:sqlite';
import type { RecordId } from '../../core/id.ts';
import type { ChangesAsked, RecordStore } from '../../ports/record-store.ts';
import { number, readRecordRow, type RecordRow, type Row } from './rows.ts';

/** Every statement of the record store, prepared once a connection. */
export function prepareStatements(database: DatabaseSync) {
  const prepare = (sql: string) => database.prepare(sql);
  return {
    record: prepare('SELECT * FROM record WHERE id = ?'),
    editions: prepare('SELECT * FROM edition WHERE record = ? ORDER BY number'),
    version: prepare('SELECT * FROM version WHERE record = ? AND number = ?'),
    versionById: prepare(
      'SELECT v.* FROM record r JOIN version v ON v.record = r.key WHERE r.id = ? AND v.number = ?',
    ),
    texts: prepare('SELECT json FROM version_texts WHERE key = ?'),
    history: prepare(`
      SELECT v.number, v.at, v.by, v.why, v.from_file FROM record r JOIN version v ON v.record = r.key
      WHERE r.id = ? ORDER BY v.number`),
    bearers: prepare(`
      SELECT r.id FROM identifier i JOIN record r ON r.key = i.record
      WHERE i.identifier = ? ORDER BY i.record LIMIT ?`),
    named: prepare(`
      SELECT r.id FROM name_key n JOIN record r ON r.key = n.record
      WHERE n.kind = ? AND n.name_key = ? ORDER BY n.record LIMIT ?`),
    referring: prepare(
      'SELECT source FROM reference WHERE target = ? AND source > ? ORDER BY source LIMIT ?',
    ),
    showing: prepare('SELECT source FROM shown_file WHERE digest = ? ORDER BY source'),
    mergedInto: prepare('SELECT id FROM record WHERE merged_into = ? ORDER BY id'),
    counts: prepare(`
      SELECT kind, state_kind, count(*) AS count, sum(not_held) AS not_held FROM record
      GROUP BY kind, state_kind ORDER BY kind, state_kind`),
    changesSince: prepare('SELECT * FROM public_change WHERE seq > ? ORDER BY seq LIMIT ?'),
    latestChange: prepare('SELECT * FROM public_change WHERE id = ? AND seq <= ? ORDER BY seq DESC LIMIT 1'),
    latestByBeginning: prepare(`
      SELECT b.beginning, c.* FROM public_change c JOIN
        (SELECT substr(id, 1, ?) AS beginning, max(seq) AS seq FROM public_change GROUP BY beginning) b
        ON b.seq = c.seq`),
    lastChange: prepare('SELECT coalesce(max(seq), 0) AS seq FROM public_change'),

    addRecord: prepare(`
      INSERT INTO record (id, kind, head, revision, published, state_kind, state, restrictions, is_restricted,
        imported, merged_into, not_held)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    changeRecord: prepare(`
      UPDATE record SET head = ?, revision = ?, published = ?, state_kind = ?, state = ?, restrictions = ?,
        is_restricted = ?, imported = ?, merged_into = ?, not_held = ?
      WHERE key = ?`),
    addTexts: prepare('INSERT INTO version_texts (json) VALUES (?)'),
    addVersion: prepare(`
      INSERT INTO version (record, number, at, by, why, from_file, texts, description)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),
    addEdition: prepare(
      'INSERT INTO edition (record, number, version, at, by, why) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    addIdentifier: prepare('INSERT OR IGNORE INTO identifier (identifier, record) VALUES (?, ?)'),
    forgetNames: prepare('DELETE FROM name_key WHERE record = ?'),
    addName: prepare('INSERT OR IGNORE INTO name_key (kind, name_key, record) VALUES (?, ?, ?)'),
    addReference: prepare('INSERT OR IGNORE INTO reference (target, source) VALUES (?, ?)'),
    forgetReference: prepare('DELETE FROM reference WHERE target = ? AND source = ?'),
    addShown: prepare('INSERT OR IGNORE INTO shown_file (digest, source) VALUES (?, ?)'),
    forgetShown: prepare('DELETE FROM shown_file WHERE digest = ? AND source = ?'),
    addChange: prepare('INSERT INTO public_change (id, kind, change, at) VALUES (?, ?, ?, ?)'),
  };
}

/** Standings by id between two ids, on such conditions as are asked. */
export function prepareList(database: DatabaseSync, filter: Parameters<RecordStore['list']>[0]) {
  const { state, isRestricted } = filter;
  const conditions = [
    ...(state === undefined ? [] : ['state_kind = :state']),
    ...(isRestricted === undefined ? [] : [`is_restricted = ${isRestricted ? 1 : 0}`]),
    'id > :after AND id < :end',
  ];
  const statement = database.prepare(
    `SELECT * FROM record WHERE ${conditions.join(' AND ')} ORDER BY id LIMIT :limit`,
  );
  const asked = state === undefined ? {} : { state };
  return (after: string, end: string, limit: number): readonly Row[] =>
    statement.all({ ...asked, after, end, limit });
}

/** The list of changes as it stood at an entry, walked by datestamp; what is superseded by then is passed over. */
export function changesAsOf(database: DatabaseSync, asked: ChangesAsked): readonly Row[] {
  const { upTo, after, from, until, kinds, about, limit } = asked;
  const [beyond, order] = asked.isBackwards === true ? (['<', 'DESC'] as const) : (['>', 'ASC'] as const);
  const marks = (values: readonly string[]): string => values.map(() => '?').join(', ');
  const statement = database.prepare(`
    SELECT c.* FROM public_change c
    WHERE c.kind IN (${marks(kinds)}) AND c.seq <= ?
    ${after === undefined ? '' : `AND (c.at, c.seq) ${beyond} (SELECT p.at, p.seq FROM public_change p WHERE p.seq = ?)`}
    ${from === undefined ? '' : 'AND c.at >= ?'}
    ${until === undefined ? '' : 'AND c.at <= ?'}
    ${
      about === undefined
        ? ''
        : `AND (c.change = 'gone' OR c.id IN (${marks(about)})
            OR c.id IN (SELECT r.source FROM reference r WHERE r.target IN (${marks(about)})))`
    }
    AND NOT EXISTS (SELECT 1 FROM public_change l WHERE l.id = c.id AND l.seq > c.seq AND l.seq <= ?)
    ORDER BY c.at ${order}, c.seq ${order} LIMIT ?`);
  const given = (value: number | string | undefined): readonly (number | string)[] =>
    value === undefined ? [] : [value];
  return statement.all(
    ...kinds,
    upTo,
    ...given(after),
    ...given(from),
    ...given(until === undefined ? undefined : `${until}~`),
    ...(about === undefined ? [] : [...about, ...about]),
    upTo,
    limit,
  );
}

export type Statements = ReturnType<typeof prepareStatements>;

/** The row of a record with its editions. */
export function readRecord(statements: Statements, id: RecordId): RecordRow | undefined {
  const row = statements.record.get(id);
  return row && readRow(statements, row);
}

export const readRow = (statements: Statements, row: Row): RecordRow =>
  readRecordRow(row, row['published'] === null ? [] : statements.editions.all(number(row, 'key')));
