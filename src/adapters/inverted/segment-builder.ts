import { RECORD_KINDS } from '../../core/id.ts';
import { FACET_FIELDS, PASSAGE_FIELDS } from '../../core/query.ts';
import { spanOf, type Span } from '../../core/query/span.ts';
import type { SearchDocument } from '../../core/search-document.ts';
import { LONGEST_TERM, tellWords, terms, type Told } from '../../core/tokens/tokenize.ts';
import { ByteWriter, Numbers } from './bytes.ts';
import type { NewFile } from './index-files.ts';
import { NOWHERE, Occurrences, type Met } from './occurrences.ts';
import type { FewPostings } from './few-postings.ts';
import { BLOCK, type PostingsWriter } from './postings-writer.ts';
import { TermNumbers } from './term-numbers.ts';
import { COMPARE, writeRow, type Order, type Row } from './rows.ts';
import { SectionWriter } from './sections.ts';
import { endsOf, isOfFacet, RowsWriter, TermsWriter, writeDays, writeRanks } from './segment-writer.ts';
import { printDocument, StoredPacker, StoredWriter, type StoredBlock } from './stored-passages.ts';
import {
  BEGINNINGS,
  citeTerm,
  facetTerm,
  idTerm,
  PLACE_BITS,
  PLACES,
  printTerm,
  WEIGHTS,
} from './term-space.ts';

const LONGEST_BEGINNING = 80;
/** Words of one document that are found; what stands behind them is not. More than any book has. */
export const MOST_WORDS = 1_000_000;

/**
 * Takes documents, each id once, and writes the segment that holds them. What it needs of a document it has
 * read once it was added: the document itself need not stay.
 */
export class SegmentBuilder {
  readonly #numbers = new TermNumbers();
  readonly #met = new Occurrences();
  readonly #reader = new WordReader(this.#numbers, this.#met);
  readonly #lengths = new Numbers();
  readonly #blocks: StoredBlock[] = [];
  readonly #packer = new StoredPacker((block) => this.#blocks.push(block));
  readonly #rows: Row[] = [];
  readonly #kinds: number[] = [];
  readonly #spans: (Span | undefined)[] = [];
  readonly #bytes = new ByteWriter(1 << 12);
  readonly #tokens = new Numbers(16);

  get documents(): number {
    return this.#rows.length;
  }

  add(document: SearchDocument): void {
    const number = this.documents;
    this.#tokens.clear();
    this.#lengths.add(this.#readWords(document, number));
    this.#met.begin(number, NOWHERE);
    for (const term of new Set(wholeTerms(document).map((whole) => this.#numbers.numberOf(whole))))
      this.#met.add(term);
    this.#bytes.clear();
    printDocument(this.#bytes, document, (at) => this.#tokens.at(at));
    this.#packer.add(this.#bytes.written());
    this.#rows.push(rowOf(document));
    this.#kinds.push(RECORD_KINDS.indexOf(document.kind));
    this.#spans.push(spanOf(document.earliest, document.latest));
  }

  /** Reads the words of a document, and how many each passage has; returns how long it is, in weighted words. */
  #readWords({ passages }: SearchDocument, document: number): number {
    const next = PASSAGE_FIELDS.map(() => 0);
    let length = 0;
    let left = MOST_WORDS;
    for (const { field, text } of passages) {
      const at = PASSAGE_FIELDS.indexOf(field);
      const start = next[at] ?? 0;
      this.#met.begin(document, at * PLACES + start);
      const words = this.#reader.read(text, left);
      this.#tokens.add(words);
      left -= words;
      length += words * (WEIGHTS[at] ?? 0);
      // One place between passages stays empty, so that no phrase reaches from one into the next.
      next[at] = start + words + 1;
    }
    return length;
  }

  /** Writes all that was added so far. */
  write(file: NewFile): void {
    const sections = new SectionWriter(file);
    const stored = new StoredWriter(sections);
    this.#packer.endBlock();
    for (const block of this.#blocks) stored.add(block);
    stored.finish();
    const rows = new RowsWriter(sections);
    for (const row of this.#rows) {
      this.#bytes.clear();
      writeRow(this.#bytes, row);
      rows.add(this.#bytes.written());
    }
    rows.finish();
    const lengths = this.#lengths.written();
    writeTerms(new TermsWriter(sections, lengths), this.#numbers, this.#met.byTerm(this.#numbers.count));
    sections.numbers('lengths', lengths);
    sections.numbers('kinds', Uint8Array.from(this.#kinds));
    const ends = endsOf(this.#spans);
    writeDays(sections, ends.from, ends.to);
    writeRanks(sections, (order) => rankOf(this.#rows, order));
    sections.finish(this.documents);
  }
}

/** Numbers the words of a text, and keeps that they were met. */
class WordReader implements Told {
  readonly #numbers: TermNumbers;
  readonly #met: Occurrences;
  readonly letters = new Uint16Array(LONGEST_TERM);
  #left = 0;

  constructor(numbers: TermNumbers, met: Occurrences) {
    this.#numbers = numbers;
    this.#met = met;
  }

  /** So many words at most; returns how many there were. */
  read(text: string, most: number): number {
    this.#left = most;
    tellWords(text, this);
    return most - this.#left;
  }
  plain(from: number, to: number, hash: number): void {
    if (this.#left === 0) return;
    this.#left--;
    this.#met.add(this.#numbers.numberOfUnits(this.letters, to - from, hash));
  }
  term(term: string): void {
    if (this.#left === 0) return;
    this.#left--;
    this.#met.add(this.#numbers.numberOf(term));
  }
}

/** What a document has as a whole: its id, its facet values, and how its titles and names begin; some more than once. */
function wholeTerms(document: SearchDocument): readonly string[] {
  const found = [idTerm(document.id), facetTerm('kind', document.kind)];
  for (const field of FACET_FIELDS)
    if (field !== 'kind')
      for (const value of document.facets[field] ?? []) found.push(facetTerm(field, value));
  for (const print of document.prints ?? []) found.push(printTerm(print));
  for (const identifier of document.cites ?? []) found.push(citeTerm(identifier));
  const isNamed = !['document', 'collection', 'unit'].includes(document.kind);
  const [whole, later, documents] = BEGINNINGS;
  for (const { field, text } of document.passages) {
    if (field !== 'title' && !(isNamed && field === 'name')) continue;
    const words = terms(text.slice(0, 400));
    for (let at = 0; at < Math.min(words.length, isNamed ? 8 : 1); at++) {
      const rank = document.kind === 'document' ? documents : at === 0 ? whole : later;
      found.push(rank + words.slice(at).join(' ').slice(0, LONGEST_BEGINNING));
    }
  }
  return found;
}

const rowOf = ({ id, dateKey, titleKey, openedAt, passages }: SearchDocument): Row => ({
  id,
  dateKey,
  titleKey,
  openedAt,
  label: passages.find(({ field }) => field === 'title')?.text ?? id,
});

function rankOf(rows: readonly Row[], order: Order): Uint32Array {
  const sorted = rows.map((row, document) => ({ row, document }));
  sorted.sort((a, b) => COMPARE[order](a.row, b.row));
  const rank = new Uint32Array(rows.length);
  for (const [place, { document }] of sorted.entries()) rank[document] = place;
  return rank;
}

function writeTerms(writer: TermsWriter, numbers: TermNumbers, { begins, documents, places }: Met): void {
  const bytes = new ByteWriter();
  for (const number of numbers.sorted()) {
    bytes.clear();
    numbers.write(number, bytes);
    const term = bytes.written();
    const from = begins[number] ?? 0;
    const to = begins[number + 1] ?? 0;
    if (to - from < BLOCK && !isOfFacet(term)) {
      writer.few.begin();
      addPostings(writer.few, documents, places, from, to);
      writer.endFew(term, term.length);
    } else {
      writer.begin(term);
      addPostings(writer.postings, documents, places, from, to);
      writer.end();
    }
  }
  writer.finish();
}

/** One term: where it was met stands from `from` up to and without `to`. */
function addPostings(
  writer: PostingsWriter | FewPostings,
  documents: Uint32Array,
  places: Uint32Array,
  from: number,
  to: number,
): void {
  for (let at = from; at < to;) {
    const document = documents[at] ?? 0;
    let last = at + 1;
    while (last < to && documents[last] === document) last++;
    addPosting(writer, document, places, at, last);
    at = last;
  }
}

/** One term in one document: its places stand from `from` up to and without `to`. */
function addPosting(
  writer: PostingsWriter | FewPostings,
  document: number,
  met: Uint32Array,
  from: number,
  to: number,
): void {
  if (met[from] === NOWHERE) {
    writer.add(document);
    return;
  }
  let isSorted = true;
  let [weight, mask] = [0, 0];
  for (let at = from; at < to; at++) {
    const place = met[at] ?? 0;
    const field = place >>> PLACE_BITS;
    weight += WEIGHTS[field] ?? 0;
    mask |= 1 << field;
    if (at > from && place < (met[at - 1] ?? 0)) isSorted = false;
  }
  if (!isSorted) met.subarray(from, to).sort();
  writer.addPlaces(document, weight, mask, met, from, to);
}
