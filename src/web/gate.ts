/** How many searches are answered at once, and how many may wait their turn. */
export interface GateSize {
  readonly atOnce: number;
  readonly waiting: number;
}

/** Lets so much work in at once; what comes later waits in the order in which it came, and what is too much is sent away. */
export class Gate {
  readonly #size: GateSize;
  readonly #waiting: (() => void)[] = [];
  #inside = 0;

  constructor(size: GateSize) {
    this.#size = size;
  }

  /** Does the work when its turn has come; `full`: too many wait already, and it was not begun. */
  async pass<T>(work: () => Promise<T>): Promise<T | 'full'> {
    if (this.#inside >= this.#size.atOnce) {
      if (this.#waiting.length >= this.#size.waiting) return 'full';
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#inside++;
    try {
      return await work();
    } finally {
      // The place goes to the next; nobody who comes now can take it.
      const next = this.#waiting.shift();
      if (next === undefined) this.#inside--;
      else next();
    }
  }
}
