/** What an answer is counted as: pages and records; what asks the index or makes a file; parts of page images. */
export type Cost = 'reading' | 'asking' | 'pictures';

/** So many at once, and as many again in the course of so many seconds. */
export interface Quota {
  readonly quota: number;
  readonly seconds: number;
}

/** What everyone may have. A reader never meets these bounds; a harvester that keeps to them is welcome. */
export const QUOTAS: Readonly<Record<Cost, Quota>> = {
  reading: { quota: 600, seconds: 60 },
  asking: { quota: 120, seconds: 60 },
  pictures: { quota: 3000, seconds: 60 },
};

/** What a client has left after an answer was counted. */
export interface Allowance {
  readonly cost: Cost;
  /** False: there was none left, and nothing is counted. */
  readonly isAllowed: boolean;
  readonly left: number;
  /** Until the next one where none is left, else until all are there again. */
  readonly seconds: number;
}

const MOST_CLIENTS = 5000;

interface Account {
  readonly left: Record<Cost, number>;
  atMs: number;
}

/**
 * Counts what each client is given: a bucket for each cost, which fills again by time. Remembers so many
 * clients; one that was not seen for longest is forgotten first, and then has everything again.
 */
export class Allowances {
  readonly #quotas: Readonly<Record<Cost, Quota>>;
  readonly #mostClients: number;
  readonly #accounts = new Map<string, Account>();

  constructor(quotas: Readonly<Record<Cost, Quota>> = QUOTAS, mostClients = MOST_CLIENTS) {
    this.#quotas = quotas;
    this.#mostClients = mostClients;
  }

  /** Takes one from what the client has of this, at a time in milliseconds that never goes back. */
  take(client: string, cost: Cost, nowMs: number): Allowance {
    const account = this.#accountOf(client, nowMs);
    const { quota, seconds } = this.#quotas[cost];
    const each = seconds / quota;
    const isAllowed = account.left[cost] >= 1;
    if (isAllowed) account.left[cost] -= 1;
    const left = Math.floor(account.left[cost]);
    const missing = left === 0 ? 1 - account.left[cost] : quota - account.left[cost];
    return { cost, isAllowed, left, seconds: Math.max(1, Math.ceil(missing * each)) };
  }

  #accountOf(client: string, nowMs: number): Account {
    const { reading, asking, pictures } = this.#quotas;
    const known = this.#accounts.get(client);
    if (known === undefined) {
      const left = { reading: reading.quota, asking: asking.quota, pictures: pictures.quota };
      const account = { left, atMs: nowMs };
      this.#accounts.set(client, account);
      this.#forget();
      return account;
    }
    const passed = Math.max(0, nowMs - known.atMs) / 1000;
    for (const cost of ['reading', 'asking', 'pictures'] as const) {
      const { quota, seconds } = this.#quotas[cost];
      known.left[cost] = Math.min(quota, known.left[cost] + (passed * quota) / seconds);
    }
    known.atMs = nowMs;
    this.#accounts.delete(client);
    this.#accounts.set(client, known);
    return known;
  }

  #forget(): void {
    if (this.#accounts.size <= this.#mostClients) return;
    const [oldest] = this.#accounts.keys();
    if (oldest !== undefined) this.#accounts.delete(oldest);
  }
}

/**
 * What is left, for programs.
 *
 *   ratelimit-policy: "asking";q=120;w=60
 *   ratelimit: "asking";r=119;t=1
 *
 * Source: draft-ietf-httpapi-ratelimit-headers-10, read 2026-11-23.
 */
export function headersOfAllowance({
  cost,
  left,
  seconds,
}: Allowance): readonly (readonly [string, string])[] {
  const { quota, seconds: window } = QUOTAS[cost];
  return [
    ['ratelimit-policy', `"${cost}";q=${quota};w=${window}`],
    ['ratelimit', `"${cost}";r=${left};t=${seconds}`],
  ];
}
