/**
 * The word that was probably meant: the nearest by letters added, dropped, changed or exchanged, if it is
 * near enough (a third of the letters, at least one).
 *
 *   nearest("pubish", ["publish", "embargo"]) -> "publish"
 *   nearest("frobnicate", ["publish"])        -> undefined
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const allowed = Math.max(1, Math.floor(word.length / 3));
  const near = known
    .map((candidate) => ({ candidate, steps: stepsBetween(word.toLowerCase(), candidate) }))
    .filter(({ candidate, steps }) => steps <= allowed || (word.length > 2 && candidate.startsWith(word)))
    .sort((one, other) => one.steps - other.steps);
  return near[0]?.candidate;
}

/** Optimal string alignment distance. */
function stepsBetween(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isExchanged =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const steps = [
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        ...(isExchanged ? [(before[column - 2] ?? 0) + 1] : []),
      ];
      now.push(Math.min(...steps));
    }
    before = last;
    last = now;
  }
  return last[other.length] ?? 0;
}
