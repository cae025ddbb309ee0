import sharp, { type Sharp } from 'sharp';

/** A color at a place: what a picture of ours shows there, known without any picture. */
export type Color = readonly [red: number, green: number, blue: number];
export type Drawing = (x: number, y: number) => Color;

const WAVE_PX = 256;
/** 0 up to 255 and down again, smoothly enough for a JPEG, and steep enough that a shift of two pixels shows. */
const wave = (at: number, lengthPx: number): number => {
  const turn = (((at % lengthPx) + lengthPx) % lengthPx) / lengthPx;
  return 20 + 215 * (turn < 0.5 ? turn * 2 : 2 - turn * 2);
};

/** Waves across, down, and slowly over the whole page, so that no region is like another. */
export const waves: Drawing = (x, y) => [wave(x, WAVE_PX), wave(y, WAVE_PX * 1.25), wave(x + y * 1.7, 3001)];

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A drawing's pixels, row by row. */
export function pixelsOf(drawing: Drawing, { widthPx, heightPx }: Size): Uint8Array {
  const pixels = new Uint8Array(widthPx * heightPx * 3);
  for (let y = 0, at = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++)
      for (const part of drawing(x + 0.5, y + 0.5)) pixels[at++] = Math.round(part);
  return pixels;
}

/** A drawing as the library holds it, to be written in any format. */
export const drawn = (drawing: Drawing, size: Size): Sharp =>
  sharp(pixelsOf(drawing, size), { raw: { width: size.widthPx, height: size.heightPx, channels: 3 } });

/** How far apart a picture and what was expected are: the mean over all its pixels, and the worst of them, 0 to 255. */
export async function distance(
  bytes: Uint8Array,
  expected: Drawing,
): Promise<{ readonly mean: number; readonly worst: number }> {
  const { data, info } = await sharp(bytes)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let [sum, worst] = [0, 0];
  for (let y = 0, at = 0; y < info.height; y++)
    for (let x = 0; x < info.width; x++)
      for (const part of expected(x + 0.5, y + 0.5)) {
        const off = Math.abs((data[at++] ?? 0) - part);
        sum += off;
        worst = Math.max(worst, off);
      }
  return { mean: sum / data.length, worst };
}

/** What a request for a drawn page must show, worked out from the drawing alone. */
export function expectedOf(
  drawing: Drawing,
  request: {
    readonly region: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
    readonly widthPx: number;
    readonly heightPx: number;
    readonly isMirrored: boolean;
    readonly degrees: number;
  },
): Drawing {
  const { region, widthPx, heightPx, isMirrored, degrees } = request;
  return (x, y) => {
    // Back from the turned picture to the one before it was turned, then before it was mirrored.
    const [a, b] =
      degrees === 90
        ? [y, heightPx - x]
        : degrees === 180
          ? [widthPx - x, heightPx - y]
          : degrees === 270
            ? [widthPx - y, x]
            : [x, y];
    const across = isMirrored ? widthPx - a : a;
    return meanAround(
      drawing,
      region.x + (across * region.w) / widthPx,
      region.y + (b * region.h) / heightPx,
      Math.max(1, region.w / widthPx, region.h / heightPx),
    );
  };
}

/** What a pixel shows that stands for a square of so many: their mean, by a few of them. */
function meanAround(drawing: Drawing, x: number, y: number, sidePx: number): Color {
  const steps = Math.min(6, Math.ceil(sidePx));
  const sum = [0, 0, 0];
  for (let n = 0; n < steps * steps; n++) {
    const off = (at: number): number => ((at + 0.5) / steps - 0.5) * sidePx;
    const color = drawing(x + off(n % steps), y + off(Math.floor(n / steps)));
    for (const part of [0, 1, 2] as const) sum[part] = (sum[part] ?? 0) + color[part];
  }
  const [red = 0, green = 0, blue = 0] = sum.map((part) => part / (steps * steps));
  return [red, green, blue];
}

/** Where a place of the upright page lies in the stored picture (`size`), by its EXIF orientation. Source: TIFF 6.0, tag 274. */
export function storedAt(
  orientation: number,
  { widthPx, heightPx }: Size,
): (x: number, y: number) => [number, number] {
  return (x, y) => {
    switch (orientation) {
      case 2:
        return [widthPx - x, y];
      case 3:
        return [widthPx - x, heightPx - y];
      case 4:
        return [x, heightPx - y];
      case 5:
        return [y, x];
      case 6:
        return [y, heightPx - x];
      case 7:
        return [widthPx - y, heightPx - x];
      case 8:
        return [widthPx - y, x];
      default:
        return [x, y];
    }
  };
}
