import { ByteReader, ByteWriter, Numbers, unitBytes, unitsOf } from './bytes.ts';
import { Damaged } from './index-files.ts';
import type { PagedBytes } from './paged-bytes.ts';
import type { OpenSection, SectionWriter } from './sections.ts';

/** Terms of a block: the first is written whole, each other as what it shares with the one before, and the rest. */
const BLOCK_TERMS = 32;

/**
 * Writes the dictionary: terms in the order of their code units.
 *
 *   terms: by block: where its first postings stand (low u32, high u32), then by term
 *          (units shared, units more, units, documents, bytes of postings, bytes of positions)
 *   term-heads, term-heads-at, terms-at: the first term of each block, and where it and the block begin
 */
export class DictionaryWriter {
  readonly #sections: SectionWriter;
  readonly #terms: OpenSection;
  #termsBytes = 0;
  /** The block that is being written. */
  readonly #block = new ByteWriter(1 << 12);
  readonly #heads = new ByteWriter(1 << 12);
  readonly #headsAt = new Numbers();
  readonly #termsAt = new Numbers();
  readonly #before = new ByteWriter(128);
  #count = 0;
  #place = 0;

  constructor(sections: SectionWriter) {
    this.#sections = sections;
    this.#terms = sections.open('terms');
  }

  /** `length`: how many of the bytes are the term's. */
  add(
    term: Uint8Array,
    length: number,
    documents: number,
    postingsBytes: number,
    positionsBytes: number,
  ): void {
    let shared = 0;
    if (this.#count % BLOCK_TERMS === 0) {
      this.#headsAt.add(this.#heads.length);
      this.#heads.copyOf(term, 0, length);
      this.#endBlock();
      this.#termsAt.add(this.#termsBytes);
      this.#block.u32(this.#place % 2 ** 32);
      this.#block.u32(Math.floor(this.#place / 2 ** 32));
    } else shared = this.#before.sharedWith(term, length);
    this.#block.varint(shared);
    this.#block.varint(length - shared);
    this.#block.copyOf(term, shared, length);
    this.#block.varint(documents);
    this.#block.varint(postingsBytes);
    this.#block.varint(positionsBytes);
    this.#before.length = shared;
    this.#before.copyOf(term, shared, length);
    this.#place += postingsBytes + positionsBytes;
    this.#count++;
  }

  #endBlock(): void {
    this.#terms.write(this.#block.written());
    this.#termsBytes += this.#block.length;
    this.#block.clear();
  }

  finish(): void {
    this.#endBlock();
    this.#terms.end();
    this.#headsAt.add(this.#heads.length);
    this.#termsAt.add(this.#termsBytes);
    const sections = this.#sections;
    sections.section('term-heads', this.#heads.written());
    sections.numbers('term-heads-at', this.#headsAt.written());
    sections.numbers('terms-at', this.#termsAt.written());
    sections.numbers('term-count', Uint32Array.of(this.#count));
  }
}

/** The terms of a segment; in memory is only the first of each block. */
export class Dictionary {
  readonly size: number;
  readonly #terms: PagedBytes;
  readonly #heads: Uint8Array;
  readonly #headsAt: Uint32Array;
  readonly #termsAt: Uint32Array;

  constructor(section: (name: string) => PagedBytes) {
    this.#terms = section('terms');
    this.#heads = section('term-heads').readAll();
    this.#headsAt = new Uint32Array(section('term-heads-at').readAll().buffer);
    this.#termsAt = new Uint32Array(section('terms-at').readAll().buffer);
    this.size = new Uint32Array(section('term-count').readAll().buffer)[0] ?? 0;
    if (this.#headsAt.length !== Math.ceil(this.size / BLOCK_TERMS) + 1)
      throw new Damaged('a dictionary without its blocks');
  }

  get blocks(): number {
    return this.#headsAt.length - 1;
  }
  /** The bytes of a block. */
  block(number: number): Uint8Array {
    const at = this.#termsAt[number] ?? 0;
    return this.#terms.read(at, (this.#termsAt[number + 1] ?? 0) - at);
  }
  /** The last block whose first term does not stand after this one; the first if all do. */
  blockOf(term: Uint8Array): number {
    let low = 0;
    let high = this.blocks;
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if (this.#compareHead(middle, term) <= 0) low = middle;
      else high = middle;
    }
    return low;
  }
  /** Whether the first term of a block begins so; false beyond the last block. */
  headBeginsWith(block: number, letters: Uint8Array): boolean {
    const start = this.#headsAt[block] ?? 0;
    if (block >= this.blocks || (this.#headsAt[block + 1] ?? 0) - start < letters.length) return false;
    for (let at = 0; at < letters.length; at++) if (this.#heads[start + at] !== letters[at]) return false;
    return true;
  }
  #compareHead(block: number, term: Uint8Array): number {
    const start = this.#headsAt[block] ?? 0;
    const length = (this.#headsAt[block + 1] ?? 0) - start;
    for (let at = 0; at < length && at < term.length; at++) {
      const difference = (this.#heads[start + at] ?? 0) - (term[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - term.length;
  }

  /** A cursor on this very term, or undefined if no document has it. */
  find(term: string): TermCursor | undefined {
    const bytes = unitBytes(term);
    const cursor = new TermCursor(this);
    return cursor.seek(bytes) && cursor.length === bytes.length && cursor.compare(bytes) === 0
      ? cursor
      : undefined;
  }
  /** A cursor on the first term that does not stand before this one; undefined at the end. */
  from(term: string): TermCursor | undefined {
    const cursor = new TermCursor(this);
    return cursor.seek(unitBytes(term)) ? cursor : undefined;
  }
  /** The number of the first term that does not stand before this one. */
  lowerBound(term: string): number {
    return this.from(term)?.number ?? this.size;
  }
  /** A cursor on the term of this number. */
  at(number: number): TermCursor | undefined {
    const cursor = new TermCursor(this);
    return cursor.goTo(number) ? cursor : undefined;
  }
}

/** Stands on a term, and goes on to the next. */
export class TermCursor {
  readonly #dictionary: Dictionary;
  #block = -1;
  #reader = new ByteReader(new Uint8Array(0));
  #left = 0;
  bytes = new Uint8Array(64);
  length = 0;
  number = -1;
  documents = 0;
  /** Where its postings stand in the section of that name; its positions follow them. */
  place = 0;
  postingsBytes = 0;
  positionsBytes = 0;
  /** How many bytes it has in common with the term before it in the block; 0 for the first of a block. */
  shared = 0;

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  get term(): string {
    return unitsOf(this.bytes, 0, this.length);
  }
  /** Negative if this term stands before the other. */
  compare(other: Uint8Array, length = other.length): number {
    for (let at = 0; at < this.length && at < length; at++) {
      const difference = (this.bytes[at] ?? 0) - (other[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return this.length - length;
  }
  startsWith(letters: Uint8Array): boolean {
    if (this.length < letters.length) return false;
    for (let at = 0; at < letters.length; at++) if (this.bytes[at] !== letters[at]) return false;
    return true;
  }

  /** Goes to the first term that does not stand before this one; false at the end. */
  seek(term: Uint8Array): boolean {
    if (this.#dictionary.size === 0) return false;
    this.#enter(this.#dictionary.blockOf(term));
    do if (!this.next()) return false;
    while (this.compare(term) < 0);
    return true;
  }
  /** Goes to the first of all terms; false if there is none. */
  first(): boolean {
    return this.goTo(0);
  }

  /** Goes to the first term that does not begin with the first so many bytes of this one; false at the end. */
  leap(length: number): boolean {
    const reader = this.#reader;
    // A term that shares so many bytes with the one before it begins with them too, and need not be read.
    while (this.#left > 0) {
      const start = reader.at;
      const shared = reader.varint();
      if (shared < length) {
        reader.at = start;
        return this.next();
      }
      const more = reader.varint();
      reader.at += more;
      this.#readNumbers();
    }
    const beyond = this.bytes.slice(0, length);
    if (!this.#dictionary.headBeginsWith(this.#block + 1, beyond)) return this.next();
    beyond[length - 1] = (beyond[length - 1] ?? 0) + 1;
    return this.seek(beyond);
  }
  goTo(number: number): boolean {
    if (number < 0 || number >= this.#dictionary.size) return false;
    this.#enter(Math.floor(number / BLOCK_TERMS));
    do if (!this.next()) return false;
    while (this.number < number);
    return true;
  }

  #enter(block: number): void {
    this.#block = block;
    this.#reader = new ByteReader(this.#dictionary.block(block));
    const low = this.#reader.u32();
    this.place = low + this.#reader.u32() * 2 ** 32;
    this.number = block * BLOCK_TERMS - 1;
    this.#left = Math.min(BLOCK_TERMS, this.#dictionary.size - block * BLOCK_TERMS);
    this.length = 0;
    this.postingsBytes = 0;
    this.positionsBytes = 0;
  }

  next(): boolean {
    if (this.#left === 0) {
      if (this.#block + 1 >= this.#dictionary.blocks) return false;
      this.#enter(this.#block + 1);
    }
    const reader = this.#reader;
    this.shared = reader.varint();
    const more = reader.varint();
    const length = this.shared + more;
    if (this.shared > this.length || reader.at + more > reader.bytes.length)
      throw new Damaged('a term without its letters');
    if (length > this.bytes.length) {
      const wider = new Uint8Array(length * 2);
      wider.set(this.bytes);
      this.bytes = wider;
    }
    for (let at = this.shared; at < length; at++) this.bytes[at] = reader.bytes[reader.at++] ?? 0;
    this.length = length;
    this.#readNumbers();
    return true;
  }

  #readNumbers(): void {
    this.place += this.postingsBytes + this.positionsBytes;
    this.documents = this.#reader.varint();
    this.postingsBytes = this.#reader.varint();
    this.positionsBytes = this.#reader.varint();
    this.number++;
    this.#left--;
  }
}
