import type { Sharp } from 'sharp';
import type { ImageRequest } from '../../core/facsimile/image-request.ts';
import type { Region } from '../../core/rendition.ts';
import type { RenderedImage } from '../../ports/imager.ts';
import { TILE_PX, type Level, type Pyramid } from './pyramid.ts';
import { regionIn, type Size } from './sizes.ts';
import { finished, MEDIA_TYPE } from './transform.ts';

type Library = typeof import('sharp').default;

/** A part of a page in one of its sizes. */
interface Part {
  readonly level: Level;
  readonly number: number;
  readonly region: Region;
}

/**
 * The smallest of a page's sizes that still has every pixel that is asked for, and where the region lies in it.
 */
function partOf({ levels }: Pyramid, { region, widthPx, heightPx }: ImageRequest): Part | undefined {
  for (let number = levels.length - 1; number >= 0; number--) {
    const level = levels[number];
    const by = 2 ** number;
    if (
      level === undefined ||
      (number > 0 && (widthPx * by >= region.w + by || heightPx * by >= region.h + by))
    )
      continue;
    return { level, number, region: within(level, region, by) };
  }
  return undefined;
}

/** A region of the page as it lies in a smaller copy: whole pixels, at least one. */
function within({ widthPx, heightPx }: Level, region: Region, by: number): Region {
  const x = Math.min(Math.round(region.x / by), widthPx - 1);
  const y = Math.min(Math.round(region.y / by), heightPx - 1);
  const right = Math.min(Math.round((region.x + region.w) / by), widthPx);
  const bottom = Math.min(Math.round((region.y + region.h) / by), heightPx);
  return { x, y, w: Math.max(1, right - x), h: Math.max(1, bottom - y) };
}

/** The one tile that a part lies in; undefined where it lies in several. */
function tileAround({ region }: Part): { readonly column: number; readonly row: number } | undefined {
  const [column, row] = [Math.floor(region.x / TILE_PX), Math.floor(region.y / TILE_PX)];
  const isInOne = region.x + region.w <= (column + 1) * TILE_PX && region.y + region.h <= (row + 1) * TILE_PX;
  return isInOne ? { column, row } : undefined;
}

/** Whether a tile can leave as it lies on the disk, byte for byte. */
const isAsStored = ({ region }: Part, request: ImageRequest, isGray: boolean): boolean =>
  region.w === TILE_PX &&
  region.h === TILE_PX &&
  request.widthPx === TILE_PX &&
  request.heightPx === TILE_PX &&
  request.format === 'jpg' &&
  request.degrees === 0 &&
  !request.isMirrored &&
  (request.quality === 'default' || request.quality === (isGray ? 'gray' : 'color'));

/** A request in the pixels that the page has, where its record says that they are others. */
function asOn({ levels: [whole] }: Pyramid, request: ImageRequest, told: Size): ImageRequest {
  return whole === undefined ? request : { ...request, region: regionIn(request.region, told, whole) };
}

/** The tile that answers a request as it lies in the pyramid; undefined where something is to be made of it. */
export async function storedTile(
  pyramid: Pyramid,
  asked: ImageRequest,
  told: Size,
): Promise<RenderedImage | undefined> {
  const request = asOn(pyramid, asked, told);
  const part = partOf(pyramid, request);
  const tile = part && tileAround(part);
  if (part === undefined || tile === undefined || !isAsStored(part, request, pyramid.isGray))
    return undefined;
  const bytes = await pyramid.tile(part.level, tile.column, tile.row);
  return {
    bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    mediaType: MEDIA_TYPE.jpg,
    widthPx: TILE_PX,
    heightPx: TILE_PX,
  };
}

/** What is asked for, cut from the right size of a page: from one tile where it lies in one. */
export async function cutPicture(
  sharp: Library,
  pyramid: Pyramid,
  asked: ImageRequest,
  told: Size,
): Promise<RenderedImage> {
  const request = asOn(pyramid, asked, told);
  const part = partOf(pyramid, request);
  if (part === undefined) throw new RangeError('a pyramid has a lowest level');
  const cut = await extracted(sharp, pyramid, part);
  const { widthPx: width, heightPx: height } = request;
  const sized =
    part.region.w === width && part.region.h === height ? cut : cut.resize(width, height, { fit: 'fill' });
  const { data, info } = await finished(sized, request, pyramid.isGray).toBuffer({ resolveWithObject: true });
  return {
    bytes: Uint8Array.from(data),
    mediaType: MEDIA_TYPE[request.format],
    widthPx: info.width,
    heightPx: info.height,
  };
}

async function extracted(sharp: Library, pyramid: Pyramid, part: Part): Promise<Sharp> {
  const { region, level, number } = part;
  const tile = tileAround(part);
  const picture =
    tile === undefined
      ? sharp(pyramid.path, { page: number, limitInputPixels: false })
      : sharp(await pyramid.tile(level, tile.column, tile.row));
  return picture.extract({
    left: tile === undefined ? region.x : region.x - tile.column * TILE_PX,
    top: tile === undefined ? region.y : region.y - tile.row * TILE_PX,
    width: region.w,
    height: region.h,
  });
}
