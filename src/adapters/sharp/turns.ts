/** Lets so much work go on at once; what comes later waits in order, and what is too much is not begun. */
export class Turns {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #waiting: { readonly begin: () => void; readonly weight: number }[] = [];
  #working = 0;
  #weight = 0;

  /** `mostWaiting`: what all that waits may weigh together. */
  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** What the work answers, when its turn has come; undefined where too much waits already. */
  async take<T>(work: () => Promise<T>, weight = 1): Promise<T | undefined> {
    if (this.#working >= this.#atOnce) {
      if (this.#weight > 0 && this.#weight + weight > this.#mostWaiting) return undefined;
      this.#weight += weight;
      await new Promise<void>((begin) => this.#waiting.push({ begin, weight }));
    } else this.#working++;
    try {
      return await work();
    } finally {
      // The place goes to the next; nobody who comes now can take it.
      const next = this.#waiting.shift();
      if (next === undefined) this.#working--;
      else {
        this.#weight -= next.weight;
        next.begin();
      }
    }
  }
}
