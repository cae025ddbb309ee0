import { hasBit, type Bits } from './bits.ts';
import { TermCursor } from './dictionary.ts';
import { Heap } from './heap.ts';
import type { NewFile } from './index-files.ts';
import { ByteLists, NumberLists } from './lists.ts';
import { placeOf, type Postings } from './postings.ts';
import { BLOCK, type PostingsWriter } from './postings-writer.ts';
import { idOf, keyOf, type Order } from './rows.ts';
import { SectionWriter } from './sections.ts';
import type { Segment } from './segment.ts';
import {
  isOfFacet,
  OPEN_AFTER,
  OPEN_BEFORE,
  RowsWriter,
  TermsWriter,
  writeDays,
  writeRanks,
} from './segment-writer.ts';
import { StoredPacker, StoredWriter } from './stored-passages.ts';

/** A segment to be merged, with the documents that are to be in the new one. */
export interface Source {
  readonly segment: Segment;
  readonly live: Bits;
}

export const GONE = 0xffff_ffff;

interface Reading extends Source {
  readonly pages: ReturnType<Segment['sequential']>;
  /** By document, its number in the new segment, or `GONE`. */
  readonly numbers: Uint32Array;
  /** The number that its first document would have. */
  readonly first: number;
  /** Whether none of its documents is gone. */
  readonly isWhole: boolean;
}

/**
 * Writes one segment that has the documents of several, in their order. It is done in steps: each tells how
 * many bytes it wrote. At the end it tells the new number of each document of each source.
 */
export function* mergeSegments(
  sources: readonly Source[],
  file: NewFile,
): Generator<number, readonly Uint32Array[]> {
  const sections = new SectionWriter(file);
  let documents = 0;
  const reading = sources.map((source): Reading => {
    const first = documents;
    const numbers = new Uint32Array(source.segment.documents);
    for (let at = 0; at < numbers.length; at++) numbers[at] = hasBit(source.live, at) ? documents++ : GONE;
    return {
      ...source,
      pages: source.segment.sequential(),
      numbers,
      first,
      isWhole: !numbers.includes(GONE),
    };
  });
  const counted = function* (step: Iterable<unknown>): Generator<number> {
    let before = sections.length;
    for (const _ of step) {
      yield sections.length - before;
      before = sections.length;
    }
  };
  yield* counted(copyStored(sections, reading));
  yield* counted(copyRows(sections, reading));
  const lengths = column(reading, documents, ({ lengths }) => lengths);
  yield* counted(mergeTerms(new TermsWriter(sections, lengths), reading));
  sections.numbers('lengths', lengths);
  sections.numbers('kinds', Uint8Array.from(column(reading, documents, ({ kinds }) => kinds)));
  writeDays(
    sections,
    days(reading, documents, ({ from }) => from),
    days(reading, documents, ({ to }) => to),
  );
  const date = rankOf(reading, documents, 'date', undefined);
  yield documents * 4;
  const title = rankOf(reading, documents, 'title', date);
  yield documents * 4;
  const opened = rankOf(reading, documents, 'opened', date);
  const ranks = { date, title, opened };
  writeRanks(sections, (order) => ranks[order]);
  sections.finish(documents);
  return reading.map(({ numbers }) => numbers);
}

function* copyStored(sections: SectionWriter, reading: readonly Reading[]): Generator<undefined> {
  const writer = new StoredWriter(sections);
  const packer = new StoredPacker((block) => writer.add(block));
  for (const { pages, live } of reading)
    for (const [block, first] of pages.stored.firsts.entries()) {
      const size = pages.stored.sizeOf(block);
      let kept = 0;
      for (let at = first; at < first + size; at++) if (hasBit(live, at)) kept++;
      if (kept === size) {
        packer.endBlock();
        writer.add({ compressed: pages.stored.compressed(block), documents: size });
      } else if (kept > 0)
        for (const [at, bytes] of pages.stored.open(block).entries())
          if (hasBit(live, first + at)) packer.add(bytes);
      yield undefined;
    }
  packer.endBlock();
  writer.finish();
}

function* copyRows(sections: SectionWriter, reading: readonly Reading[]): Generator<undefined> {
  const writer = new RowsWriter(sections);
  for (const { segment, pages, live } of reading)
    for (let document = 0; document < segment.documents; document++) {
      if (hasBit(live, document)) writer.add(pages.rowBytes(document));
      if ((document & 1023) === 1023) yield undefined;
    }
  writer.finish();
}

function column(
  reading: readonly Reading[],
  documents: number,
  of: (segment: Segment) => Uint32Array | Uint8Array,
): Uint32Array {
  const all = new Uint32Array(documents);
  for (const { segment, numbers } of reading) {
    const own = of(segment);
    for (let at = 0; at < numbers.length; at++)
      if (numbers[at] !== GONE) all[numbers[at] ?? 0] = own[at] ?? 0;
  }
  return all;
}

function days(
  reading: readonly Reading[],
  documents: number,
  of: (segment: Segment) => Int32Array | Float64Array,
): Float64Array {
  const all = new Float64Array(documents);
  for (const { segment, numbers } of reading) {
    const own = of(segment);
    const isNarrow = own instanceof Int32Array;
    for (let at = 0; at < numbers.length; at++) {
      if (numbers[at] === GONE) continue;
      const day = own[at] ?? 0;
      const isOpen = isNarrow && (day === OPEN_BEFORE || day === OPEN_AFTER);
      all[numbers[at] ?? 0] = isOpen ? day * Infinity : day;
    }
  }
  return all;
}

/** Steps of a merge end when so many terms were written. */
const TERMS_OF_A_STEP = 64;

/** A source, and the term of it that comes next. */
interface Reached {
  readonly source: Reading;
  readonly cursor: TermCursor;
}

/** By term, and where several have it in the order of their documents. */
function isBefore(a: Reached, b: Reached): boolean {
  const difference = a.cursor.compare(b.cursor.bytes, b.cursor.length);
  return difference < 0 || (difference === 0 && a.source.first < b.source.first);
}

function* mergeTerms(writer: TermsWriter, reading: readonly Reading[]): Generator<undefined> {
  const open = new Heap(isBefore);
  for (const source of reading) {
    const cursor = new TermCursor(source.pages.dictionary);
    if (cursor.first()) open.put({ source, cursor });
  }
  const having: Reached[] = [];
  for (let count = 0; takeFirst(open, having); count++) {
    if (!copyTerm(writer, having)) {
      writer.begin(having[0]?.cursor.bytes ?? new Uint8Array(0), having[0]?.cursor.length);
      for (const { source, cursor } of having) copyPostings(writer.postings, source, cursor);
      writer.end();
    }
    for (const one of having) if (one.cursor.next()) open.put(one);
    if (count % TERMS_OF_A_STEP === 0) yield undefined;
  }
  writer.finish();
}

/** Takes those whose next term is the first of all; false if none is left. */
function takeFirst(open: Heap<Reached>, having: Reached[]): boolean {
  having.length = 0;
  for (let next = open.first; next !== undefined; next = open.first) {
    const [first] = having;
    if (first !== undefined && next.cursor.compare(first.cursor.bytes, first.cursor.length) !== 0) break;
    having.push(next);
    open.take();
  }
  return having.length > 0;
}

/** Most terms stand in few documents: these are written as they are, those of one source behind those of another. */
function copyTerm(writer: TermsWriter, having: readonly Reached[]): boolean {
  let documents = 0;
  for (const { source, cursor } of having) documents += source.isWhole ? cursor.documents : BLOCK;
  const first = having[0]?.cursor;
  if (first === undefined || documents >= BLOCK || isOfFacet(first.bytes)) return false;
  writer.few.begin();
  for (const { source, cursor } of having) {
    const bytes = source.pages.postings.bytesOf(cursor);
    writer.few.addWritten(source.numbers[0] ?? 0, cursor.documents, bytes, cursor.postingsBytes);
  }
  writer.endFew(first.bytes, first.length);
  return true;
}

function copyPostings(
  writer: PostingsWriter,
  { pages, numbers, isWhole }: Reading,
  cursor: TermCursor,
): void {
  const { postings } = pages;
  postings.set(placeOf(cursor));
  // The columns of facets are told of each document.
  const behindFirst = isWhole && !isOfFacet(cursor.bytes) ? postings.behindFirst() : undefined;
  for (let block = 0; block < postings.blocks; block++) {
    copyBlock(writer, postings, block, numbers, isWhole);
    if (block > 0 || behindFirst === undefined) continue;
    writer.addBlocks(numbers[0] ?? 0, behindFirst);
    block = postings.fullBlocks - 1;
  }
}

function copyBlock(
  writer: PostingsWriter,
  postings: Postings,
  block: number,
  numbers: Uint32Array,
  isWhole: boolean,
): void {
  const count = postings.read(block);
  postings.readWeights(block);
  const { docs, weights, masks } = postings;
  if (isWhole && writer.hasRoomFor(count)) {
    writer.addMany(numbers[0] ?? 0, { docs, weights, masks, count }, postings.positionsIn(block));
    return;
  }
  const places = postings.positionsOf(block);
  for (let at = 0; at < count; at++) {
    const number = numbers[docs[at] ?? 0] ?? GONE;
    if (number === GONE) continue;
    const [from, to] = [places.ends[at] ?? 0, places.ends[at + 1] ?? 0];
    writer.addWritten(number, weights[at] ?? 0, masks[at] ?? 0, places.bytes, from, to);
  }
}

/** Texts of one order, one after another. */
class Keys {
  readonly #bytes = new ByteLists();
  readonly #lists = new NumberLists();
  readonly #from = new NumberLists();
  readonly #lengths = new NumberLists();
  add(key: Uint8Array): void {
    const { list, from } = this.#bytes.add(key);
    this.#lists.add(list);
    this.#from.add(from);
    this.#lengths.add(key.length);
  }
  compare(a: number, b: number): number {
    const [bytes, others] = [this.#bytes.list(this.#lists.at(a)), this.#bytes.list(this.#lists.at(b))];
    const [first, second] = [this.#from.at(a), this.#from.at(b)];
    const [length, other] = [this.#lengths.at(a), this.#lengths.at(b)];
    for (let at = 0; at < length && at < other; at++) {
      const difference = (bytes?.[first + at] ?? 0) - (others?.[second + at] ?? 0);
      if (difference !== 0) return difference;
    }
    return length - other;
  }
}

/** The documents of a source in their order, and how many of them have their place. */
interface Ordered {
  readonly list: Uint32Array;
  at: number;
  /** The next of them. */
  number: number;
}

/** Each source is in order already: it is only told which of their first documents comes next. */
function rankOf(
  reading: readonly Reading[],
  documents: number,
  order: Order,
  date: Uint32Array | undefined,
): Uint32Array {
  const keys = new Keys();
  const ids = new Keys();
  for (const { segment, pages, numbers } of reading)
    for (let at = 0; at < segment.documents; at++) {
      if (numbers[at] === GONE) continue;
      const row = pages.rowBytes(at);
      keys.add(keyOf(row, order));
      if (date === undefined) ids.add(idOf(row));
    }
  const heap = new Heap<Ordered>((a, b) => {
    const difference = keys.compare(a.number, b.number) * (order === 'opened' ? -1 : 1);
    if (difference !== 0) return difference < 0;
    return date === undefined
      ? ids.compare(a.number, b.number) < 0
      : (date[a.number] ?? 0) < (date[b.number] ?? 0);
  });
  for (const { segment, numbers } of reading) {
    const list = inOrder(segment.rank(order), numbers);
    const [number] = list;
    if (number !== undefined) heap.put({ list, at: 0, number });
  }
  const rank = new Uint32Array(documents);
  for (let place = 0; place < documents; place++) {
    const first = heap.first;
    if (first === undefined) break;
    rank[first.number] = place;
    first.number = first.list[++first.at] ?? GONE;
    if (first.at < first.list.length) heap.moved();
    else heap.take();
  }
  return rank;
}

/** The new numbers of a source's documents, in the source's own order. */
function inOrder(rank: Uint32Array, numbers: Uint32Array): Uint32Array {
  const byRank = new Uint32Array(rank.length);
  for (let at = 0; at < rank.length; at++) byRank[rank[at] ?? 0] = numbers[at] ?? GONE;
  return byRank.filter((number) => number !== GONE);
}
