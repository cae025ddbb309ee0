/** Numbers that look like chance and are the same for the same seed: xorshift32. */
export function drawFrom(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** So many different items of a list, drawn by a seed, in the list's order. */
export function drawn<T>(items: readonly T[], count: number, seed: number): readonly T[] {
  const draw = drawFrom(seed);
  const places = new Set<number>();
  while (places.size < Math.min(count, items.length)) places.add(draw(items.length));
  return [...places].sort((a, b) => a - b).flatMap((at) => items[at] ?? []);
}
