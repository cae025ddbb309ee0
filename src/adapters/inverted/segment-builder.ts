import { RECORD_KINDS } from '../../core/id.ts';
import { FACET_FIELDS, PASSAGE_FIELDS } from '../../core/query.ts';
import { spanOf } from '../../core/query/span.ts';
import type { SearchDocument } from '../../core/search-document.ts';
import { tellWords, terms } from '../../core/tokens/tokenize.ts';
import { ByteWriter, Numbers } from './bytes.ts';
import type { NewFile } from './index-files.ts';
import { Occurrences } from './occurrences.ts';
import type { PostingsWriter } from './postings-writer.ts';
import { TermNumbers } from './term-numbers.ts';
import { COMPARE, writeRow, type Order, type Row } from './rows.ts';
import { SectionWriter } from './sections.ts';
import { endsOf, RowsWriter, TermsWriter, writeDays, writeRanks } from './segment-writer.ts';
import { printDocument, StoredWriter } from './stored-passages.ts';
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
/** What a word takes in a text, about. */
const UNITS_OF_A_WORD = 5;
/** No place: a term that a document has as a whole. */
const NOWHERE = 0xffff_ffff;

/** Writes the file of a segment that holds these documents, each id once. */
export function buildSegment(documents: readonly SearchDocument[], file: NewFile): void {
  const sections = new SectionWriter(file);
  const words = readAll(documents);
  const stored = new StoredWriter(sections);
  const bytes = new ByteWriter(1 << 14);
  let passage = 0;
  for (const document of documents) {
    bytes.clear();
    printDocument(bytes, document, (at) => words.tokens.at(passage + at));
    passage += document.passages.length;
    stored.add(bytes.written());
  }
  stored.finish();
  const rows = documents.map(rowOf);
  const rowsWriter = new RowsWriter(sections);
  for (const row of rows) {
    bytes.clear();
    writeRow(bytes, row);
    rowsWriter.add(bytes.written());
  }
  rowsWriter.finish();
  writeTerms(new TermsWriter(sections, words.lengths), words);
  sections.numbers('lengths', words.lengths);
  sections.numbers(
    'kinds',
    Uint8Array.from(documents, ({ kind }) => RECORD_KINDS.indexOf(kind)),
  );
  const ends = endsOf(documents.map(({ earliest, latest }) => spanOf(earliest, latest)));
  writeDays(sections, ends.from, ends.to);
  writeRanks(sections, (order) => rankOf(rows, order));
  sections.finish(documents.length);
}

interface ReadWords {
  readonly numbers: TermNumbers;
  readonly met: Occurrences;
  readonly lengths: Uint32Array;
  /** How many terms each passage has, of one document after another. */
  readonly tokens: Numbers;
}

function readAll(documents: readonly SearchDocument[]): ReadWords {
  const numbers = new TermNumbers();
  const units = documents.reduce(
    (sum, one) => one.passages.reduce((all, { text }) => all + text.length, sum),
    0,
  );
  const met = new Occurrences(1024 + Math.ceil(units / UNITS_OF_A_WORD));
  const tokens = new Numbers();
  const lengths = new Uint32Array(documents.length);
  for (const [at, document] of documents.entries()) {
    met.begin();
    lengths[at] = readWords(document, tokens, numbers, (term, place) => met.add(term, place));
    for (const term of new Set(wholeTerms(document).map((whole) => numbers.numberOf(whole))))
      met.add(term, NOWHERE);
  }
  return { numbers, met, lengths, tokens };
}

/** Tells the number of each word with its place. Returns how long the document is, in weighted words. */
function readWords(
  document: SearchDocument,
  tokens: Numbers,
  numbers: TermNumbers,
  tell: (term: number, place: number) => void,
): number {
  const next = PASSAGE_FIELDS.map(() => 0);
  let length = 0;
  let left = MOST_WORDS;
  for (const { field, text } of document.passages) {
    const at = PASSAGE_FIELDS.indexOf(field);
    const start = next[at] ?? 0;
    const base = at * PLACES;
    let place = start;
    tellWords(text, {
      plain(from, to, hash) {
        if (left-- > 0) tell(numbers.numberOfPlain(text, from, to, hash), base + place++);
      },
      term(term) {
        if (left-- > 0) tell(numbers.numberOf(term), base + place++);
      },
    });
    tokens.add(place - start);
    length += (place - start) * (WEIGHTS[at] ?? 0);
    // One place between passages stays empty, so that no phrase reaches from one into the next.
    next[at] = place + 1;
  }
  return length;
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

function writeTerms(writer: TermsWriter, { numbers, met }: ReadWords): void {
  const { begins, documents, places } = met.byTerm(numbers.count);
  const bytes = new ByteWriter();
  for (const number of numbers.sorted()) {
    bytes.clear();
    numbers.write(number, bytes);
    writer.begin(bytes.written());
    const end = begins[number + 1] ?? 0;
    for (let at = begins[number] ?? 0; at < end;) {
      const document = documents[at] ?? 0;
      let last = at + 1;
      while (last < end && documents[last] === document) last++;
      addPosting(writer.postings, document, places, at, last);
      at = last;
    }
    writer.end();
  }
  writer.finish();
}

/** One term in one document: its places stand from `from` up to and without `to`. */
function addPosting(
  writer: PostingsWriter,
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
