import { Allowances, type Allowance, type Cost } from './allowance.ts';
import type { Client } from './client-of.ts';
import type { Route } from './route.ts';
import { Turns } from './turns.ts';

/** By what clients are counted. */
export interface NeighbourOptions {
  /** A clock that never goes back, in milliseconds. */
  readonly clockMs: () => number;
  /** How long one who had too much waits for being told so: who does not listen asks the less. */
  readonly holdMs?: number;
}

const MOST_HELD = 256;
const FILE = /\.pdf$/;

/** What an answer is counted as; undefined: it is not counted, since nothing is made for it. */
export function costOf(route: Pick<Route, 'path' | 'isQuestion' | 'costs'>, path: string): Cost | undefined {
  if (route.costs !== undefined) return route.costs === 'nothing' ? undefined : route.costs;
  return route.isQuestion === true || FILE.test(path) ? 'asking' : 'reading';
}

/** Sees to it that who asks much leaves room for everybody else: counts what each had, and lets them in by turns. */
export class Neighbours {
  readonly #options: NeighbourOptions | undefined;
  readonly #allowances = new Allowances();
  readonly #turns = new Turns();
  #held = 0;

  constructor(options: NeighbourOptions | undefined) {
    this.#options = options;
  }

  /** Counts an answer for a client; undefined where none is counted: who is near, and what costs nothing. */
  count(client: Client | undefined, route: Route, path: string): Allowance | undefined {
    if (client === undefined || client.isNear || this.#options === undefined) return undefined;
    const cost = costOf(route, path);
    return cost && this.#allowances.take(client.key, cost, this.#options.clockMs());
  }

  /** Waits until it is the client's turn; `full`: it has too much waiting already. */
  turn(client: Client | undefined): Promise<'now' | 'full'> {
    return client === undefined ? Promise.resolve('now') : this.#turns.take(client.key);
  }

  /** Answers after a while, as long as few are kept waiting so. */
  async hold<T>(answer: () => T): Promise<T> {
    const ms = this.#options?.holdMs ?? 0;
    if (ms === 0 || this.#held >= MOST_HELD) return answer();
    this.#held++;
    await new Promise<void>((resolve) => setTimeout(resolve, ms));
    this.#held--;
    return answer();
  }
}
