/** Chance that is the same for the same seed. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  /** Around 0, as most things lie around their mean. */
  normal(): number;
}

/** Mulberry32: 32 bits of state, a number at a time. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    below: (below) => Math.floor(next() * below),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/**
 * Draws ranks 0 … count-1 as words fall in a language: the one of rank r as often as 1 / (r + shift)^steepness.
 * Walker's alias method: a draw costs two numbers, whatever the count.
 */
export function zipf(chance: Chance, count: number, steepness: number, shift: number): () => number {
  const weights = Float64Array.from({ length: count }, (_, rank) => (rank + 1 + shift) ** -steepness);
  const scale = count / weights.reduce((sum, weight) => sum + weight, 0);
  const share = weights.map((weight) => weight * scale);
  const other = Uint32Array.from({ length: count }, (_, at) => at);
  const small: number[] = [];
  const large: number[] = [];
  share.forEach((part, at) => (part < 1 ? small : large).push(at));
  for (;;) {
    const [low, high] = [small.pop(), large.pop()];
    if (low === undefined || high === undefined) break;
    other[low] = high;
    share[high] = (share[high] ?? 0) - (1 - (share[low] ?? 0));
    ((share[high] ?? 0) < 1 ? small : large).push(high);
  }
  return () => {
    const at = chance.below(count);
    return chance.next() < (share[at] ?? 1) ? at : (other[at] ?? at);
  };
}
