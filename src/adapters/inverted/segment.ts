import { crc32 } from 'node:zlib';
import { ByteReader } from './bytes.ts';
import { Damaged, type OpenFile } from './index-files.ts';
import { PagedBytes, type PageCache } from './paged-bytes.ts';
import { MAGIC, type Order } from './segment-writer.ts';
import { facetPrefix } from './term-space.ts';
import type { FacetField } from '../../core/query.ts';

/** Values of one field: the ordinals of a document's are `ordinals[begins[d]…begins[d + 1]]`, or `ordinals[d]` alone. */
export interface FacetColumn {
  readonly begins: Uint32Array | undefined;
  readonly ordinals: Uint32Array;
  /** The term of the value with ordinal 0, and how many values there are. */
  readonly firstTerm: number;
  readonly size: number;
}

export interface Row {
  readonly id: string;
  readonly dateKey: string;
  readonly titleKey: string;
  readonly openedAt: string;
  readonly label: string;
}

/** A segment that is read: its dictionary and columns in memory, postings, positions and passages when needed. */
export class Segment {
  readonly documents: number;
  readonly terms: number;
  readonly sizeBytes: number;
  readonly lengths: Uint32Array;
  readonly totalLength: number;
  readonly kinds: Uint8Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly counts: Uint32Array;
  readonly #ranks: Readonly<Record<Order, Uint32Array>>;
  readonly #pool: Uint16Array;
  readonly #offsets: Uint32Array;
  readonly #postingsAt: Uint32Array;
  readonly #positionsAt: Uint32Array;
  readonly #rowsAt: Uint32Array;
  readonly #storedAt: Uint32Array;
  readonly #sections: ReadonlyMap<string, PagedBytes>;
  readonly #facets = new Map<FacetField, FacetColumn | undefined>();
  readonly #file: OpenFile;

  constructor(file: OpenFile, cache: PageCache) {
    const { documents, sections } = readContents(file, cache);
    this.#file = file;
    this.#sections = sections;
    this.documents = documents;
    this.sizeBytes = file.sizeBytes;
    this.lengths = this.#wide('lengths');
    this.totalLength = this.lengths.reduce((sum, length) => sum + length, 0);
    this.kinds = this.#section('kinds').readAll();
    this.from = new Float64Array(this.#section('from').readAll().buffer);
    this.to = new Float64Array(this.#section('to').readAll().buffer);
    this.counts = this.#wide('counts');
    this.terms = this.counts.length;
    this.#pool = new Uint16Array(this.#section('pool').readAll().buffer);
    this.#offsets = this.#wide('offsets');
    this.#postingsAt = this.#wide('postings-at');
    this.#positionsAt = this.#wide('positions-at');
    this.#rowsAt = this.#wide('rows-at');
    this.#storedAt = this.#wide('stored-at');
    this.#ranks = {
      date: this.#wide('rank-date'),
      title: this.#wide('rank-title'),
      opened: this.#wide('rank-opened'),
    };
  }

  close(): void {
    this.#file.close();
  }
  #section(name: string): PagedBytes {
    const section = this.#sections.get(name);
    if (section === undefined) throw new Damaged(`the index has no ${name}`);
    return section;
  }
  #wide(name: string): Uint32Array {
    return new Uint32Array(this.#section(name).readAll().buffer);
  }

  rank(order: Order): Uint32Array {
    return this.#ranks[order];
  }
  term(number: number): string {
    let term = '';
    const end = this.#offsets[number + 1] ?? 0;
    for (let at = this.#offsets[number] ?? 0; at < end; at++) term += String.fromCharCode(this.#pool[at] ?? 0);
    return term;
  }
  /** The first term that does not stand before this one. */
  lowerBound(term: string): number {
    let low = 0;
    let high = this.terms;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(middle, term) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  #compare(number: number, term: string): number {
    const start = this.#offsets[number] ?? 0;
    const length = (this.#offsets[number + 1] ?? 0) - start;
    for (let at = 0; at < length && at < term.length; at++) {
      const difference = (this.#pool[start + at] ?? 0) - term.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return length - term.length;
  }
  /** Undefined if no document has it. */
  find(term: string): number | undefined {
    const at = this.lowerBound(term);
    return at < this.terms && this.#compare(at, term) === 0 ? at : undefined;
  }
  /** Terms that begin so: from the first, up to and without the second. */
  beginning(letters: string): readonly [number, number] {
    return [this.lowerBound(letters), this.lowerBound(`${letters}\uffff\uffff`)];
  }

  postings(term: number): Uint8Array {
    const at = this.#postingsAt[term] ?? 0;
    return this.#section('postings').read(at, (this.#postingsAt[term + 1] ?? 0) - at);
  }
  positions(term: number): Uint8Array {
    const at = this.#positionsAt[term] ?? 0;
    return this.#section('positions').read(at, (this.#positionsAt[term + 1] ?? 0) - at);
  }
  stored(document: number): Uint8Array {
    const at = this.#storedAt[document] ?? 0;
    return this.#section('stored').read(at, (this.#storedAt[document + 1] ?? 0) - at);
  }
  row(document: number): Row {
    const at = this.#rowsAt[document] ?? 0;
    const bytes = this.#section('rows').read(at, (this.#rowsAt[document + 1] ?? 0) - at);
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const [id, dateKey, titleKey, openedAt, label] = Array.isArray(read) ? read.map(String) : [];
    if (id === undefined || label === undefined) throw new Damaged('no row where one should be');
    return { id, dateKey: dateKey ?? '', titleKey: titleKey ?? '', openedAt: openedAt ?? '', label };
  }

  /** Undefined if no document has a value in this field. */
  facet(field: FacetField): FacetColumn | undefined {
    if (this.#facets.has(field)) return this.#facets.get(field);
    const [firstTerm, end] = this.beginning(facetPrefix(field));
    const isSingle = !this.#sections.has(`facet-${field}-at`);
    const column =
      firstTerm === end
        ? undefined
        : {
            begins: isSingle ? undefined : this.#wide(`facet-${field}-at`),
            ordinals: this.#wide(`facet-${field}`),
            firstTerm,
            size: end - firstTerm,
          };
    this.#facets.set(field, column);
    return column;
  }
}

const HEAD_BYTES = 12;

function readContents(
  file: OpenFile,
  cache: PageCache,
): { readonly documents: number; readonly sections: ReadonlyMap<string, PagedBytes> } {
  const head = new ByteReader(file.read(0, HEAD_BYTES));
  const [magic, length, checksum] = [head.u32(), head.u32(), head.u32()];
  if (magic !== MAGIC || length > file.sizeBytes) throw new Damaged('this is no segment of an index');
  const table = file.read(HEAD_BYTES, length);
  if (table.length < length || crc32(table) !== checksum) throw new Damaged('the head of a segment is broken');
  const read: unknown = JSON.parse(new TextDecoder().decode(table));
  const isTable = typeof read === 'object' && read !== null && 'documents' in read && 'contents' in read;
  if (!isTable || !Array.isArray(read.contents)) throw new Damaged('the head of a segment is broken');
  const sections = new Map<string, PagedBytes>();
  for (const entry of read.contents) {
    const [name, at, bytes, sums]: readonly unknown[] = Array.isArray(entry) ? entry : [];
    const start = HEAD_BYTES + length + Number(at);
    if (!Array.isArray(sums) || start + Number(bytes) > file.sizeBytes)
      throw new Damaged('a segment ends before its end');
    sections.set(String(name), new PagedBytes(file, start, Number(bytes), sums.map(Number), cache));
  }
  return { documents: Number(read.documents), sections };
}
