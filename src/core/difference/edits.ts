import { inOrder } from '../in-order.ts';

/** A stretch that both have: `length` from `one` on and from `other` on. */
export interface Common {
  readonly one: number;
  readonly other: number;
  readonly length: number;
}

/** So many differences are looked for in one stretch; more, and it is cut where both have a word once. */
export const MOST_EDITS = 400;

/**
 * What two lists of numbers have in common, in order: the most there is, by Myers' greedy search (Algorithmica 1,
 * 1986), where they differ in at most 400 places; else the list is cut at numbers that stand once in both, and each
 * piece is looked at alone; a piece that has none is different as a whole. At most 400² + n steps a piece.
 */
export function editsBetween(one: Int32Array, other: Int32Array): readonly Common[] {
  const found: Common[] = [];
  addCommon({ one, other, from: 0, to: one.length, otherFrom: 0, otherTo: other.length }, found, 0);
  return mergedRuns(found);
}

interface Piece {
  readonly one: Int32Array;
  readonly other: Int32Array;
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

const DEEPEST = 24;

function addCommon(piece: Piece, found: Common[], depth: number): void {
  const { one, other } = piece;
  let { from, to, otherFrom, otherTo } = piece;
  const start = from;
  while (from < to && otherFrom < otherTo && one[from] === other[otherFrom]) {
    from++;
    otherFrom++;
  }
  if (from > start) found.push({ one: start, other: piece.otherFrom, length: from - start });
  let tail = 0;
  while (from < to && otherFrom < otherTo && one[to - 1] === other[otherTo - 1]) {
    to--;
    otherTo--;
    tail++;
  }
  if (from < to && otherFrom < otherTo) addInner({ one, other, from, to, otherFrom, otherTo }, found, depth);
  if (tail > 0) found.push({ one: to, other: otherTo, length: tail });
}

function addInner(piece: Piece, found: Common[], depth: number): void {
  const path = shortestPath(piece);
  if (path !== undefined) {
    found.push(...path);
    return;
  }
  if (depth >= DEEPEST) return;
  let { from, otherFrom } = piece;
  const anchors = inOrder(uniquePairs(piece));
  if (anchors.length === 0) return;
  for (const [one, other] of anchors) {
    addCommon({ ...piece, from, to: one, otherFrom, otherTo: other }, found, depth + 1);
    found.push({ one, other, length: 1 });
    [from, otherFrom] = [one + 1, other + 1];
  }
  addCommon({ ...piece, from, otherFrom }, found, depth + 1);
}

/** The stretches on the way with the fewest differences; undefined if there are more than is looked for. */
function shortestPath({ one, other, from, to, otherFrom, otherTo }: Piece): readonly Common[] | undefined {
  const [n, m] = [to - from, otherTo - otherFrom];
  const most = Math.min(MOST_EDITS, n + m);
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  const middle = most + 1;
  for (let edits = 0; edits <= most; edits++) {
    trace.push(reach.slice(middle - edits - 1, middle + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const [left, right] = [reach[middle + k - 1] ?? 0, reach[middle + k + 1] ?? 0];
      let x = k === -edits || (k !== edits && left < right) ? right : left + 1;
      let y = x - k;
      while (x < n && y < m && one[from + x] === other[otherFrom + y]) {
        x++;
        y++;
      }
      reach[middle + k] = x;
      if (x >= n && y >= m) return wayBack(trace, n, m, edits, from, otherFrom);
    }
  }
  return undefined;
}

function wayBack(
  trace: readonly Int32Array[],
  n: number,
  m: number,
  edits: number,
  from: number,
  otherFrom: number,
): readonly Common[] {
  const found: Common[] = [];
  let [x, y] = [n, m];
  for (let left = edits; left >= 0; left--) {
    const reach = trace[left];
    const at = (k: number): number => reach?.[k + left + 1] ?? 0;
    const k = x - y;
    const isDown = k === -left || (k !== left && at(k - 1) < at(k + 1));
    const beforeK = isDown ? k + 1 : k - 1;
    const beforeX = left === 0 ? 0 : at(beforeK);
    const beforeY = left === 0 ? 0 : beforeX - beforeK;
    const startX = left === 0 ? 0 : isDown ? beforeX : beforeX + 1;
    if (x > startX) found.push({ one: from + startX, other: otherFrom + startX - k, length: x - startX });
    [x, y] = [beforeX, beforeY];
  }
  return found.reverse();
}

/** Numbers that stand once in each, with their places. */
function uniquePairs({
  one,
  other,
  from,
  to,
  otherFrom,
  otherTo,
}: Piece): readonly (readonly [number, number])[] {
  const once = (list: Int32Array, start: number, end: number): ReadonlyMap<number, number> => {
    const places = new Map<number, number>();
    for (let at = start; at < end; at++) {
      const value = list[at] ?? 0;
      places.set(value, places.has(value) ? -1 : at);
    }
    return places;
  };
  const there = once(other, otherFrom, otherTo);
  const pairs: (readonly [number, number])[] = [];
  for (const [value, at] of once(one, from, to)) {
    const otherAt = there.get(value) ?? -1;
    if (at >= 0 && otherAt >= 0) pairs.push([at, otherAt]);
  }
  return pairs.toSorted(([a], [b]) => a - b);
}

/** Stretches that follow each other without a gap, as one. */
function mergedRuns(found: readonly Common[]): readonly Common[] {
  const merged: Common[] = [];
  for (const run of found) {
    const last = merged.at(-1);
    if (last !== undefined && last.one + last.length === run.one && last.other + last.length === run.other)
      merged[merged.length - 1] = { ...last, length: last.length + run.length };
    else merged.push(run);
  }
  return merged;
}
