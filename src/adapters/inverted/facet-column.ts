import { Numbers } from './bytes.ts';
import { NumberLists } from './lists.ts';
import type { SectionWriter } from './sections.ts';

/**
 * Values of one field. The ordinals of an entry are `ordinals[begins[e]…begins[e + 1]]`, or `ordinals[e]` alone
 * where there is no `begins`. A document's entry is its own, or where many documents have the same values the
 * set that `sets` says.
 */
export interface FacetColumn {
  readonly sets: Uint16Array | undefined;
  readonly begins: Uint32Array | undefined;
  readonly ordinals: Uint16Array | Uint32Array;
  /** Whether nearly all entries have as many values as each other. */
  readonly isEven: boolean;
  /** The term of the value with ordinal 0, and how many values there are. */
  readonly firstTerm: number;
  readonly size: number;
}

/** Sets are worth it when there are so many times fewer of them than of documents. */
const FEWER_SETS = 8;
const MOST_SETS = 0x1_0000;
/** The share of entries from which on it is nearly all. */
const NEARLY_ALL = 0.9;
/** Two ordinals as one number. */
const PAIR = 2 ** 26;

/** Writes the values that documents have in one field: see {@link FacetColumn}. */
export class FacetColumnWriter {
  readonly field: string;
  readonly #documents = new NumberLists();
  readonly #ordinals = new NumberLists();
  #size = 0;

  constructor(field: string) {
    this.field = field;
  }
  nextValue(): void {
    this.#size++;
  }
  forgetValue(): void {
    this.#size--;
  }
  add(document: number): void {
    this.#documents.add(document);
    this.#ordinals.add(this.#size - 1);
  }
  finish(sections: SectionWriter, documents: number): void {
    const begins = this.#begins(documents);
    const values = this.#values(begins);
    const isSingle = values.length === documents && begins.every((begin, document) => begin === document);
    const shared = isSingle ? undefined : setsOf(begins, values);
    const name = `facet-${this.field}`;
    if (shared !== undefined) sections.numbers(`${name}-sets`, shared.sets);
    sections.numbers(name, this.#narrow(shared?.values ?? values));
    if (!isSingle) sections.numbers(`${name}-at`, shared?.begins ?? begins);
  }
  /** By document, where its values begin. */
  #begins(documents: number): Uint32Array {
    const begins = new Uint32Array(documents + 1);
    for (const list of this.#documents.lists())
      for (const document of list) begins[document + 1] = (begins[document + 1] ?? 0) + 1;
    for (let at = 1; at < begins.length; at++) begins[at] = (begins[at] ?? 0) + (begins[at - 1] ?? 0);
    return begins;
  }
  #values(begins: Uint32Array): Uint32Array {
    const next = begins.slice();
    const { length } = this.#documents;
    const values = new Uint32Array(length);
    for (let at = 0; at < length; at++) {
      const document = this.#documents.at(at);
      const place = next[document] ?? 0;
      values[place] = this.#ordinals.at(at);
      next[document] = place + 1;
    }
    return values;
  }
  #narrow(values: Uint32Array): Uint16Array | Uint32Array {
    return this.#size > 0x1_0000 ? values : Uint16Array.from(values);
  }
}

/** See {@link FacetColumn}. */
export function isEven(begins: Uint32Array): boolean {
  const entries = begins.length - 1;
  const having = new Map<number, number>();
  for (let entry = 0; entry < entries; entry++) {
    const count = (begins[entry + 1] ?? 0) - (begins[entry] ?? 0);
    having.set(count, (having.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...having.values()) >= entries * NEARLY_ALL;
}

/** The sets of values that documents have, and which of them each has; undefined if they are too many. */
function setsOf(
  begins: Uint32Array,
  values: Uint32Array,
): { readonly sets: Uint16Array; readonly begins: Uint32Array; readonly values: Uint32Array } | undefined {
  const documents = begins.length - 1;
  const most = Math.min(MOST_SETS, documents / FEWER_SETS);
  const known = new Map<string | number, number>();
  const sets = new Uint16Array(documents);
  const setBegins = new Numbers(64);
  const setValues = new Numbers(64);
  for (let document = 0; document < documents; document++) {
    const [from, to] = [begins[document] ?? 0, begins[document + 1] ?? 0];
    const key = keyOf(values, from, to);
    let set = known.get(key);
    if (set === undefined) {
      set = known.size;
      if (set >= most) return undefined;
      known.set(key, set);
      setBegins.add(setValues.length);
      for (let at = from; at < to; at++) setValues.add(values[at] ?? 0);
    }
    sets[document] = set;
  }
  setBegins.add(setValues.length);
  return { sets, begins: setBegins.written(), values: setValues.written() };
}

/** Different for each set of values, which are in order. */
function keyOf(values: Uint32Array, from: number, to: number): string | number {
  switch (to - from) {
    case 0:
      return -1;
    case 1:
      return values[from] ?? 0;
    case 2:
      return ((values[from] ?? 0) + 1) * PAIR + (values[from + 1] ?? 0);
    default:
      return values.subarray(from, to).join();
  }
}
