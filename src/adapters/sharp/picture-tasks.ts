import { open, readFile } from 'node:fs/promises';
import type { OverlayOptions, Sharp, SharpOptions } from 'sharp';
import type { ImageRequest } from '../../core/facsimile/image-request.ts';
import type { Region } from '../../core/rendition.ts';
import type { Inspected, InspectedPage, PictureFault, Source } from './picture-calls.ts';
import { MOST_PAGES, MOST_PIXELS } from './picture-limits.ts';
import { TILE_PX } from './pyramid.ts';
import { regionIn, type Size } from './sizes.ts';
import { readDirectories, TAG, TiffBroken } from './tiff-directory.ts';
import { finished } from './transform.ts';

type Library = typeof import('sharp').default;

/** What is read, by the bytes that it begins with; nothing else is ever handed to the library. */
const KINDS = [
  { format: 'jpeg', mediaType: 'image/jpeg', isSo: (head: string) => head.startsWith('\xff\xd8\xff') },
  { format: 'png', mediaType: 'image/png', isSo: (head: string) => head.startsWith('\x89PNG\r\n\x1a\n') },
  { format: 'tiff', mediaType: 'image/tiff', isSo: (head: string) => /^(?:II[*+]\0|MM\0[*+])/.test(head) },
  { format: 'webp', mediaType: 'image/webp', isSo: (head: string) => /^RIFF[^]{4}WEBP/.test(head) },
] as const;

const LOADERS = ['Jpeg', 'Png', 'Tiff', 'Webp'].map((kind) => `VipsForeignLoad${kind}File`);

/** A fault that is told, not thrown any further than to who asked. */
export class PictureFaulty extends Error {
  readonly fault: PictureFault;

  constructor(code: PictureFault['code'], message: string) {
    super(message);
    this.fault = { code, message };
  }
}

/** The library with one thread, no memory of former pictures, and loaders for what we read only. */
export async function loadLibrary(): Promise<Library> {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: LOADERS });
  return sharp;
}

const WHITE = '#fff';
const READING: SharpOptions = { limitInputPixels: MOST_PIXELS, failOn: 'truncated' };

/** What a file is, and how large its pages are as they should be seen. Reads its heads, not its pixels. */
export async function inspectPicture(sharp: Library, path: string): Promise<Inspected> {
  const kind = await kindOf(path);
  const indices = kind.format === 'tiff' ? await tiffPages(path) : [0];
  const pages: InspectedPage[] = [];
  for (const index of indices) {
    const { format, autoOrient, orientation } = await sharp(path, { ...READING, page: index }).metadata();
    if (format !== kind.format) throw new PictureFaulty('not-an-image', String(format));
    const turned = orientation === 6 ? 90 : orientation === 8 ? 270 : undefined;
    const { width: widthPx, height: heightPx } = autoOrient;
    pages.push({ index, widthPx, heightPx, ...(turned ? { turned } : {}) });
  }
  return { mediaType: kind.mediaType, pages };
}

const HEAD_BYTES = 16;
/** An end may have this much behind it: cameras and scanners append previews of their own. */
const TAIL_BYTES = 4 * 2 ** 20;

async function kindOf(path: string): Promise<(typeof KINDS)[number]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(HEAD_BYTES);
    await file.read(head, 0, HEAD_BYTES, 0);
    const kind = KINDS.find(({ isSo }) => isSo(head.toString('latin1')));
    if (kind === undefined) throw new PictureFaulty('not-an-image', '');
    const tail = Buffer.alloc(Math.min(TAIL_BYTES, size));
    await file.read(tail, 0, tail.length, size - tail.length);
    if (!isEnded(kind.format, head, tail, size)) throw new PictureFaulty('image-broken', 'cut short');
    return kind;
  } finally {
    await file.close();
  }
}

/** Whether a file has the end that its beginning promises; of a TIFF its directories tell. */
function isEnded(format: string, head: Buffer, tail: Buffer, sizeBytes: number): boolean {
  if (format === 'jpeg') return tail.includes(Buffer.from([0xff, 0xd9]));
  if (format === 'png') return tail.includes('IEND');
  if (format === 'webp') return head.readUInt32LE(4) + 8 <= sizeBytes;
  return true;
}

const PAGE_TAGS = new Set<number>([TAG.subfileType]);

/** The pages of a TIFF, from 0: without previews and without the smaller copies that a pyramid is made of. */
async function tiffPages(path: string): Promise<readonly number[]> {
  const file = await open(path);
  try {
    const directories = await readDirectories(file, PAGE_TAGS, MOST_PAGES + 1);
    if (directories.length > MOST_PAGES) throw new PictureFaulty('too-many-pages', '');
    const isReduced = (at: number): boolean => ((directories[at]?.get(TAG.subfileType)?.[0] ?? 0) & 1) === 1;
    const pages = directories.map((_, at) => at);
    const whole = pages.filter((at) => !isReduced(at));
    return whole.length > 0 ? whole : pages.slice(0, 1);
  } finally {
    await file.close();
  }
}

/** A page as it should be seen, in what it is drawn in, and how large it is. */
interface Upright {
  readonly page: Sharp;
  readonly isGray: boolean;
  readonly size: Size;
}

/** A page turned as its camera said, or as we are told; on white where it is transparent. */
async function upright(sharp: Library, { path, index, raw, degrees }: Source): Promise<Upright> {
  if (raw !== undefined) {
    const { widthPx: width, heightPx: height, channels } = raw;
    const page = sharp(await readFile(path), { ...READING, raw: { width, height, channels } });
    return { page, isGray: channels === 1, size: raw };
  }
  await kindOf(path);
  const picture = sharp(path, { ...READING, page: index });
  const { channels, hasAlpha, space, width, height, autoOrient } = await picture.metadata();
  const opaque = hasAlpha ? picture.flatten({ background: WHITE }) : picture;
  const isGray = channels - (hasAlpha ? 1 : 0) === 1 || space === 'b-w' || space === 'grey16';
  if (degrees === undefined)
    return {
      page: opaque.autoOrient(),
      isGray,
      size: { widthPx: autoOrient.width, heightPx: autoOrient.height },
    };
  const isAcross = degrees % 180 !== 0;
  return {
    page: opaque.rotate(degrees),
    isGray,
    size: { widthPx: isAcross ? height : width, heightPx: isAcross ? width : height },
  };
}

/** Black, one for each region that is held back. */
const covers = (regions: readonly Region[]): OverlayOptions[] =>
  regions.map(({ x, y, w, h }) => ({
    input: { create: { width: w, height: h, channels: 3, background: '#000' } },
    left: x,
    top: y,
  }));

/** Writes a page in all its sizes; what is held back of it is black in every one. */
export async function derivePyramid(
  sharp: Library,
  source: Source,
  blackened: readonly Region[],
  to: string,
): Promise<void> {
  const { page, isGray, size } = await upright(sharp, source);
  const black = blackened.map((region) => regionIn(region, source.told, size));
  const shown = black.length === 0 ? page : page.composite(covers(black));
  await shown
    .toColourspace(isGray ? 'b-w' : 'srgb')
    .tiff({
      compression: 'jpeg',
      quality: 75,
      tile: true,
      tileWidth: TILE_PX,
      tileHeight: TILE_PX,
      pyramid: true,
    })
    .toFile(to);
}

/** A part of a page, cut from the original itself. */
export async function cutOriginal(
  sharp: Library,
  source: Source,
  request: ImageRequest,
): Promise<{
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly widthPx: number;
  readonly heightPx: number;
}> {
  const { page, isGray, size } = await upright(sharp, source);
  const { x, y, w, h } = regionIn(request.region, source.told, size);
  const part = page.extract({ left: x, top: y, width: w, height: h });
  const sized =
    request.widthPx === w && request.heightPx === h
      ? part
      : part.resize(request.widthPx, request.heightPx, { fit: 'fill' });
  const cut = await finished(sized, request, isGray).toBuffer({ resolveWithObject: true });
  return { bytes: Uint8Array.from(cut.data), widthPx: cut.info.width, heightPx: cut.info.height };
}

/** What the library, the disk or we ourselves threw, as a fault. */
export function faultOf(reason: unknown): PictureFault {
  if (reason instanceof PictureFaulty) return reason.fault;
  const message = reason instanceof Error ? reason.message : String(reason);
  if (reason instanceof TiffBroken) return { code: 'image-broken', message };
  if (/exceeds pixel limit/i.test(message)) return { code: 'too-many-pixels', message };
  if (/no space left|ENOSPC|EFBIG|EDQUOT|file too large|write error|write failed/i.test(message))
    return { code: 'disk-full', message };
  if (/unsupported image format|not a known file format/i.test(message))
    return { code: 'not-an-image', message };
  return { code: 'image-broken', message };
}
