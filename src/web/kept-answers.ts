/** A whole answer, ready to be sent again. */
export interface Kept {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Answers by address, as they stood at the last public change: with the next one all are forgotten, so that
 * what was withdrawn cannot be handed out. Bounded; the one longest unused goes first.
 */
export class KeptAnswers {
  readonly #mostBytes: number;
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;
  #change = -1;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get(change: number, key: string): Kept | undefined {
    if (change !== this.#change) return undefined;
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept;
  }

  /** Keeps an answer that was made from what was public at `change`. One made before the last change is not kept. */
  put(change: number, key: string, answer: Kept): void {
    if (change < this.#change) return;
    if (change > this.#change) {
      this.#kept.clear();
      this.#bytes = 0;
      this.#change = change;
    }
    if (answer.bytes.byteLength > this.#mostBytes / 8 || this.#kept.has(key)) return;
    this.#kept.set(key, answer);
    this.#bytes += answer.bytes.byteLength;
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#kept.delete(oldest);
      this.#bytes -= bytes.byteLength;
    }
  }
}
