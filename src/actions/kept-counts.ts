import type { RecordId } from '../core/id.ts';
import type { SearchIndex, YearCount } from '../ports/search-index.ts';
import type { CollectionRow } from './pages.ts';
import type { Branch, Profile } from './way-pages.ts';
import type { PublicViews } from './public-views.ts';

/** How many different counts are kept, and how many values they may have together. */
const MOST = { counts: 500, values: 200_000 } as const;

/**
 * What was counted over much of the archive, kept until anything public changes, the day does, or the index
 * moves on: what was withdrawn can then be in none of it. Bounded; the oldest goes first.
 */
export class KeptCounts<T> {
  readonly #views: PublicViews;
  readonly #index: Pick<SearchIndex, 'coveredTo'>;
  readonly #valuesIn: (counted: T) => number;
  readonly #kept = new Map<string, T>();
  #values = 0;
  #state = '';

  constructor({ views, index }: From, valuesIn: (counted: T) => number = () => 1) {
    this.#views = views;
    this.#index = index;
    this.#valuesIn = valuesIn;
  }

  /** The count of this key, made if it is not kept. What was begun before a change is not kept after it. */
  async get(key: string, count: () => Promise<T>): Promise<T> {
    const state = await this.#stateNow();
    if (state !== this.#state) this.#forgetAll(state);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const counted = await count();
    if ((await this.#stateNow()) !== state) return counted;
    this.#keep(key, counted);
    return counted;
  }

  #keep(key: string, counted: T): void {
    if (this.#kept.has(key)) return;
    this.#kept.set(key, counted);
    this.#values += this.#valuesIn(counted);
    for (const [oldest, value] of this.#kept) {
      if (this.#kept.size <= MOST.counts && this.#values <= MOST.values) break;
      this.#kept.delete(oldest);
      this.#values -= this.#valuesIn(value);
    }
  }

  #forgetAll(state: string): void {
    this.#kept.clear();
    this.#values = 0;
    this.#state = state;
  }

  async #stateNow(): Promise<string> {
    return `${this.#views.state} ${await this.#index.coveredTo()}`;
  }
}

interface From {
  readonly views: PublicViews;
  readonly index: SearchIndex;
}

/** Counts that many pages share. */
export interface Kept {
  readonly forest: KeptCounts<readonly CollectionRow[]>;
  readonly spans: KeptCounts<Pick<CollectionRow, 'from' | 'to'>>;
  readonly values: KeptCounts<ReadonlyMap<string, number>>;
  /** Ids in order of name. */
  readonly lists: KeptCounts<readonly RecordId[]>;
  readonly years: KeptCounts<readonly YearCount[]>;
  readonly totals: KeptCounts<number>;
  readonly profiles: KeptCounts<Profile>;
  readonly trees: KeptCounts<readonly Branch[]>;
}

export const keepCounts = (deps: From): Kept => ({
  forest: new KeptCounts(deps),
  spans: new KeptCounts(deps),
  values: new KeptCounts(deps, ({ size }) => size),
  lists: new KeptCounts(deps, ({ length }) => length),
  years: new KeptCounts(deps),
  totals: new KeptCounts(deps),
  profiles: new KeptCounts(deps),
  trees: new KeptCounts(deps),
});
