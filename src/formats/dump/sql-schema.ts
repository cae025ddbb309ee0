import type { DataColumn, DataTable } from './table.ts';

/** Names of ours are words of SQL in places ("by", "from", "to"): each is quoted. */
const quoted = (name: string): string => `"${name}"`;

/**
 * A table as SQLite makes it, with what it and its columns say as comments, which stay in the database's schema.
 *
 *   CREATE TABLE "places" ( -- places
 *     "id" TEXT PRIMARY KEY REFERENCES "records" ("id"), -- the place
 */
export function createTable({ name, says, columns }: DataTable): string {
  const lines = columns.map(
    (column, at) =>
      `  ${columnSql(column)}${at === columns.length - 1 ? '' : ','} -- ${column.says.replaceAll('\n', ' ')}`,
  );
  return `CREATE TABLE ${quoted(name)} ( -- ${says}\n${lines.join('\n')}\n) STRICT`;
}

function columnSql({ name, type, refersTo, isKey }: DataColumn): string {
  const parts = [quoted(name), type.toUpperCase()];
  if (name === 'id') parts.push('PRIMARY KEY');
  if (isKey === true) parts.push('NOT NULL');
  if (refersTo !== undefined) parts.push(`REFERENCES ${quoted(refersTo)} ("id")`);
  return parts.join(' ');
}

/** What is asked of a table by another's id is found at once. */
export const createIndexes = ({ name, columns }: DataTable): readonly string[] =>
  columns
    .filter((column) => column.refersTo !== undefined && column.name !== 'id')
    .map((column) => `CREATE INDEX "${name}_by_${column.name}" ON ${quoted(name)} (${quoted(column.name)})`);
