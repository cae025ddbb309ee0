import sharp from 'sharp';

/** A part of a picture, in its pixels. */
export interface Cut {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Beyond this width detail says less than a shift of half a pixel does. */
const WIDTH = 300;

/**
 * How alike two pictures are, both brought to one small size: 1 for the same drawing, about 0 for two that have
 * nothing to do with each other (correlation of their greys). A blank one is like nothing: 0.
 */
export async function likeness(seen: Buffer, expected: Buffer): Promise<number> {
  const { width, height } = await sharp(expected).metadata();
  const size = { width: WIDTH, height: Math.round((WIDTH * height) / width) };
  const [a, b] = await Promise.all([seen, expected].map((one) => greys(one, size)));
  return a && b ? correlation(a, b) : 0;
}

/** This part of a picture, as a picture; parts outside of it are left away. */
export async function cutOut(picture: Buffer, cut: Cut): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const [left, top] = [Math.max(0, Math.round(cut.left)), Math.max(0, Math.round(cut.top))];
  const right = Math.min(width, Math.round(cut.left + cut.width));
  const bottom = Math.min(height, Math.round(cut.top + cut.height));
  return sharp(picture)
    .extract({ left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) })
    .png()
    .toBuffer();
}

const greys = (
  picture: Buffer,
  size: { readonly width: number; readonly height: number },
): Promise<Uint8Array> =>
  sharp(picture)
    .flatten({ background: '#fff' })
    .resize({ ...size, fit: 'fill' })
    .grayscale()
    .raw()
    .toBuffer();

function correlation(a: Uint8Array, b: Uint8Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, ofA, ofB] = [0, 0, 0];
  for (const [at, value] of a.entries()) {
    const [da, db] = [value - meanA, (b[at] ?? 0) - meanB];
    both += da * db;
    ofA += da * da;
    ofB += db * db;
  }
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB);
}

const mean = (values: Uint8Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
