import { bitsOf, ByteWriter, u32At } from './bytes.ts';
import { ONLY_TEXT, PLACE_BITS, PLACES } from './term-space.ts';

const BLOCK_BITS = 7;
/** Documents of a block, at most. What is left over stands after the blocks, each number by itself. */
export const BLOCK = 1 << BLOCK_BITS;
/** Bytes of a block's head, and of what stands before the first: see `PostingsWriter`. */
export const HEAD_BYTES = 24;
export const FRONT_BYTES = 12;

/** How many blocks there are, and how many documents are left over, as one number. */
const counts = (blocks: number, rest: number): number => (blocks << BLOCK_BITS) | rest;
export const blocksOf = (both: number): number => both >>> BLOCK_BITS;
export const restOf = (both: number): number => both & (BLOCK - 1);

/** The documents of a block, as they were read: the first `count` of each list. */
export interface ReadPostings {
  readonly docs: Uint32Array;
  readonly weights: Uint32Array;
  readonly masks: Uint32Array;
  readonly count: number;
}

/** Blocks one after another as they were written, and the positions of all of them. */
export interface WrittenBlocks {
  readonly heads: Uint8Array;
  readonly blocks: Uint8Array;
  readonly positions: Uint8Array;
}

/**
 * Writes which documents have a term, and where in them; one term after another.
 *
 *   postings of a term: [rest at u32, positions of the rest u32, how many blocks and how many left over u32,
 *                        heads, blocks]  only of those that have as many documents as a full block
 *                       rest: (step from the document before, weight * 2 + 1 if a mask follows, mask)…
 *   head: last document u32, place u32, bits of steps, bits of weights, the mask of all or 0, documents - 1,
 *         highest weight u32, shortest length u32, positions u32
 *   positions: (steps)… of a document that has the term in its text only, as many as its weight says;
 *              (length in bytes, fields in order: (how many, if not the last field), steps)… of others
 */
export class PostingsWriter {
  readonly postings = new ByteWriter();
  readonly positions = new ByteWriter();
  readonly #lengths: Uint32Array;
  readonly #heads = new ByteWriter();
  readonly #blocks = new ByteWriter();
  readonly #documents = new Uint32Array(BLOCK);
  readonly #steps = new Uint32Array(BLOCK);
  readonly #weights = new Uint32Array(BLOCK);
  readonly #masks = new Uint32Array(BLOCK);
  #waiting = 0;
  #before = -1;
  #waitingFrom = 0;
  #told: ((document: number) => void) | undefined;
  count = 0;

  /** `lengths`: of each document, how long it is in weighted terms. */
  constructor(lengths: Uint32Array) {
    this.#lengths = lengths;
  }

  /** Another term. `told`: is told of each document that has it. */
  begin(told?: (document: number) => void): void {
    this.#told = told;
    this.#heads.clear();
    this.#blocks.clear();
    this.#waiting = 0;
    this.#before = -1;
    this.postings.clear();
    this.positions.clear();
    this.#waitingFrom = 0;
    this.count = 0;
  }

  /** A document that has the term as a whole: it counts for nothing, and stands nowhere. */
  add(document: number): void {
    this.#addDocument(document, 0, ONLY_TEXT);
  }

  /**
   * Documents come in order. The positions stand from `from` up to and without `to` as another such writer
   * wrote them, their length with them; no bytes where a term has none.
   */
  addWritten(
    document: number,
    weight: number,
    mask: number,
    positions: Uint8Array,
    from: number,
    to: number,
  ): void {
    this.positions.copyOf(positions, from, to);
    this.#addDocument(document, weight, mask);
  }

  /** Whether so many documents more go into the block that is begun. */
  hasRoomFor(documents: number): boolean {
    return documents <= BLOCK - this.#waiting;
  }
  /**
   * Blocks of another such writer, but not the first of a term, behind the block before them; each document
   * has a number higher by `base` here.
   */
  addBlocks(base: number, { heads, blocks, positions }: WrittenBlocks): void {
    if (this.#waiting > 0) this.#endBlock();
    const more = this.#blocks.length - u32At(heads, 4);
    const morePositions = this.positions.length - u32At(heads, 20);
    for (let at = 0; at < heads.length; at += HEAD_BYTES) {
      this.#before = base + u32At(heads, at);
      this.count += (heads[at + 11] ?? 0) + 1;
      this.#heads.u32(this.#before);
      this.#heads.u32(more + u32At(heads, at + 4));
      this.#heads.copyOf(heads, at + 8, at + 20);
      this.#heads.u32(morePositions + u32At(heads, at + 20));
    }
    this.#blocks.copy(blocks);
    this.positions.copy(positions);
    this.#waitingFrom = this.positions.length;
  }
  /** Documents of another such writer, with the positions of all of them; each number is so much higher here. */
  addMany(base: number, { docs, weights, masks, count }: ReadPostings, positions: Uint8Array): void {
    this.positions.copy(positions);
    for (let at = 0; at < count; at++)
      this.#addDocument(base + (docs[at] ?? 0), weights[at] ?? 0, masks[at] ?? 0);
  }

  /** The same of positions as numbers that rise: those of a list from `from` up to and without `to`. */
  addPlaces(
    document: number,
    weight: number,
    mask: number,
    list: Uint32Array,
    from: number,
    to: number,
  ): void {
    writePlaces(this.positions, mask, list, from, to);
    this.#addDocument(document, weight, mask);
  }

  #addDocument(document: number, weight: number, mask: number): void {
    this.#told?.(document);
    const at = this.#waiting++;
    this.#documents[at] = document;
    this.#steps[at] = document - this.#before - 1;
    this.#weights[at] = weight;
    this.#masks[at] = mask;
    this.#before = document;
    this.count++;
    if (this.#waiting === BLOCK) this.#endBlock();
  }

  #endBlock(): void {
    const count = this.#waiting;
    let [steps, highest, shortest] = [0, 0, Infinity];
    const common = this.#masks[0] ?? 0;
    let isCommon = true;
    for (let at = 0; at < count; at++) {
      steps = Math.max(steps, this.#steps[at] ?? 0);
      highest = Math.max(highest, this.#weights[at] ?? 0);
      shortest = Math.min(shortest, this.#lengths[this.#documents[at] ?? 0] ?? 0);
      if (this.#masks[at] !== common) isCommon = false;
    }
    this.#heads.u32(this.#documents[count - 1] ?? 0);
    this.#heads.u32(this.#blocks.length);
    this.#heads.byte(bitsOf(steps));
    this.#heads.byte(bitsOf(highest));
    this.#heads.byte(isCommon ? common : 0);
    this.#heads.byte(count - 1);
    this.#heads.u32(highest);
    this.#heads.u32(shortest);
    this.#heads.u32(this.#waitingFrom);
    this.#blocks.packed(this.#steps, count, bitsOf(steps));
    this.#blocks.packed(this.#weights, count, bitsOf(highest));
    if (!isCommon) for (let at = 0; at < count; at++) this.#blocks.byte(this.#masks[at] ?? 0);
    this.#waiting = 0;
    this.#waitingFrom = this.positions.length;
  }

  /** From now until the next term begins, `postings` and `positions` are those of the term. */
  end(): void {
    const { postings } = this;
    if (this.#heads.length > 0) {
      postings.u32(FRONT_BYTES + this.#heads.length + this.#blocks.length);
      postings.u32(this.#waitingFrom);
      postings.u32(counts(this.#heads.length / HEAD_BYTES, this.#waiting));
      postings.copy(this.#heads.written());
      postings.copy(this.#blocks.written());
    }
    for (let at = 0; at < this.#waiting; at++)
      writePosting(postings, this.#steps[at] ?? 0, this.#weights[at] ?? 0, this.#masks[at] ?? 0);
  }
}

/** A document of those that fill no block. */
export function writePosting(to: ByteWriter, step: number, weight: number, mask: number): void {
  to.varint(step);
  to.varint(weight * 2 + (mask === ONLY_TEXT ? 0 : 1));
  if (mask !== ONLY_TEXT) to.byte(mask);
}

/** Positions of one document as numbers that rise: those of a list from `from` up to and without `to`. */
export function writePlaces(
  to: ByteWriter,
  mask: number,
  list: Uint32Array,
  from: number,
  end: number,
): void {
  const start = to.length;
  if (mask !== ONLY_TEXT) to.byte(0);
  const lastField = (list[end - 1] ?? 0) >>> PLACE_BITS;
  for (let at = from; at < end;) {
    const field = (list[at] ?? 0) >>> PLACE_BITS;
    let next = at + 1;
    while (next < end && (list[next] ?? 0) >>> PLACE_BITS === field) next++;
    if (field !== lastField) to.varint(next - at);
    let before = field * PLACES;
    for (; at < next; at++) {
      to.varint((list[at] ?? 0) - before);
      before = list[at] ?? 0;
    }
  }
  if (mask !== ONLY_TEXT) to.lengthAt(start);
}
