import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { failureOf } from './failures.ts';

/** A file that is written from its beginning to its end, its bytes counted and digested on the way. */
export class CountedFile {
  readonly #path: string;
  readonly #stream: WriteStream;
  readonly #hash: Hash = createHash('sha256');
  #sizeBytes = 0;
  #failure: unknown;

  constructor(path: string) {
    this.#path = path;
    this.#stream = createWriteStream(path, { flags: 'wx', highWaterMark: 1 << 18 });
    this.#stream.on('error', (reason) => {
      this.#failure = reason;
    });
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#refuseFailed();
    this.#hash.update(bytes);
    this.#sizeBytes += bytes.byteLength;
    if (this.#stream.write(bytes)) return;
    try {
      await once(this.#stream, 'drain');
    } catch (reason) {
      throw failureOf(reason, this.#path);
    }
  }

  /** Ends it, and makes sure that it outlives a power failure. */
  async end(): Promise<{ readonly sizeBytes: number; readonly sha256: string }> {
    this.#refuseFailed();
    try {
      this.#stream.end();
      await finished(this.#stream);
      const file = await open(this.#path, 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    } catch (reason) {
      throw failureOf(reason, this.#path);
    }
    return { sizeBytes: this.#sizeBytes, sha256: this.#hash.digest('hex') };
  }

  /** It is not to be; no handle stays open. */
  abandon(): void {
    this.#stream.destroy();
  }

  #refuseFailed(): void {
    if (this.#failure !== undefined) throw failureOf(this.#failure, this.#path);
  }
}
