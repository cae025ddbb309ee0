/** So many are read in one go: a few milliseconds of work. */
const PIECE = 100;

/** The same a piece at a time; between two of them the thread sees to whatever else has come. */
export async function* inPieces<T>(all: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let from = 0; from < all.length; from += PIECE) {
    if (from > 0) await new Promise<void>((resolve) => setImmediate(resolve));
    yield all.slice(from, from + PIECE);
  }
}
