import type { FacetField } from '../../core/query.ts';
import type { FacetCounts, FacetRequest } from '../../ports/search-index.ts';
import type { FacetColumn, Segment } from './segment.ts';
import { facetPrefix } from './term-space.ts';

/** Documents of one segment that are to be counted, in order. */
export interface Counted {
  readonly segment: Segment;
  readonly documents: Uint32Array;
}

/** The values of one field, numbered as they were met, whatever segment they are in. */
interface Values {
  readonly numbers: Map<string, number>;
  readonly texts: string[];
}

/** Counts facet values. Remembers which value of a segment is which of another's. */
export class FacetCounter {
  readonly #values = new Map<FacetField, Values>();
  readonly #ofAll = new WeakMap<Segment, Map<FacetField, Uint32Array>>();
  readonly #numbered = new WeakMap<Segment, Map<FacetField, Uint32Array>>();

  /** How many of the documents have each value of a field, by the number of the value. */
  count(field: FacetField, counted: readonly Counted[]): Uint32Array {
    const numbers = counted.map(({ segment }) => this.#numbersOf(segment, field));
    const counts = new Uint32Array(this.#valuesOf(field).texts.length);
    for (const [at, { segment, documents }] of counted.entries()) {
      const column = segment.facet(field);
      const own = numbers[at];
      if (column === undefined || own === undefined || documents.length === 0) continue;
      if (documents.length * FEW < column.size) {
        for (const document of documents)
          eachOrdinal(column, document, (ordinal) => add(counts, own[ordinal] ?? 0));
        continue;
      }
      const local = this.#countLocal(field, column, { segment, documents });
      for (let ordinal = 0; ordinal < local.length; ordinal++) {
        const number = own[ordinal] ?? 0;
        counts[number] = (counts[number] ?? 0) + (local[ordinal] ?? 0);
      }
    }
    return counts;
  }

  /** Counts over all documents of a segment are remembered: whoever browses asks for them. */
  #countLocal(field: FacetField, column: FacetColumn, { segment, documents }: Counted): Uint32Array {
    if (documents.length < segment.documents) return countLocal(column, documents, false);
    const known = this.#ofAll.get(segment) ?? new Map<FacetField, Uint32Array>();
    this.#ofAll.set(segment, known);
    const counts = known.get(field) ?? countLocal(column, documents, true);
    known.set(field, counts);
    return counts;
  }

  /** The most frequent values, and how many more there are. */
  best({ field, limit, under }: FacetRequest, counts: Uint32Array): FacetCounts {
    const { texts } = this.#valuesOf(field);
    const start = under === undefined || under === '' || under.endsWith('/') ? under : `${under}/`;
    const numbers: number[] = [];
    for (let number = 0; number < counts.length; number++) {
      if (counts[number] === 0) continue;
      const text = start === undefined ? '' : (texts[number] ?? '');
      if (start !== undefined && (!text.startsWith(start) || text.includes('/', start.length))) continue;
      numbers.push(number);
    }
    const isBefore = (a: number, b: number): boolean => {
      const [one, other] = [counts[a] ?? 0, counts[b] ?? 0];
      return one === other ? (texts[a] ?? '') < (texts[b] ?? '') : one > other;
    };
    const values = firstOf(numbers, limit, isBefore).map((number) => ({
      value: texts[number] ?? '',
      count: counts[number] ?? 0,
    }));
    return { values, more: numbers.length - values.length };
  }

  clear(): void {
    this.#values.clear();
  }

  #valuesOf(field: FacetField): Values {
    const known = this.#values.get(field) ?? { numbers: new Map<string, number>(), texts: [] };
    this.#values.set(field, known);
    return known;
  }

  #numbersOf(segment: Segment, field: FacetField): Uint32Array {
    const known = this.#numbered.get(segment) ?? new Map<FacetField, Uint32Array>();
    this.#numbered.set(segment, known);
    const numbered = known.get(field) ?? this.#number(segment, field);
    known.set(field, numbered);
    return numbered;
  }

  #number(segment: Segment, field: FacetField): Uint32Array {
    const { numbers, texts } = this.#valuesOf(field);
    const column = segment.facet(field);
    const numbered = new Uint32Array(column?.size ?? 0);
    const cursor = column && segment.dictionary.at(column.firstTerm);
    const skip = facetPrefix(field).length;
    for (let ordinal = 0; cursor !== undefined && ordinal < numbered.length; ordinal++, cursor.next()) {
      const text = cursor.term.slice(skip);
      const number = numbers.get(text) ?? texts.length;
      if (number === texts.length) {
        numbers.set(text, number);
        texts.push(text);
      }
      numbered[ordinal] = number;
    }
    return numbered;
  }
}

/** So many times fewer documents than values are counted one by one. */
const FEW = 8;

function add(counts: Uint32Array, number: number): void {
  counts[number] = (counts[number] ?? 0) + 1;
}

function eachOrdinal(
  { begins, ordinals }: FacetColumn,
  document: number,
  tell: (ordinal: number) => void,
): void {
  if (begins === undefined) {
    tell(ordinals[document] ?? 0);
    return;
  }
  const end = begins[document + 1] ?? 0;
  for (let value = begins[document] ?? 0; value < end; value++) tell(ordinals[value] ?? 0);
}

function countLocal(
  { begins, ordinals, size }: FacetColumn,
  documents: Uint32Array,
  isAll: boolean,
): Uint32Array {
  const counts = new Uint32Array(size);
  if (isAll) {
    for (let at = 0; at < ordinals.length; at++) {
      const ordinal = ordinals[at] ?? 0;
      counts[ordinal] = (counts[ordinal] ?? 0) + 1;
    }
  } else if (begins === undefined) {
    for (let at = 0; at < documents.length; at++) {
      const ordinal = ordinals[documents[at] ?? 0] ?? 0;
      counts[ordinal] = (counts[ordinal] ?? 0) + 1;
    }
  } else
    for (let at = 0; at < documents.length; at++) {
      const document = documents[at] ?? 0;
      const end = begins[document + 1] ?? 0;
      for (let value = begins[document] ?? 0; value < end; value++) {
        const ordinal = ordinals[value] ?? 0;
        counts[ordinal] = (counts[ordinal] ?? 0) + 1;
      }
    }
  return counts;
}

/** The first few in an order, without sorting all. */
function firstOf(
  numbers: readonly number[],
  limit: number,
  isBefore: (a: number, b: number) => boolean,
): readonly number[] {
  const inOrder = (a: number, b: number): number => (isBefore(a, b) ? -1 : 1);
  if (limit > 64 || numbers.length <= limit) return numbers.toSorted(inOrder).slice(0, limit);
  const first: number[] = [];
  for (const number of numbers) {
    const last = first.at(-1);
    if (first.length === limit && last !== undefined && !isBefore(number, last)) continue;
    let at = first.length;
    while (at > 0 && isBefore(number, first[at - 1] ?? 0)) at--;
    first.splice(at, 0, number);
    if (first.length > limit) first.pop();
  }
  return first;
}
