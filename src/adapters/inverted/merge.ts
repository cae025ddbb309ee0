import { clearBit, hasBit, noBits, type Bits } from './bits.ts';
import type { IndexFiles, NewFile } from './index-files.ts';
import type { LiveSegment } from './live-segment.ts';
import { GONE } from './merge-source.ts';
import { mergeSegments } from './segment-merger.ts';

/** Segments of one level are up to so many times as large as those of the level below. */
const STEP = 6;
const SMALLEST_BYTES = 4 << 20;
/** A segment of which so little still is, is written anew. */
const MOSTLY_GONE = 0.5;
/** From this level on, of about a gigabyte, no fewer than so many are worth the writing. */
const LARGE_LEVEL = 3;
const MANY_LARGE = 6;
/** So many are made one at once; each keeps some of its pages in memory. */
const MOST_TOGETHER = 48;
/** Beyond so many documents segments are not merged: numbers of documents have 24 bits. */
const MOST_DOCUMENTS = 2 ** 24 - 1;

const levelOf = ({ segment }: LiveSegment): number =>
  Math.max(0, Math.floor(Math.log(segment.sizeBytes / SMALLEST_BYTES) / Math.log(STEP)));

/** Which segments are to be made one now; none if all is well. */
export function segmentsToMerge(segments: readonly LiveSegment[], many: number): readonly LiveSegment[] {
  const levels = new Map<number, LiveSegment[]>();
  for (const one of segments) {
    const level = levels.get(levelOf(one)) ?? [];
    levels.set(levelOf(one), level);
    level.push(one);
  }
  for (const [number, level] of [...levels].sort(([a], [b]) => a - b)) {
    if (level.length < (number < LARGE_LEVEL ? many : Math.max(many, MANY_LARGE))) continue;
    let documents = 0;
    const together = level
      .slice(0, MOST_TOGETHER)
      .filter(({ count }) => (documents += count) <= MOST_DOCUMENTS);
    if (together.length > 1) return together;
  }
  return segments.filter(({ segment, count }) => count < segment.documents * MOSTLY_GONE).slice(0, 1);
}

/** A merge that is under way, step by step. */
export class Merge {
  readonly name: string;
  readonly sources: readonly LiveSegment[];
  readonly sizeBytes: number;
  readonly #lives: readonly Bits[];
  readonly #file: NewFile;
  readonly #steps: Generator<number, readonly Uint32Array[]>;

  constructor(files: IndexFiles, name: string, sources: readonly LiveSegment[]) {
    this.name = name;
    this.sources = sources;
    this.sizeBytes = sources.reduce((sum, { segment }) => sum + segment.sizeBytes, 0);
    this.#lives = sources.map(({ live }) => live.slice());
    this.#file = files.create(name);
    this.#steps = mergeSegments(
      sources.map(({ segment }, at) => ({ segment, live: this.#lives[at] ?? noBits(segment.documents) })),
      this.#file,
    );
  }

  /** Goes on until about so many bytes are written; the new number of each old document once it is done. */
  goOn(bytes: number): readonly Uint32Array[] | undefined {
    try {
      for (let written = 0; written < bytes;) {
        const step = this.#steps.next();
        if (step.done === true) return step.value;
        written += step.value + 1;
      }
      return undefined;
    } catch (reason) {
      this.abandon();
      throw reason;
    }
  }

  abandon(): void {
    this.#file.abandon();
  }

  /** Takes out of the merged set what went while it was written. */
  carryOver(numbers: readonly Uint32Array[], live: Bits): void {
    for (const [at, source] of this.sources.entries()) {
      const own = numbers[at];
      const before = this.#lives[at];
      if (own === undefined || before === undefined) continue;
      for (let document = 0; document < own.length; document++)
        if (own[document] !== GONE && hasBit(before, document) && !hasBit(source.live, document))
          clearBit(live, own[document] ?? 0);
    }
  }
}
