/** The largest picture that one request may ask for; a larger page is had in tiles. */
export interface ImageLimits {
  readonly maxWidthPx: number;
  readonly maxHeightPx: number;
  readonly maxAreaPx: number;
}

/** A sheet of A4 at 400 dots an inch goes out whole. */
export const IMAGE_LIMITS: ImageLimits = {
  maxWidthPx: 5000,
  maxHeightPx: 5000,
  maxAreaPx: 20_000_000,
};

export interface SizePx {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** By how much a picture may be enlarged, or must be made smaller (below 1), to be as large as the limits let it. */
export const largestScale = ({ widthPx, heightPx }: SizePx, limits: ImageLimits): number =>
  Math.min(
    limits.maxWidthPx / widthPx,
    limits.maxHeightPx / heightPx,
    Math.sqrt(limits.maxAreaPx / (widthPx * heightPx)),
  );

export const isWithin = ({ widthPx, heightPx }: SizePx, limits: ImageLimits): boolean =>
  widthPx <= limits.maxWidthPx && heightPx <= limits.maxHeightPx && widthPx * heightPx <= limits.maxAreaPx;

/** A size by a factor, never less than a pixel and never beyond the limits by rounding. */
export function scaled({ widthPx, heightPx }: SizePx, by: number, limits: ImageLimits): SizePx {
  const rounded = {
    widthPx: Math.max(1, Math.round(widthPx * by)),
    heightPx: Math.max(1, Math.round(heightPx * by)),
  };
  return isWithin(rounded, limits)
    ? rounded
    : { widthPx: Math.max(1, Math.floor(widthPx * by)), heightPx: Math.max(1, Math.floor(heightPx * by)) };
}
