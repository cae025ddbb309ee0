import type { RenderedImage } from '../../ports/imager.ts';

/** Pictures that were cut, by what was asked; bounded in bytes, and the one longest unused goes first. */
export class KeptPictures {
  readonly #mostBytes: number;
  readonly #kept = new Map<string, RenderedImage>();
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get(key: string): RenderedImage | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept;
  }

  put(key: string, picture: RenderedImage): void {
    if (picture.bytes.byteLength > this.#mostBytes / 8 || this.#kept.has(key)) return;
    this.#kept.set(key, picture);
    this.#bytes += picture.bytes.byteLength;
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#kept.delete(oldest);
      this.#bytes -= bytes.byteLength;
    }
  }
}
