import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Impossible } from '../../core/result.ts';
import type { DatabasePlan } from '../../ports/dump-store.ts';
import { failureOf } from './failures.ts';

/** "UnSd" in ASCII: public data of an archive, not an archive. */
const APPLICATION_ID = 0x556e5364;

/**
 * A database that is written once and then only read: rows in the order in which they come, in one transaction
 * without a journal, so that the same rows are the same bytes. What is cut off is thrown away by whoever began it.
 */
export class PublicDatabase {
  readonly #path: string;
  readonly #plan: DatabasePlan;
  readonly #database: DatabaseSync;
  readonly #inserts: ReadonlyMap<string, StatementSync>;

  constructor(path: string, plan: DatabasePlan) {
    this.#path = path;
    this.#plan = plan;
    this.#database = new DatabaseSync(path);
    this.#inserts = this.#doing(() => {
      this.#database.exec(`
        PRAGMA page_size = 4096;
        PRAGMA encoding = 'UTF-8';
        PRAGMA application_id = ${APPLICATION_ID};
        PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF;
        PRAGMA foreign_keys = OFF;
        PRAGMA cache_size = -16000;
        PRAGMA temp_store = FILE;
        BEGIN;`);
      for (const statement of plan.before) this.#database.exec(statement);
      return new Map(
        plan.tables.map(({ name, columns }) => [
          name,
          this.#database.prepare(`INSERT INTO "${name}" VALUES (${Array(columns).fill('?').join(', ')})`),
        ]),
      );
    });
  }

  put(table: string, rows: readonly (readonly (string | number | undefined)[])[]): void {
    const insert = this.#inserts.get(table);
    if (insert === undefined) throw new Impossible(`no such table was planned: ${table}`);
    this.#doing(() => {
      for (const row of rows) insert.run(...row.map((cell) => cell ?? null));
    });
  }

  end(): void {
    this.#doing(() => {
      for (const statement of this.#plan.after) this.#database.exec(statement);
      this.#database.exec('COMMIT');
      this.#database.close();
    });
  }

  abandon(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  #doing<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw failureOf(error, this.#path);
    }
  }
}
