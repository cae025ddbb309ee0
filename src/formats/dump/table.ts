import type { RecordId } from '../../core/id.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import type { Described } from '../fields/described.ts';

/** What stands in one place of a table; undefined: nothing is said. */
export type Cell = string | number | undefined;

/** A column of a table of the whole data, as the reference, the schema and the description of the CSV print it. */
export interface DataColumn {
  readonly name: string;
  readonly says: string;
  readonly type: 'text' | 'integer' | 'real';
  /** The table that its values are ids of. */
  readonly refersTo?: string;
  /** Always there. */
  readonly isKey?: true;
}

/**
 * A table of the whole data: what it says, its columns, and the rows that a record gives it. Its rows stand in
 * the order of the records' ids, and within a record in the record's own order.
 */
export interface DataTable {
  readonly name: string;
  readonly says: string;
  readonly columns: readonly DataColumn[];
  /** Too large for a spreadsheet: in the database alone. */
  readonly isInDatabaseOnly?: true;
  readonly rowsOf: (described: Described) => readonly (readonly Cell[])[];
}

/** A column, and what one row says in it. */
export interface ColumnOf<T> extends DataColumn {
  readonly of: (row: T) => Cell;
}

type Of<T> = (row: T) => Cell;

export const text = <T>(name: string, says: string, of: Of<T>): ColumnOf<T> => ({
  name,
  says,
  type: 'text',
  of,
});
export const whole = <T>(name: string, says: string, of: Of<T>): ColumnOf<T> => ({
  name,
  says,
  type: 'integer',
  of,
});
export const real = <T>(name: string, says: string, of: Of<T>): ColumnOf<T> => ({
  name,
  says,
  type: 'real',
  of,
});
/** The id of a row of another table, where that is public. */
export const link = <T>(name: string, says: string, refersTo: string, of: Of<T>): ColumnOf<T> => ({
  name,
  says,
  type: 'text',
  refersTo,
  of,
});
/** The same, and never empty: the record that the row is about. */
export const owner = <T>(name: string, says: string, refersTo: string, of: Of<T>): ColumnOf<T> => ({
  ...link(name, says, refersTo, of),
  isKey: true,
});

/** A table of what `rows` finds in a record, a row each; its columns are given next. */
export const tableOf =
  <T>(name: string, says: string, rows: (described: Described) => readonly T[]) =>
  (columns: readonly ColumnOf<T>[], more: Pick<DataTable, 'isInDatabaseOnly'> = {}): DataTable => ({
    name,
    says,
    columns: columns.map(({ of: _of, ...column }) => column),
    rowsOf: (described) => rows(described).map((row) => columns.map(({ of }) => of(row))),
    ...more,
  });

/** A part of a record in its order, with the record. */
export interface Part<T, R extends ArchiveRecord = ArchiveRecord> {
  readonly of: Described;
  readonly record: R;
  readonly one: T;
  /** From 1. */
  readonly position: number;
}

/** The parts of a record that a table lists. */
export const partsOf = <T, R extends ArchiveRecord>(
  of: Described,
  record: R,
  parts: readonly T[],
): readonly Part<T, R>[] => parts.map((one, at) => ({ of, record, one, position: at + 1 }));

/** The id under which a record that is named is public; of a merged one that of what it was merged into. */
export const publicId = (of: Described, id: RecordId | undefined): RecordId | undefined =>
  id === undefined ? undefined : of.named(id)?.label.id;

/** The parts that name another record which is public, each with its id there. */
export function linksOf<T, R extends ArchiveRecord>(
  of: Described,
  record: R,
  parts: readonly T[],
  target: (part: T) => RecordId,
): readonly (Part<T, R> & { readonly to: RecordId })[] {
  return partsOf(of, record, parts).flatMap((part) => {
    const to = publicId(of, target(part.one));
    return to === undefined ? [] : [{ ...part, to }];
  });
}

/** Nothing for an empty text: a cell says something or is empty. */
export const said = (words: string | undefined): string | undefined => (words === '' ? undefined : words);
/** 1 or 0, as databases write it. */
export const flag = (isSo: boolean | undefined): number => (isSo === true ? 1 : 0);
