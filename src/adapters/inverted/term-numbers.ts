import { FOLD } from '../../core/tokens/fold.ts';
import { hashOfTerm } from '../../core/tokens/tokenize.ts';

/** Numbers terms in the order in which they are met. A table of our own: a `Map` of strings costs three times as much. */
export class TermNumbers {
  readonly terms: string[] = [];
  #hashes = new Int32Array(1 << 10);
  /** By hash, one more than the number of a term; 0 where there is none. */
  #slots = new Int32Array(1 << 11);

  numberOf(term: string): number {
    const hash = spread(hashOfTerm(term));
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0) return this.#add(term, hash, slot);
      if (this.#hashes[number] === hash && this.terms[number] === term) return number;
    }
  }

  /** The number of a plain word where it stands in a text, with the hash of its term: cut out only when it is new. */
  numberOfPlain(text: string, start: number, end: number, hashOfIt: number): number {
    const hash = spread(hashOfIt);
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0) return this.#add(text.slice(start, end).toLowerCase(), hash, slot);
      if (this.#hashes[number] === hash && isTerm(this.terms[number] ?? '', text, start, end)) return number;
    }
  }

  #add(term: string, hash: number, slot: number): number {
    const number = this.terms.length;
    if (number === this.#hashes.length) this.#grow();
    this.terms.push(term);
    this.#hashes[number] = hash;
    if (this.#slots.length < number * 2) this.#widen();
    else this.#slots[slot] = number + 1;
    return number;
  }
  #grow(): void {
    const larger = new Int32Array(this.#hashes.length * 2);
    larger.set(this.#hashes);
    this.#hashes = larger;
  }
  #widen(): void {
    this.#slots = new Int32Array(this.#slots.length * 4);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.terms.length; number++) {
      let slot = (this.#hashes[number] ?? 0) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }

  /** The numbers in the order of the terms' code units. */
  sorted(): readonly number[] {
    const { terms } = this;
    // Four letters and the number in one: most of the order comes from sorting plain numbers.
    const keys = new Float64Array(terms.length);
    for (let number = 0; number < terms.length; number++)
      keys[number] = beginningOf(terms[number] ?? '') * 2 ** 24 + number;
    keys.sort();
    const sorted: number[] = [];
    for (let from = 0; from < keys.length;) {
      const beginning = Math.floor((keys[from] ?? 0) / 2 ** 24);
      let to = from + 1;
      while (to < keys.length && Math.floor((keys[to] ?? 0) / 2 ** 24) === beginning) to++;
      const run = Array.from(keys.subarray(from, to), (key) => key % 2 ** 24);
      if (run.length > 1) run.sort((a, b) => ((terms[a] ?? '') < (terms[b] ?? '') ? -1 : 1));
      for (const number of run) sorted.push(number);
      from = to;
    }
    return sorted;
  }
}

const spread = (hash: number): number => hash ^ (hash >>> 15);

/** Whether a plain word of a text is this term. */
function isTerm(term: string, text: string, start: number, end: number): boolean {
  if (term.length !== end - start) return false;
  for (let at = 0; at < term.length; at++)
    if (FOLD[text.charCodeAt(start + at)] !== term.charCodeAt(at)) return false;
  return true;
}

/** The first four letters in seven bits each. One beyond ASCII says no more than that, and nothing of those behind it. */
function beginningOf(term: string): number {
  let key = 0;
  let isPlain = true;
  for (let at = 0; at < 4; at++) {
    const unit = isPlain && at < term.length ? term.charCodeAt(at) + 1 : 0;
    key = key * 128 + Math.min(unit, 127);
    if (unit > 126) isPlain = false;
  }
  return key;
}
