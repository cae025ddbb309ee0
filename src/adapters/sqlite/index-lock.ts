import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failureOf, isBusy } from './failures.ts';

/**
 * Takes the right to write the derived index in a folder: one process has it at a time, the server if
 * it runs, else the command. Answers how to give it back, or undefined while another has it.
 *
 * It is a lock of the system on `writer.lock`, taken through SQLite: it ends with its process however
 * that ends, so that no lock is ever left behind and no process number is mistaken for another's.
 */
export async function holdIndexLock(folder: string): Promise<(() => void) | undefined> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'writer.lock');
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw failureOf(error, path);
  }
  return () => {
    if (database.isOpen) database.close();
  };
}
