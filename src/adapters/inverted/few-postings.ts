import { ByteWriter } from './bytes.ts';
import { numberAt, pastNumber } from './places.ts';
import { writePlaces, writePosting } from './postings-writer.ts';
import { ONLY_TEXT } from './term-space.ts';

/**
 * Writes terms that have fewer documents than a block straight to where they go, as `PostingsWriter` would:
 * most terms do.
 */
export class FewPostings {
  readonly #out: ByteWriter;
  readonly #positions = new ByteWriter();
  #from = 0;
  #before = -1;
  documents = 0;

  constructor(out: ByteWriter) {
    this.#out = out;
  }

  begin(): void {
    this.#from = this.#out.length;
    this.#positions.clear();
    this.#before = -1;
    this.documents = 0;
  }
  /** A document that has the term as a whole. */
  add(document: number): void {
    this.#add(document, 0, ONLY_TEXT);
  }
  /** Positions as numbers that rise: those of a list from `from` up to and without `to`. */
  addPlaces(
    document: number,
    weight: number,
    mask: number,
    list: Uint32Array,
    from: number,
    to: number,
  ): void {
    writePlaces(this.#positions, mask, list, from, to);
    this.#add(document, weight, mask);
  }
  #add(document: number, weight: number, mask: number): void {
    writePosting(this.#out, document - this.#before - 1, weight, mask);
    this.#before = document;
    this.documents++;
  }

  /**
   * So many documents as a segment has them of which none is gone, postings and positions one behind the
   * other. Each has a number higher by `base` here.
   */
  addWritten(base: number, documents: number, bytes: Uint8Array, postingsBytes: number): void {
    this.#out.varint(base + numberAt(bytes, 0) - this.#before - 1);
    this.#out.copyOf(bytes, pastNumber(bytes, 0), postingsBytes);
    this.#positions.copyOf(bytes, postingsBytes, bytes.length);
    this.#before = base + lastOf(bytes, documents);
    this.documents += documents;
  }

  /** Behind the last document: how many bytes of postings and of positions there are. */
  end(): { readonly postingsBytes: number; readonly positionsBytes: number } {
    const postingsBytes = this.#out.length - this.#from;
    this.#out.append(this.#positions);
    return { postingsBytes, positionsBytes: this.#positions.length };
  }
}

/** The last of so many documents, by what each is more than the one before. */
function lastOf(bytes: Uint8Array, documents: number): number {
  let document = -1;
  let at = 0;
  for (let left = documents; left > 0; left--) {
    document += numberAt(bytes, at) + 1;
    at = pastNumber(bytes, at);
    const hasMask = ((bytes[at] ?? 0) & 1) === 1;
    at = pastNumber(bytes, at) + (hasMask ? 1 : 0);
  }
  return document;
}
