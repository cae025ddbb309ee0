import type { Span } from '../../core/query/span.ts';
import { ByteWriter, Numbers, unitsOf } from './bytes.ts';
import { DictionaryWriter } from './dictionary.ts';
import { FacetColumnWriter } from './facet-column.ts';
import { FewPostings } from './few-postings.ts';
import { PostingsWriter } from './postings-writer.ts';
import type { Order } from './rows.ts';
import type { OpenSection, SectionWriter } from './sections.ts';
import { facetFieldOf } from './term-space.ts';

/** Days without an end, and of what is not dated, in a column of whole numbers: see `dayColumn`. */
export const OPEN_BEFORE = -(2 ** 31);
export const OPEN_AFTER = 2 ** 31 - 1;

/** Whether a term is a value of a facet. */
export const isOfFacet = (term: Uint8Array): boolean => term[0] === 1;

const OUT_BYTES = 1 << 15;

/** Writes the part of a segment that is found by terms: in the order of their units, each with its documents in order. */
export class TermsWriter {
  readonly #sections: SectionWriter;
  readonly #documents: number;
  /** Takes the documents of the term that was begun. */
  readonly postings: PostingsWriter;
  readonly #section: OpenSection;
  readonly #dictionary: DictionaryWriter;
  readonly #term = new ByteWriter(128);
  /** What goes into the section next: terms have a few bytes each, mostly. */
  readonly #out = new ByteWriter(OUT_BYTES * 2);
  /** Takes the documents of a term, no value of a facet, that has fewer of them than a block. */
  readonly few = new FewPostings(this.#out);
  #facet: FacetColumnWriter | undefined;
  #isFacet = false;

  constructor(sections: SectionWriter, lengths: Uint32Array) {
    this.#sections = sections;
    this.#documents = lengths.length;
    this.postings = new PostingsWriter(lengths);
    this.#section = sections.open('postings');
    this.#dictionary = new DictionaryWriter(sections);
  }

  /** `length`: how many of the bytes are the term's. */
  begin(term: Uint8Array, length = term.length): void {
    this.#term.clear();
    this.#term.copyOf(term, 0, length);
    this.#isFacet = isOfFacet(term);
    this.postings.begin(this.#isFacet ? (document) => this.#facet?.add(document) : undefined);
    if (!this.#isFacet) {
      this.#endFacet();
      return;
    }
    const field = facetFieldOf(unitsOf(term, 0, length)) ?? '';
    if (this.#facet?.field !== field) {
      this.#endFacet();
      this.#facet = new FacetColumnWriter(field);
    }
    this.#facet.nextValue();
  }
  /** A term that was begun and has no document is not written. */
  end(): void {
    const { postings, positions, count } = this.postings;
    if (count === 0) {
      if (this.#isFacet) this.#facet?.forgetValue();
      return;
    }
    this.postings.end();
    this.#out.append(postings);
    this.#out.append(positions);
    if (this.#out.length >= OUT_BYTES) this.#writeOut();
    this.#dictionary.add(this.#term.written(), this.#term.length, count, postings.length, positions.length);
  }
  /** A term that was written to `few`; `length`: how many of the bytes are the term's. */
  endFew(term: Uint8Array, length: number): void {
    this.#endFacet();
    const { documents } = this.few;
    const { postingsBytes, positionsBytes } = this.few.end();
    this.#dictionary.add(term, length, documents, postingsBytes, positionsBytes);
    if (this.#out.length >= OUT_BYTES) this.#writeOut();
  }
  #writeOut(): void {
    this.#section.write(this.#out.written());
    this.#out.clear();
  }
  finish(): void {
    this.#writeOut();
    this.#section.end();
    this.#endFacet();
    this.#dictionary.finish();
  }

  #endFacet(): void {
    this.#facet?.finish(this.#sections, this.#documents);
    this.#facet = undefined;
  }
}

/** Rows one after another, and where each begins. */
export class RowsWriter {
  readonly #sections: SectionWriter;
  readonly #rows: OpenSection;
  readonly #at = new Numbers();
  #bytes = 0;

  constructor(sections: SectionWriter) {
    this.#sections = sections;
    this.#rows = sections.open('rows');
  }
  add(row: Uint8Array): void {
    this.#at.add(this.#bytes);
    this.#rows.write(row);
    this.#bytes += row.length;
  }
  finish(): void {
    this.#rows.end();
    this.#at.add(this.#bytes);
    this.#sections.numbers('rows-at', this.#at.written());
  }
}

/** First or last days; those further off than four bytes hold make all of them wider. */
function dayColumn(column: Float64Array): Int32Array | Float64Array {
  let fits = true;
  for (const day of column)
    if (Number.isFinite(day) && (day <= OPEN_BEFORE || day >= OPEN_AFTER)) fits = false;
  return fits
    ? Int32Array.from(column, (day) =>
        day === Infinity ? OPEN_AFTER : day === -Infinity ? OPEN_BEFORE : day,
      )
    : column;
}

export function writeDays(sections: SectionWriter, from: Float64Array, to: Float64Array): void {
  for (const [name, column] of [
    ['from', dayColumn(from)],
    ['to', dayColumn(to)],
  ] as const) {
    sections.numbers(column instanceof Int32Array ? name : `${name}-wide`, column);
  }
}

/** The ends of spans; of what is not dated the first is endless and the last before all. */
export function endsOf(spans: readonly (Span | undefined)[]): {
  readonly from: Float64Array;
  readonly to: Float64Array;
} {
  return {
    from: Float64Array.from(spans, (span) => span?.from ?? Infinity),
    to: Float64Array.from(spans, (span) => span?.to ?? -Infinity),
  };
}

export function writeRanks(sections: SectionWriter, rankOf: (order: Order) => Uint32Array): void {
  for (const order of ['date', 'title', 'opened'] as const) sections.numbers(`rank-${order}`, rankOf(order));
}
