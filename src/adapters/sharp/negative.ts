import type { GreyPixels } from './grey-pixels.ts';

/** The paper of a negative is darker than this. */
const DARK = 100;
/** Writing on it is brighter by at least this. */
const BRIGHTER = 70;
/** So much of a page is writing at least, and at most. */
const LEAST_WRITING = 0.0002;
const MOST_WRITING = 0.3;
/** Bright squares of so many pixels are no writing: a sheet on a black cloth, or glare. */
const CELL = 32;
const MOST_IN_CELLS = 0.5;

/**
 * Whether a page is white on black, as photostats and microfilm are: dark for the most part, with thin bright strokes.
 * A bright sheet on a dark ground is none, nor is a page that is only dark.
 */
export function isNegative(page: GreyPixels): boolean {
  const paper = medianOf(page.bytes);
  if (paper >= DARK) return false;
  const { writing, inCells } = brightOf(page, paper + BRIGHTER);
  const share = writing / page.bytes.length;
  return share >= LEAST_WRITING && share <= MOST_WRITING && inCells <= writing * MOST_IN_CELLS;
}

/** What is white becomes black. */
export const inverted = ({ bytes, ...size }: GreyPixels): GreyPixels => ({
  ...size,
  bytes: bytes.map((grey) => 255 - grey),
});

function medianOf(bytes: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const grey of bytes) counts[grey] = (counts[grey] ?? 0) + 1;
  let [grey, seen] = [0, 0];
  while (grey < 255 && (seen += counts[grey] ?? 0) * 2 < bytes.length) grey++;
  return grey;
}

/** Pixels that are brighter than this, and how many of them lie in squares that are bright for the most part. */
function brightOf({ bytes, widthPx, heightPx }: GreyPixels, least: number) {
  let [writing, inCells] = [0, 0];
  for (let top = 0; top < heightPx; top += CELL)
    for (let left = 0; left < widthPx; left += CELL) {
      const [right, bottom] = [Math.min(left + CELL, widthPx), Math.min(top + CELL, heightPx)];
      let bright = 0;
      for (let y = top; y < bottom; y++)
        for (let at = y * widthPx + left; at < y * widthPx + right; at++)
          if ((bytes[at] ?? 0) > least) bright += 1;
      writing += bright;
      if (bright * 4 > (right - left) * (bottom - top) * 3) inCells += bright;
    }
  return { writing, inCells };
}
