import type { ImageLimits, SizePx } from './image-limits.ts';

/** The side of a tile: what a page's pyramid is cut into. */
export const TILE_PX = 512;
/** What has levels has one whose longer side is at most this. */
const SMALLEST_PX = TILE_PX;

export const IMAGE_CONTEXT = 'http://iiif.io/api/image/3/context.json';
/** The level of the standard that every image answers to. */
export const IMAGE_PROFILE = 'http://iiif.io/api/image/3/level2.json';

/** 1, 2, 4 … until the page fits into one tile. */
export function scaleFactors({ widthPx, heightPx }: SizePx): readonly number[] {
  const factors = [1];
  for (let factor = 1; Math.max(widthPx, heightPx) / factor > SMALLEST_PX;) {
    factor *= 2;
    factors.push(factor);
  }
  return factors;
}

/**
 * What viewers must know of an image before they ask for parts of it (info.json).
 *
 * Source: IIIF Image API 3.0, section 5, read on 2026-11-23.
 */
export function imageInfo(id: string, size: SizePx, limits: ImageLimits, rights?: string): object {
  const factors = scaleFactors(size);
  return {
    '@context': IMAGE_CONTEXT,
    id,
    type: 'ImageService3',
    protocol: 'http://iiif.io/api/image',
    profile: 'level2',
    width: size.widthPx,
    height: size.heightPx,
    maxWidth: limits.maxWidthPx,
    maxHeight: limits.maxHeightPx,
    maxArea: limits.maxAreaPx,
    sizes: factors
      .map((factor) => ({
        width: Math.ceil(size.widthPx / factor),
        height: Math.ceil(size.heightPx / factor),
      }))
      .filter(
        ({ width, height }) =>
          width <= limits.maxWidthPx && height <= limits.maxHeightPx && width * height <= limits.maxAreaPx,
      )
      .reverse(),
    tiles: [{ width: TILE_PX, height: TILE_PX, scaleFactors: factors }],
    ...(rights === undefined ? {} : { rights }),
    preferredFormats: ['jpg'],
    extraQualities: ['color', 'gray', 'bitonal'],
    extraFormats: ['webp'],
    extraFeatures: [
      'canonicalLinkHeader',
      'mirroring',
      'profileLinkHeader',
      'rotationBy90s',
      'sizeUpscaling',
    ],
  };
}
