import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { constants, createGzip } from 'node:zlib';
import type { WrittenFile } from '../../ports/dump-store.ts';
import { CountedFile } from './counted-file.ts';

/** Between what costs most time and what costs most room; measured on texts of telegrams. */
export const PACKING_LEVEL = 5;
/** The byte of a gzip's head that names the system it was made on: 255 is "unknown". Source: RFC 1952. */
const SYSTEM_AT = 9;
const UNKNOWN_SYSTEM = 255;

/**
 * A file packed by gzip while it is written. Its head has neither name, time nor system, so that the same bytes
 * packed twice are the same file.
 */
export class PackedFile {
  readonly #name: string;
  readonly #file: CountedFile;
  readonly #gzip = createGzip({
    level: PACKING_LEVEL,
    chunkSize: 1 << 17,
    memLevel: constants.Z_MAX_MEMLEVEL,
  });
  readonly #plain = createHash('sha256');
  readonly #done: Promise<void>;
  #sizeBytes = 0;
  #failure: unknown;

  constructor(path: string, name: string) {
    this.#name = name;
    this.#file = new CountedFile(path);
    this.#done = this.#store().catch((reason: unknown) => {
      this.#failure = reason;
      this.#gzip.destroy();
    });
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    this.#plain.update(bytes);
    this.#sizeBytes += bytes.byteLength;
    // What failed closes the stream instead of draining it.
    if (!this.#gzip.write(bytes)) await Promise.race([once(this.#gzip, 'drain'), this.#done]);
    if (this.#failure !== undefined) throw this.#failure;
  }

  async end(): Promise<WrittenFile> {
    this.#gzip.end();
    await this.#done;
    if (this.#failure !== undefined) throw this.#failure;
    const unpacked = { sizeBytes: this.#sizeBytes, sha256: this.#plain.digest('hex') };
    return { name: this.#name, ...(await this.#file.end()), unpacked };
  }

  abandon(): void {
    this.#gzip.destroy();
    this.#file.abandon();
  }

  async #store(): Promise<void> {
    let isHead = true;
    for await (const chunk of this.#gzip) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError('gzip gave something else than bytes');
      if (isHead) chunk[SYSTEM_AT] = UNKNOWN_SYSTEM;
      isHead = false;
      await this.#file.write(chunk);
    }
  }
}
