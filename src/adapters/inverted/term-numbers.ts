import { hashOfTerm } from '../../core/tokens/tokenize.ts';
import type { ByteWriter } from './bytes.ts';

/** So few terms are put in order one by one. */
const FEW = 12;

/**
 * Numbers terms in the order in which they are met. A table of our own, of plain numbers: a `Map` of strings
 * costs three times as much, and what is met often lies close together here.
 */
export class TermNumbers {
  /** The units of all terms, one term after another, and where each begins; the next one's beginning is its end. */
  #units = new Uint16Array(1 << 14);
  #begins = new Uint32Array(1 << 10);
  /** By hash, four of each: the hash, one more than the number of the term or 0 for none, where it begins and ends. */
  #slots = new Int32Array(1 << 13);
  count = 0;

  numberOf(term: string): number {
    const hash = spread(hashOfTerm(term));
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = (hash << 2) & mask; ; slot = (slot + 4) & mask) {
      const number = (slots[slot + 1] ?? 0) - 1;
      if (number < 0) return this.#add(term, hash, slot);
      if (slots[slot] === hash && this.#is(slot, term)) return number;
    }
  }

  /** The same of a term whose units are the first `length` of a list. */
  numberOfUnits(list: Uint16Array, length: number, hashOfIt: number): number {
    const hash = spread(hashOfIt);
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = (hash << 2) & mask; ; slot = (slot + 4) & mask) {
      const number = (slots[slot + 1] ?? 0) - 1;
      if (number < 0) return this.#addUnits(list, length, hash, slot);
      if (slots[slot] === hash && this.#hasUnits(slot, list, length)) return number;
    }
  }

  #is(slot: number, term: string): boolean {
    const from = this.#slots[slot + 2] ?? 0;
    if ((this.#slots[slot + 3] ?? 0) - from !== term.length) return false;
    const units = this.#units;
    for (let at = 0; at < term.length; at++) if (units[from + at] !== term.charCodeAt(at)) return false;
    return true;
  }
  #hasUnits(slot: number, list: Uint16Array, length: number): boolean {
    const from = this.#slots[slot + 2] ?? 0;
    if ((this.#slots[slot + 3] ?? 0) - from !== length) return false;
    const units = this.#units;
    for (let at = 0; at < length; at++) if (units[from + at] !== list[at]) return false;
    return true;
  }

  #add(term: string, hash: number, slot: number): number {
    const from = this.#room(term.length);
    for (let at = 0; at < term.length; at++) this.#units[from + at] = term.charCodeAt(at);
    return this.#put(from + term.length, hash, slot);
  }
  #addUnits(list: Uint16Array, length: number, hash: number, slot: number): number {
    const from = this.#room(length);
    for (let at = 0; at < length; at++) this.#units[from + at] = list[at] ?? 0;
    return this.#put(from + length, hash, slot);
  }
  /** Where the units of the next term go. */
  #room(length: number): number {
    const from = this.#begins[this.count] ?? 0;
    if (from + length > this.#units.length)
      this.#units = wider(this.#units, Math.max(from + length, this.#units.length * 2));
    return from;
  }
  #put(to: number, hash: number, slot: number): number {
    const number = this.count++;
    if (this.count === this.#begins.length) this.#begins = wider(this.#begins, this.#begins.length * 2);
    this.#begins[this.count] = to;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = this.count;
    this.#slots[slot + 2] = this.#begins[number] ?? 0;
    this.#slots[slot + 3] = to;
    if (this.#slots.length < this.count * 8) this.#widen();
    return number;
  }
  #widen(): void {
    const before = this.#slots;
    const slots = new Int32Array(before.length * 2);
    const mask = slots.length - 1;
    for (let from = 0; from < before.length; from += 4) {
      if (before[from + 1] === 0) continue;
      let slot = ((before[from] ?? 0) << 2) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 4) & mask;
      for (let at = 0; at < 4; at++) slots[slot + at] = before[from + at] ?? 0;
    }
    this.#slots = slots;
  }

  /** Writes the units of a term: see {@link ByteWriter.units}. */
  write(number: number, to: ByteWriter): void {
    to.unitsOf(this.#units, this.#begins[number] ?? 0, this.#begins[number + 1] ?? 0);
  }

  /**
   * The numbers in the order of the terms' code units: parted in three by one letter, and each part by the next
   * (the multikey quicksort of Bentley and Sedgewick, 1997).
   */
  sorted(): Uint32Array {
    const order = new Uint32Array(this.count);
    for (let number = 0; number < order.length; number++) order[number] = number;
    const waiting = [0, order.length, 0];
    while (waiting.length > 0) {
      const depth = waiting.pop() ?? 0;
      const to = waiting.pop() ?? 0;
      const from = waiting.pop() ?? 0;
      if (to - from <= FEW) this.#insert(order, from, to, depth);
      else {
        const middle = this.#unit(order[(from + to) >>> 1] ?? 0, depth);
        const { less, more } = this.#part(order, from, to, depth, middle);
        waiting.push(from, less, depth, more, to, depth);
        if (middle > 0) waiting.push(less, more, depth + 1);
      }
    }
    return order;
  }

  /** One more than the unit at this place of a term; 0 beyond its end. */
  #unit(number: number, depth: number): number {
    const at = (this.#begins[number] ?? 0) + depth;
    return at < (this.#begins[number + 1] ?? 0) ? (this.#units[at] ?? 0) + 1 : 0;
  }
  /** Those with a smaller unit first, then those with the same, then those with a larger one. */
  #part(
    order: Uint32Array,
    from: number,
    to: number,
    depth: number,
    middle: number,
  ): { readonly less: number; readonly more: number } {
    let [less, more] = [from, to];
    for (let at = from; at < more;) {
      const number = order[at] ?? 0;
      const unit = this.#unit(number, depth);
      if (unit < middle) {
        order[at++] = order[less] ?? 0;
        order[less++] = number;
      } else if (unit > middle) {
        order[at] = order[--more] ?? 0;
        order[more] = number;
      } else at++;
    }
    return { less, more };
  }
  #insert(order: Uint32Array, from: number, to: number, depth: number): void {
    for (let next = from + 1; next < to; next++) {
      const number = order[next] ?? 0;
      let at = next;
      for (; at > from && this.#isBefore(number, order[at - 1] ?? 0, depth); at--)
        order[at] = order[at - 1] ?? 0;
      order[at] = number;
    }
  }
  #isBefore(a: number, b: number, depth: number): boolean {
    for (let at = depth; ; at++) {
      const [unit, other] = [this.#unit(a, at), this.#unit(b, at)];
      if (unit !== other) return unit < other;
      if (unit === 0) return false;
    }
  }
}

const spread = (hash: number): number => hash ^ (hash >>> 15);

function wider<T extends Uint16Array | Uint32Array>(numbers: T, length: number): T;
function wider(numbers: Uint16Array | Uint32Array, length: number): Uint16Array | Uint32Array {
  const larger = numbers instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length);
  larger.set(numbers);
  return larger;
}
