import type { Bits } from './bits.ts';
import type { Segment } from './segment.ts';

/** A segment to be merged, with the documents that are to be in the new one. */
export interface Source {
  readonly segment: Segment;
  readonly live: Bits;
}

/** The number of a document that is not in the new segment. */
export const GONE = 0xffff_ffff;

/** The same while it is being read. */
export interface Reading extends Source {
  readonly pages: ReturnType<Segment['sequential']>;
  /** By document, its number in the new segment, or `GONE`. */
  readonly numbers: Uint32Array;
  /** The number that its first document would have. */
  readonly first: number;
  /** Whether none of its documents is gone. */
  readonly isWhole: boolean;
}
