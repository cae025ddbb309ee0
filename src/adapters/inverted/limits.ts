/** When what is in memory is written, and what is written is made one. */
export interface Limits {
  /** Text units in memory, from which on they are written as a segment. */
  readonly deltaUnits: number;
  /** The same while many changes are caught up with, of which no log is kept that would have to be read again. */
  readonly behindUnits: number;
  /** Merges up to this size are done at once; larger ones step by step. */
  readonly mergeAtOnceBytes: number;
  /** So many segments make a change wait until a merge is done. */
  readonly mostSegments: number;
  /** Segments of about one size are made one when there are so many. */
  readonly manySegments: number;
  /** The same while many changes are caught up with: what is to be merged again soon is better left alone. */
  readonly manyBehind: number;
}
export const LIMITS: Limits = {
  deltaUnits: 6 << 20,
  behindUnits: 18 << 20,
  mergeAtOnceBytes: 8 << 20,
  mostSegments: 72,
  manySegments: 6,
  manyBehind: 48,
};
