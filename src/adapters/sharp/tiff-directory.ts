import type { FileHandle } from 'node:fs/promises';

/** Bounds for strangers' files: what a page says of itself is short. */
const MOST_ENTRIES = 1000;
const MOST_VALUE_BYTES = 2 ** 20;

/** Bytes of one value, by the type of the entry. Source: TIFF 6.0, section 2, and BigTIFF. */
const VALUE_BYTES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 7: 1, 13: 4, 16: 8 };

export const TAG = {
  subfileType: 254,
  width: 256,
  height: 257,
  photometric: 262,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileLengths: 325,
  jpegTables: 347,
} as const;

/** What a page of a TIFF says of itself: the whole numbers of its entries, by tag. */
export type TiffDirectory = ReadonlyMap<number, readonly number[]>;

/** The file is no TIFF, or leads nowhere. */
export class TiffBroken extends Error {}

/** How numbers are written in a file: from the little or the big end, with offsets of four or eight bytes. */
interface Layout {
  readonly isLittle: boolean;
  readonly isBig: boolean;
}

/**
 * The directories of a TIFF or BigTIFF in the order in which they lead to each other, at most so many, each
 * with the entries that are asked for. Throws {@link TiffBroken} where the file is not what it says.
 */
export async function readDirectories(
  file: FileHandle,
  tags: ReadonlySet<number>,
  most: number,
): Promise<readonly TiffDirectory[]> {
  const head = await bytesAt(file, 0, 16);
  const isLittle = head.toString('latin1', 0, 2) === 'II';
  const isBig = (isLittle ? head.readUInt16LE(2) : head.readUInt16BE(2)) === 43;
  const layout = { isLittle, isBig };
  const found: TiffDirectory[] = [];
  const seen = new Set<number>();
  let at = isBig ? number(head, 8, 8, layout) : number(head, 4, 4, layout);
  while (at !== 0 && found.length < most) {
    if (seen.has(at)) throw new TiffBroken('its pages lead in a circle');
    seen.add(at);
    const { directory, next } = await readDirectory(file, at, tags, layout);
    found.push(directory);
    at = next;
  }
  return found;
}

async function readDirectory(
  file: FileHandle,
  at: number,
  tags: ReadonlySet<number>,
  layout: Layout,
): Promise<{ readonly directory: TiffDirectory; readonly next: number }> {
  const [countBytes, entryBytes, offsetBytes] = layout.isBig ? [8, 20, 8] : [2, 12, 4];
  const count = number(await bytesAt(file, at, countBytes), 0, countBytes, layout);
  if (count > MOST_ENTRIES) throw new TiffBroken('a page says too much of itself');
  const entries = await bytesAt(file, at + countBytes, count * entryBytes + offsetBytes);
  const directory = new Map<number, readonly number[]>();
  for (let n = 0; n < count; n++) {
    const entry = entries.subarray(n * entryBytes, (n + 1) * entryBytes);
    const tag = number(entry, 0, 2, layout);
    if (tags.has(tag)) directory.set(tag, await valuesOf(file, entry, layout));
  }
  return { directory, next: number(entries, count * entryBytes, offsetBytes, layout) };
}

/** The values of an entry: in it where they fit, else where it leads. */
async function valuesOf(file: FileHandle, entry: Buffer, layout: Layout): Promise<readonly number[]> {
  const each = VALUE_BYTES[number(entry, 2, 2, layout)];
  const width = layout.isBig ? 8 : 4;
  const count = number(entry, 4, width, layout);
  if (each === undefined || count * each > MOST_VALUE_BYTES) throw new TiffBroken('an entry is none');
  const room = entry.subarray(4 + width, 4 + width * 2);
  const isInside = count * each <= width;
  const bytes = isInside ? room : await bytesAt(file, number(room, 0, width, layout), count * each);
  return Array.from({ length: count }, (_, at) => number(bytes, at * each, each, layout));
}

function number(bytes: Buffer, at: number, width: number, { isLittle }: Layout): number {
  if (at + width > bytes.length) throw new TiffBroken('it ends too soon');
  if (width === 8) {
    const value = isLittle ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at);
    if (value > Number.MAX_SAFE_INTEGER) throw new TiffBroken('it leads beyond any file');
    return Number(value);
  }
  return isLittle ? bytes.readUIntLE(at, width) : bytes.readUIntBE(at, width);
}

/** So many bytes of a file from a place on. */
export async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  if (bytesRead < length) throw new TiffBroken('it ends too soon');
  return bytes;
}
