/** Numbers are kept in lists of so many, so that none is copied to make room. */
const LIST_BITS = 15;
const LIST = 1 << LIST_BITS;

/** Where terms were met, those of one term together and within it in the order of reading. */
export interface Met {
  /** By term, where it begins; the next one's beginning is its end. */
  readonly begins: Uint32Array;
  readonly documents: Uint32Array;
  readonly places: Uint32Array;
}

/** Each time a term was met, and where; one document after another, in the order of reading. */
export class Occurrences {
  readonly #terms: Uint32Array[] = [];
  readonly #places: Uint32Array[] = [];
  /** The last of each. */
  #lastTerms = new Uint32Array(0);
  #lastPlaces = new Uint32Array(0);
  #filled = 0;
  /** Where each document begins. */
  readonly #begins: number[] = [];

  get #count(): number {
    return Math.max(0, this.#terms.length - 1) * LIST + this.#filled;
  }

  /** What is added from now on is met in the next document. */
  begin(): void {
    this.#begins.push(this.#count);
  }
  add(term: number, place: number): void {
    if (this.#filled === this.#lastTerms.length) this.#more();
    this.#lastTerms[this.#filled] = term;
    this.#lastPlaces[this.#filled++] = place;
  }
  #more(): void {
    this.#terms.push((this.#lastTerms = new Uint32Array(LIST)));
    this.#places.push((this.#lastPlaces = new Uint32Array(LIST)));
    this.#filled = 0;
  }

  byTerm(termCount: number): Met {
    const count = this.#count;
    const begins = new Uint32Array(termCount + 1);
    for (const [at, terms] of this.#terms.entries())
      for (let from = 0; from < LIST && at * LIST + from < count; from++) {
        const term = (terms[from] ?? 0) + 1;
        begins[term] = (begins[term] ?? 0) + 1;
      }
    for (let term = 1; term <= termCount; term++)
      begins[term] = (begins[term] ?? 0) + (begins[term - 1] ?? 0);
    const next = begins.slice();
    const documents = new Uint32Array(count);
    const places = new Uint32Array(count);
    for (let document = 0; document < this.#begins.length; document++) {
      const end = this.#begins[document + 1] ?? count;
      for (let at = this.#begins[document] ?? 0; at < end;) {
        const list = at >>> LIST_BITS;
        const terms = this.#terms[list] ?? this.#lastTerms;
        const own = this.#places[list] ?? this.#lastPlaces;
        for (const until = Math.min(end, (list + 1) * LIST); at < until; at++) {
          const term = terms[at & (LIST - 1)] ?? 0;
          const to = next[term] ?? 0;
          next[term] = to + 1;
          documents[to] = document;
          places[to] = own[at & (LIST - 1)] ?? 0;
        }
      }
    }
    return { begins, documents, places };
  }
}
