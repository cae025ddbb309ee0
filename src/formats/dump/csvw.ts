import type { DataColumn, DataTable } from './table.ts';
import { RECORD_COLUMNS } from '../csv/record-columns.ts';

const TYPES = { text: 'string', integer: 'integer', real: 'number' } as const;

/** The table of all records at a glance, beside the others: the same columns as `/search.csv`. */
export const CATALOGUE = 'catalogue';

/**
 * What the CSV files of the whole data are, for programs: a table group with a schema for each.
 *
 * Source: W3C, Metadata Vocabulary for Tabular Data (CSV on the Web), read 2026-11-23.
 */
export const writeCsvw = (tables: readonly DataTable[]): string =>
  `${JSON.stringify(
    {
      '@context': 'http://www.w3.org/ns/csvw',
      dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], header: true },
      tables: [catalogue(), ...tables.map(tableJson)],
    },
    undefined,
    1,
  )}\n`;

const catalogue = (): object => ({
  url: `${CATALOGUE}.csv`,
  'dc:description': 'every public record in one line, several values of a cell parted by " | "',
  tableSchema: {
    columns: RECORD_COLUMNS.map(({ name, says }) => ({ name, titles: name, 'dc:description': says })),
    primaryKey: 'id',
  },
});

const tableJson = ({ name, says, columns }: DataTable): object => ({
  url: `${name}.csv`,
  'dc:description': says,
  tableSchema: {
    columns: columns.map(columnJson),
    ...(columns.some((column) => column.name === 'id') ? { primaryKey: 'id' } : {}),
    foreignKeys: columns.flatMap((column) =>
      column.refersTo === undefined
        ? []
        : [
            {
              columnReference: column.name,
              reference: { resource: `${column.refersTo}.csv`, columnReference: 'id' },
            },
          ],
    ),
  },
});

const columnJson = ({ name, says, type, isKey }: DataColumn): object => ({
  name,
  titles: name,
  datatype: TYPES[type],
  'dc:description': says,
  ...(isKey === true ? { required: true } : {}),
});
