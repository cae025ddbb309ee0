import { parseId, RECORD_KINDS, type RecordId, type RecordKind } from '../../core/id.ts';
import type { Edition, LifecycleState, PublicChange, Standing, Version } from '../../core/lifecycle.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { Impossible } from '../../core/result.ts';
import { putTexts } from '../../core/texts.ts';

/** A row as node:sqlite hands it out. */
export type Row = Readonly<Record<string, unknown>>;

/** What a row of `record` says, for those who write further. */
export interface RecordRow {
  readonly key: number;
  /** The version that its last edition shows. */
  readonly published: number | undefined;
  readonly isNotHeld: boolean;
  readonly standing: Standing;
}

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Impossible(`column ${column} is not text`);
  return value;
}

export function number(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Impossible(`column ${column} is not a number`);
  return value;
}

export const numberOrNone = (row: Row, column: string): number | undefined =>
  row[column] === null ? undefined : number(row, column);

const given = <K extends string>(name: K, row: Row, column: string): { readonly [key in K]?: string } => {
  const one: { [key in K]?: string } = {};
  if (row[column] !== null) one[name] = text(row, column);
  return one;
};

export function idOf(row: Row, column: string): RecordId {
  const id = parseId(text(row, column));
  if (id === undefined) throw new Impossible(`column ${column} is not an id`);
  return id;
}

export function kindOfRow(row: Row): RecordKind {
  const kind = RECORD_KINDS.find((known) => known === row['kind']);
  if (kind === undefined) throw new Impossible(`not a kind: ${String(row['kind'])}`);
  return kind;
}

/** JSON that this store wrote from a typed value: it is read back as what it was. */
const json = <T>(text: string): T => JSON.parse(text);

export function readRecordRow(row: Row, editions: readonly Row[]): RecordRow {
  const imported = row['imported'] === null ? undefined : text(row, 'imported');
  return {
    key: number(row, 'key'),
    published: numberOrNone(row, 'published'),
    isNotHeld: number(row, 'not_held') === 1,
    standing: {
      id: idOf(row, 'id'),
      kind: kindOfRow(row),
      head: number(row, 'head'),
      editions: editions.map(readEdition),
      state: json<LifecycleState>(text(row, 'state')),
      restrictions: json<Standing['restrictions']>(text(row, 'restrictions')),
      ...(imported === undefined ? {} : { imported: json<NonNullable<Standing['imported']>>(imported) }),
      revision: number(row, 'revision'),
    },
  };
}

const readEdition = (row: Row): Edition => ({
  number: number(row, 'number'),
  version: number(row, 'version'),
  at: text(row, 'at'),
  by: text(row, 'by'),
  ...given('why', row, 'why'),
});

export const readVersionHead = (row: Row): Omit<Version<never>, 'record'> => ({
  number: number(row, 'number'),
  at: text(row, 'at'),
  by: text(row, 'by'),
  ...given('why', row, 'why'),
  ...given('fromFile', row, 'from_file'),
});

export const readDescription = (row: Row): ArchiveRecord => json<ArchiveRecord>(text(row, 'description'));

/** A version from its row; `texts` is the JSON of its texts where they are wanted. */
export const readVersion = (row: Row, texts: string | undefined): Version<ArchiveRecord> => ({
  ...readVersionHead(row),
  record: putTexts(readDescription(row), texts === undefined ? undefined : json(texts)),
});

export function readChange(row: Row): PublicChange {
  const change = text(row, 'change');
  if (change !== 'public' && change !== 'gone') throw new Impossible(`not a change: ${change}`);
  return { seq: number(row, 'seq'), id: idOf(row, 'id'), kind: kindOfRow(row), change, at: text(row, 'at') };
}
