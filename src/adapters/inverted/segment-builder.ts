import { zstdCompressSync } from 'node:zlib';
import { RECORD_KINDS } from '../../core/id.ts';
import { FACET_FIELDS, TEXT_FIELDS } from '../../core/query.ts';
import { spanOf } from '../../core/query/span.ts';
import type { SearchDocument } from '../../core/search-document.ts';
import { terms, tokenize } from '../../core/tokens/tokenize.ts';
import { ByteWriter } from './bytes.ts';
import { SegmentWriter, type DocumentRow } from './segment-writer.ts';
import { printPassages } from './stored-passages.ts';
import { BEGINNINGS, facetTerm, idTerm, ONLY_TEXT, PLACES, WEIGHTS } from './term-space.ts';

const LONGEST_BEGINNING = 80;

/** Each time a term was met: which term, in which document, and where; in the order of reading. */
class Occurrences {
  #terms = new Uint32Array(1 << 14);
  #documents = new Uint32Array(1 << 14);
  #places = new Uint32Array(1 << 14);
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
    for (let term = 1; term <= termCount; term++) begins[term] = (begins[term] ?? 0) + (begins[term - 1] ?? 0);
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

/** No place: a term that a document has as a whole. */
const NOWHERE = 0xffff_ffff;

/** The file of a segment that holds these documents, each id once. */
export function buildSegment(documents: readonly SearchDocument[]): readonly Uint8Array[] {
  const numbers = new Map<string, number>();
  const met = new Occurrences();
  const numberOf = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  };
  const lengths = new Uint32Array(documents.length);
  for (const [at, document] of documents.entries()) {
    lengths[at] = readWords(document, (term, place) => met.add(numberOf(term), at, place));
    for (const term of wholeTerms(document)) met.add(numberOf(term), at, NOWHERE);
  }
  const writer = new SegmentWriter(documents.map(rowOf), lengths);
  const sorted = [...numbers].sort(([a], [b]) => (a < b ? -1 : 1));
  const { begins, documents: in_, places } = met.byTerm(numbers.size);
  const bytes = new ByteWriter();
  for (const [term, number] of sorted) {
    writer.begin(term);
    const end = begins[number + 1] ?? 0;
    for (let at = begins[number] ?? 0; at < end; ) {
      const document = in_[at] ?? 0;
      let last = at + 1;
      while (last < end && in_[last] === document) last++;
      addPosting(writer, document, places.subarray(at, last), bytes);
      at = last;
    }
    writer.end();
  }
  return writer.finish();
}

/** Tells each word with its place. Returns how long the document is, in weighted words. */
function readWords(document: SearchDocument, tell: (term: string, place: number) => void): number {
  const next = TEXT_FIELDS.map(() => 0);
  let length = 0;
  for (const { field, text } of document.passages) {
    const at = TEXT_FIELDS.indexOf(field);
    const start = next[at] ?? 0;
    let place = start;
    tokenize(text, (term) => {
      tell(term, at * PLACES + place++);
    });
    length += (place - start) * (WEIGHTS[at] ?? 0);
    // One place between passages stays empty, so that no phrase reaches from one into the next.
    next[at] = place + 1;
  }
  return length;
}

/** What a document has as a whole: its id, its facet values, and how its titles and names begin. */
function wholeTerms(document: SearchDocument): ReadonlySet<string> {
  const found = new Set([idTerm(document.id), facetTerm('kind', document.kind)]);
  for (const field of FACET_FIELDS)
    if (field !== 'kind') for (const value of document.facets[field] ?? []) found.add(facetTerm(field, value));
  const isNamed = !['document', 'collection', 'unit'].includes(document.kind);
  const [whole, later, documents] = BEGINNINGS;
  for (const { field, text } of document.passages) {
    if (field !== 'title' && !(isNamed && field === 'name')) continue;
    const words = terms(text.slice(0, 400));
    for (let at = 0; at < Math.min(words.length, isNamed ? 8 : 1); at++) {
      const rank = document.kind === 'document' ? documents : at === 0 ? whole : later;
      found.add(rank + words.slice(at).join(' ').slice(0, LONGEST_BEGINNING));
    }
  }
  return found;
}

function rowOf(document: SearchDocument): DocumentRow {
  const { id, kind, earliest, latest, dateKey, titleKey, openedAt, passages } = document;
  return {
    id,
    kind: RECORD_KINDS.indexOf(kind),
    label: passages.find(({ field }) => field === 'title')?.text ?? id,
    span: spanOf(earliest, latest),
    dateKey,
    titleKey,
    openedAt,
    stored: zstdCompressSync(printPassages(passages)),
  };
}

function addPosting(writer: SegmentWriter, document: number, met: Uint32Array, bytes: ByteWriter): void {
  if (met[0] === NOWHERE) {
    writer.add(document, 0, ONLY_TEXT, undefined);
    return;
  }
  if (met.length > 1) met.sort();
  let [weight, mask] = [0, 0];
  for (let at = 0; at < met.length; at++) {
    const field = Math.floor((met[at] ?? 0) / PLACES);
    weight += WEIGHTS[field] ?? 0;
    mask |= 1 << field;
  }
  bytes.clear();
  const lastField = Math.floor((met.at(-1) ?? 0) / PLACES);
  for (let at = 0; at < met.length; ) {
    const field = Math.floor((met[at] ?? 0) / PLACES);
    let end = at + 1;
    while (end < met.length && Math.floor((met[end] ?? 0) / PLACES) === field) end++;
    if (field !== lastField) bytes.varint(end - at);
    let before = field * PLACES;
    for (; at < end; at++) {
      bytes.varint((met[at] ?? 0) - before);
      before = met[at] ?? 0;
    }
  }
  writer.add(document, weight, mask, bytes.written());
}
