interface Served<T> {
  readonly client: string;
  readonly one: T;
}

/** What waits, in a line for each client; the lines are served in turn, so that a long one makes only itself wait. */
export class Lines<T> {
  readonly #lines = new Map<string, T[]>();
  readonly #most: number;
  readonly #mostOf: (client: string) => number;
  #waiting = 0;
  #last: string | undefined;

  constructor(most: number, mostOf: (client: string) => number) {
    this.#most = most;
    this.#mostOf = mostOf;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /** False: too much waits already, of this client or of all. */
  add(client: string, one: T): boolean {
    const line = this.#lines.get(client);
    if (this.#waiting >= this.#most || (line?.length ?? 0) >= this.#mostOf(client)) return false;
    if (line === undefined) this.#lines.set(client, [one]);
    else line.push(one);
    this.#waiting++;
    return true;
  }

  /** The first of the line whose turn it is, of those that may; that line is last then. Whoever was not served last goes before. */
  next(may: (client: string) => boolean = () => true): Served<T> | undefined {
    const next = this.#first((client) => client !== this.#last && may(client)) ?? this.#first(may);
    if (next === undefined) return undefined;
    this.#last = next.client;
    this.#waiting--;
    return next;
  }

  #first(may: (client: string) => boolean): Served<T> | undefined {
    for (const [client, line] of this.#lines) {
      if (!may(client)) continue;
      const one = line.shift();
      this.#lines.delete(client);
      if (line.length > 0) this.#lines.set(client, line);
      if (one !== undefined) return { client, one };
    }
    return undefined;
  }
}

const MOST_WAITING = 1000;
const MOST_WAITING_EACH = 100;

/**
 * Lets one piece of work begin at a time, of each client in turn, and between two of them the thread looks
 * who else has come: fifty connections of one are one to everybody else.
 */
export class Turns {
  readonly #lines: Lines<() => void>;
  #isRunning = false;

  constructor(most = MOST_WAITING, mostEach = MOST_WAITING_EACH) {
    this.#lines = new Lines(most, () => mostEach);
  }

  /** Waits for its turn; `full`: too much waits already. */
  async take(client: string): Promise<'now' | 'full'> {
    const { promise, resolve } = Promise.withResolvers<void>();
    if (!this.#lines.add(client, resolve)) return 'full';
    if (!this.#isRunning) {
      this.#isRunning = true;
      setImmediate(() => this.#run());
    }
    await promise;
    return 'now';
  }

  #run(): void {
    this.#lines.next()?.one();
    this.#isRunning = this.#lines.waiting > 0;
    if (this.#isRunning) setImmediate(() => this.#run());
  }
}
