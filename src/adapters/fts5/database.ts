import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { COLUMNS } from './match-expression.ts';

/** Rises when what is stored, or what is told to be stored, changes its shape: an older index is thrown away and built anew. */
const SHAPE = 8;

const TABLES = `
  CREATE TABLE documents (
    slot INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    date_key TEXT NOT NULL,
    title_key TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    facet_values BLOB NOT NULL
  );
  CREATE TABLE passages (slot INTEGER PRIMARY KEY, passages TEXT NOT NULL);
  CREATE TABLE prints_of (slot INTEGER PRIMARY KEY, prints BLOB NOT NULL);
  CREATE TABLE prints (print INTEGER NOT NULL, slot INTEGER NOT NULL, PRIMARY KEY (print, slot)) WITHOUT ROWID;
  CREATE TABLE cites (
    identifier TEXT NOT NULL, slot INTEGER NOT NULL, PRIMARY KEY (identifier, slot)
  ) WITHOUT ROWID;
  CREATE INDEX cites_of ON cites (slot);
  CREATE TABLE facet_values (number INTEGER PRIMARY KEY, field TEXT NOT NULL, value TEXT NOT NULL);
  CREATE TABLE beginnings (
    letters TEXT NOT NULL, slot INTEGER NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (letters, slot, at)
  ) WITHOUT ROWID;
  CREATE INDEX beginnings_of ON beginnings (slot);
  CREATE TABLE covered (only INTEGER PRIMARY KEY CHECK (only = 1), up_to INTEGER NOT NULL);
  INSERT INTO covered VALUES (1, 0);
  CREATE VIRTUAL TABLE words USING fts5 (
    ${COLUMNS.join(', ')}, content = '', contentless_delete = 1, tokenize = 'ascii'
  );
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, 'row');
  INSERT INTO words (words, rank) VALUES ('hashsize', 33554432);
  PRAGMA user_version = ${SHAPE};
`;

/**
 * Opens the index's own file, or makes it. What is older, broken or no database at all is thrown away:
 * an index is never the only copy of anything. Words come already cut (terms between spaces), and the
 * tokeniser 'ascii' leaves all that is not ASCII together, so that it cuts exactly there.
 */
export function openDatabase(path: string): DatabaseSync {
  const opened = path === ':memory:' ? undefined : openWhole(path);
  if (opened !== undefined) return opened;
  if (path !== ':memory:') for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  const database = new DatabaseSync(path);
  prepareConnection(database);
  database.exec(`BEGIN; ${TABLES} COMMIT`);
  return database;
}

function prepareConnection(database: DatabaseSync): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000');
  database.exec('PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY');
}

/** SQLite's code for a file that is not a database, and for one that is broken. */
const BROKEN = new Set([11, 26]);

function openWhole(path: string): DatabaseSync | undefined {
  const database = new DatabaseSync(path);
  try {
    prepareConnection(database);
    if (database.prepare('PRAGMA user_version').get()?.['user_version'] === SHAPE) return database;
  } catch (cause) {
    const code = cause instanceof Error && 'errcode' in cause ? cause.errcode : undefined;
    database.close();
    if (typeof code === 'number' && BROKEN.has(code & 0xff)) return undefined;
    throw new Error(`the index ${path} cannot be opened`, { cause });
  }
  database.close();
  return undefined;
}
