import { stretchesOf, type Stretch } from '../../core/alignment/stretches.ts';
import type { Alignment } from '../../core/rendition.ts';

/** For each row of the main text, which rows of another stand beside it. */
export interface Beside {
  /** For row n of the main text, where the stretch that it stands in begins. Equal to n: a row begins here. */
  readonly begins: readonly number[];
  /** By the main row at which a stretch begins: the other text's rows `[from, to)`. */
  readonly rows: ReadonlyMap<number, readonly [from: number, to: number]>;
}

/**
 * Turns links, many to many and in any order, into rows that keep the order of both texts. Links that cross
 * or overlap fall into one row; what no link names stands between those that one does, in order.
 *
 *   main a b c d   other 1 2 3   a-1, bc-2   ->   a|1   b c|2   d|3
 */
export function besideMain(
  main: readonly string[],
  other: readonly string[],
  links: Alignment['links'],
  isTurned: boolean,
): Beside {
  const stretches = stretchesOf(main, other, links, isTurned);
  const begins = main.map((_, row) => row);
  const rows = new Map<number, readonly [number, number]>();
  let before: Stretch = { from: 0, to: 0, otherFrom: 0, otherTo: 0 };
  const end: Stretch = { from: main.length, to: main.length, otherFrom: other.length, otherTo: other.length };
  for (const stretch of stretches.length === 0 ? [] : [...stretches, end]) {
    setBetween(rows, before, stretch);
    for (let row = stretch.from; row < stretch.to; row++) begins[row] = stretch.from;
    if (stretch !== end)
      rows.set(stretch.from, [rows.get(stretch.from)?.[0] ?? stretch.otherFrom, stretch.otherTo]);
    before = stretch;
  }
  return { begins, rows };
}

/** What lies between two links stands side by side in order; what is left over of the other with what is before it. */
function setBetween(
  rows: Map<number, readonly [from: number, to: number]>,
  before: Stretch,
  after: Stretch,
): void {
  const others = after.otherFrom - before.otherTo;
  if (others === 0) return;
  const count = Math.min(after.from - before.to, others);
  for (let n = 0; n < count; n++) rows.set(before.to + n, [before.otherTo + n, before.otherTo + n + 1]);
  const last = count > 0 ? before.to + count - 1 : before.to > 0 ? before.from : after.from;
  const [from] = rows.get(last) ?? [before.otherTo];
  rows.set(last, [from, after.otherFrom]);
}

/** The same as {@link besideMain} where only one row may hold several texts: rows begin where all of them begin one. */
export function commonBeginnings(rows: number, texts: readonly Beside[]): readonly number[] {
  if (texts.length === 0) return Array.from({ length: rows }, (_, row) => row);
  const isBeginning = Array.from({ length: rows }, (_, row) =>
    texts.every((one) => (one.begins[row] ?? row) === row),
  );
  return isBeginning.flatMap((begins, row) => (begins || row === 0 ? [row] : []));
}
