import type { Problem } from '../core/problem.ts';

/** Brings the files that a person names: files, folders in order of name, and what is in zips. */
export interface Intake {
  /**
   * Every file under these paths, each folder and zip in order of name, and a problem for each that may not
   * or cannot be read; one of them never ends the walk. Names that begin with a point, `__MACOSX` and
   * `Thumbs.db` are the system's own and passed over.
   */
  offer(paths: readonly string[]): AsyncGenerator<Offered>;
}

export type Offered =
  | { readonly kind: 'item'; readonly item: IntakeItem }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** One file. It can be opened, more than once, until the walk ends. */
export interface IntakeItem {
  /** From the path that was named on, with "/": "letters/1949/a.xml", "letters.zip/a.xml". */
  readonly name: string;
  readonly sizeBytes: number;
  /** Its bytes. Throws a `Failure` (`file-unreadable`, `zip-broken`) where they cannot be read to their end. */
  openBytes(): AsyncIterable<Uint8Array>;
}

/** What a zip may be at most, so that none can fill memory or disk. */
export interface IntakeLimits {
  readonly zipEntries: number;
  /** All that a zip unpacks to. */
  readonly zipTotalBytes: number;
  /** How many times larger than it is packed an entry of over 1 MB may be. */
  readonly zipRatio: number;
  /** A zip within a zip is held in memory; it may hold no further one. */
  readonly nestedZipBytes: number;
}

export const INTAKE_LIMITS: IntakeLimits = {
  zipEntries: 100_000,
  zipTotalBytes: 32 * 2 ** 30,
  zipRatio: 200,
  nestedZipBytes: 256 * 2 ** 20,
};
