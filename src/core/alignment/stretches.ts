import type { Alignment } from '../rendition.ts';

/** Stretches of one text and another that answer to each other: `[from, to)` of each, in order, none overlapping. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

type Links = readonly Pick<Alignment['links'][number], 'from' | 'to'>[];

/**
 * Links between the passages of two texts, by their places: in order, and those that cross or overlap as one.
 * A link of which no passage is there any more is none.
 *
 *   one a b c d   other 1 2 3   a-1, bc-2   ->   [0,1)-[0,1)  [1,3)-[1,2)
 *   one a b       other 1 2     a-2, b-1    ->   [0,2)-[0,2)
 */
export function stretchesOf(
  one: readonly string[],
  other: readonly string[],
  links: Links,
  isTurned = false,
): readonly Stretch[] {
  const at = positions(one);
  const otherAt = positions(other);
  return mergeStretches(
    links.flatMap((link) => {
      const [here, there] = isTurned ? [link.to, link.from] : [link.from, link.to];
      return stretchOf(here, there, at, otherAt);
    }),
  );
}

const positions = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map(ids.map((id, at) => [id, at]));

function stretchOf(
  here: readonly string[],
  there: readonly string[],
  at: ReadonlyMap<string, number>,
  otherAt: ReadonlyMap<string, number>,
): Stretch[] {
  const mine = here.flatMap((id) => at.get(id) ?? []);
  const others = there.flatMap((id) => otherAt.get(id) ?? []);
  if (mine.length === 0 || others.length === 0) return [];
  const [from, to] = spanOf(mine);
  const [otherFrom, otherTo] = spanOf(others);
  return [{ from, to, otherFrom, otherTo }];
}

function spanOf(places: readonly number[]): readonly [from: number, to: number] {
  let first = Infinity;
  let last = -1;
  for (const place of places) {
    first = Math.min(first, place);
    last = Math.max(last, place);
  }
  return [first, last + 1];
}

function mergeStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const one of stretches.toSorted((a, b) => a.from - b.from)) {
    let current = one;
    for (let last = merged.at(-1); last !== undefined && collide(last, current); last = merged.at(-1)) {
      merged.pop();
      current = {
        from: Math.min(last.from, current.from),
        to: Math.max(last.to, current.to),
        otherFrom: Math.min(last.otherFrom, current.otherFrom),
        otherTo: Math.max(last.otherTo, current.otherTo),
      };
    }
    merged.push(current);
  }
  return merged;
}

/** They share a row, or what follows in one text goes before in the other. */
const collide = (before: Stretch, after: Stretch): boolean =>
  after.from < before.to || after.otherFrom < before.otherTo;
