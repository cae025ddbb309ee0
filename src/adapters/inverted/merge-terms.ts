import { TermCursor } from './dictionary.ts';
import { Heap } from './heap.ts';
import { GONE, type Reading } from './merge-source.ts';
import { pastPositions } from './places.ts';
import { placeOf, type Postings } from './postings.ts';
import { BLOCK, type PostingsWriter } from './postings-writer.ts';
import { isOfFacet, type TermsWriter } from './segment-writer.ts';

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

/** Writes the terms of all sources, each with its documents. */
export function* mergeTerms(writer: TermsWriter, reading: readonly Reading[]): Generator<undefined> {
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
  const positions = postings.positionsIn(block);
  let from = 0;
  for (let at = 0; at < count; at++) {
    const [weight, mask] = [weights[at] ?? 0, masks[at] ?? 0];
    const to = positions.length === 0 ? 0 : pastPositions(positions, from, weight, mask);
    const number = numbers[docs[at] ?? 0] ?? GONE;
    if (number !== GONE) writer.addWritten(number, weight, mask, positions, from, to);
    from = to;
  }
}
