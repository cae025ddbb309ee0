/**
 * Chance that a seed repeats: the 32-bit generator xorshift of Marsaglia (2003), triple 13, 17, 5.
 * Answers numbers from 0 up to, not including, 1.
 */
export function chanceOf(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}
