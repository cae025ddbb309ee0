import type { RecordId } from '../core/id.ts';
import { labelOf } from '../core/label.ts';
import type { Bearer } from '../core/names/other-forms.ts';
import { namesUnder } from '../core/names/search-forms.ts';
import type { PublicRecord } from '../core/public-record.ts';
import type { RecordStore } from '../ports/record-store.ts';
import type { PublicViews } from './public-views.ts';

const isWhole = (key: string): boolean => key.startsWith('=');

/** How many that bear one name are looked at, and how many names are kept at hand. */
const MOST_BEARERS = 24;
const MOST_KEPT = 5000;
const LONGEST_MERGE_CHAIN = 8;
const NOBODY: readonly Bearer[] = [];

/**
 * Who bears a name, as readers may see it: looked up by its key, and kept until anything public changes.
 * What it costs depends on how many names are asked for, not on how many there are.
 */
export class NameTable {
  readonly #records: Pick<RecordStore, 'byNameKey'>;
  readonly #views: PublicViews;
  readonly #kept = new Map<string, readonly Bearer[]>();
  #stamp = '';

  constructor({ records, views }: { readonly records: RecordStore; readonly views: PublicViews }) {
    this.#records = records;
    this.#views = views;
  }

  /** The persons, bodies and places under each key (`wholeKey`, `familyKey`): those that readers may see, in no order. */
  async bearersOf(keys: readonly string[]): Promise<ReadonlyMap<string, readonly Bearer[]>> {
    this.#forget();
    const missing = [...new Set(keys)].filter((key) => !this.#kept.has(key));
    if (missing.length > 0) await this.#look(missing);
    return new Map(keys.map((key) => [key, this.#kept.get(key) ?? NOBODY]));
  }

  #forget(): void {
    if (this.#stamp === this.#views.state && this.#kept.size < MOST_KEPT) return;
    this.#kept.clear();
    this.#stamp = this.#views.state;
  }

  async #look(keys: readonly string[]): Promise<void> {
    const agents = await this.#records.byNameKey('agent', keys, MOST_BEARERS + 1);
    const places = await this.#records.byNameKey('place', keys.filter(isWhole), MOST_BEARERS + 1);
    for (const key of keys) {
      const ids = [...(agents.get(key) ?? []), ...(places.get(key) ?? [])];
      this.#kept.set(key, ids.length > 0 ? await this.#bearers(key, ids) : NOBODY);
    }
  }

  /** A name that too many bear tells nobody. */
  async #bearers(key: string, ids: readonly RecordId[]): Promise<readonly Bearer[]> {
    if (ids.length > MOST_BEARERS) return NOBODY;
    const bearers = new Map<RecordId, Bearer>();
    for (const id of ids) {
      const view = await this.#survivor(id);
      if (view === undefined || !('names' in view.record) || bearers.has(view.id)) continue;
      const names = namesUnder(view.record, key);
      if (names.length === 0) continue;
      const { record } = view;
      bearers.set(view.id, {
        id: view.id,
        label: labelOf(view),
        record,
        names,
        isWhole: key.startsWith('='),
      });
    }
    return [...bearers.values()];
  }

  async #survivor(id: RecordId): Promise<PublicRecord | undefined> {
    let view = await this.#views.view(id, 'description');
    for (let step = 0; view.kind === 'merged' && step < LONGEST_MERGE_CHAIN; step++)
      view = await this.#views.view(view.into, 'description');
    return view.kind === 'public' ? view.view : undefined;
  }
}
