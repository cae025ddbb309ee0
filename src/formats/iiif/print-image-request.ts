import type { ImageRequest } from '../../core/facsimile/image-request.ts';
import { largestScale, scaled, type ImageLimits, type SizePx } from './image-limits.ts';

/**
 * The one address among those that ask for the same: what follows the image's name. What reads it back
 * gets the same request.
 *
 *   all of a page, as it is       -> "full/max/0/default.jpg"
 *   a tile of it, half the size   -> "0,0,1024,1024/512,512/0/default.jpg"
 *
 * Source: IIIF Image API 3.0, section 4.7, read on 2026-11-23.
 */
export function printImageRequest(request: ImageRequest, image: SizePx, limits: ImageLimits): string {
  const { region, isMirrored, degrees, quality, format } = request;
  const isWhole =
    region.x === 0 && region.y === 0 && region.w === image.widthPx && region.h === image.heightPx;
  const part = isWhole ? 'full' : `${region.x},${region.y},${region.w},${region.h}`;
  return `${part}/${printSize(request, limits)}/${isMirrored ? '!' : ''}${degrees}/${quality}.${format}`;
}

function printSize({ region, widthPx, heightPx }: ImageRequest, limits: ImageLimits): string {
  const whole = { widthPx: region.w, heightPx: region.h };
  const largest = largestScale(whole, limits);
  const isSize = (size: SizePx): boolean => size.widthPx === widthPx && size.heightPx === heightPx;
  if (isSize(scaled(whole, Math.min(1, largest), limits))) return 'max';
  if (largest > 1 && isSize(scaled(whole, largest, limits))) return '^max';
  const isLarger = widthPx > region.w || heightPx > region.h;
  return `${isLarger ? '^' : ''}${widthPx},${heightPx}`;
}
