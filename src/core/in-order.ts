/**
 * The longest part of pairs of places that is in order in both, given in order of the first.
 *
 *   [0,5] [1,0] [2,1] -> [1,0] [2,1]
 */
export function inOrder(
  pairs: readonly (readonly [one: number, other: number])[],
): readonly (readonly [one: number, other: number])[] {
  const ends: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, other], at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((pairs[ends[mid] ?? 0]?.[1] ?? 0) < other) low = mid + 1;
      else high = mid;
    }
    before[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  });
  const chain: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) chain.push(pair);
  }
  return chain.reverse();
}
