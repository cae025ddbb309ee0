import { crc32 } from 'node:zlib';
import type { Span } from '../../core/query/span.ts';
import { ByteWriter } from './bytes.ts';
import { checksumsOf } from './paged-bytes.ts';
import { PostingsWriter } from './postings-writer.ts';
import { facetFieldOf } from './term-space.ts';

/** What a segment keeps of a document beside its terms. */
export interface DocumentRow {
  readonly id: string;
  /** Its kind, by its place in `RECORD_KINDS`. */
  readonly kind: number;
  readonly label: string;
  readonly span: Span | undefined;
  readonly dateKey: string;
  readonly titleKey: string;
  readonly openedAt: string;
  /** Its passages, compressed. */
  readonly stored: Uint8Array;
}

export const MAGIC = 0x314c5355;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byDate = (a: DocumentRow, b: DocumentRow): number =>
  compare(a.dateKey, b.dateKey) || compare(a.id, b.id);
/** The orders of documents, each as in every index; ties are by date and then by id. */
export const ORDERS = {
  date: byDate,
  title: (a: DocumentRow, b: DocumentRow) => compare(a.titleKey, b.titleKey) || byDate(a, b),
  opened: (a: DocumentRow, b: DocumentRow) => compare(b.openedAt, a.openedAt) || byDate(a, b),
} as const;
export type Order = keyof typeof ORDERS;

/** Writes one segment: terms in the order of their code units, each with its documents in order. */
export class SegmentWriter {
  readonly #rows: readonly DocumentRow[];
  readonly #lengths: Uint32Array;
  readonly #postings: PostingsWriter;
  readonly #pool = new ByteWriter();
  readonly #offsets: number[] = [0];
  readonly #counts: number[] = [];
  readonly #postingsAt: number[] = [];
  readonly #positionsAt: number[] = [];
  readonly #facets = new Map<string, { readonly documents: number[]; readonly ordinals: number[]; size: number }>();
  #units = 0;
  #facet: { readonly documents: number[]; readonly ordinals: number[]; size: number } | undefined;

  constructor(rows: readonly DocumentRow[], lengths: Uint32Array) {
    this.#rows = rows;
    this.#lengths = lengths;
    this.#postings = new PostingsWriter(lengths);
  }

  begin(term: string): void {
    for (let at = 0; at < term.length; at++) {
      const unit = term.charCodeAt(at);
      this.#pool.byte(unit & 255);
      this.#pool.byte(unit >>> 8);
    }
    this.#units += term.length;
    this.#offsets.push(this.#units);
    this.#postingsAt.push(this.#postings.postings.length);
    this.#positionsAt.push(this.#postings.positions.length);
    this.#postings.begin();
    const field = facetFieldOf(term);
    this.#facet = undefined;
    if (field === undefined) return;
    this.#facet = this.#facets.get(field) ?? { documents: [], ordinals: [], size: 0 };
    this.#facets.set(field, this.#facet);
    this.#facet.size++;
  }
  add(document: number, weight: number, mask: number, places: Uint8Array | undefined): void {
    this.#postings.add(document, weight, mask, places);
    if (this.#facet === undefined) return;
    this.#facet.documents.push(document);
    this.#facet.ordinals.push(this.#facet.size - 1);
  }
  end(): void {
    this.#postings.end();
    this.#counts.push(this.#postings.count);
  }

  /** The whole file, in pieces. */
  finish(): readonly Uint8Array[] {
    const { postings, positions } = this.#postings;
    const sections = new Map<string, Uint8Array>([
      ['pool', this.#pool.written()],
      ['offsets', wide(this.#offsets)],
      ['counts', wide(this.#counts)],
      ['postings-at', wide([...this.#postingsAt, postings.length])],
      ['positions-at', wide([...this.#positionsAt, positions.length])],
      ['postings', postings.written()],
      ['positions', positions.written()],
      ['lengths', asBytes(this.#lengths)],
      ['kinds', Uint8Array.from(this.#rows, ({ kind }) => kind)],
      ['from', asBytes(Float64Array.from(this.#rows, ({ span }) => span?.from ?? Infinity))],
      ['to', asBytes(Float64Array.from(this.#rows, ({ span }) => span?.to ?? -Infinity))],
      ['rank-date', this.#rank('date')],
      ['rank-title', this.#rank('title')],
      ['rank-opened', this.#rank('opened')],
    ]);
    const encoder = new TextEncoder();
    this.#blobs(sections, 'rows', ({ id, dateKey, titleKey, openedAt, label }) =>
      encoder.encode(JSON.stringify([id, dateKey, titleKey, openedAt, label])),
    );
    this.#blobs(sections, 'stored', ({ stored }) => stored);
    for (const [field, facet] of this.#facets) this.#facetColumns(sections, field, facet);
    return assembled(sections, this.#rows.length);
  }

  #rank(order: Order): Uint8Array {
    const rows = this.#rows.map((row, document) => ({ row, document }));
    rows.sort((a, b) => ORDERS[order](a.row, b.row));
    const rank = new Uint32Array(rows.length);
    for (const [place, { document }] of rows.entries()) rank[document] = place;
    return asBytes(rank);
  }

  #blobs(sections: Map<string, Uint8Array>, name: string, blobOf: (row: DocumentRow) => Uint8Array): void {
    const bytes = new ByteWriter();
    const at = [0];
    for (const row of this.#rows) {
      bytes.copy(blobOf(row));
      at.push(bytes.length);
    }
    sections.set(name, bytes.written());
    sections.set(`${name}-at`, wide(at));
  }

  /** By document, the ordinals of its values; where each document has exactly one, no table of where they begin. */
  #facetColumns(
    sections: Map<string, Uint8Array>,
    field: string,
    { documents, ordinals }: { readonly documents: readonly number[]; readonly ordinals: readonly number[] },
  ): void {
    const begins = new Uint32Array(this.#rows.length + 1);
    for (const document of documents) begins[document + 1] = (begins[document + 1] ?? 0) + 1;
    const isSingle = documents.length === this.#rows.length && begins.subarray(1).every((count) => count === 1);
    for (let at = 1; at < begins.length; at++) begins[at] = (begins[at] ?? 0) + (begins[at - 1] ?? 0);
    const next = begins.slice();
    const values = new Uint32Array(documents.length);
    for (const [at, document] of documents.entries()) {
      const place = next[document] ?? 0;
      values[place] = ordinals[at] ?? 0;
      next[document] = place + 1;
    }
    sections.set(`facet-${field}`, asBytes(values));
    if (!isSingle) sections.set(`facet-${field}-at`, asBytes(begins));
  }
}

const asBytes = (numbers: Uint32Array | Float64Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
const wide = (numbers: readonly number[]): Uint8Array => asBytes(Uint32Array.from(numbers));

/** Magic, length and checksum of the table of contents, the table, the sections. */
function assembled(sections: ReadonlyMap<string, Uint8Array>, documents: number): readonly Uint8Array[] {
  let at = 0;
  const contents = [...sections].map(([name, bytes]) => {
    const entry = [name, at, bytes.length, checksumsOf(bytes)] as const;
    at += bytes.length;
    return entry;
  });
  const table = new TextEncoder().encode(JSON.stringify({ documents, contents }));
  const head = new ByteWriter();
  head.u32(MAGIC);
  head.u32(table.length);
  head.u32(crc32(table));
  return [head.written(), table, ...sections.values()];
}
