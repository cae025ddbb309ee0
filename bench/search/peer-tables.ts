import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { FACET_FIELDS, PASSAGE_FIELDS } from '../../src/core/query.ts';
import { spanOf, yearOfDay } from '../../src/core/query/span.ts';
import type { SearchDocument } from '../../src/core/search-document.ts';
import { terms } from '../../src/core/tokens/tokenize.ts';

/** Stands for an open end; a day with a sign and year beyond any that is kept. */
export const OPEN = { before: -1e9, after: 1e9 } as const;

/**
 * Tables as one would make them who has SQLite and nothing else: texts in FTS5, already cut into terms (so
 * that Chinese and Russian are found as well), facet values a row each, with an index for each direction
 * they are read in, days and years as numbers, dates in order.
 */
const TABLES = `
  CREATE TABLE docs (
    doc INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL,
    from_day INTEGER, to_day INTEGER, from_year INTEGER, to_year INTEGER,
    date_key TEXT NOT NULL
  );
  CREATE INDEX docs_by_date ON docs (date_key);
  CREATE INDEX docs_by_year ON docs (from_year, to_year);
  CREATE TABLE value (number INTEGER PRIMARY KEY, field TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (field, text));
  CREATE TABLE facet_of (
    doc INTEGER NOT NULL, field INTEGER NOT NULL, value INTEGER NOT NULL,
    PRIMARY KEY (doc, field, value)
  ) WITHOUT ROWID;
  CREATE TABLE beginning (letters TEXT NOT NULL, doc INTEGER NOT NULL, PRIMARY KEY (letters, doc)) WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5 (${PASSAGE_FIELDS.join(', ')}, tokenize = 'ascii');
  INSERT INTO words (words, rank) VALUES ('hashsize', 33554432);
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, row);
`;

const AFTERWARDS = `
  CREATE INDEX IF NOT EXISTS facet_by_value ON facet_of (field, value, doc);
  INSERT INTO words (words) VALUES ('optimize');
  ANALYZE;
`;

/** Opens the peer's file, or makes it. */
export function openTables(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  database.exec('PRAGMA cache_size = -64000; PRAGMA temp_store = MEMORY');
  const isMade = database.prepare("SELECT 1 AS made FROM sqlite_schema WHERE name = 'docs'").get();
  if (isMade === undefined) database.exec(`BEGIN; ${TABLES} COMMIT`);
  database.exec('CREATE TEMP TABLE hit (doc INTEGER PRIMARY KEY, score REAL)');
  return database;
}

/** The database with its statements, each prepared once. */
export interface Store {
  readonly database: DatabaseSync;
  prepare(sql: string): StatementSync;
}

export function storeOf(database: DatabaseSync): Store {
  const known = new Map<string, StatementSync>();
  return {
    database,
    prepare(sql) {
      const statement = known.get(sql) ?? database.prepare(sql);
      known.set(sql, statement);
      return statement;
    },
  };
}

/** Once all is in: indexes are built whole, FTS5 merges its segments, the planner looks at what there is. */
export const finishTables = (database: DatabaseSync): void => database.exec(AFTERWARDS);

export const fieldNumber = (field: string): number => FACET_FIELDS.findIndex((known) => known === field);

/** Writes documents, a batch in one transaction. */
export function peerWriter(database: DatabaseSync): (documents: readonly SearchDocument[]) => void {
  const put = {
    doc: database.prepare(
      'INSERT INTO docs (id, kind, from_day, to_day, from_year, to_year, date_key) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    value: database.prepare('INSERT INTO value (number, field, text) VALUES (?, ?, ?)'),
    facet: database.prepare('INSERT OR IGNORE INTO facet_of VALUES (?, ?, ?)'),
    words: database.prepare(
      `INSERT INTO words (rowid, ${PASSAGE_FIELDS.join(', ')}) VALUES (?, ${PASSAGE_FIELDS.map(() => '?').join(', ')})`,
    ),
    beginning: database.prepare('INSERT OR IGNORE INTO beginning VALUES (?, ?)'),
  };
  put.words.setReadBigInts(true);
  const values = new Map<string, number>();
  const numberOf = (field: string, text: string): number => {
    const key = `${field} ${text}`;
    const known = values.get(key);
    if (known !== undefined) return known;
    put.value.run(values.size + 1, field, text);
    values.set(key, values.size + 1);
    return values.size;
  };
  const putOne = (document: SearchDocument): void => {
    const { id, kind, dateKey, passages } = document;
    const span = spanOf(document.earliest, document.latest);
    const [from, to] = [bounded(span?.from), bounded(span?.to)];
    const doc = Number(put.doc.run(id, kind, from, to, yearOf(from), yearOf(to), dateKey).lastInsertRowid);
    for (const [field, texts] of Object.entries({ ...document.facets, kind: [kind] }))
      for (const text of texts) put.facet.run(doc, fieldNumber(field), numberOf(field, text));
    put.words.run(doc, ...PASSAGE_FIELDS.map((field) => cut(document, field)));
    for (const { field, text } of passages)
      if (field === 'title' || (field === 'name' && kind !== 'document'))
        put.beginning.run(terms(text.slice(0, 400)).join(' ').slice(0, 80), doc);
  };
  return (documents) => {
    database.exec('BEGIN');
    for (const document of documents) putOne(document);
    database.exec('COMMIT');
  };
}

const bounded = (day: number | undefined): number | null =>
  day === undefined ? null : Math.min(OPEN.after, Math.max(OPEN.before, day));
const yearOf = (day: number | null): number | null =>
  day === null || Math.abs(day) === OPEN.after ? day : yearOfDay(day);

/** The terms of a field, passages kept apart so that no phrase reaches from one into the next. */
const cut = ({ passages }: SearchDocument, field: string): string =>
  passages
    .filter((passage) => passage.field === field)
    .map(({ text }) => terms(text).join(' '))
    .join(' \ue000 ');
