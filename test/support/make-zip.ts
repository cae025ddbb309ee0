import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly isEncrypted?: boolean;
  /** What the list of contents says it unpacks to, where that is a lie. */
  readonly claimsBytes?: number;
  readonly claimsCrc?: number;
  /** Points at the data of an earlier part instead of having its own. */
  readonly sameDataAs?: number;
}

/** A zip file of these parts, as they say, however wrong that is. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const part of parts) {
    const bytes = Buffer.from(part.bytes);
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(part.name);
    const flags = 0x800 | (part.isEncrypted ? 1 : 0);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(part.claimsCrc ?? crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.claimsBytes ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const offset = part.sameDataAs === undefined ? at : (offsets[part.sameDataAs] ?? 0);
    offsets.push(offset);
    if (part.sameDataAs === undefined) {
      const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed]);
      files.push(file);
      at += file.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, tail, name]));
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, list, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
