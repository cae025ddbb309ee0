import type { Region } from '../../core/rendition.ts';

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A region of a page of one size, on the same page in another: whole pixels that hold all of it. */
export function regionIn(region: Region, from: Size, to: Size): Region {
  const [across, down] = [to.widthPx / from.widthPx, to.heightPx / from.heightPx];
  if (across === 1 && down === 1) return region;
  const x = Math.min(Math.floor(region.x * across), to.widthPx - 1);
  const y = Math.min(Math.floor(region.y * down), to.heightPx - 1);
  const right = Math.min(Math.ceil((region.x + region.w) * across), to.widthPx);
  const bottom = Math.min(Math.ceil((region.y + region.h) * down), to.heightPx);
  return { x, y, w: Math.max(1, right - x), h: Math.max(1, bottom - y) };
}
