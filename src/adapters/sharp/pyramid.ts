import { open, type FileHandle } from 'node:fs/promises';
import { bytesAt, readDirectories, TAG, TiffBroken, type TiffDirectory } from './tiff-directory.ts';

/** The side of a tile, in pixels. */
export const TILE_PX = 512;
/** The page itself, and halves of it down to one tile: no page has more. */
const MOST_LEVELS = 16;

/** One size of a page, cut into tiles: level 0 is the page itself, each further one half of that before. */
export interface Level {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly columns: number;
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
  /** What every tile's JPEG begins with, and the tile lacks. */
  readonly tables: Uint8Array;
}

/** A page in all its sizes, in a TIFF that we made: its tiles are JPEGs that can leave as they lie there. */
export interface Pyramid {
  readonly path: string;
  readonly isGray: boolean;
  readonly levels: readonly Level[];
  /** A whole JPEG of 512 by 512 pixels, padded where the page ends within it. */
  tile(level: Level, column: number, row: number): Promise<Buffer<ArrayBuffer>>;
  close(): Promise<void>;
}

const WANTED = new Set<number>(Object.values(TAG));
const BLACK_IS_ZERO = 1;

/** Opens a pyramid. Throws {@link TiffBroken} where the file is none of ours, and what the disk throws. */
export async function openPyramid(path: string): Promise<Pyramid> {
  const file = await open(path);
  try {
    const directories = await readDirectories(file, WANTED, MOST_LEVELS);
    const levels = directories.map(levelOf);
    if (levels.length === 0) throw new TiffBroken('it has no page');
    return {
      path,
      levels,
      isGray: directories[0]?.get(TAG.photometric)?.[0] === BLACK_IS_ZERO,
      tile: (level, column, row) => tileOf(file, level, row * level.columns + column),
      close: () => file.close(),
    };
  } catch (reason) {
    await file.close();
    throw reason;
  }
}

function levelOf(directory: TiffDirectory): Level {
  const one = (tag: number): number => {
    const value = directory.get(tag)?.[0];
    if (value === undefined) throw new TiffBroken(`it says nothing of ${tag}`);
    return value;
  };
  if (one(TAG.tileWidth) !== TILE_PX || one(TAG.tileHeight) !== TILE_PX)
    throw new TiffBroken('its tiles are of another size');
  const [widthPx, heightPx] = [one(TAG.width), one(TAG.height)];
  const columns = Math.ceil(widthPx / TILE_PX);
  const offsets = directory.get(TAG.tileOffsets) ?? [];
  const lengths = directory.get(TAG.tileLengths) ?? [];
  const tables = Uint8Array.from(directory.get(TAG.jpegTables) ?? []);
  const count = columns * Math.ceil(heightPx / TILE_PX);
  if (offsets.length !== count || lengths.length !== count || tables.length < 4)
    throw new TiffBroken('tiles are missing');
  return { widthPx, heightPx, columns, offsets, lengths, tables };
}

/** The marks that every JPEG begins and ends with, two bytes each. */
const MARK_BYTES = 2;

/** The tables without their end, and the tile without its beginning. */
async function tileOf(file: FileHandle, level: Level, at: number): Promise<Buffer<ArrayBuffer>> {
  const [offset, length] = [level.offsets[at], level.lengths[at]];
  if (offset === undefined || length === undefined) throw new TiffBroken(`it has no tile ${at}`);
  const tile = await bytesAt(file, offset, length);
  return Buffer.concat([level.tables.subarray(0, -MARK_BYTES), tile.subarray(MARK_BYTES)]);
}
