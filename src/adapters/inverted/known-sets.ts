import { isWithin, narrow, type Bits } from './bits.ts';

/** So many sets are remembered: a question asks for the same when it finds, scores and weighs. */
const MOST = 8;

/** Which documents of a larger set were found to have something, for whoever asks for some of the same set again. */
export class KnownSets {
  readonly #known = new Map<string, { readonly asked: Bits; readonly found: Bits }>();

  /** Those of a set that have what a key stands for; they are looked for if that is not known. The set is not altered. */
  among(key: string, set: Bits, look: () => Bits): Bits {
    const known = this.#known.get(key);
    if (known !== undefined && isWithin(set, known.asked)) return narrow(known.found.slice(), set);
    const found = look();
    this.#known.delete(key);
    if (this.#known.size >= MOST)
      for (const oldest of [...this.#known.keys()].slice(0, 1)) this.#known.delete(oldest);
    this.#known.set(key, { asked: set.slice(), found: found.slice() });
    return found;
  }
}
