/** A set of the documents of a segment: bit `d & 31` of word `d >>> 5`. */
export type Bits = Uint32Array<ArrayBuffer>;

export const noBits = (documents: number): Bits => new Uint32Array((documents + 31) >>> 5);

export function allBits(documents: number): Bits {
  const bits = noBits(documents).fill(0xffff_ffff);
  const over = documents & 31;
  if (over > 0) bits[bits.length - 1] = 2 ** over - 1;
  return bits;
}

export const hasBit = (bits: Bits, document: number): boolean =>
  (((bits[document >>> 5] ?? 0) >>> (document & 31)) & 1) === 1;

export function setBit(bits: Bits, document: number): void {
  const word = document >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (document & 31));
}

export function clearBit(bits: Bits, document: number): void {
  const word = document >>> 5;
  bits[word] = (bits[word] ?? 0) & ~(1 << (document & 31));
}

/** In place: the first is given back, narrowed. */
export function narrow(bits: Bits, others: Bits): Bits {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) & (others[at] ?? 0);
  return bits;
}

/** In place: the first is given back, without the others. */
export function without(bits: Bits, others: Bits): Bits {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) & ~(others[at] ?? 0);
  return bits;
}

/** In place: the first is given back, with the others. */
export function widen(bits: Bits, others: Bits): Bits {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) | (others[at] ?? 0);
  return bits;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let at = 0; at < bits.length; at++) count += bitsIn(bits[at] ?? 0);
  return count;
}

/** How many bits of 32 are set. Source: Warren, "Hacker's Delight", 2nd edition, 5-1. */
export function bitsIn(bits: number): number {
  let word = bits - ((bits >>> 1) & 0x5555_5555);
  word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** Whether any document from the first to the last, both included, is in the set. */
export function anyBit(bits: Bits, first: number, last: number): boolean {
  const from = first >>> 5;
  const to = last >>> 5;
  const head = 0xffff_ffff << (first & 31);
  const tail = 0xffff_ffff >>> (31 - (last & 31));
  if (from === to) return ((bits[from] ?? 0) & head & tail) !== 0;
  if (((bits[from] ?? 0) & head) !== 0 || ((bits[to] ?? 0) & tail) !== 0) return true;
  for (let at = from + 1; at < to; at++) if (bits[at] !== 0) return true;
  return false;
}

/** The documents of a set, in order. */
export function listBits(bits: Bits): Uint32Array<ArrayBuffer> {
  const list = new Uint32Array(countBits(bits));
  let length = 0;
  for (let at = 0; at < bits.length; at++)
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1)
      list[length++] = at * 32 + 31 - Math.clz32(word & -word);
  return list;
}

/** Tells each number of a set from `low`, a multiple of 32, up to and without `high`. */
export function eachBit(bits: Bits, low: number, high: number, tell: (at: number) => void): void {
  for (let word = low >>> 5; word < (high + 31) >>> 5; word++)
    for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1)
      tell(word * 32 + 31 - Math.clz32(rest & -rest));
}

/** Numbers the documents of a set in their order. */
export class Numbering {
  readonly #bits: Bits;
  /** How many stand before each word of the set. */
  readonly #before: Uint32Array;
  readonly size: number;

  constructor(bits: Bits) {
    this.#bits = bits;
    this.#before = new Uint32Array(bits.length);
    let size = 0;
    for (let at = 0; at < bits.length; at++) {
      this.#before[at] = size;
      size += bitsIn(bits[at] ?? 0);
    }
    this.size = size;
  }

  /** How many of the set stand before a document: its own number, if it is one of them. */
  numberOf(document: number): number {
    const word = document >>> 5;
    const below = (this.#bits[word] ?? 0) & ((1 << (document & 31)) - 1);
    return (this.#before[word] ?? 0) + bitsIn(below);
  }
}

/** Whether all of one set are in another. */
export function isWithin(bits: Bits, others: Bits): boolean {
  for (let at = 0; at < bits.length; at++) if (((bits[at] ?? 0) & ~(others[at] ?? 0)) !== 0) return false;
  return true;
}
