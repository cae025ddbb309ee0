import { allBits, clearBit, countBits, hasBit, type Bits } from './bits.ts';
import type { Segment } from './segment.ts';
import type { TermPlace } from './postings.ts';

/** A segment and which of its documents still are. */
export class LiveSegment {
  readonly name: string;
  readonly segment: Segment;
  readonly live: Bits;
  count: number;
  /** Whether documents went since it was last said in a file. */
  isChanged = false;

  constructor(name: string, segment: Segment, live?: Bits) {
    this.name = name;
    this.segment = segment;
    this.live = live ?? allBits(segment.documents);
    this.count = countBits(this.live);
  }

  get isWhole(): boolean {
    return this.count === this.segment.documents;
  }
  /** The document with this id; undefined if there is none any more. */
  documentOf(id: string): number | undefined {
    const document = this.segment.documentOf(id);
    return document !== undefined && hasBit(this.live, document) ? document : undefined;
  }
  /** Whether there was such a document. */
  remove(id: string): boolean {
    const document = this.documentOf(id);
    if (document === undefined) return false;
    clearBit(this.live, document);
    this.count--;
    this.isChanged = true;
    return true;
  }
  /** To be said when `live` was altered by another. */
  recount(): void {
    this.count = countBits(this.live);
    this.isChanged = !this.isWhole;
  }
  /** In how many documents that still are a term stands. */
  countOf(term: TermPlace): number {
    if (this.isWhole) return term.documents;
    const postings = this.segment.postings(term);
    let count = 0;
    for (let block = 0; block < postings.blocks; block++) {
      const size = postings.read(block);
      for (let at = 0; at < size; at++) if (hasBit(this.live, postings.docs[at] ?? 0)) count++;
    }
    return count;
  }
}
