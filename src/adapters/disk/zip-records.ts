/** What the directory of a zip says of an entry. */
export interface ZipEntry {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  /** Where its own head begins. */
  readonly offset: number;
}

/** A name in UTF-8; packed by deflate; 1 January 1980, midnight: the first day that a zip can name. */
const UTF8 = 0x0800;
const DEFLATED = 8;
const TIME = 0;
const DAY = 0x21;
const VERSION = 20;
const VERSION_64 = 45;
const TOO_LARGE = 0xffffffff;
const TOO_MANY = 0xffff;

const isLarge = ({ packedBytes, sizeBytes, offset }: ZipEntry): boolean =>
  packedBytes >= TOO_LARGE || sizeBytes >= TOO_LARGE || offset >= TOO_LARGE;

/** What both heads of an entry have in common, from the version that is needed on. */
function writeShared(to: Buffer, at: number, entry: ZipEntry, extraBytes: number): void {
  const isBig = isLarge(entry);
  to.writeUInt16LE(isBig ? VERSION_64 : VERSION, at);
  to.writeUInt16LE(UTF8, at + 2);
  to.writeUInt16LE(DEFLATED, at + 4);
  to.writeUInt16LE(TIME, at + 6);
  to.writeUInt16LE(DAY, at + 8);
  to.writeUInt32LE(entry.crc, at + 10);
  to.writeUInt32LE(isBig ? TOO_LARGE : entry.packedBytes, at + 14);
  to.writeUInt32LE(isBig ? TOO_LARGE : entry.sizeBytes, at + 18);
  to.writeUInt16LE(entry.name.byteLength, at + 22);
  to.writeUInt16LE(extraBytes, at + 24);
}

/** The true sizes of what is too large for the heads of old. */
function extraOf(entry: ZipEntry, withOffset: boolean): Buffer {
  if (!isLarge(entry)) return Buffer.alloc(0);
  const extra = Buffer.alloc(withOffset ? 28 : 20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(extra.length - 4, 2);
  extra.writeBigUInt64LE(BigInt(entry.sizeBytes), 4);
  extra.writeBigUInt64LE(BigInt(entry.packedBytes), 12);
  if (withOffset) extra.writeBigUInt64LE(BigInt(entry.offset), 20);
  return extra;
}

/**
 * The head that stands before an entry.
 *
 * Source: PKWARE, APPNOTE.TXT 6.3.10, read 2026-11-23.
 */
export function localHead(entry: ZipEntry): Buffer {
  const extra = extraOf(entry, false);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  writeShared(head, 4, entry, extra.length);
  return Buffer.concat([head, entry.name, extra]);
}

/** The same in the directory at the end. */
export function directoryHead(entry: ZipEntry): Buffer {
  const extra = extraOf(entry, true);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(VERSION_64, 4);
  writeShared(head, 6, entry, extra.length);
  head.writeUInt32LE(isLarge(entry) ? TOO_LARGE : entry.offset, 42);
  return Buffer.concat([head, entry.name, extra]);
}

/** The end of a zip: how many entries its directory has, how long that is, and where it begins. */
export function endOfZip(entries: number, directoryBytes: number, directoryAt: number): Buffer {
  const isBig = entries >= TOO_MANY || directoryBytes >= TOO_LARGE || directoryAt >= TOO_LARGE;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries, TOO_MANY), 8);
  end.writeUInt16LE(Math.min(entries, TOO_MANY), 10);
  end.writeUInt32LE(isBig ? TOO_LARGE : directoryBytes, 12);
  end.writeUInt32LE(isBig ? TOO_LARGE : directoryAt, 16);
  if (!isBig) return end;
  const large = Buffer.alloc(56 + 20);
  large.writeUInt32LE(0x06064b50, 0);
  large.writeBigUInt64LE(44n, 4);
  large.writeUInt16LE(VERSION_64, 12);
  large.writeUInt16LE(VERSION_64, 14);
  large.writeBigUInt64LE(BigInt(entries), 24);
  large.writeBigUInt64LE(BigInt(entries), 32);
  large.writeBigUInt64LE(BigInt(directoryBytes), 40);
  large.writeBigUInt64LE(BigInt(directoryAt), 48);
  large.writeUInt32LE(0x07064b50, 56);
  large.writeBigUInt64LE(BigInt(directoryAt + directoryBytes), 64);
  large.writeUInt32LE(1, 72);
  return Buffer.concat([large, end]);
}
