import { Numbers } from './bytes.ts';

/** Numbers are kept in lists of so many, so that none is copied to make room. */
const LIST_BITS = 15;
const LIST = 1 << LIST_BITS;
/** No place: a term that a document has as a whole. */
export const NOWHERE = 0xffff_ffff;

/** Where terms were met, those of one term together and within it in the order of reading. */
export interface Met {
  /** By term, where it begins; the next one's beginning is its end. */
  readonly begins: Uint32Array;
  readonly documents: Uint32Array;
  readonly places: Uint32Array;
}

/**
 * Each time a term was met, and where, in the order of reading. Terms follow each other at one place after
 * another, so that only where they do not has to be kept.
 */
export class Occurrences {
  readonly #lists: Uint32Array[] = [];
  #last = new Uint32Array(0);
  #filled = 0;
  /** Stretches of places that follow each other: where each begins, the document, and the first place. */
  readonly #begins = new Numbers();
  readonly #documents = new Numbers();
  readonly #places = new Numbers();

  get #count(): number {
    return Math.max(0, this.#lists.length - 1) * LIST + this.#filled;
  }

  /** What is added from now on is met in this document, from this place on; or nowhere in it. */
  begin(document: number, place: number): void {
    this.#begins.add(this.#count);
    this.#documents.add(document);
    this.#places.add(place);
  }
  add(term: number): void {
    if (this.#filled === this.#last.length) {
      this.#lists.push((this.#last = new Uint32Array(LIST)));
      this.#filled = 0;
    }
    this.#last[this.#filled++] = term;
  }

  byTerm(termCount: number): Met {
    const begins = this.#beginsOf(termCount);
    const next = begins.slice();
    const count = this.#count;
    const documents = new Uint32Array(count);
    const places = new Uint32Array(count);
    for (let stretch = 0; stretch < this.#begins.length; stretch++) {
      const end = stretch + 1 < this.#begins.length ? this.#begins.at(stretch + 1) : count;
      const document = this.#documents.at(stretch);
      let place = this.#places.at(stretch);
      const step = place === NOWHERE ? 0 : 1;
      for (let at = this.#begins.at(stretch); at < end; at++, place += step) {
        const term = this.#lists[at >>> LIST_BITS]?.[at & (LIST - 1)] ?? 0;
        const to = next[term] ?? 0;
        next[term] = to + 1;
        documents[to] = document;
        places[to] = place;
      }
    }
    return { begins, documents, places };
  }
  #beginsOf(termCount: number): Uint32Array {
    const begins = new Uint32Array(termCount + 1);
    for (const list of this.#lists) {
      const length = list === this.#last ? this.#filled : LIST;
      for (let at = 0; at < length; at++) {
        const term = (list[at] ?? 0) + 1;
        begins[term] = (begins[term] ?? 0) + 1;
      }
    }
    for (let term = 1; term <= termCount; term++)
      begins[term] = (begins[term] ?? 0) + (begins[term - 1] ?? 0);
    return begins;
  }
}
