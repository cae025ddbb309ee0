import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { parseId, type RecordId } from '../../core/id.ts';
import { Impossible } from '../../core/result.ts';
import type { IndexBatch } from '../../ports/search-index.ts';
import { Columns } from './columns.ts';
import { Finder } from './finder.ts';
import { readColumns, Writer } from './writer.ts';

/** What a question or a change works with, as the database stands now. */
export interface Ready {
  readonly columns: Columns;
  readonly finder: Finder;
  readonly writer: Writer;
  /** Another number than before when another connection has written. */
  readonly dataVersion: unknown;
}

/** Guards the columns: they say what the database says, or are read anew. */
export class Session {
  readonly #database: DatabaseSync;
  readonly #dataVersion: StatementSync;
  #ready: Ready | undefined;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#dataVersion = database.prepare('PRAGMA data_version');
  }

  ready(): Ready {
    const dataVersion = this.#dataVersion.get()?.['data_version'];
    if (this.#ready?.dataVersion === dataVersion && this.#ready !== undefined) return this.#ready;
    const columns = new Columns();
    readColumns(this.#database, columns, idOf);
    const finder = new Finder(this.#database, columns);
    this.#ready = { columns, finder, writer: new Writer(this.#database, columns), dataVersion };
    return this.#ready;
  }

  update(batch: IndexBatch): void {
    const ready = this.ready();
    this.#ready = undefined;
    ready.writer.write(batch);
    this.#ready = ready;
  }

  coveredTo(): number {
    return Number(this.#database.prepare('SELECT up_to FROM covered').get()?.['up_to'] ?? 0);
  }

  clear(): void {
    this.#ready = undefined;
    this.#database.exec(`BEGIN IMMEDIATE;
      DELETE FROM documents; DELETE FROM passages; DELETE FROM facet_values; DELETE FROM beginnings;
      DELETE FROM prints_of; DELETE FROM prints; DELETE FROM cites;
      INSERT INTO words (words) VALUES ('delete-all'); UPDATE covered SET up_to = 0; COMMIT`);
  }
}

function idOf(text: string): RecordId {
  const id = parseId(text);
  if (id === undefined) throw new Impossible(`the index holds what is no id: ${text}`);
  return id;
}
