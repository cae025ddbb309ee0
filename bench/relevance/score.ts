import type { RecordId } from '../../src/core/id.ts';

/** How well one question was answered. Each is 0 to 1. */
export interface Score {
  /** Of what must come up: how much stands among the first ten, or twenty; of more than ten, ten suffice. */
  readonly recall10: number;
  readonly recall20: number;
  /** 1 if the first hit is right, 1/2 if only the second is, 0 if none of the first twenty. */
  readonly reciprocalRank: number;
}

/** Holds the first twenty hits against what must come up. */
export function scoreOf(hits: readonly RecordId[], expected: ReadonlySet<RecordId>): Score {
  const recall = (most: number): number =>
    hits.slice(0, most).filter((id) => expected.has(id)).length / Math.min(most, expected.size);
  const first = hits.slice(0, 20).findIndex((id) => expected.has(id));
  return { recall10: recall(10), recall20: recall(20), reciprocalRank: first < 0 ? 0 : 1 / (first + 1) };
}

/** The means of several; NaN of none. */
export function meanOf(scores: readonly Score[]): Score {
  const mean = (part: keyof Score): number =>
    scores.reduce((sum, score) => sum + score[part], 0) / scores.length;
  return { recall10: mean('recall10'), recall20: mean('recall20'), reciprocalRank: mean('reciprocalRank') };
}
