/** Some passages of one text beside some of another: `ones` from `one` on, `others` from `other` on; either may be none. */
export interface Bead {
  readonly one: number;
  readonly other: number;
  readonly ones: number;
  readonly others: number;
}

/** How good it is to set passages beside each other, and to leave one alone. The sum is made as great as can be. */
export interface Scores {
  bead(bead: Bead): number;
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

/** The best way through two texts, from their beginnings to their ends, without crossing. */
export function bestPath(ones: number, others: number, scores: Scores): readonly Bead[] {
  const width = Math.min(others + 1, Math.max(16, Math.floor(MOST_CELLS / (ones + 1))));
  const first = (one: number): number =>
    Math.max(0, Math.min(others + 1 - width, Math.round((one * others) / Math.max(1, ones)) - (width >> 1)));
  const best = new Float64Array((ones + 1) * width).fill(-Infinity);
  const shapes = new Uint8Array((ones + 1) * width);
  const cell = (one: number, other: number): number => {
    if (one < 0 || other < 0) return -1;
    const column = other - first(one);
    return column < 0 || column >= width ? -1 : one * width + column;
  };
  best[cell(0, 0)] = 0;
  for (let one = 0; one <= ones; one++) {
    const from = first(one);
    for (let other = from; other < Math.min(from + width, others + 1); other++) {
      const here = cell(one, other);
      for (let n = 0; n < SHAPES.length; n++) {
        const [a, b] = SHAPES[n] ?? [0, 0];
        const before = best[cell(one - a, other - b)] ?? -Infinity;
        if (before === -Infinity) continue;
        const score = before + scoreOf({ one: one - a, other: other - b, ones: a, others: b }, scores);
        if (score <= (best[here] ?? -Infinity)) continue;
        best[here] = score;
        shapes[here] = n;
      }
    }
  }
  return wayBack(ones, others, (one, other) => SHAPES[shapes[cell(one, other)] ?? 0] ?? [1, 0]);
}

function scoreOf(bead: Bead, scores: Scores): number {
  if (bead.others === 0) return scores.gapOne(bead.one);
  return bead.ones === 0 ? scores.gapOther(bead.other) : scores.bead(bead);
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
