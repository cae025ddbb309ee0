import type { SearchIndex } from '../ports/search-index.ts';
import type { YearCount } from '../ports/search-index.ts';
import type { CollectionRow } from './pages.ts';
import type { Branch, Profile } from './way-pages.ts';
import type { PublicViews } from './public-views.ts';

/** How many different counts are kept; each is small beside what it was counted over. */
const MOST = 500;

/**
 * What was counted over much of the archive, kept until anything public changes, the day does, or the index
 * moves on: what was withdrawn can then be in none of it. Bounded; the oldest goes first.
 */
export class KeptCounts<T> {
  readonly #views: PublicViews;
  readonly #index: Pick<SearchIndex, 'coveredTo'>;
  readonly #kept = new Map<string, T>();
  #state = '';

  constructor({ views, index }: { readonly views: PublicViews; readonly index: SearchIndex }) {
    this.#views = views;
    this.#index = index;
  }

  /** The count of this key, made if it is not kept. What was begun before a change is not kept after it. */
  async get(key: string, count: () => Promise<T>): Promise<T> {
    const state = await this.#stateNow();
    if (state !== this.#state) this.#kept.clear();
    this.#state = state;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const counted = await count();
    if ((await this.#stateNow()) !== state) return counted;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size < MOST) break;
      this.#kept.delete(oldest);
    }
    this.#kept.set(key, counted);
    return counted;
  }

  async #stateNow(): Promise<string> {
    return `${this.#views.state} ${await this.#index.coveredTo()}`;
  }
}

/** Counts that many pages share. */
export interface Kept {
  readonly forest: KeptCounts<readonly CollectionRow[]>;
  readonly spans: KeptCounts<Pick<CollectionRow, 'from' | 'to'>>;
  readonly values: KeptCounts<ReadonlyMap<string, number>>;
  readonly years: KeptCounts<readonly YearCount[]>;
  readonly totals: KeptCounts<number>;
  readonly profiles: KeptCounts<Profile>;
  readonly trees: KeptCounts<readonly Branch[]>;
}

export const keepCounts = (deps: { readonly views: PublicViews; readonly index: SearchIndex }): Kept => ({
  forest: new KeptCounts(deps),
  spans: new KeptCounts(deps),
  values: new KeptCounts(deps),
  years: new KeptCounts(deps),
  totals: new KeptCounts(deps),
  profiles: new KeptCounts(deps),
  trees: new KeptCounts(deps),
});
