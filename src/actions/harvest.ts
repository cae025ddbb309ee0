import { kindOf, type RecordId, type RecordKind } from '../core/id.ts';
import type { PublicChange } from '../core/lifecycle.ts';
import type { View } from '../core/public-record.ts';
import type { ChangesAsked } from '../ports/record-store.ts';
import type { Ports } from './archive.ts';
import { keptForest } from './browse.ts';
import type { Counting } from './counting.ts';
import type { CollectionRow } from './pages.ts';
import type { PublicViews } from './public-views.ts';

/** What harvesters, feeds and lists of everything ask: the list of public changes, as records stand now. */
export interface Harvesting {
  /** The instant it is. */
  now(): string;
  /** When anything first became public; undefined where nothing ever was. */
  began(): Promise<string | undefined>;
  /** A stretch of the list; undefined where it asks for a place in it that is not there. */
  list(asked: HarvestAsked): Promise<HarvestList | undefined>;
  /** A record that is public or was; undefined for anything else. */
  head(id: RecordId): Promise<HarvestHead | undefined>;
}

export interface HarvestAsked {
  /** The entry of the list of changes that was its last when the walk began; absent: it begins now. */
  readonly upTo?: number;
  /** The entry to go on after. */
  readonly after?: number;
  /** Beginnings of ISO instants, both included. */
  readonly from?: string;
  readonly until?: string;
  readonly kinds: readonly RecordKind[];
  /** A set: the collections that lead to it, from the outermost. */
  readonly within?: readonly RecordId[];
  /** The newest first. */
  readonly isBackwards?: boolean;
  readonly most: number;
}

export interface HarvestList {
  readonly upTo: number;
  /** At most as many as were asked for; fewer only at the end. */
  readonly heads: readonly HarvestHead[];
}

/** A record as it stands, and where it stands in the walk. */
export interface HarvestHead {
  readonly id: RecordId;
  readonly kind: RecordKind;
  /** Its entry in the list as it was when the walk began. */
  readonly seq: number;
  /** When its public form last changed: an ISO instant, which may be later than that entry. */
  readonly changed: string;
  /** It was public and is not. Of such a record nothing more is said: not what it was in, either. */
  readonly isGone: boolean;
  /** The collections that it is in, each with those around it, from the outermost. */
  readonly sets: readonly (readonly RecordId[])[];
}

type Deps = Pick<Ports, 'records' | 'world'> & Counting;

export const harvestFrom = (deps: Deps, fresh: <T>(answer: () => Promise<T>) => Promise<T>): Harvesting => ({
  now: () => deps.world.now(),
  began: async () => (await deps.records.changesSince(0, 1))[0]?.at,
  list: (asked) => fresh(() => list(deps, asked)),
  head: (id) => fresh(() => headOf(deps, id)),
});

/** At least so many entries are read at a time. */
const BATCH = 100;

/**
 * Walks the list as it stood at `upTo`, each record at the place of its last change until then, in order of time. That
 * list never alters, so that whoever walks it in parts gets each record once, whatever changes meanwhile and however
 * long it takes; what is said of each is what is so now. What changed to a time after `until` is left out.
 */
async function list(deps: Deps, asked: HarvestAsked): Promise<HarvestList | undefined> {
  const { records, views } = deps;
  const { after, until, within, kinds, most } = asked;
  const last = await records.lastChange();
  const upTo = asked.upTo ?? last;
  if (upTo > last || (after !== undefined && after > upTo)) return undefined;
  const about = within && (await collectionsIn(deps, within));
  if (about?.length === 0) return { upTo, heads: [] };
  const walk: Omit<ChangesAsked, 'limit'> = {
    upTo,
    kinds,
    ...(asked.from === undefined ? {} : { from: asked.from }),
    ...(until === undefined ? {} : { until }),
    ...(about === undefined ? {} : { about }),
    ...(asked.isBackwards === undefined ? {} : { isBackwards: asked.isBackwards }),
  };
  const paths = new Paths(views);
  const heads: HarvestHead[] = [];
  for (let at = after; heads.length < most;) {
    const limit = Math.max(BATCH, most - heads.length);
    const changes = await records.changesAsOf({ ...walk, ...(at === undefined ? {} : { after: at }), limit });
    for (const head of await headsOf(deps, paths, changes)) {
      const isLater = until !== undefined && head.changed > `${until}~`;
      if (!isLater && isIn(head, within) && heads.length < most) heads.push(head);
    }
    at = changes.at(-1)?.seq;
    if (changes.length < limit) break;
  }
  return { upTo, heads };
}

/** Whoever harvests a set is told of every record that is gone: what it was in is no longer said. */
const isIn = ({ isGone, sets }: HarvestHead, within: readonly RecordId[] | undefined): boolean =>
  within === undefined || isGone || sets.some((path) => within.every((id, at) => path[at] === id));

async function headOf(deps: Deps, id: RecordId): Promise<HarvestHead | undefined> {
  const change = (await deps.records.latestChanges([id])).get(id);
  const [head] = change ? await headsOf(deps, new Paths(deps.views), [change]) : [];
  return head;
}

/** Those of some records that are public, or were: what never was is nothing that one can be told of. */
async function headsOf(
  { records, views }: Deps,
  paths: Paths,
  changes: readonly PublicChange[],
): Promise<readonly HarvestHead[]> {
  const ids = changes.map(({ id }) => id);
  const latest = await records.latestChanges(ids);
  const shown = await views.views(ids, 'description');
  const heads: HarvestHead[] = [];
  for (const { id, seq, at } of changes) {
    const view = shown.get(id);
    if (view === undefined || view.kind === 'unknown') continue;
    heads.push({
      id,
      kind: kindOf(id),
      seq,
      changed: latest.get(id)?.at ?? at,
      isGone: view.kind !== 'public',
      sets: await paths.of(view),
    });
  }
  return heads;
}

/** A collection with all those in it, at this place among the others; of one that is gone itself; else none. */
async function collectionsIn(deps: Counting, path: readonly RecordId[]): Promise<readonly RecordId[]> {
  const last = path.at(-1);
  const view = last && (await deps.views.view(last, 'description'));
  if (view === undefined || view.kind === 'unknown') return [];
  if (view.kind !== 'public') return path.slice(-1);
  let here: readonly CollectionRow[] = await keptForest(deps);
  let found: CollectionRow | undefined;
  for (const id of path) {
    found = here.find(({ row }) => row.label.id === id);
    here = found?.children ?? [];
  }
  const ids = new Set<RecordId>();
  const take = ({ row, children }: CollectionRow): void => {
    if (ids.has(row.label.id)) return;
    ids.add(row.label.id);
    children.forEach(take);
  };
  if (found) take(found);
  return [...ids];
}

const DEEPEST = 12;
const MOST_PATHS = 32;

/** The ways down to collections, each found once. */
class Paths {
  readonly #views: PublicViews;
  readonly #known = new Map<RecordId, readonly (readonly RecordId[])[]>();

  constructor(views: PublicViews) {
    this.#views = views;
  }

  /** Those of the collections that a record is in; a collection is in itself. */
  async of(view: View): Promise<readonly (readonly RecordId[])[]> {
    if (view.kind !== 'public') return [];
    const { id, record } = view.view;
    const inside =
      record.kind === 'document'
        ? record.collections.map(({ collection }) => collection)
        : record.kind === 'collection'
          ? [id]
          : [];
    const paths: (readonly RecordId[])[] = [];
    for (const one of new Set(inside)) paths.push(...((await this.#to(one, [])) ?? []));
    return paths.slice(0, MOST_PATHS);
  }

  /** Undefined for what is no public collection; none for one that only stands within itself. */
  async #to(id: RecordId, below: readonly RecordId[]): Promise<readonly (readonly RecordId[])[] | undefined> {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const view = await this.#views.view(id, 'description');
    if (view.kind !== 'public' || view.view.record.kind !== 'collection') return undefined;
    if (below.includes(id) || below.length === DEEPEST) return [];
    const above: (readonly RecordId[])[] = [];
    let isTop = true;
    for (const { collection } of view.view.record.parents) {
      const paths = await this.#to(collection, [...below, id]);
      if (paths === undefined) continue;
      isTop = false;
      above.push(...paths.filter((path) => !path.includes(id)));
    }
    const paths = (isTop ? [[]] : above).slice(0, MOST_PATHS).map((path) => [...path, id]);
    this.#known.set(id, paths);
    return paths;
  }
}
