import type { Sharp } from 'sharp';
import type { ImageRequest } from '../../core/facsimile/image-request.ts';
import { impossible } from '../../core/result.ts';

const JPEG_QUALITY = 80;
const WEBP_QUALITY = 78;
/** Where black ends and white begins, where only these two are asked for. */
const BITONAL_FROM = 128;

/** Mirrored first, then turned, in the quality and format that are asked for; neither EXIF nor place goes along. */
export function finished(
  picture: Sharp,
  { isMirrored, degrees, quality, format }: ImageRequest,
  isGray: boolean,
): Sharp {
  const mirrored = isMirrored ? picture.flop() : picture;
  const turned = degrees === 0 ? mirrored : mirrored.rotate(degrees);
  const inQuality =
    quality === 'bitonal'
      ? turned.grayscale().threshold(BITONAL_FROM)
      : quality === 'gray' || isGray
        ? turned.grayscale().toColourspace('b-w')
        : turned.toColourspace('srgb');
  switch (format) {
    case 'jpg':
      return inQuality.jpeg({ quality: JPEG_QUALITY });
    case 'png':
      return quality === 'bitonal'
        ? inQuality.png({ palette: true, colours: 2, dither: 0 })
        : inQuality.png({ compressionLevel: 6 });
    case 'webp':
      return inQuality.webp({ quality: WEBP_QUALITY, effort: 2 });
    default:
      return impossible(format);
  }
}

export const MEDIA_TYPE = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const;
