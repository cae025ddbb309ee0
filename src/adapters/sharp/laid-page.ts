import type { Region } from '../../core/rendition.ts';

/** A picture of a page: a file in any format that is taken in (one page of it, from 1), or rows of pixels. */
export type PagePicture =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly page?: number }
  | {
      readonly kind: 'pixels';
      readonly bytes: Uint8Array;
      readonly channels: 1 | 3;
      readonly widthPx: number;
      readonly heightPx: number;
    };

/** How a cleaned page lies to the page as it should be seen: scaled, then turned about its middle. */
export interface Laid {
  readonly from: { readonly widthPx: number; readonly heightPx: number };
  readonly to: { readonly widthPx: number; readonly heightPx: number };
  readonly scale: number;
  /** Degrees by which it was turned, clockwise. */
  readonly turned: number;
}

/** Which steps are taken; each can be left out, to measure what it is worth. */
export interface CleanSteps {
  readonly paper: boolean;
  readonly contrast: boolean;
  readonly grain: boolean;
  readonly skew: boolean;
  readonly size: boolean;
}

export const ALL_STEPS: CleanSteps = { paper: true, contrast: true, grain: true, skew: true, size: true };

/** The region of the page as it should be seen that a region of the cleaned one shows. */
export function laidBack({ x, y, w, h }: Region, { from, to, scale, turned }: Laid): Region {
  const angle = (-turned * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corners = [
    [x, y],
    [x + w, y],
    [x, y + h],
    [x + w, y + h],
  ].map(([left = 0, top = 0]) => {
    const [dx, dy] = [left - to.widthPx / 2, top - to.heightPx / 2];
    return {
      x: from.widthPx / 2 + (dx * cos - dy * sin) / scale,
      y: from.heightPx / 2 + (dx * sin + dy * cos) / scale,
    };
  });
  const bounded = (value: number, most: number): number => Math.min(Math.max(Math.round(value), 0), most);
  const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
  const left = bounded(Math.min(...xs), from.widthPx);
  const top = bounded(Math.min(...ys), from.heightPx);
  return {
    x: left,
    y: top,
    w: bounded(Math.max(...xs), from.widthPx) - left,
    h: bounded(Math.max(...ys), from.heightPx) - top,
  };
}
