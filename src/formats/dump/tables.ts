import { DOCUMENT_TABLES } from './document-tables.ts';
import { NAME_TABLES } from './name-tables.ts';
import { RECORD_TABLES } from './record-tables.ts';
import type { DataTable } from './table.ts';
import { TEXT_TABLES } from './text-tables.ts';

/**
 * Every table of the whole data: what the database and the CSV hold, and the reference prints. Tables and columns
 * keep their names and order; new columns come last.
 */
export const DATA_TABLES: readonly DataTable[] = [
  ...RECORD_TABLES,
  ...DOCUMENT_TABLES,
  ...TEXT_TABLES,
  ...NAME_TABLES,
];
