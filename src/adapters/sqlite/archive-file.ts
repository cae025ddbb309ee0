import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { problem, type Problem } from '../../core/problem.ts';
import { accepted, refused, type Result } from '../../core/result.ts';
import { failureOf, isNotADatabase } from './failures.ts';
import { MIGRATIONS } from './migrations.ts';

/** "UnSl" in ASCII: by it `file` and we know an archive from any other SQLite database. */
const APPLICATION_ID = 0x556e536c;

/**
 * Opens archive.sqlite, brought up to the tables of this program.
 *
 *   absent, 'refuse'           -> not-an-archive
 *   another program's database -> not-an-archive
 *   of a later Unsealed        -> archive-newer, untouched
 */
export function openArchiveFile(path: string, ifAbsent: 'make' | 'refuse'): Result<DatabaseSync, Problem> {
  if (ifAbsent === 'refuse' && !existsSync(path)) return refused(problem('not-an-archive', { file: path }));
  const database = new DatabaseSync(path, { timeout: 5000 });
  try {
    const refusal = checkOwner(database, path);
    if (refusal === undefined) {
      configure(database);
      migrate(database);
      return accepted(database);
    }
    database.close();
    return refused(refusal);
  } catch (error) {
    database.close();
    if (isNotADatabase(error)) return refused(problem('not-an-archive', { file: path }));
    throw failureOf(error, path);
  }
}

function numberOf(database: DatabaseSync, pragma: string): number {
  const value = Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
  if (typeof value !== 'number') throw new TypeError(`PRAGMA ${pragma} is not a number`);
  return value;
}

function checkOwner(database: DatabaseSync, path: string): Problem | undefined {
  const isNew = numberOf(database, 'schema_version') === 0;
  if (!isNew && numberOf(database, 'application_id') !== APPLICATION_ID)
    return problem('not-an-archive', { file: path });
  const version = numberOf(database, 'user_version');
  if (version > MIGRATIONS.length)
    return problem('archive-newer', { file: path }, { facts: { version, known: MIGRATIONS.length } });
  return undefined;
}

/**
 * synchronous=FULL: in WAL mode NORMAL does not sync at a commit, and a power failure could take back
 * what was acknowledged. Source: https://www.sqlite.org/pragma.html#pragma_synchronous
 *
 * wal_autocheckpoint: an import touches the same pages of the indexes in each commit; moved into the
 * database every 32 MB rather than every 4, a new record costs a fifth less.
 */
function configure(database: DatabaseSync): void {
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA recursive_triggers = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cache_size = -32000;
    PRAGMA wal_autocheckpoint = 8000;
    PRAGMA journal_size_limit = 67108864;
  `);
}

/** Step by step, each whole or not at all; another process may be at the same. */
function migrate(database: DatabaseSync): void {
  for (;;) {
    if (numberOf(database, 'user_version') >= MIGRATIONS.length) return;
    database.exec('BEGIN IMMEDIATE');
    try {
      const from = numberOf(database, 'user_version');
      const step = MIGRATIONS[from];
      if (step !== undefined) {
        database.exec(step);
        database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${from + 1}`);
      }
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }
}
