import type { ImageRequest } from '../../core/facsimile/image-request.ts';
import type { Region } from '../../core/rendition.ts';
import { accepted, refused, type Result } from '../../core/result.ts';
import type { ImageFault } from './image-fault.ts';
import { isWithin, largestScale, scaled, type ImageLimits, type SizePx } from './image-limits.ts';

type Read<T> = Result<T, ImageFault>;

/** The four parts of an image's address after its name, decoded: "0,0,512,512", "256,", "0", "default.jpg". */
export interface ImageParts {
  readonly region: string;
  readonly size: string;
  readonly rotation: string;
  readonly qualityAndFormat: string;
}

/**
 * What an address asks of an image of this size, in whole pixels.
 *
 *   full, max, 0, default.jpg            -> all of it, as large as the limits let it
 *   1024,1024,512,512, 256, , 90, gray.png -> that region, 256 pixels wide, turned clockwise
 *   pct:50,50,60,60, !100,100, !0, …     -> the lower right quarter, within 100 by 100, mirrored
 *
 * Anything that the standard does not know is refused, with what of it; so is a region beyond the image,
 * a size of nothing, one larger than the region without "^", and one beyond the limits.
 *
 * Source: IIIF Image API 3.0, section 4, read on 2026-11-23.
 */
export function readImageRequest(parts: ImageParts, image: SizePx, limits: ImageLimits): Read<ImageRequest> {
  const region = readRegion(parts.region, image);
  if (!region.ok) return region;
  const size = readSize(parts.size, { widthPx: region.value.w, heightPx: region.value.h }, limits);
  if (!size.ok) return size;
  const turn = readRotation(parts.rotation);
  if (!turn.ok) return turn;
  const form = readForm(parts.qualityAndFormat);
  if (!form.ok) return form;
  return accepted({ region: region.value, ...size.value, ...turn.value, ...form.value });
}

const WHOLE = /^\d{1,9}$/;
const DECIMAL = /^(?:\d{1,9}(?:\.\d{1,12})?|\.\d{1,12})$/;

/** So many numbers with commas between; undefined if any of them is none. */
function numbers(text: string, count: number, shape: RegExp): readonly number[] | undefined {
  const parts = text.split(',');
  return parts.length === count && parts.every((part) => shape.test(part)) ? parts.map(Number) : undefined;
}

function readRegion(text: string, { widthPx, heightPx }: SizePx): Read<Region> {
  if (text === 'full') return accepted({ x: 0, y: 0, w: widthPx, h: heightPx });
  if (text === 'square') {
    const side = Math.min(widthPx, heightPx);
    return accepted({
      x: Math.floor((widthPx - side) / 2),
      y: Math.floor((heightPx - side) / 2),
      w: side,
      h: side,
    });
  }
  const isPart = text.startsWith('pct:');
  const [x, y, w, h] = numbers(isPart ? text.slice(4) : text, 4, isPart ? DECIMAL : WHOLE) ?? [];
  if (x === undefined || y === undefined || w === undefined || h === undefined)
    return refused('region-not-read');
  return isPart
    ? cropped(
        Math.round((x * widthPx) / 100),
        Math.round((y * heightPx) / 100),
        Math.round((w * widthPx) / 100),
        Math.round((h * heightPx) / 100),
        { widthPx, heightPx },
      )
    : cropped(x, y, w, h, { widthPx, heightPx });
}

/** What of a region lies on the image. */
function cropped(x: number, y: number, w: number, h: number, { widthPx, heightPx }: SizePx): Read<Region> {
  if (w === 0 || h === 0 || x >= widthPx || y >= heightPx) return refused('region-outside');
  return accepted({ x, y, w: Math.min(w, widthPx - x), h: Math.min(h, heightPx - y) });
}

function readSize(text: string, region: SizePx, limits: ImageLimits): Read<SizePx> {
  const mayGrow = text.startsWith('^');
  const rest = mayGrow ? text.slice(1) : text;
  const largest = largestScale(region, limits);
  if (rest === 'max') return accepted(scaled(region, mayGrow ? largest : Math.min(1, largest), limits));
  if (rest.startsWith('!')) {
    const [w, h] = numbers(rest.slice(1), 2, WHOLE) ?? [];
    if (w === undefined || h === undefined) return refused('size-not-read');
    if (w === 0 || h === 0) return refused('size-nothing');
    const fit = Math.min(w / region.widthPx, h / region.heightPx, largest, mayGrow ? Infinity : 1);
    return accepted(scaled(region, fit, limits));
  }
  const asked = askedSize(rest, region);
  if (!asked.ok) return asked;
  if (!mayGrow && (asked.value.widthPx > region.widthPx || asked.value.heightPx > region.heightPx))
    return refused('size-larger');
  return isWithin(asked.value, limits) ? asked : refused('size-beyond-limits');
}

/** "pct:50", "256,", ",256" and "256,300"; what is left open keeps the region's shape. */
function askedSize(text: string, { widthPx, heightPx }: SizePx): Read<SizePx> {
  if (text.startsWith('pct:')) {
    const [percent] = numbers(text.slice(4), 1, DECIMAL) ?? [];
    if (percent === undefined) return refused('size-not-read');
    const size = {
      widthPx: Math.round((widthPx * percent) / 100),
      heightPx: Math.round((heightPx * percent) / 100),
    };
    return size.widthPx === 0 || size.heightPx === 0 ? refused('size-nothing') : accepted(size);
  }
  const [, wide = '', high = ''] = /^(\d{0,9}),(\d{0,9})$/.exec(text) ?? [];
  if (wide === '' && high === '') return refused('size-not-read');
  const [w, h] = [Number(wide), Number(high)];
  if ((wide !== '' && w === 0) || (high !== '' && h === 0)) return refused('size-nothing');
  return accepted({
    widthPx: wide === '' ? Math.max(1, Math.round((widthPx * h) / heightPx)) : w,
    heightPx: high === '' ? Math.max(1, Math.round((heightPx * w) / widthPx)) : h,
  });
}

function readRotation(text: string): Read<Pick<ImageRequest, 'isMirrored' | 'degrees'>> {
  const isMirrored = text.startsWith('!');
  const [degrees] = numbers(isMirrored ? text.slice(1) : text, 1, DECIMAL) ?? [];
  if (degrees === undefined || degrees > 360) return refused('rotation-not-read');
  if (degrees % 90 !== 0) return refused('rotation-not-done');
  return accepted({ isMirrored, degrees: degrees % 360 });
}

const QUALITIES = ['default', 'color', 'gray', 'bitonal'] as const;
const FORMATS = ['jpg', 'png', 'webp'] as const;
/** Of the standard, and not made here. */
const OTHER_FORMATS: ReadonlySet<string> = new Set(['tif', 'gif', 'jp2', 'pdf']);

function readForm(text: string): Read<Pick<ImageRequest, 'quality' | 'format'>> {
  const dot = text.lastIndexOf('.');
  const quality = QUALITIES.find((one) => one === text.slice(0, dot));
  if (quality === undefined) return refused('quality-not-read');
  const ending = text.slice(dot + 1);
  const format = FORMATS.find((one) => one === ending);
  if (format !== undefined) return accepted({ quality, format });
  return refused(OTHER_FORMATS.has(ending) ? 'format-not-done' : 'format-not-read');
}
