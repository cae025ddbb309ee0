import { Numbers } from './bytes.ts';
import { NumberLists } from './lists.ts';

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
  readonly #terms = new NumberLists();
  /** Stretches of places that follow each other: where each begins, the document, and the first place. */
  readonly #begins = new Numbers();
  readonly #documents = new Numbers();
  readonly #places = new Numbers();

  /** What is added from now on is met in this document, from this place on; or nowhere in it. */
  begin(document: number, place: number): void {
    this.#begins.add(this.#terms.length);
    this.#documents.add(document);
    this.#places.add(place);
  }
  add(term: number): void {
    this.#terms.add(term);
  }

  byTerm(termCount: number): Met {
    const begins = this.#beginsOf(termCount);
    const next = begins.slice();
    const count = this.#terms.length;
    const documents = new Uint32Array(count);
    const places = new Uint32Array(count);
    for (let stretch = 0; stretch < this.#begins.length; stretch++) {
      const end = stretch + 1 < this.#begins.length ? this.#begins.at(stretch + 1) : count;
      const document = this.#documents.at(stretch);
      let place = this.#places.at(stretch);
      const step = place === NOWHERE ? 0 : 1;
      for (let at = this.#begins.at(stretch); at < end; at++, place += step) {
        const term = this.#terms.at(at);
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
    for (const list of this.#terms.lists())
      for (let at = 0; at < list.length; at++) {
        const term = (list[at] ?? 0) + 1;
        begins[term] = (begins[term] ?? 0) + 1;
      }
    for (let term = 1; term <= termCount; term++)
      begins[term] = (begins[term] ?? 0) + (begins[term - 1] ?? 0);
    return begins;
  }
}
