import { inPieces } from './in-pieces.ts';
import type { RecordId } from '../core/id.ts';
import { labelOf, type Label } from '../core/label.ts';
import { viewFor, type PublicRecord, type View } from '../core/public-record.ts';
import type { FacetField } from '../core/query.ts';
import type { Depth } from '../ports/record-store.ts';
import type { Ports } from './archive.ts';

/** How many parsed records are kept at hand; a whole one may be large, a description is small. */
const KEPT = { whole: 200, description: 4000 } as const;
const LONGEST_MERGE_CHAIN = 8;
const UNKNOWN: View = { kind: 'unknown' };

/**
 * What readers may see of records, read through `viewFor` and kept at hand until the list of public
 * changes, or the day, moves on. Nothing that was withdrawn can be answered from memory: every
 * question begins with `refresh`.
 */
export class PublicViews {
  readonly #ports: Pick<Ports, 'records' | 'world'>;
  readonly #kept: Record<Depth, Map<RecordId, View>> = { whole: new Map(), description: new Map() };
  readonly #orders = new Map<RecordId, readonly RecordId[]>();
  readonly #labels = new WeakMap<PublicRecord, Label>();
  readonly #values = new Map<FacetField, readonly string[]>();
  #seq = -1;
  #day = '';

  constructor(ports: Pick<Ports, 'records' | 'world'>) {
    this.#ports = ports;
  }

  /** Differs whenever what readers may see does. */
  get state(): string {
    return `${this.#seq} ${this.#day}`;
  }

  /** Forgets what has changed since the last question; answers the number of the last public change. */
  async refresh(): Promise<number> {
    const seq = await this.#ports.records.lastChange();
    const day = this.#ports.world.today();
    if (day !== this.#day || this.#seq < 0) this.#forgetAll();
    else if (seq !== this.#seq) await this.#forgetSince(this.#seq);
    if (seq !== this.#seq) {
      this.#orders.clear();
      this.#values.clear();
    }
    this.#seq = seq;
    this.#day = day;
    return seq;
  }

  /** The view of each id; unknown where there is no such record. */
  async views(ids: readonly RecordId[], depth: Depth): Promise<ReadonlyMap<RecordId, View>> {
    const kept = this.#kept[depth];
    const found = new Map<RecordId, View>();
    const missing: RecordId[] = [];
    for (const id of ids) {
      const view = kept.get(id) ?? (depth === 'description' ? this.#kept.whole.get(id) : undefined);
      if (view) found.set(id, view);
      else missing.push(id);
    }
    if (missing.length > 0) {
      for await (const some of inPieces(missing)) {
        const stored = await this.#ports.records.latestEditions(some, depth);
        for (const id of some) {
          const edition = stored.get(id);
          const view = edition
            ? viewFor(edition.standing, edition.version, edition.edition, this.#day)
            : UNKNOWN;
          found.set(id, view);
          this.#keep(kept, id, view, KEPT[depth]);
        }
      }
    }
    return found;
  }

  async view(id: RecordId, depth: Depth): Promise<View> {
    return (await this.views([id], depth)).get(id) ?? UNKNOWN;
  }

  /** Labels of those that are public, under the id that was asked for; a merged id has its survivor's. */
  async labels(ids: Iterable<RecordId>): Promise<ReadonlyMap<RecordId, Label>> {
    const labels = new Map<RecordId, Label>();
    for (const [id, view] of await this.records(ids)) labels.set(id, this.#labelOf(view));
    return labels;
  }

  /** The same as records, without their texts. */
  async records(ids: Iterable<RecordId>): Promise<ReadonlyMap<RecordId, PublicRecord>> {
    const records = new Map<RecordId, PublicRecord>();
    let open = new Map<RecordId, RecordId>();
    for (const id of ids) open.set(id, id);
    for (let step = 0; step < LONGEST_MERGE_CHAIN && open.size > 0; step++) {
      const views = await this.views([...new Set(open.values())], 'description');
      const next = new Map<RecordId, RecordId>();
      for (const [asked, at] of open) {
        const view = views.get(at);
        if (view?.kind === 'public') records.set(asked, view.view);
        else if (view?.kind === 'merged') next.set(asked, view.into);
      }
      open = next;
    }
    return records;
  }

  /** A label is asked for by each record that names another: it is made once while that is kept. */
  #labelOf(view: PublicRecord): Label {
    const known = this.#labels.get(view) ?? labelOf(view);
    this.#labels.set(view, known);
    return known;
  }

  /** The order of a collection's documents, read once until anything public changes. */
  async orderOf(
    collection: RecordId,
    read: () => Promise<readonly RecordId[]>,
  ): Promise<readonly RecordId[]> {
    const known = this.#orders.get(collection);
    if (known) return known;
    const order = await read();
    this.#orders.set(collection, order);
    return order;
  }

  /** All values that a facet has here, as they are written; read once until anything public changes. */
  async valuesOf(field: FacetField, read: () => Promise<readonly string[]>): Promise<readonly string[]> {
    const known = this.#values.get(field) ?? (await read());
    this.#values.set(field, known);
    return known;
  }

  #keep(kept: Map<RecordId, View>, id: RecordId, view: View, limit: number): void {
    if (kept.size >= limit)
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        break;
      }
    kept.set(id, view);
  }

  #forgetAll(): void {
    this.#kept.whole.clear();
    this.#kept.description.clear();
  }

  async #forgetSince(seq: number): Promise<void> {
    const changes = await this.#ports.records.changesSince(seq, 1000);
    if (changes.length === 1000) return this.#forgetAll();
    for (const { id } of changes) {
      this.#kept.whole.delete(id);
      this.#kept.description.delete(id);
    }
  }
}
