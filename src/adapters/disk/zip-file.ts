import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, createDeflateRaw, deflateRaw } from 'node:zlib';
import { once } from 'node:events';
import type { EntryInMaking, WrittenFile, ZipInMaking } from '../../ports/dump-store.ts';
import { CountedFile } from './counted-file.ts';
import { failureOf } from './failures.ts';
import { PACKING_LEVEL } from './packed-file.ts';
import { directoryHead, endOfZip, localHead, type ZipEntry } from './zip-records.ts';

const deflated = promisify(deflateRaw);
/** So many entries are packed at once, each by a thread of the pool, while they are written in their order. */
const AHEAD = 16;

interface Packing {
  readonly name: string;
  readonly crc: number;
  readonly sizeBytes: number;
  readonly packed: Promise<Uint8Array>;
}

/**
 * A zip that is written from its beginning to its end; of any size (zip64). Its directory grows in a file aside, so
 * that the number of entries is nobody's memory.
 */
export class ZipFile implements ZipInMaking {
  readonly #path: string;
  readonly #name: string;
  readonly #file: CountedFile;
  readonly #directory: CountedFile;
  readonly #packing: Packing[] = [];
  #entries = 0;

  constructor(path: string, name: string) {
    this.#path = path;
    this.#name = name;
    this.#file = new CountedFile(path);
    this.#directory = new CountedFile(`${path}.directory`);
  }

  async add(name: string, text: string): Promise<void> {
    const bytes = Buffer.from(text);
    const packed = deflated(bytes, { level: PACKING_LEVEL });
    this.#packing.push({ name, crc: crc32(bytes), sizeBytes: bytes.byteLength, packed });
    if (this.#packing.length >= AHEAD) await this.#writeNext();
  }

  async grow(name: string): Promise<EntryInMaking> {
    const grown = new GrownEntry(`${this.#path}.${this.#entries}-${encodeURIComponent(name)}`);
    return {
      write: (text) => grown.write(text),
      end: async () => {
        while (this.#packing.length > 0) await this.#writeNext();
        const { crc, sizeBytes, packedBytes } = await grown.end();
        await this.#begin({ name, crc, sizeBytes, packedBytes });
        for await (const chunk of createReadStream(grown.path, { highWaterMark: 1 << 18 }))
          if (chunk instanceof Uint8Array) await this.#file.write(chunk);
        await rm(grown.path);
      },
    };
  }

  async end(): Promise<WrittenFile> {
    while (this.#packing.length > 0) await this.#writeNext();
    const directoryAt = this.#file.sizeBytes;
    const { sizeBytes } = await this.#directory.end();
    for await (const chunk of createReadStream(`${this.#path}.directory`))
      if (chunk instanceof Uint8Array) await this.#file.write(chunk);
    await rm(`${this.#path}.directory`);
    await this.#file.write(endOfZip(this.#entries, sizeBytes, directoryAt));
    return { name: this.#name, ...(await this.#file.end()) };
  }

  abandon(): void {
    this.#file.abandon();
    this.#directory.abandon();
  }

  async #writeNext(): Promise<void> {
    const next = this.#packing.shift();
    if (next === undefined) return;
    const packed = await next.packed;
    await this.#begin({ ...next, packedBytes: packed.byteLength });
    await this.#file.write(packed);
  }

  async #begin({
    name,
    ...sizes
  }: Omit<ZipEntry, 'name' | 'offset'> & { readonly name: string }): Promise<void> {
    const entry = { ...sizes, name: Buffer.from(name), offset: this.#file.sizeBytes };
    this.#entries++;
    await this.#directory.write(directoryHead(entry));
    await this.#file.write(localHead(entry));
  }
}

/** An entry that is packed into a file of its own until its size is known. */
class GrownEntry {
  readonly path: string;
  readonly #file: CountedFile;
  readonly #deflate = createDeflateRaw({ level: PACKING_LEVEL });
  readonly #done: Promise<void>;
  #crc = 0;
  #sizeBytes = 0;
  #failure: unknown;

  constructor(path: string) {
    this.path = path;
    this.#file = new CountedFile(path);
    this.#done = this.#store().catch((reason: unknown) => {
      this.#failure = reason;
      this.#deflate.destroy();
    });
  }

  async write(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.#crc = crc32(bytes, this.#crc);
    this.#sizeBytes += bytes.byteLength;
    if (!this.#deflate.write(bytes)) await Promise.race([once(this.#deflate, 'drain'), this.#done]);
    if (this.#failure !== undefined) throw failureOf(this.#failure, this.path);
  }

  async end(): Promise<Pick<ZipEntry, 'crc' | 'sizeBytes' | 'packedBytes'>> {
    this.#deflate.end();
    await this.#done;
    if (this.#failure !== undefined) throw failureOf(this.#failure, this.path);
    const { sizeBytes: packedBytes } = await this.#file.end();
    return { crc: this.#crc, sizeBytes: this.#sizeBytes, packedBytes };
  }

  async #store(): Promise<void> {
    for await (const chunk of this.#deflate) if (chunk instanceof Uint8Array) await this.#file.write(chunk);
  }
}
