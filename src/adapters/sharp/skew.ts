import type { GreyPixels } from './grey-pixels.ts';

/** The page is looked at in so many pixels across. */
const LOOKED_PX = 700;
/** Tilts are looked for up to so many degrees to each side. */
const MOST_DEGREES = 5;
const COARSE_DEGREES = 0.5;
const FINE_DEGREES = 0.05;
/** Darker than this is ink. */
const INK = 140;
const MOST_POINTS = 60_000;
const LEAST_POINTS = 200;
const LEAST_WIDTH_PX = 100;
const LEAST_GAIN = 1.05;

/**
 * How far the lines of a page are tilted, in degrees clockwise; 0 where it has no lines to tell by. At the
 * right angle the ink falls into rows: the differences between neighbouring rows are greatest.
 */
export function measureSkew(page: GreyPixels): number {
  const points = inkOf(page);
  if (points.xs.length < LEAST_POINTS || page.widthPx < LEAST_WIDTH_PX) return 0;
  const coarse = best(points, -MOST_DEGREES, MOST_DEGREES, COARSE_DEGREES);
  const fine = best(points, coarse - COARSE_DEGREES, coarse + COARSE_DEGREES, FINE_DEGREES);
  // A tilt at the end of the range is none that was found, nor is one at which rows are hardly clearer.
  const isClear = sharpness(points, fine) > sharpness(points, 0) * LEAST_GAIN;
  return isClear && Math.abs(fine) < MOST_DEGREES ? fine : 0;
}

interface Points {
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  readonly heightPx: number;
}

/** Where ink is, on the page made smaller: each of its pixels is the darkest of those it stands for. */
function inkOf({ bytes, widthPx, heightPx }: GreyPixels): Points {
  const step = Math.max(1, Math.floor(widthPx / LOOKED_PX));
  const [xs, ys]: [number[], number[]] = [[], []];
  for (let y = 0; y + step <= heightPx; y += step)
    for (let x = 0; x + step <= widthPx; x += step) {
      let darkest = 255;
      for (let dy = 0; dy < step; dy++)
        for (let dx = 0; dx < step; dx++)
          darkest = Math.min(darkest, bytes[(y + dy) * widthPx + x + dx] ?? 255);
      if (darkest >= INK) continue;
      xs.push(x / step);
      ys.push(y / step);
    }
  const skip = Math.max(1, Math.ceil(xs.length / MOST_POINTS));
  const kept = (_: number, at: number): boolean => at % skip === 0;
  return {
    xs: Int32Array.from(xs.filter(kept)),
    ys: Int32Array.from(ys.filter(kept)),
    heightPx: Math.ceil(heightPx / step),
  };
}

function best(points: Points, from: number, to: number, step: number): number {
  let [angle, most] = [0, -1];
  for (let tried = from; tried <= to + step / 2; tried += step) {
    const score = sharpness(points, tried);
    if (score > most) [angle, most] = [tried, score];
  }
  return Math.round(angle * 100) / 100;
}

function sharpness({ xs, ys, heightPx }: Points, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Float64Array(heightPx * 2);
  for (const [at, x] of xs.entries()) {
    const row = Math.round((ys[at] ?? 0) - x * slope + heightPx / 2);
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row++) sum += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return sum;
}
