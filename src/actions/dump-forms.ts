import { createIndexes, createTable } from '../formats/dump/sql-schema.ts';
import { CATALOGUE, writeCsvw } from '../formats/dump/csvw.ts';
import type { FormName } from '../formats/dump/manifest.ts';
import { writeRecordLine } from '../formats/dump/record-line.ts';
import type { DataTable } from '../formats/dump/table.ts';
import { DATA_TABLES } from '../formats/dump/tables.ts';
import { RECORD_COLUMNS, recordCells } from '../formats/csv/record-columns.ts';
import { writeRows, writeTable } from '../formats/csv/write-table.ts';
import type { Described } from '../formats/fields/described.ts';
import { teiOf } from '../formats/tei/tei-of.ts';
import type { DumpInMaking, EntryInMaking, WrittenFile } from '../ports/dump-store.ts';

/** One of the forms of the whole data, while records go into it one after the other. */
export interface DumpForm {
  /** `rows`: what each table has of it. */
  add(described: Described, rows: RowsOf): Promise<void>;
  end(): Promise<WrittenFile>;
}

/** The rows of a record, worked out once for all forms that want them. */
export type RowsOf = (table: DataTable) => ReturnType<DataTable['rowsOf']>;

type BeginForm = (making: DumpInMaking) => Promise<DumpForm>;

const jsonLines: BeginForm = async (making) => {
  const file = await making.text('records.jsonl.gz', 'gzip');
  return { add: (described) => file.write(`${writeRecordLine(described)}\n`), end: () => file.end() };
};

/** A folder for each two letters of the ids, so that none is too large to be opened. */
const pathOf = ({ view: { id } }: Described): string => `tei/${id.slice(1, 3)}/${id}.xml`;

const tei: BeginForm = async (making) => {
  const zip = await making.zip('texts.tei.zip');
  return {
    add: async (described) => {
      const { record } = described.view;
      if (record.kind !== 'document' || !record.renditions.some(({ kind }) => kind !== 'facsimile')) return;
      const text = teiOf(described);
      if (text !== undefined) await zip.add(pathOf(described), text);
    },
    end: () => zip.end(),
  };
};

const csv: BeginForm = async (making) => {
  const zip = await making.zip('tables.csv.zip');
  const shown = DATA_TABLES.filter((table) => table.isInDatabaseOnly !== true);
  const catalogue = await zip.grow(`${CATALOGUE}.csv`);
  await catalogue.write(writeTable([RECORD_COLUMNS.map(({ name }) => name)]));
  const entries = new Map<DataTable, EntryInMaking>();
  for (const table of shown) {
    const entry = await zip.grow(`${table.name}.csv`);
    await entry.write(writeTable([table.columns.map(({ name }) => name)]));
    entries.set(table, entry);
  }
  const pens = new Map([...entries].map(([table, entry]) => [table, new Pen(entry)]));
  const first = new Pen(catalogue);
  return {
    add: async (described, rowsOf) => {
      await first.write(writeRows([recordCells(described)]));
      for (const [table, pen] of pens) {
        const rows = rowsOf(table);
        if (rows.length > 0) await pen.write(writeRows(rows.map((row) => row.map(cellText))));
      }
    },
    end: async () => {
      await first.end();
      for (const pen of pens.values()) await pen.end();
      await zip.add('csv-metadata.json', writeCsvw(shown));
      return zip.end();
    },
  };
};

const cellText = (cell: string | number | undefined): string => (cell === undefined ? '' : String(cell));

/** Gathers what is short until it is worth writing. */
class Pen {
  readonly #to: EntryInMaking;
  #parts: string[] = [];
  #length = 0;

  constructor(to: EntryInMaking) {
    this.#to = to;
  }

  async write(text: string): Promise<void> {
    this.#parts.push(text);
    this.#length += text.length;
    if (this.#length > 1 << 15) await this.#flush();
  }

  async end(): Promise<void> {
    await this.#flush();
    await this.#to.end();
  }

  async #flush(): Promise<void> {
    const text = this.#parts.join('');
    this.#parts = [];
    this.#length = 0;
    if (text !== '') await this.#to.write(text);
  }
}

const sqlite: BeginForm = async (making) => {
  const database = await making.database('database.sqlite.gz', {
    before: DATA_TABLES.map(createTable),
    tables: DATA_TABLES.map(({ name, columns }) => ({ name, columns: columns.length })),
    after: DATA_TABLES.flatMap(createIndexes),
  });
  return {
    add: async (_, rowsOf) => {
      for (const table of DATA_TABLES) {
        const rows = rowsOf(table);
        if (rows.length > 0) database.put(table.name, rows);
      }
    },
    end: () => database.end(),
  };
};

/** The forms in which the whole data are had, by their names. */
export const DUMP_FORMS: Readonly<Record<FormName, BeginForm>> = { jsonl: jsonLines, csv, tei, sqlite };
