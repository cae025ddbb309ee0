import { DatabaseSync } from 'node:sqlite';
import type { RecordStore } from '../../ports/record-store.ts';
import { failureOf } from './failures.ts';
import { recordStoreOn } from './record-store.ts';

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
