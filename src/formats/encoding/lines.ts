/** One line of a text, without its end, or the word that it was longer than the limit and was passed over. */
export type Line =
  | { readonly kind: 'line'; readonly number: number; readonly text: string }
  | { readonly kind: 'too-long'; readonly number: number };

/** The longest line a reader holds, in UTF-16 units: longer than any text a row of a table carries. */
export const LINE_LIMIT = 32_000_000;

/**
 * The lines of a text that comes in chunks. Ends are "\n", "\r\n" and "\r", and are not part of a line.
 * Of a line beyond the limit nothing is held: it is said, and reading goes on with the next.
 *
 *   "a\r\nb"  -> { number: 1, text: "a" }, { number: 2, text: "b" }
 *   ""        -> nothing
 */
export async function* linesOf(chunks: AsyncIterable<string>, limit = LINE_LIMIT): AsyncGenerator<Line> {
  let held: string[] = [];
  let heldLength = 0;
  let number = 1;
  let endedByReturn = false;
  const take = (piece: string): void => {
    heldLength += piece.length;
    if (heldLength > limit) held = [];
    else if (piece) held.push(piece);
  };
  const finish = (): Line => {
    const line: Line =
      heldLength > limit ? { kind: 'too-long', number } : { kind: 'line', number, text: held.join('') };
    number++;
    held = [];
    heldLength = 0;
    return line;
  };
  for await (const whole of chunks) {
    let chunk = whole;
    if (endedByReturn && chunk.startsWith('\n')) chunk = chunk.slice(1);
    if (chunk !== '') endedByReturn = false;
    let start = 0;
    for (const end of chunk.matchAll(/\r\n|\n|\r/g)) {
      take(chunk.slice(start, end.index));
      yield finish();
      start = end.index + end[0].length;
    }
    if (start < chunk.length) take(chunk.slice(start));
    else if (chunk.endsWith('\r')) endedByReturn = true;
  }
  if (heldLength > 0) yield finish();
}

/** Chunks of a text already whole: for tests and for parts of other formats. */
export async function* chunksOf(...parts: readonly string[]): AsyncGenerator<string> {
  yield* parts;
}
