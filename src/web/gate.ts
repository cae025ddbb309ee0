import { Lines } from './turns.ts';

/** How much is done at once, and how much may wait its turn. */
export interface GateSize {
  readonly atOnce: number;
  readonly waiting: number;
  /** So many at once of one client; absent: all but one. */
  readonly ofEach?: number;
}

/** Of what waits, one client may be this part. */
const SHARE = 0.5;

/**
 * Lets so much work in at once. What comes later waits, in the order in which it came, and clients in turn; one
 * of them never takes the last place, so that whoever comes beside a crowd is let in at once. What is too much
 * is sent away. Who is not told apart from others is not held to a share.
 */
export class Gate {
  readonly #size: GateSize;
  readonly #lines: Lines<() => void>;
  readonly #inside = new Map<string, number>();
  #count = 0;

  constructor(size: GateSize) {
    this.#size = size;
    this.#lines = new Lines(size.waiting, (client) =>
      client === '' ? size.waiting : Math.ceil(size.waiting * SHARE),
    );
  }

  /** Does the work when its turn has come; `full`: too many wait already, and it was not begun. */
  async pass<T>(work: () => Promise<T>, client = ''): Promise<T | 'full'> {
    if (this.#isOpenTo(client)) this.#enter(client);
    else {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (!this.#lines.add(client, resolve)) return 'full';
      await promise;
    }
    try {
      return await work();
    } finally {
      this.#leave(client);
    }
  }

  #isOpenTo(client: string): boolean {
    const { atOnce, ofEach = Math.max(1, atOnce - 1) } = this.#size;
    const most = client === '' ? atOnce : ofEach;
    return this.#count < atOnce && (this.#inside.get(client) ?? 0) < most;
  }

  #enter(client: string): void {
    this.#count++;
    this.#inside.set(client, (this.#inside.get(client) ?? 0) + 1);
  }

  /** The place goes to the next, who begins when the thread has looked who else has come. */
  #leave(client: string): void {
    this.#count--;
    const left = (this.#inside.get(client) ?? 1) - 1;
    if (left === 0) this.#inside.delete(client);
    else this.#inside.set(client, left);
    const next = this.#lines.next((one) => this.#isOpenTo(one));
    if (next === undefined) return;
    this.#enter(next.client);
    setImmediate(next.one);
  }
}
