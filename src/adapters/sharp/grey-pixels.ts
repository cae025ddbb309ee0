/** A page in grey: rows from the top, a byte a pixel, 0 black to 255 white. */
export interface GreyPixels {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The paper is looked for in squares of so many pixels. */
const CELL = 16;
/** So much of a square is at least as dark as its paper: the rest is what shines. */
const PAPER = 0.8;
/** Paper is no darker than this, beside the brightest of the page: what is, was printed black. */
const DARKEST_PAPER = 0.35;

/**
 * Makes the paper white wherever it is stained, yellowed or in shadow: each pixel is divided by the paper
 * around it. What is darker than paper stays as dark beside it as it was.
 */
export function evenPaper(page: GreyPixels): GreyPixels {
  const { bytes, widthPx, heightPx } = page;
  const grid = averaged(brightened(paperOf(page)));
  const out = new Uint8Array(bytes.length);
  for (let y = 0; y < heightPx; y++) {
    const gy = clamp(y / CELL - 0.5, grid.heightPx - 1);
    const [top, downs] = [Math.floor(gy), gy - Math.floor(gy)];
    const above = top * grid.widthPx;
    const below = Math.min(top + 1, grid.heightPx - 1) * grid.widthPx;
    for (let x = 0; x < widthPx; x++) {
      const gx = clamp(x / CELL - 0.5, grid.widthPx - 1);
      const left = Math.floor(gx);
      const right = Math.min(left + 1, grid.widthPx - 1);
      const share = gx - left;
      const upper =
        (grid.bytes[above + left] ?? 255) * (1 - share) + (grid.bytes[above + right] ?? 255) * share;
      const lower =
        (grid.bytes[below + left] ?? 255) * (1 - share) + (grid.bytes[below + right] ?? 255) * share;
      const paper = upper * (1 - downs) + lower * downs;
      const at = y * widthPx + x;
      out[at] = Math.min(((bytes[at] ?? 255) * 255) / Math.max(paper, 1), 255);
    }
  }
  return { bytes: out, widthPx, heightPx };
}

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/** How bright the paper is in each square. */
function paperOf({ bytes, widthPx, heightPx }: GreyPixels): GreyPixels {
  const [across, down] = [Math.ceil(widthPx / CELL), Math.ceil(heightPx / CELL)];
  const grid = new Uint8Array(across * down);
  const counts = new Uint32Array(256);
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      counts.fill(0);
      const [right, bottom] = [Math.min((column + 1) * CELL, widthPx), Math.min((row + 1) * CELL, heightPx)];
      for (let y = row * CELL; y < bottom; y++)
        for (let x = column * CELL; x < right; x++) {
          const grey = bytes[y * widthPx + x] ?? 255;
          counts[grey] = (counts[grey] ?? 0) + 1;
        }
      grid[row * across + column] = shareIn(counts, PAPER);
    }
  const brightest = grid.reduce((most, grey) => Math.max(most, grey), 1);
  return {
    bytes: grid.map((grey) => Math.max(grey, brightest * DARKEST_PAPER)),
    widthPx: across,
    heightPx: down,
  };
}

/** The grey below which such a share of the counted pixels lies. */
export function shareIn(counts: Uint32Array, share: number): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  for (const [grey, count] of counts.entries()) {
    sum += count;
    if (sum >= all * share) return grey;
  }
  return counts.length - 1;
}

/** Each square as the mean of the brighter half of it and those around it: letters in one do not darken the next. */
function brightened({ bytes, widthPx, heightPx }: GreyPixels): GreyPixels {
  const out = new Uint8Array(bytes.length);
  for (let y = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++) {
      const around: number[] = [];
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++)
          around.push(bytes[clamp(y + dy, heightPx - 1) * widthPx + clamp(x + dx, widthPx - 1)] ?? 255);
      const bright = around.sort((a, b) => b - a).slice(0, 13);
      out[y * widthPx + x] = bright.reduce((sum, grey) => sum + grey, 0) / bright.length;
    }
  return { bytes: out, widthPx, heightPx };
}

/** Each square as the mean of it and its neighbours: the paper changes without edges. */
function averaged({ bytes, widthPx, heightPx }: GreyPixels): GreyPixels {
  const out = new Uint8Array(bytes.length);
  for (let y = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++)
          sum += bytes[clamp(y + dy, heightPx - 1) * widthPx + clamp(x + dx, widthPx - 1)] ?? 255;
      out[y * widthPx + x] = sum / 9;
    }
  return { bytes: out, widthPx, heightPx };
}

export function countGreys({ bytes }: GreyPixels): Uint32Array {
  const counts = new Uint32Array(256);
  for (const grey of bytes) counts[grey] = (counts[grey] ?? 0) + 1;
  return counts;
}

/** The least difference between ink and paper that is stretched: below it there is no ink, only noise. */
const LEAST_CONTRAST = 24;

/** Stretches what lies between the darkest ink and the paper to all greys there are. */
export function stretchContrast(page: GreyPixels): GreyPixels {
  const counts = countGreys(page);
  const [ink, paper] = [shareIn(counts, 0.005), shareIn(counts, 0.4)];
  const range = Math.max(paper - ink, LEAST_CONTRAST);
  const stretched = Uint8Array.from({ length: 256 }, (_, grey) =>
    clamp(Math.round(((grey - paper) * 255) / range + 255), 255),
  );
  return { ...page, bytes: page.bytes.map((grey) => stretched[grey] ?? grey) };
}

/**
 * How grainy a page is: the standard deviation of the noise in grey levels, by the median of the second
 * differences, which the edges of letters do not sway. Source: J. Immerkær, Fast Noise Variance
 * Estimation (1996), with the median for the mean.
 */
export function measureGrain({ bytes, widthPx, heightPx }: GreyPixels): number {
  const counts = new Uint32Array(8 * 255 + 1);
  const step = Math.max(1, Math.floor(Math.sqrt((widthPx * heightPx) / 400_000)));
  const at = (x: number, y: number): number => bytes[y * widthPx + x] ?? 0;
  for (let y = 1; y < heightPx - 1; y += step)
    for (let x = 1; x < widthPx - 1; x += step) {
      const corners = at(x - 1, y - 1) + at(x + 1, y - 1) + at(x - 1, y + 1) + at(x + 1, y + 1);
      const sides = at(x, y - 1) + at(x, y + 1) + at(x - 1, y) + at(x + 1, y);
      const difference = Math.abs(4 * at(x, y) - 2 * sides + corners);
      counts[difference] = (counts[difference] ?? 0) + 1;
    }
  return shareIn(counts, 0.5) / (6 * 0.6745);
}
