import { RECORD_KINDS, parseId, type RecordId, type RecordKind } from '../../core/id.ts';
import type { FacetField } from '../../core/query.ts';
import { yearOfDay } from '../../core/query/span.ts';
import { Dictionary, type TermCursor } from './dictionary.ts';
import { IdFilter } from './id-filter.ts';
import { isEven, type FacetColumn } from './facet-column.ts';
import { Damaged, type OpenFile } from './index-files.ts';
import { KnownSets } from './known-sets.ts';
import { PageCache, type PagedBytes } from './paged-bytes.ts';
import { Postings, placeOf, type TermPlace } from './postings.ts';
import { ORDERS, readRow, type Order, type Row } from './rows.ts';
import { readContents } from './sections.ts';
import { OPEN_AFTER, OPEN_BEFORE } from './segment-writer.ts';
import { SpellingTable } from './spelling-table.ts';
import { Stored } from './stored-passages.ts';
import { facetPrefix, idTerm } from './term-space.ts';

/** The years furthest from ours that are counted in a table; an open end is one year further. */
export const FURTHEST_YEAR = 5_900;

/** In which years documents may have happened: which of the spans each has. Of what is not dated the first year is the later. */
export interface YearColumns {
  readonly ordinals: Uint16Array | Uint32Array;
  readonly spans: readonly { readonly first: number; readonly last: number }[];
  /** How many documents of the segment have each. */
  readonly counts: Uint32Array;
  /** Whether none lies further off than the table reaches; else they are not to be relied on. */
  readonly isOrdinary: boolean;
}

/** Ids that are looked for before it is worth knowing which there are. */
const MANY_IDS = 100;

/** Terms that are remembered with where they stand. */
const MOST_REMEMBERED = 50_000;

/** A segment that is read: its columns in memory; its dictionary, postings, rows and passages when needed. */
export class Segment {
  readonly documents: number;
  /** By which its file is known from every other. */
  readonly check: number;
  readonly sizeBytes: number;
  readonly dictionary: Dictionary;
  readonly stored: Stored;
  readonly lengths: Uint32Array;
  readonly totalLength: number;
  readonly kinds: Uint8Array;
  readonly from: Int32Array | Float64Array;
  readonly to: Int32Array | Float64Array;
  readonly #ranks = new Map<Order, Uint32Array>();
  readonly #postings: PagedBytes;
  readonly #rows: PagedBytes;
  readonly #rowsAt: Uint32Array;
  readonly #sections: ReadonlyMap<string, PagedBytes>;
  readonly #facets = new Map<FacetField, FacetColumn | undefined>();
  readonly #file: OpenFile;
  #years: YearColumns | undefined;
  #spellings: SpellingTable | undefined;
  #ids: IdFilter | undefined;
  #idsAsked = 0;
  #holders = 0;
  /** Documents in which words stand together. */
  readonly standing = new KnownSets();
  readonly #remembered = new Map<string, readonly TermPlace[]>();
  #rememberedTerms = 0;
  #isClosing = false;

  constructor(file: OpenFile, cache: PageCache, unpacked = new PageCache(64)) {
    const { documents, check, sections } = readContents(file, cache);
    this.check = check;
    this.#file = file;
    this.#sections = sections;
    this.documents = documents;
    this.sizeBytes = file.sizeBytes;
    const section = (name: string): PagedBytes => this.#section(name);
    this.dictionary = new Dictionary(section);
    this.stored = new Stored(section, documents, unpacked);
    this.#postings = section('postings');
    this.#rows = section('rows');
    this.lengths = this.#wide('lengths', documents);
    this.totalLength = this.lengths.reduce((sum, length) => sum + length, 0);
    this.kinds = section('kinds').readAll();
    this.from = this.#days('from');
    this.to = this.#days('to');
    this.#rowsAt = this.#wide('rows-at', documents + 1);
    for (const order of ORDERS)
      if (this.#section(`rank-${order}`).length !== documents * 4 || this.kinds.length !== documents)
        throw new Damaged('a segment without its columns');
  }

  /** Closes the file as soon as nobody holds it. */
  close(): void {
    this.#isClosing = true;
    if (this.#holders === 0) this.#file.close();
  }
  /** Keeps it open until it is let go. */
  hold(): () => void {
    this.#holders++;
    return () => {
      if (--this.#holders === 0 && this.#isClosing) this.#file.close();
    };
  }
  #section(name: string): PagedBytes {
    const section = this.#sections.get(name);
    if (section === undefined) throw new Damaged(`the index has no ${name}`);
    return section;
  }
  /** What one reads who reads all of it once, and shall not drive out what others read again. */
  sequential(): {
    readonly dictionary: Dictionary;
    readonly stored: Stored;
    readonly postings: Postings;
    rowBytes(document: number): Uint8Array;
  } {
    const cache = new PageCache(32);
    const section = (name: string): PagedBytes => this.#section(name).over(cache);
    const rows = section('rows');
    return {
      dictionary: new Dictionary(section),
      stored: new Stored(section, this.documents, new PageCache(2)),
      postings: new Postings(section('postings'), this.documents),
      rowBytes: (document) => this.#rowFrom(rows, document),
    };
  }
  #wide(name: string, length: number): Uint32Array {
    const bytes = this.#section(name).readAll();
    if (bytes.length !== length * 4) throw new Damaged(`the index has not enough of ${name}`);
    return new Uint32Array(bytes.buffer);
  }
  #days(name: string): Int32Array | Float64Array {
    const isWide = this.#sections.has(`${name}-wide`);
    const { buffer } = this.#section(isWide ? `${name}-wide` : name).readAll();
    const days = isWide ? new Float64Array(buffer) : new Int32Array(buffer);
    if (days.length !== this.documents) throw new Damaged('a segment without its days');
    return days;
  }

  /** The place of each document in an order, read when first asked for. */
  rank(order: Order): Uint32Array {
    const rank = this.#ranks.get(order) ?? this.#wide(`rank-${order}`, this.documents);
    this.#ranks.set(order, rank);
    return rank;
  }
  isDated(document: number): boolean {
    return (this.from[document] ?? 0) <= (this.to[document] ?? 0);
  }
  /** The first and last year of each document, worked out when first asked for. */
  years(): YearColumns {
    this.#years ??= yearColumns(this.from, this.to);
    return this.#years;
  }

  /** Its words as they are spelled, read when first asked for. */
  spellings(): SpellingTable {
    this.#spellings ??= new SpellingTable(this.sequential().dictionary);
    return this.#spellings;
  }

  find(term: string): TermPlace | undefined {
    const found = this.dictionary.find(term);
    return found && placeOf(found);
  }
  postings(term?: TermPlace): Postings {
    return new Postings(this.#postings, this.documents, term);
  }
  /** Terms that were looked up for a key, or are now: one question asks for the same again and again. */
  remembered(key: string, look: () => readonly TermPlace[]): readonly TermPlace[] {
    const known = this.#remembered.get(key);
    if (known !== undefined) return known;
    const found = look();
    this.#rememberedTerms += found.length + 1;
    if (this.#rememberedTerms > MOST_REMEMBERED) {
      this.#remembered.clear();
      this.#rememberedTerms = found.length + 1;
    }
    this.#remembered.set(key, found);
    return found;
  }
  /** The terms that begin so, in order. */
  *beginning(letters: string, beginning: Uint8Array): Generator<TermCursor> {
    const cursor = this.dictionary.from(letters);
    if (cursor === undefined) return;
    do {
      if (!cursor.startsWith(beginning)) return;
      yield cursor;
    } while (cursor.next());
  }
  /** The document with this id; undefined if there is none. Who asks for many is helped by a filter. */
  documentOf(id: string): number | undefined {
    if (++this.#idsAsked === MANY_IDS) this.#ids = new IdFilter(this.sequential().dictionary, this.documents);
    if (this.#ids?.mayHave(id) === false) return undefined;
    const term = this.find(idTerm(id));
    if (term === undefined) return undefined;
    const postings = this.postings(term);
    postings.read(0);
    return postings.docs[0];
  }

  /** The bytes of a row. */
  rowBytes(document: number): Uint8Array {
    return this.#rowFrom(this.#rows, document);
  }
  #rowFrom(rows: PagedBytes, document: number): Uint8Array {
    const at = this.#rowsAt[document] ?? 0;
    return rows.read(at, (this.#rowsAt[document + 1] ?? 0) - at);
  }
  row(document: number): Row {
    return readRow(this.rowBytes(document));
  }
  kindOf(document: number): RecordKind {
    const kind = RECORD_KINDS[this.kinds[document] ?? 255];
    if (kind === undefined) throw new Damaged('a document of no kind');
    return kind;
  }

  /** Undefined if no document has a value in this field. */
  facet(field: FacetField): FacetColumn | undefined {
    if (this.#facets.has(field)) return this.#facets.get(field);
    const column = this.#readFacet(field);
    this.#facets.set(field, column);
    return column;
  }
  #readFacet(field: FacetField): FacetColumn | undefined {
    if (!this.#sections.has(`facet-${field}`)) return undefined;
    const prefix = facetPrefix(field);
    const firstTerm = this.dictionary.lowerBound(prefix);
    const size = this.dictionary.lowerBound(`${prefix.slice(0, -1)}\u0001`) - firstTerm;
    const numbers = (name: string): ArrayBuffer | undefined =>
      this.#sections.get(`facet-${field}${name}`)?.readAll().buffer;
    const [setsOf, at, values = new ArrayBuffer(0)] = [numbers('-sets'), numbers('-at'), numbers('')];
    const sets = setsOf && new Uint16Array(setsOf);
    const begins = at && new Uint32Array(at);
    const ordinals = size > 0x1_0000 ? new Uint32Array(values) : new Uint16Array(values);
    const entries = begins === undefined ? ordinals.length : begins.length - 1;
    const isWhole = (sets === undefined ? entries : sets.length) === this.documents;
    if (!isWhole || (begins !== undefined && ordinals.length !== begins[entries]))
      throw new Damaged('a segment without its values');
    const even = begins === undefined || (sets === undefined && isEven(begins));
    return { sets, begins, ordinals, isEven: even, firstTerm, size };
  }
}

/** The id of a row; throws `Damaged` if it is none. */
export function idOfRow(row: Row): RecordId {
  const id = parseId(row.id);
  if (id === undefined) throw new Damaged('a row without an id');
  return id;
}

function yearColumns(from: Int32Array | Float64Array, to: Int32Array | Float64Array): YearColumns {
  const isOpen = (day: number): boolean => day <= OPEN_BEFORE || day >= OPEN_AFTER;
  let isOrdinary = true;
  const yearOf = (day: number): number => {
    if (isOpen(day)) return day < 0 ? -FURTHEST_YEAR - 1 : FURTHEST_YEAR + 1;
    const year = yearOfDay(day);
    if (Math.abs(year) > FURTHEST_YEAR) isOrdinary = false;
    return year;
  };
  const known = new Map<number, number>();
  const spans: { readonly first: number; readonly last: number }[] = [];
  const ordinals = new Uint32Array(from.length);
  for (let at = 0; at < ordinals.length; at++) {
    const [first, last] = [yearOf(from[at] ?? 0), yearOf(to[at] ?? 0)];
    const key = first * 2 ** 24 + last;
    const ordinal = known.get(key) ?? spans.push({ first, last }) - 1;
    known.set(key, ordinal);
    ordinals[at] = ordinal;
  }
  const counts = new Uint32Array(spans.length);
  for (const ordinal of ordinals) counts[ordinal] = (counts[ordinal] ?? 0) + 1;
  const isWide = from instanceof Float64Array || to instanceof Float64Array;
  const isSmall = spans.length <= 0x1_0000;
  return {
    ordinals: isSmall ? Uint16Array.from(ordinals) : ordinals,
    spans,
    counts,
    isOrdinary: isOrdinary && !isWide,
  };
}
