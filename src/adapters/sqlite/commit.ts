import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { RecordId } from '../../core/id.ts';
import type { Standing } from '../../core/lifecycle.ts';
import { accepted, type Result } from '../../core/result.ts';
import type { Commit, Committed, VersionConflict } from '../../ports/record-store.ts';
import { standingAfter } from '../../ports/standing-after.ts';
import { failureOf, isBusy } from './failures.ts';
import { number } from './rows.ts';
import { readRecord, type Statements } from './statements.ts';
import { writeAnnouncement, writeChange, type NameKeysOf } from './write-change.ts';

export interface OpenArchive {
  readonly database: DatabaseSync;
  readonly path: string;
  readonly statements: Statements;
  readonly nameKeysOf: NameKeysOf;
}

/** Writes a commit in one transaction: all of it, or after a conflict or a failure nothing. */
export async function commitTo(
  archive: OpenArchive,
  commit: Commit,
): Promise<Result<Committed, VersionConflict>> {
  const { database, path } = archive;
  try {
    for (let waitedMs = 0; !begins(database, waitedMs < PATIENCE_MS); waitedMs += PAUSE_MS)
      await pause(PAUSE_MS);
    try {
      const written = writeAll(archive, commit);
      database.exec(written.ok ? 'COMMIT' : 'ROLLBACK');
      return written;
    } finally {
      if (database.isTransaction) database.exec('ROLLBACK');
    }
  } catch (error) {
    throw failureOf(error, path);
  }
}

function writeAll(archive: OpenArchive, commit: Commit): Result<Committed, VersionConflict> {
  const { statements, nameKeysOf } = archive;
  const standings = new Map<RecordId, Standing>();
  for (const change of commit.changes) {
    const before = readRecord(statements, change.id);
    const after = standingAfter(before?.standing, change, commit);
    if (!after.ok) return after;
    writeChange({ statements, nameKeysOf, commit, change, before, after: after.value });
    standings.set(change.id, after.value);
  }
  for (const { id, change } of commit.announce ?? []) writeAnnouncement(statements, id, change, commit.at);
  return accepted({ seq: number(statements.lastChange.get() ?? {}, 'seq'), standings });
}

const PATIENCE_MS = 30_000;
const PAUSE_MS = 10;

/**
 * Takes the write lock, or says that another process has it. We wait for it without blocking this
 * process, whose readers need no lock; whoever holds it for half a minute is not writing but stuck.
 * Nothing is awaited between the lock and the end of the transaction, so that commits of one process
 * cannot meet within it.
 */
function begins(database: DatabaseSync, isPatient: boolean): boolean {
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (isPatient && isBusy(error)) return false;
    throw error;
  } finally {
    database.exec('PRAGMA busy_timeout = 5000');
  }
}
