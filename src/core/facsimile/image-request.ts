import type { Region } from '../rendition.ts';

/** What is asked of a page image, resolved against its size: all in whole pixels. Source: IIIF Image API 3.0, section 4. */
export interface ImageRequest {
  /** Of the full image, within its bounds. */
  readonly region: Region;
  /** Before turning. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Mirrored first, then turned clockwise. */
  readonly isMirrored: boolean;
  readonly degrees: number;
  readonly quality: 'default' | 'color' | 'gray' | 'bitonal';
  readonly format: 'jpg' | 'png' | 'webp';
}
