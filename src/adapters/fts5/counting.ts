import type { Span } from '../../core/query/span.ts';
import type { FacetField, Sort } from '../../core/query.ts';
import type { FacetCounts, FacetRequest } from '../../ports/search-index.ts';
import type { Columns } from './columns.ts';
import type { Slots } from './finder.ts';

/** How many documents of a set have each facet value, by the value's number. */
export function countValues(columns: Columns, slots: Slots): Uint32Array {
  const counts = new Uint32Array(columns.values.size);
  for (let slot = 0; slot < slots.length; slot++) {
    if (slots[slot] !== 1) continue;
    const values = columns.row(slot)?.values;
    if (values !== undefined)
      for (let at = 0; at < values.length; at++) {
        const number = values[at] ?? 0;
        counts[number] = (counts[number] ?? 0) + 1;
      }
  }
  return counts;
}

interface Counted {
  readonly value: string;
  readonly count: number;
}
const mostFirst = (a: Counted, b: Counted): number =>
  b.count - a.count || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);

/** The most frequent values of one field, and how many more there are. */
export function bestValues(columns: Columns, counts: Uint32Array, facet: FacetRequest): FacetCounts {
  const { limit } = facet;
  const under = facet.under === undefined || facet.under.endsWith('/') ? facet.under : `${facet.under}/`;
  const counted: Counted[] = [];
  for (const number of columns.values.numbersOf(facet.field)) {
    const count = counts[number] ?? 0;
    if (count === 0) continue;
    const value = columns.values.valueOf(number);
    if (under !== undefined && under !== '/' && !value.startsWith(under)) continue;
    if (under !== undefined && value.includes('/', under === '/' ? 0 : under.length)) continue;
    counted.push({ value, count });
  }
  const values = counted.sort(mostFirst).slice(0, limit);
  return { values, more: counted.length - values.length };
}

export function numberOfValues(
  columns: Columns,
  counts: Uint32Array,
  field: FacetField,
  values: readonly string[],
): ReadonlyMap<string, number> {
  return new Map(
    values.map((value) => {
      const number = columns.values.numberOf(field, value);
      return [value, number === undefined ? 0 : (counts[number] ?? 0)] as const;
    }),
  );
}

/** When the documents of a set may have happened; those of which nothing is known are left out. */
export function spansOf(columns: Columns, slots: Slots): readonly Span[] {
  const spans: Span[] = [];
  for (let slot = 0; slot < slots.length; slot++) {
    const span = slots[slot] === 1 ? columns.row(slot)?.span : undefined;
    if (span !== undefined) spans.push(span);
  }
  return spans;
}

/** Of two slots, which comes first: negative if the first does. Never 0 for two different ones. */
export function ordering(
  columns: Columns,
  sort: Sort,
  scores: Float64Array | undefined,
): (a: number, b: number) => number {
  const date = columns.rank('date');
  const earlier = (a: number, b: number): number => (date[a] ?? 0) - (date[b] ?? 0);
  switch (sort) {
    case 'earliest':
      return earlier;
    case 'latest': {
      const isUndated = (slot: number): number => (columns.row(slot)?.span === undefined ? 1 : 0);
      return (a, b) => isUndated(a) - isUndated(b) || earlier(b, a);
    }
    case 'title':
    case 'opened': {
      const rank = columns.rank(sort);
      return (a, b) => (rank[a] ?? 0) - (rank[b] ?? 0);
    }
    case 'relevance':
      return (a, b) => (scores?.[b] ?? 0) - (scores?.[a] ?? 0) || earlier(a, b);
  }
}

/** The first `count` of a set in an order, without sorting all of it: the best so far are kept in a heap of their own. */
export function firstOf(
  slots: Slots,
  count: number,
  order: (a: number, b: number) => number,
): readonly number[] {
  const all: number[] = [];
  for (let slot = 0; slot < slots.length; slot++) if (slots[slot] === 1) all.push(slot);
  if (all.length <= count * 2) return all.sort(order).slice(0, count);
  let best = all.slice(0, count).sort(order);
  let pending: number[] = [];
  for (const slot of all.slice(count)) {
    const worst = best.at(-1);
    if (worst !== undefined && order(slot, worst) >= 0) continue;
    pending.push(slot);
    if (pending.length < Math.max(count, 32)) continue;
    best = [...best, ...pending].sort(order).slice(0, count);
    pending = [];
  }
  return [...best, ...pending].sort(order).slice(0, count);
}
