import { z } from 'zod';
import type { PageText } from '../../core/facsimile/page-text.ts';
import { problem, type Problem } from '../../core/problem.ts';
import { accepted, refused, type Result } from '../../core/result.ts';

/** How many words a page may have: more than any sheet of paper holds. */
export const MOST_WORDS = 100_000;

const box = z.number().min(-1e6).max(1e6);
const word = z.tuple([z.string(), box, box, box, box]).rest(z.number().min(0).max(1));
const schema = z.strictObject({
  version: z.literal(1),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  madeBy: z
    .strictObject({
      engine: z.string(),
      model: z.string().exactOptional(),
      fromDigest: z.string().exactOptional(),
    })
    .exactOptional(),
  lines: z.array(z.strictObject({ start: z.literal(true).exactOptional(), words: z.array(word) })),
});

/**
 * The words of a page as the file that a record names: one JSON object, a word an array.
 *
 *   {"version":1,"width":2480,"height":3508,
 *    "lines":[{"start":true,"words":[["Compte",310,402,188,41,0.93],["rendu",512,402,140,41]]}]}
 *
 * The numbers are x, y, width, height in pixels, and the confidence (0 to 1) where there is one. Equal
 * values print as equal bytes. {@link readPageText} reads it back.
 */
export function writePageText({ widthPx, heightPx, lines, madeBy }: PageText): string {
  return JSON.stringify({
    version: 1,
    width: widthPx,
    height: heightPx,
    ...(madeBy ? { madeBy } : {}),
    lines: lines.map(({ isBlockStart, words }) => ({
      ...(isBlockStart ? { start: true } : {}),
      words: words.map(({ text, x, y, w, h, confidence }) =>
        confidence === undefined ? [text, x, y, w, h] : [text, x, y, w, h, confidence],
      ),
    })),
  });
}

/** Reads what {@link writePageText} wrote; anything else is a problem that names the file. */
export function readPageText(json: string, file: string): Result<PageText, Problem> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (reason) {
    if (!(reason instanceof SyntaxError)) throw reason;
    return refused(problem('json-broken', { file }, { value: reason.message }));
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refused(problem('json-broken', { file, field: issue?.path.join('.') ?? '' }));
  }
  const { width, height, lines, madeBy } = parsed.data;
  if (lines.reduce((sum, { words }) => sum + words.length, 0) > MOST_WORDS)
    return refused(problem('too-large', { file }, { facts: { limit: '100,000 words a page' } }));
  return accepted({
    widthPx: width,
    heightPx: height,
    ...(madeBy ? { madeBy } : {}),
    lines: lines.map((line) => ({
      isBlockStart: line.start === true,
      words: line.words.map(([text, x, y, w, h, confidence]) => ({
        text,
        x,
        y,
        w,
        h,
        ...(confidence === undefined ? {} : { confidence }),
      })),
    })),
  });
}
