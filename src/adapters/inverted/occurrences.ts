/** Each time a term was met: which term, in which document, and where; in the order of reading. */
export class Occurrences {
  #terms = new Uint32Array(1 << 10);
  #documents = new Uint32Array(1 << 10);
  #places = new Uint32Array(1 << 10);
  count = 0;

  add(term: number, document: number, place: number): void {
    if (this.count === this.#terms.length) {
      this.#terms = grown(this.#terms);
      this.#documents = grown(this.#documents);
      this.#places = grown(this.#places);
    }
    this.#terms[this.count] = term;
    this.#documents[this.count] = document;
    this.#places[this.count++] = place;
  }

  /** Brought together by term; within a term in the order of reading. */
  byTerm(termCount: number): {
    readonly begins: Uint32Array;
    readonly documents: Uint32Array;
    readonly places: Uint32Array;
  } {
    const begins = new Uint32Array(termCount + 1);
    for (let at = 0; at < this.count; at++) {
      const term = (this.#terms[at] ?? 0) + 1;
      begins[term] = (begins[term] ?? 0) + 1;
    }
    for (let term = 1; term <= termCount; term++)
      begins[term] = (begins[term] ?? 0) + (begins[term - 1] ?? 0);
    const next = begins.slice();
    const documents = new Uint32Array(this.count);
    const places = new Uint32Array(this.count);
    for (let at = 0; at < this.count; at++) {
      const term = this.#terms[at] ?? 0;
      const to = next[term] ?? 0;
      next[term] = to + 1;
      documents[to] = this.#documents[at] ?? 0;
      places[to] = this.#places[at] ?? 0;
    }
    return { begins, documents, places };
  }
}

function grown(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
