import type { Html } from '../html.ts';
import type { Sign } from './legend.ts';
import type { Portion } from './portions.ts';

/** The texts of a portion as they are written, with the signs in them that want explaining. */
export interface WrittenTexts {
  readonly texts: Html;
  readonly used: ReadonlySet<Sign>;
}

interface Kept {
  readonly leads: string;
  readonly written: WrittenTexts;
}

/**
 * Texts that were written, by portion: of a document that is public they are the same under each question that it is
 * found by, and after each change elsewhere, as long as what they lead to is. Bounded by characters; the one longest
 * unused goes first.
 */
export class KeptTexts {
  readonly #most: number;
  readonly #kept = new Map<Portion, Kept>();
  #characters = 0;

  constructor(mostCharacters: number) {
    this.#most = mostCharacters;
  }

  /** `leads`: all that is not of the document itself, and that its texts are written with. */
  of(portion: Portion, leads: string, write: () => WrittenTexts): WrittenTexts {
    const known = this.#kept.get(portion);
    if (known !== undefined) this.#drop(portion, known);
    const kept = known?.leads === leads ? known : { leads, written: write() };
    if (kept.written.texts.length <= this.#most / 8) this.#put(portion, kept);
    return kept.written;
  }

  #put(portion: Portion, kept: Kept): void {
    this.#kept.set(portion, kept);
    this.#characters += kept.written.texts.length;
    for (const [oldest, one] of this.#kept) {
      if (this.#characters <= this.#most) break;
      this.#drop(oldest, one);
    }
  }

  #drop(portion: Portion, { written }: Kept): void {
    this.#kept.delete(portion);
    this.#characters -= written.texts.length;
  }
}
