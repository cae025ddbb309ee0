import type { RecordId, RecordKind } from '../../core/id.ts';
import type { FacetField } from '../../core/query.ts';
import { spanOf, type Span } from '../../core/query/span.ts';

/** What filters, facets and orders need of one document. Facet values are numbers: see `FacetValues`. */
export interface Row {
  readonly id: RecordId;
  readonly kind: RecordKind;
  readonly span: Span | undefined;
  readonly dateKey: string;
  readonly titleKey: string;
  readonly openedAt: string;
  readonly values: Uint32Array;
}

/** Every facet value there is, numbered once. */
export class FacetValues {
  readonly #numbers = new Map<string, number>();
  readonly #byField = new Map<FacetField, number[]>();
  readonly #values: string[] = [];

  get size(): number {
    return this.#values.length;
  }
  numberOf(field: FacetField, value: string): number | undefined {
    return this.#numbers.get(`${field}\u0000${value}`);
  }
  add(number: number, field: FacetField, value: string): void {
    this.#numbers.set(`${field}\u0000${value}`, number);
    this.#values[number] = value;
    const list = this.#byField.get(field);
    if (list === undefined) this.#byField.set(field, [number]);
    else list.push(number);
  }
  valueOf(number: number): string {
    return this.#values[number] ?? '';
  }
  numbersOf(field: FacetField): readonly number[] {
    return this.#byField.get(field) ?? [];
  }
}

/** Orders in which documents are listed; each is worked out when first asked for. */
export type Order = 'date' | 'title' | 'opened';

/** All rows in memory, by slot: the row id of the database. Facets and orders are counted here, not in SQL. */
export class Columns {
  readonly values = new FacetValues();
  readonly #rows: (Row | undefined)[] = [];
  readonly #slots = new Map<RecordId, number>();
  readonly #ranks = new Map<Order, Float64Array>();
  #changes = 0;

  /** One more than the highest slot. */
  get size(): number {
    return this.#rows.length;
  }
  get count(): number {
    return this.#slots.size;
  }
  /** Rises with every row that comes or goes. */
  get changes(): number {
    return this.#changes;
  }
  row(slot: number): Row | undefined {
    return this.#rows[slot];
  }
  slotOf(id: RecordId): number | undefined {
    return this.#slots.get(id);
  }
  put(slot: number, row: Row): void {
    while (this.#rows.length <= slot) this.#rows.push(undefined);
    this.#rows[slot] = row;
    this.#slots.set(row.id, slot);
    this.#ranks.clear();
    this.#changes += 1;
  }
  remove(slot: number): void {
    const row = this.#rows[slot];
    if (row === undefined) return;
    this.#rows[slot] = undefined;
    this.#slots.delete(row.id);
    this.#ranks.clear();
    this.#changes += 1;
  }
  /** By slot, the place of a row in an order; equal only for the same row. */
  rank(order: Order): Float64Array {
    const known = this.#ranks.get(order);
    if (known !== undefined) return known;
    const slots = [...this.#slots.values()];
    const compareRows = comparing(order);
    const sorted = slots
      .map((slot) => ({ slot, row: this.#rows[slot] }))
      .sort((a, b) => (a.row === undefined || b.row === undefined ? 0 : compareRows(a.row, b.row)));
    const rank = new Float64Array(this.size);
    for (const [place, { slot }] of sorted.entries()) rank[slot] = place;
    this.#ranks.set(order, rank);
    return rank;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byDate = (a: Row, b: Row): number => compare(a.dateKey, b.dateKey) || compare(a.id, b.id);

function comparing(order: Order): (a: Row, b: Row) => number {
  switch (order) {
    case 'date':
      return byDate;
    case 'title':
      return (a, b) => compare(a.titleKey, b.titleKey) || byDate(a, b);
    case 'opened':
      return (a, b) => compare(b.openedAt, a.openedAt) || byDate(a, b);
  }
}

/** The span of a row as the database holds it. */
export const storedSpan = (earliest: unknown, latest: unknown): Span | undefined =>
  spanOf(
    typeof earliest === 'string' ? earliest : undefined,
    typeof latest === 'string' ? latest : undefined,
  );
