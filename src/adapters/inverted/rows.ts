import { ByteReader, type ByteWriter, unitsOf } from './bytes.ts';

/** What orders documents and names them. */
export interface Row {
  readonly id: string;
  readonly dateKey: string;
  readonly titleKey: string;
  readonly openedAt: string;
  readonly label: string;
}

/** A row at rest: each text as its length in bytes and its units. */
export function writeRow(to: ByteWriter, { id, dateKey, titleKey, openedAt, label }: Row): void {
  for (const text of [id, dateKey, titleKey, openedAt, label]) {
    to.varint(unitLength(text));
    to.units(text);
  }
}

function unitLength(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    length += unit < 0x80 ? 0 : unit < 0x800 ? 1 : 2;
  }
  return length;
}

export function readRow(bytes: Uint8Array): Row {
  const reader = new ByteReader(bytes);
  const next = (): string => {
    const length = reader.varint();
    const text = unitsOf(bytes, reader.at, Math.min(bytes.length, reader.at + length));
    reader.at += length;
    return text;
  };
  return { id: next(), dateKey: next(), titleKey: next(), openedAt: next(), label: next() };
}

/** Orders of documents: which texts of a row decide, and whether the last comes first. */
export const ORDERS = ['date', 'title', 'opened'] as const;
export type Order = (typeof ORDERS)[number];

/** The bytes of the text that decides an order, as they lie in a row. */
export function keyOf(row: Uint8Array, order: Order): Uint8Array {
  const reader = new ByteReader(row);
  for (let skip = order === 'date' ? 1 : order === 'title' ? 2 : 3; skip > 0; skip--) {
    const length = reader.varint();
    reader.at += length;
  }
  const length = reader.varint();
  return reader.take(length);
}
/** The bytes of the id. */
export function idOf(row: Uint8Array): Uint8Array {
  const reader = new ByteReader(row);
  const length = reader.varint();
  return reader.take(length);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byDate = (a: Row, b: Row): number => compare(a.dateKey, b.dateKey) || compare(a.id, b.id);

/** The orders as they are between rows of different segments; ties are by date and then by id. */
export const COMPARE: Readonly<Record<Order, (a: Row, b: Row) => number>> = {
  date: byDate,
  title: (a, b) => compare(a.titleKey, b.titleKey) || byDate(a, b),
  opened: (a, b) => compare(b.openedAt, a.openedAt) || byDate(a, b),
};
