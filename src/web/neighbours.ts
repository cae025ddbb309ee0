import { Allowances, type Allowance, type Cost } from './allowance.ts';
import type { Client } from './client-of.ts';
import { Gate, type GateSize } from './gate.ts';
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

/**
 * What asks the index, what makes a file, and everything else: each has its own door. One thread does most of it,
 * so that nobody has less for having little at once, and each leaves off in the middle the more seldom.
 */
const GATES = {
  questions: { atOnce: 4, waiting: 128, ofEach: 1 },
  files: { atOnce: 3, waiting: 32, ofEach: 1 },
  reading: { atOnce: 12, waiting: 1000, ofEach: 2 },
} as const satisfies Readonly<Record<string, GateSize>>;

/** What is made whole for who asks: set in type, or read through from end to end. */
const FILE = /\.pdf$|^\/(?:repository|collection)\/[^/]+\.ead$/;

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
  readonly #questions: Gate;
  readonly #files = new Gate(GATES.files);
  readonly #reading = new Gate(GATES.reading);
  #held = 0;

  constructor(options: NeighbourOptions | undefined, questions: GateSize = GATES.questions) {
    this.#options = options;
    this.#questions = new Gate(questions);
  }

  /** Counts an answer for a client; undefined where none is counted: who is near, and what costs nothing. */
  count(client: Client | undefined, route: Route, path: string): Allowance | undefined {
    if (client === undefined || client.isNear || this.#options === undefined) return undefined;
    const cost = costOf(route, path);
    return cost && this.#allowances.take(client.key, cost, this.#options.clockMs());
  }

  /** Does the work when it is the client's turn; `full`: too much waits already, and it was not begun. */
  async pass<T>(
    client: Client | undefined,
    route: Route,
    path: string,
    work: () => Promise<T>,
  ): Promise<T | 'full'> {
    if (client === undefined) return route.isQuestion === true ? this.#questions.pass(work) : work();
    if ((await this.#turns.take(client.key)) === 'full') return 'full';
    const gate = this.#gateOf(route, path);
    return gate === undefined ? work() : gate.pass(work, client.key);
  }

  /** Pictures have a gate of their own, where they are cut. */
  #gateOf(route: Route, path: string): Gate | undefined {
    if (route.isQuestion === true) return this.#questions;
    const cost = costOf(route, path);
    return cost === 'asking' ? this.#files : cost === 'reading' ? this.#reading : undefined;
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
