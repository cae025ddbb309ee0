import type { Dictionary } from './dictionary.ts';
import { idTerm } from './term-space.ts';

const BITS_OF_EACH = 16;

/** Which ids a segment cannot have: of a thousand that it has not, all but two or so. Two bytes an id. */
export class IdFilter {
  readonly #bits: Uint32Array;
  readonly #mask: number;

  constructor(dictionary: Dictionary, documents: number) {
    const size = 2 ** Math.max(5, Math.ceil(Math.log2(documents * BITS_OF_EACH + 1)));
    this.#bits = new Uint32Array(size / 32);
    this.#mask = size - 1;
    const before = idTerm('');
    const cursor = dictionary.from(before);
    if (cursor === undefined) return;
    do {
      const { term } = cursor;
      if (!term.startsWith(before)) return;
      this.#each(term.slice(before.length), (at) => {
        this.#bits[at >>> 5] = (this.#bits[at >>> 5] ?? 0) | (1 << (at & 31));
        return true;
      });
    } while (cursor.next());
  }

  /** False: certainly not. */
  mayHave(id: string): boolean {
    return this.#each(id, (at) => ((this.#bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0);
  }

  /** Three places for an id. Source: Kirsch and Mitzenmacher, "Less hashing, same performance", 2006; FNV-1a. */
  #each(id: string, holds: (at: number) => boolean): boolean {
    let hash = 0x811c_9dc5;
    for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x0100_0193);
    const step = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d) | 1;
    return (
      holds((hash & this.#mask) >>> 0) &&
      holds(((hash + step) & this.#mask) >>> 0) &&
      holds(((hash + step * 2) & this.#mask) >>> 0)
    );
  }
}
