/** Some passages of one text beside some of another: `ones` from `one` on, `others` from `other` on; either may be none. */
export interface Bead {
  readonly one: number;
  readonly other: number;
  readonly ones: number;
  readonly others: number;
}

/** How good it is to set passages beside each other, and to leave one alone. The sum is made as great as can be. */
export interface Scores {
  bead(one: number, other: number, ones: number, others: number): number;
  gapOne(at: number): number;
  gapOther(at: number): number;
}

const SHAPES: readonly (readonly [ones: number, others: number])[] = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [1, 3],
  [3, 1],
];

/** So many pairs of places are looked at; of longer texts those about the diagonal. */
const MOST_CELLS = 400_000;

/** The part of the table of all pairs that is looked at: of each place of the first, `width` places of the other from `first` on. */
export interface Band {
  readonly width: number;
  readonly size: number;
  /** Where a pair is kept; -1 outside. */
  cell(one: number, other: number): number;
  first(one: number): number;
}

export function bandOf(ones: number, others: number): Band {
  const width = Math.min(others + 1, Math.max(16, Math.floor(MOST_CELLS / (ones + 1))));
  const last = others + 1 - width;
  const slope = others / Math.max(1, ones);
  const first = (one: number): number => Math.max(0, Math.min(last, Math.round(one * slope) - (width >> 1)));
  const firsts = Int32Array.from({ length: ones + 1 }, (_, one) => first(one));
  return {
    width,
    size: (ones + 1) * width,
    first: (one) => firsts[one] ?? 0,
    cell(one, other) {
      if (one < 0 || other < 0) return -1;
      const column = other - (firsts[one] ?? 0);
      return column < 0 || column >= width ? -1 : one * width + column;
    },
  };
}

/** The best way through two texts, from their beginnings to their ends, without crossing. */
export function bestPath(
  ones: number,
  others: number,
  scores: Scores,
  band = bandOf(ones, others),
): readonly Bead[] {
  const best = new Float64Array(band.size).fill(-Infinity);
  const shapes = new Uint8Array(band.size);
  best[band.cell(0, 0)] = 0;
  for (let one = 0; one <= ones; one++) {
    const from = band.first(one);
    const to = Math.min(from + band.width, others + 1);
    for (let other = from; other < to; other++) {
      const here = band.cell(one, other);
      for (let n = 0; n < SHAPES.length; n++) {
        const [a, b] = SHAPES[n] ?? [0, 0];
        const before = best[band.cell(one - a, other - b)] ?? -Infinity;
        if (before === -Infinity) continue;
        const score = before + scoreOf(one - a, other - b, a, b, scores);
        if (score <= (best[here] ?? -Infinity)) continue;
        best[here] = score;
        shapes[here] = n;
      }
    }
  }
  return wayBack(ones, others, (one, other) => SHAPES[shapes[band.cell(one, other)] ?? 0] ?? [1, 0]);
}

function scoreOf(one: number, other: number, ones: number, others: number, scores: Scores): number {
  if (others === 0) return scores.gapOne(one);
  return ones === 0 ? scores.gapOther(other) : scores.bead(one, other, ones, others);
}

function wayBack(
  ones: number,
  others: number,
  shapeAt: (one: number, other: number) => readonly [number, number],
): readonly Bead[] {
  const beads: Bead[] = [];
  let [one, other] = [ones, others];
  while (one > 0 || other > 0) {
    const [a, b] = shapeAt(one, other);
    if (a > one || b > other) break;
    one -= a;
    other -= b;
    beads.push({ one, other, ones: a, others: b });
  }
  return beads.reverse();
}
