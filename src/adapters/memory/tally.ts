/** How often each value stands. */
export function tally(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
