/** Each time a term was met, and where; one document after another, in the order of reading. */
export class Occurrences {
  #terms: Uint32Array<ArrayBuffer>;
  #places: Uint32Array<ArrayBuffer>;
  /** Where each document begins. */
  readonly #begins: number[] = [];
  #count = 0;

  /** `expected`: about how many there will be. */
  constructor(expected: number) {
    this.#terms = new Uint32Array(expected);
    this.#places = new Uint32Array(expected);
  }

  /** What is added from now on is met in the next document. */
  begin(): void {
    this.#begins.push(this.#count);
  }
  add(term: number, place: number): void {
    if (this.#count === this.#terms.length) {
      this.#terms = grown(this.#terms);
      this.#places = grown(this.#places);
    }
    this.#terms[this.#count] = term;
    this.#places[this.#count++] = place;
  }

  /** Brought together by term; within a term in the order of reading. */
  byTerm(termCount: number): {
    readonly begins: Uint32Array;
    readonly documents: Uint32Array;
    readonly places: Uint32Array;
  } {
    const begins = new Uint32Array(termCount + 1);
    for (let at = 0; at < this.#count; at++) {
      const term = (this.#terms[at] ?? 0) + 1;
      begins[term] = (begins[term] ?? 0) + 1;
    }
    for (let term = 1; term <= termCount; term++)
      begins[term] = (begins[term] ?? 0) + (begins[term - 1] ?? 0);
    const next = begins.slice();
    const documents = new Uint32Array(this.#count);
    const places = new Uint32Array(this.#count);
    for (let document = 0; document < this.#begins.length; document++) {
      const end = this.#begins[document + 1] ?? this.#count;
      for (let at = this.#begins[document] ?? 0; at < end; at++) {
        const term = this.#terms[at] ?? 0;
        const to = next[term] ?? 0;
        next[term] = to + 1;
        documents[to] = document;
        places[to] = this.#places[at] ?? 0;
      }
    }
    return { begins, documents, places };
  }
}

function grown(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.ceil(numbers.length * 1.5));
  larger.set(numbers);
  return larger;
}
