import { anyBit, hasBit, type Bits } from './bits.ts';
import { packedLength, u32At, unpack } from './bytes.ts';
import type { TermCursor } from './dictionary.ts';
import { Damaged } from './index-files.ts';
import type { PagedBytes } from './paged-bytes.ts';
import { BLOCK, blocksOf, FRONT_BYTES, HEAD_BYTES, restOf, type WrittenBlocks } from './postings-writer.ts';
import { numberAt, pastNumber, pastNumbers, Places } from './places.ts';
import { ANY_FIELD, ONLY_TEXT, TEXT_WEIGHT } from './term-space.ts';

/** Where a term's postings stand, and how many documents have it. */
export interface TermPlace {
  readonly place: number;
  readonly documents: number;
  readonly postingsBytes: number;
  readonly positionsBytes: number;
}
export const placeOf = ({ place, documents, postingsBytes, positionsBytes }: TermCursor): TermPlace => ({
  place,
  documents,
  postingsBytes,
  positionsBytes,
});

/** So many blocks are copied as they are, though one of them may then stay short of documents. */
const MANY_BLOCKS = 8;
const NONE = new Uint32Array(0);
const NO_BYTES = new Uint8Array(0);
const NO_VIEW = new DataView(NO_BYTES.buffer);

/** Reads the postings of one term, block by block: see `PostingsWriter`. May be set to another term. */
export class Postings {
  readonly #source: PagedBytes;
  readonly #documents: number;
  readonly docs = new Uint32Array(BLOCK);
  /** Of the documents that were read, once their weights are. */
  weights = NONE;
  masks = NONE;
  /** Full blocks; what is left over is read as one block more. */
  #full = 0;
  #rest = 0;
  #bytes: Uint8Array = NO_BYTES;
  /** Of the same bytes and those behind them; made when there is a full block. */
  #view: DataView = NO_VIEW;
  #data = 0;
  #restAt = 0;
  #term: TermPlace = { place: 0, documents: 0, postingsBytes: 0, positionsBytes: 0 };
  #read = -1;
  #withWeights = -1;
  #places: Places | undefined;

  constructor(source: PagedBytes, documents: number, term?: TermPlace) {
    this.#source = source;
    this.#documents = documents;
    if (term !== undefined) this.set(term);
  }

  set(term: TermPlace): void {
    if (term.documents > this.#documents) throw new Damaged('more documents than there are');
    this.#term = term;
    this.#bytes = this.#source.read(term.place, term.postingsBytes);
    this.#read = -1;
    this.#withWeights = -1;
    this.#full = 0;
    this.#rest = term.documents;
    this.#restAt = 0;
    if (term.documents >= BLOCK) this.#setBlocks();
  }
  #setBlocks(): void {
    const counts = u32At(this.#bytes, 8);
    this.#full = blocksOf(counts);
    this.#rest = restOf(counts);
    this.#restAt = u32At(this.#bytes, 0);
    this.#data = FRONT_BYTES + this.#full * HEAD_BYTES;
    if (this.#data > this.#restAt || this.#restAt > this.#bytes.length)
      throw new Damaged('postings without their blocks');
    this.#view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset);
  }

  /** Its postings and its positions as they were written. */
  bytesOf({ place, postingsBytes, positionsBytes }: TermPlace): Uint8Array {
    return this.#source.read(place, postingsBytes + positionsBytes);
  }

  get blocks(): number {
    return this.#full + (this.#rest > 0 ? 1 : 0);
  }
  get fullBlocks(): number {
    return this.#full;
  }
  #head(block: number): number {
    return FRONT_BYTES + block * HEAD_BYTES;
  }
  /** How many documents a full block has. */
  #size(block: number): number {
    return (this.#bytes[this.#head(block) + 11] ?? 0) + 1;
  }
  /** The last document of a full block; of the block that is left over, the last that there can be. */
  last(block: number): number {
    if (block < this.#full) return u32At(this.#bytes, this.#head(block));
    return this.#documents - 1;
  }
  /** A document before which no document of a block stands. */
  first(block: number): number {
    return block === 0 ? 0 : u32At(this.#bytes, this.#head(block - 1)) + 1;
  }
  /** The highest weight and the shortest length in a block; of what is left over once it was read. */
  highestWeight(block: number): number {
    if (block < this.#full) return u32At(this.#bytes, this.#head(block) + 12);
    this.read(block);
    return this.weights.subarray(0, this.#rest).reduce((most, weight) => Math.max(most, weight), 0);
  }
  shortest(block: number, lengths: Uint32Array): number {
    if (block < this.#full) return u32At(this.#bytes, this.#head(block) + 16);
    this.read(block);
    return this.docs
      .subarray(0, this.#rest)
      .reduce((least, document) => Math.min(least, lengths[document] ?? 0), 0xffff_ffff);
  }

  /** Reads the documents of a block into `docs`, and says how many they are. */
  read(block: number): number {
    if (block >= this.#full) return this.#readRest();
    const count = this.#size(block);
    if (block === this.#read) return count;
    if (count > BLOCK) throw new Damaged('a block with more than a block has');
    const head = this.#head(block);
    const bits = this.#bytes[head + 8] ?? 0;
    unpack(this.#view, this.#data + u32At(this.#bytes, head + 4), bits, count, this.docs);
    let before = this.first(block) - 1;
    const { docs } = this;
    for (let at = 0; at < count; at++) {
      before += (docs[at] ?? 0) + 1;
      docs[at] = before;
    }
    if (before >= this.#documents) throw new Damaged('a document that there is not');
    this.#read = block;
    return count;
  }

  #readRest(): number {
    if (this.#read === this.#full && this.#withWeights === this.#full) return this.#rest;
    const bytes = this.#bytes;
    let at = this.#restAt;
    let document = this.#full === 0 ? -1 : this.last(this.#full - 1);
    this.#makeRoom();
    const { docs, weights, masks } = this;
    for (let place = 0; place < this.#rest; place++) {
      const step = numberAt(bytes, at);
      at = pastNumber(bytes, at);
      const weight = numberAt(bytes, at);
      at = pastNumber(bytes, at);
      document += step + 1;
      docs[place] = document;
      weights[place] = weight >>> 1;
      masks[place] = (weight & 1) === 0 ? ONLY_TEXT : (bytes[at++] ?? 0);
    }
    if (document >= this.#documents || at > bytes.length) throw new Damaged('a document that there is not');
    this.#read = this.#full;
    this.#withWeights = this.#full;
    return this.#rest;
  }

  /** Reads the weights and fields of a block whose documents are read. */
  readWeights(block: number): void {
    if (block >= this.#full || block === this.#withWeights) return;
    this.#makeRoom();
    const head = this.#head(block);
    const count = this.#size(block);
    const start = this.#data + u32At(this.#bytes, head + 4);
    const stepBits = this.#bytes[head + 8] ?? 0;
    const bits = this.#bytes[head + 9] ?? 0;
    const at = start + packedLength(count, stepBits);
    unpack(this.#view, at, bits, count, this.weights);
    const common = this.#bytes[head + 10] ?? 0;
    if (common !== 0) this.masks.fill(common);
    else
      for (let place = 0, from = at + packedLength(count, bits); place < count; place++)
        this.masks[place] = this.#bytes[from + place] ?? 0;
    this.#withWeights = block;
  }
  /** Of many terms only the documents are asked for. */
  #makeRoom(): void {
    if (this.weights.length > 0) return;
    this.weights = new Uint32Array(BLOCK);
    this.masks = new Uint32Array(BLOCK);
  }
  #hasMask(block: number, mask: number): boolean {
    const common = block < this.#full ? (this.#bytes[this.#head(block) + 10] ?? 0) : 0;
    return mask === ANY_FIELD || (common !== 0 && (common & ~mask) === 0);
  }

  /** Adds to a set the documents that have the term in one of the fields, and are in `within`. */
  addTo(out: Bits, mask: number, within: Bits): void {
    const { docs } = this;
    for (let block = 0; block < this.blocks; block++) {
      if (block < this.#full && !anyBit(within, this.first(block), this.last(block))) continue;
      const count = this.read(block);
      const isSure = this.#hasMask(block, mask);
      if (!isSure) this.readWeights(block);
      const { masks } = this;
      // No question for each document: which of them are asked for cannot be foreseen.
      for (let at = 0; at < count; at++) {
        const document = docs[at] ?? 0;
        const word = document >>> 5;
        const isAsked = isSure || ((masks[at] ?? 0) & mask) !== 0 ? 1 : 0;
        out[word] = (out[word] ?? 0) | ((within[word] ?? 0) & (isAsked << (document & 31)));
      }
    }
  }

  /** Reads the documents of a block; puts into `out` at which places those of a set stand, and says how many they are. */
  choose(block: number, set: Bits, out: Uint8Array): number {
    const count = this.read(block);
    const { docs } = this;
    let chosen = 0;
    for (let at = 0; at < count; at++) {
      const document = docs[at] ?? 0;
      out[chosen] = at;
      chosen += ((set[document >>> 5] ?? 0) >>> (document & 31)) & 1;
    }
    return chosen;
  }

  /**
   * Tells the positions in documents of a set that lie from `low` up to and without `high`. The list is
   * valid only while it is told; `count` of it are positions.
   */
  eachPositions(
    within: Bits,
    low: number,
    high: number,
    tell: (document: number, list: Uint32Array, count: number) => void,
  ): void {
    const places = (this.#places ??= new Places());
    for (let block = this.blockFrom(low); block < this.blocks; block++) {
      if (this.first(block) >= high) return;
      if (!anyBit(within, this.first(block), this.last(block))) continue;
      const count = this.read(block);
      this.readWeights(block);
      const bytes = this.positionsIn(block);
      let at = 0;
      for (let place = 0; place < count; place++) {
        const document = this.docs[place] ?? 0;
        const isAsked = document >= low && document < high && hasBit(within, document);
        if (document >= high) return;
        const mask = this.masks[place] ?? 0;
        if (mask === ONLY_TEXT) {
          const steps = (this.weights[place] ?? 0) / TEXT_WEIGHT;
          at = isAsked ? places.readSteps(bytes, at, steps) : pastNumbers(bytes, at, steps);
        } else {
          const from = pastNumbers(bytes, at, 1);
          const to = from + numberAt(bytes, at);
          if (isAsked) places.read(bytes, from, to, mask);
          at = to;
        }
        if (isAsked) tell(document, places.list, places.count);
      }
    }
  }
  /** The first block that may have a document from this one on. */
  blockFrom(low: number): number {
    let from = 0;
    let to = this.#full;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.last(middle) < low) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** The full blocks behind the first, as they were written; none unless they are many. */
  behindFirst(): WrittenBlocks | undefined {
    if (this.#full < MANY_BLOCKS) return undefined;
    const from = this.#data + u32At(this.#bytes, this.#head(1) + 4);
    return {
      heads: this.#bytes.subarray(this.#head(1), this.#data),
      blocks: this.#bytes.subarray(from, this.#restAt),
      positions: this.#positionsBetween(1, this.#full),
    };
  }
  /** The bytes of the positions of a block's documents. */
  positionsIn(block: number): Uint8Array {
    return this.#positionsBetween(block, block + 1);
  }
  /** Of the blocks from one up to and without another. */
  #positionsBetween(block: number, end: number): Uint8Array {
    const { place, postingsBytes, positionsBytes } = this.#term;
    if (positionsBytes === 0) return NO_BYTES;
    const from = this.#positionsAt(block);
    const to = end < this.blocks ? this.#positionsAt(end) : positionsBytes;
    return this.#source.read(place + postingsBytes + from, to - from);
  }
  #positionsAt(block: number): number {
    if (block < this.#full) return u32At(this.#bytes, this.#head(block) + 20);
    return this.#full === 0 ? 0 : u32At(this.#bytes, 4);
  }
}
