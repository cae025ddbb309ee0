import type { FacetField } from '../../core/query.ts';
import type { FacetCounts, FacetRequest } from '../../ports/search-index.ts';
import { allBits, countBits, listBits, without, type Bits } from './bits.ts';
import type { FacetColumn } from './facet-column.ts';
import type { Segment } from './segment.ts';
import { facetPrefix } from './term-space.ts';

/** Documents of one segment that are to be counted. */
export class Counted {
  readonly segment: Segment;
  readonly #set: Bits;
  readonly size: number;
  #documents: Uint32Array | undefined;
  #others: Uint32Array | undefined;

  constructor(segment: Segment, set: Bits) {
    this.segment = segment;
    this.#set = set;
    this.size = countBits(set);
  }

  /** Whether they are more than half of the segment: then the others are sooner taken from all. */
  get areMost(): boolean {
    return this.size * 2 >= this.segment.documents;
  }
  /** In order. */
  get documents(): Uint32Array {
    this.#documents ??= listBits(this.#set);
    return this.#documents;
  }
  /** All others of the segment, in order. */
  get others(): Uint32Array {
    this.#others ??= listBits(without(allBits(this.segment.documents), this.#set));
    return this.#others;
  }
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

  #spare = new Uint32Array(0);

  /** How many of the documents have each value of a field, by the number of the value. */
  count(field: FacetField, counted: readonly Counted[]): Uint32Array {
    const numbers = counted.map(({ segment }) => this.#numbersOf(segment, field));
    const counts = new Uint32Array(this.#valuesOf(field).texts.length);
    for (const [at, one] of counted.entries()) {
      const { segment } = one;
      const column = segment.facet(field);
      const own = numbers[at];
      if (column === undefined || own === undefined || one.size === 0) continue;
      if (one.size * FEW < column.size) {
        for (const document of one.documents)
          eachOrdinal(column, document, (ordinal) => add(counts, own[ordinal] ?? 0));
        continue;
      }
      const local = this.#countLocal(field, column, one);
      for (let ordinal = 0; ordinal < local.length; ordinal++) {
        const more = local[ordinal] ?? 0;
        if (more > 0) add(counts, own[ordinal] ?? 0, more);
      }
    }
    return counts;
  }

  /** Where more than half of a segment are counted, the others are, and taken from all. */
  #countLocal(field: FacetField, column: FacetColumn, counted: Counted): Uint32Array {
    const { segment } = counted;
    if (!counted.areMost) return countLocal(column, counted.documents, this.#room(counted.documents));
    const all = this.#countAll(field, column, segment);
    if (counted.size === segment.documents) return all;
    const others = countLocal(column, counted.others, this.#room(counted.others));
    return all.map((count, ordinal) => count - (others[ordinal] ?? 0));
  }

  #room({ length }: Uint32Array): Uint32Array {
    if (this.#spare.length < length) this.#spare = new Uint32Array(length);
    return this.#spare;
  }

  /** Counts over all documents of a segment are remembered: whoever browses asks for them. */
  #countAll(field: FacetField, column: FacetColumn, segment: Segment): Uint32Array {
    const known = this.#ofAll.get(segment) ?? new Map<FacetField, Uint32Array>();
    this.#ofAll.set(segment, known);
    const counts = known.get(field) ?? countValues(column);
    known.set(field, counts);
    return counts;
  }

  /** The most frequent values, and how many more there are. */
  best({ field, limit, under }: FacetRequest, counts: Uint32Array): FacetCounts {
    const { texts } = this.#valuesOf(field);
    const start = under === undefined || under === '' || under.endsWith('/') ? under : `${under}/`;
    const isAsked = (number: number): boolean => {
      const text = texts[number] ?? '';
      return start === undefined || (text.startsWith(start) && !text.includes('/', start.length));
    };
    const { first, all } = mostFrequent(counts, texts, limit, start === undefined ? undefined : isAsked);
    const values = first.map((number) => ({ value: texts[number] ?? '', count: counts[number] ?? 0 }));
    return { values, more: all - values.length };
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

function add(counts: Uint32Array, number: number, more = 1): void {
  counts[number] = (counts[number] ?? 0) + more;
}

function eachOrdinal(
  { sets, begins, ordinals }: FacetColumn,
  document: number,
  tell: (ordinal: number) => void,
): void {
  const entry = sets === undefined ? document : (sets[document] ?? 0);
  if (begins === undefined) {
    tell(ordinals[entry] ?? 0);
    return;
  }
  const end = begins[entry + 1] ?? 0;
  for (let value = begins[entry] ?? 0; value < end; value++) tell(ordinals[value] ?? 0);
}

/** Of all documents. */
function countValues(column: FacetColumn): Uint32Array {
  const { sets, ordinals, size } = column;
  if (sets !== undefined) return countSets(column, sets, undefined);
  const counts = new Uint32Array(size);
  for (let at = 0; at < ordinals.length; at++) add(counts, ordinals[at] ?? 0);
  return counts;
}

/** Counts sets, and then the values of each. `documents`: all if undefined. */
function countSets(column: FacetColumn, sets: Uint16Array, documents: Uint32Array | undefined): Uint32Array {
  const { begins, ordinals, size } = column;
  const entries = new Uint32Array(begins === undefined ? ordinals.length : begins.length - 1);
  if (documents === undefined) for (let at = 0; at < sets.length; at++) add(entries, sets[at] ?? 0);
  else for (let at = 0; at < documents.length; at++) add(entries, sets[documents[at] ?? 0] ?? 0);
  const counts = new Uint32Array(size);
  for (let entry = 0; entry < entries.length; entry++) {
    const count = entries[entry] ?? 0;
    if (count === 0) continue;
    const end = begins === undefined ? entry + 1 : (begins[entry + 1] ?? 0);
    for (let value = begins?.[entry] ?? entry; value < end; value++) add(counts, ordinals[value] ?? 0, count);
  }
  return counts;
}

/** `spare`: room for as many documents. */
function countLocal(column: FacetColumn, documents: Uint32Array, spare: Uint32Array): Uint32Array {
  const { sets, begins, ordinals, size } = column;
  if (sets !== undefined) return countSets(column, sets, documents);
  const counts = new Uint32Array(size);
  if (begins === undefined)
    for (let at = 0; at < documents.length; at++) add(counts, ordinals[documents[at] ?? 0] ?? 0);
  else if (column.isEven) countOneByOne(begins, ordinals, documents, counts);
  else countInRounds(begins, ordinals, documents, counts, spare);
  return counts;
}

function countOneByOne(
  begins: Uint32Array,
  ordinals: Uint16Array | Uint32Array,
  documents: Uint32Array,
  counts: Uint32Array,
): void {
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at] ?? 0;
    const end = begins[document + 1] ?? 0;
    for (let value = begins[document] ?? 0; value < end; value++) add(counts, ordinals[value] ?? 0);
  }
}

/**
 * Counts the first value of each document, then the second of those that have one, and so on: no branch for
 * each document, which no processor could foresee.
 */
function countInRounds(
  begins: Uint32Array,
  ordinals: Uint16Array | Uint32Array,
  documents: Uint32Array,
  counts: Uint32Array,
  spare: Uint32Array,
): void {
  let list = documents;
  for (let which = 0, left = list.length; left > 0; which++) {
    let more = 0;
    for (let at = 0; at < left; at++) {
      const document = list[at] ?? 0;
      const place = (begins[document] ?? 0) + which;
      const behind = place - (begins[document + 1] ?? 0);
      add(counts, ordinals[place] ?? 0, behind >>> 31);
      spare[more] = document;
      more += (behind + 1) >>> 31;
    }
    list = spare;
    left = more;
  }
}

/** The numbers of the most frequent values, of equal ones by their text, and how many there are at all. */
function mostFrequent(
  counts: Uint32Array,
  texts: readonly string[],
  limit: number,
  isAsked: ((number: number) => boolean) | undefined,
): { readonly first: readonly number[]; readonly all: number } {
  const isBefore = (a: number, b: number): boolean => {
    const [one, other] = [counts[a] ?? 0, counts[b] ?? 0];
    return one === other ? (texts[a] ?? '') < (texts[b] ?? '') : one > other;
  };
  const isFew = limit <= FEW_VALUES;
  const first: number[] = [];
  let [all, least] = [0, 0];
  for (let number = 0; number < counts.length; number++) {
    const count = counts[number] ?? 0;
    if (count === 0 || (isAsked !== undefined && !isAsked(number))) continue;
    all++;
    if (!isFew) first.push(number);
    else if (count >= least) {
      insert(first, number, limit, isBefore);
      least = first.length < limit ? 0 : (counts[first.at(-1) ?? 0] ?? 0);
    }
  }
  return isFew
    ? { first, all }
    : { first: first.sort((a, b) => (isBefore(a, b) ? -1 : 1)).slice(0, limit), all };
}

/** So many values are kept in order while they are looked for; more are sorted. */
const FEW_VALUES = 64;

/** Puts a number in its place among those in order; the last of too many goes. */
function insert(
  first: number[],
  number: number,
  limit: number,
  isBefore: (a: number, b: number) => boolean,
): void {
  let at = first.length;
  while (at > 0 && isBefore(number, first[at - 1] ?? 0)) at--;
  if (at >= limit) return;
  first.splice(at, 0, number);
  if (first.length > limit) first.pop();
}
