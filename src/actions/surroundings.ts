import type { Collection } from '../core/collection.ts';
import { kindOf, type RecordId } from '../core/id.ts';
import { labelOf, type Label } from '../core/label.ts';
import type { HistoricalEvent } from '../core/event.ts';
import type { PublicRecord } from '../core/public-record.ts';
import type { RecordStore } from '../ports/record-store.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import { branchesTo, keptTree } from './browse-tree.ts';
import { keptForest } from './browse.ts';
import type { Kept } from './kept-counts.ts';
import type { CollectionRow, RecordPage } from './pages.ts';
import type { PublicViews } from './public-views.ts';
import { rowOf } from './rows.ts';

export interface Around {
  readonly records: RecordStore;
  readonly index: SearchIndex;
  readonly views: PublicViews;
  readonly kept: Kept;
}

type Surroundings = Pick<
  RecordPage,
  'trail' | 'neighbours' | 'events' | 'children' | 'branches' | 'volume' | 'repositoryPlace'
>;
type Event = NonNullable<RecordPage['events']>[number];

const DEEPEST = 12;
const MOST_REFERRING = 200;

/** What stands around a record: the collections above it, its neighbours in order, the events it is an account of. */
export async function surroundingsOf(deps: Around, view: PublicRecord): Promise<Surroundings> {
  const { record } = view;
  switch (record.kind) {
    case 'document': {
      const first = record.collections[0]?.collection;
      const [trail, neighbours, events, place] = await Promise.all([
        trailTo(deps.views, first),
        first ? neighboursOf(deps, first, view.id) : undefined,
        eventsOf(deps, view.id),
        placeOfRepository(deps.views, record.source.original?.repository),
      ]);
      return {
        trail,
        events,
        ...(neighbours ? { neighbours } : {}),
        ...(await volumeOf(deps.views, trail[0]?.id)),
        ...(place === undefined ? {} : { repositoryPlace: place }),
      };
    }
    case 'collection':
      return {
        trail: await trailTo(deps.views, record.parents[0]?.collection),
        children: childrenOf(await keptForest(deps), view.id),
      };
    case 'event':
      return { events: [await eventOf(deps.views, { ...view, record })] };
    case 'place':
    case 'subject': {
      const branches = branchesTo(await keptTree(deps, record.kind), view.id);
      return {
        trail: branches.slice(0, -1).map(({ label }) => label),
        branches: branches.at(-1)?.children ?? [],
      };
    }
    case 'agent':
    case 'repository':
    case 'unit':
    case 'term':
      return {};
  }
}

/** From the outermost collection to this one, itself included. */
export async function trailTo(views: PublicViews, id: RecordId | undefined): Promise<readonly Label[]> {
  const trail: Label[] = [];
  const seen = new Set<RecordId>();
  for (let at = id; at && !seen.has(at) && trail.length < DEEPEST;) {
    seen.add(at);
    const collection = await publicCollection(views, at);
    if (!collection) break;
    trail.unshift(labelOf(collection));
    at = collection.record.parents[0]?.collection;
  }
  return trail;
}

/** The outermost collection, where it was published as a volume. */
export async function volumeOf(
  views: PublicViews,
  id: RecordId | undefined,
): Promise<Pick<RecordPage, 'volume'>> {
  const volume = id && (await publicCollection(views, id));
  if (volume === undefined) return {};
  const { published } = volume.record;
  const title = labelOf(volume).title;
  return { volume: published === undefined ? { title } : { title, published } };
}

/** Where an archive is. */
export async function placeOfRepository(
  views: PublicViews,
  id: RecordId | undefined,
): Promise<string | undefined> {
  const view = id && (await views.view(id, 'description'));
  if (view?.kind !== 'public' || view.view.record.kind !== 'repository') return undefined;
  const { place } = view.view.record;
  return place && (await views.labels([place])).get(place)?.title;
}

async function publicCollection(
  views: PublicViews,
  id: RecordId,
): Promise<PublicRecord<Collection> | undefined> {
  const view = await views.view(id, 'description');
  return view.kind === 'public' && view.view.record.kind === 'collection'
    ? { ...view.view, record: view.view.record }
    : undefined;
}

async function neighboursOf(
  deps: Around,
  collection: RecordId,
  document: RecordId,
): Promise<RecordPage['neighbours']> {
  const order = await deps.views.orderOf(collection, async () => {
    const ids: RecordId[] = [];
    const filters = [
      { field: 'kind', condition: 'is', values: ['document'] },
      { field: 'collection', condition: 'is', values: [collection] },
    ] as const;
    for await (const id of deps.index.scan({ node: { kind: 'everything' }, filters })) ids.push(id);
    return ids;
  });
  const at = order.indexOf(document);
  const before = at > 0 ? order[at - 1] : undefined;
  const after = at >= 0 ? order[at + 1] : undefined;
  const labels = await deps.views.labels([
    collection,
    ...(before ? [before] : []),
    ...(after ? [after] : []),
  ]);
  const home = labels.get(collection);
  const [beforeLabel, afterLabel] = [before && labels.get(before), after && labels.get(after)];
  return (
    home && {
      collection: home,
      ...(beforeLabel ? { before: beforeLabel } : {}),
      ...(afterLabel ? { after: afterLabel } : {}),
    }
  );
}

async function eventsOf(deps: Around, document: RecordId): Promise<readonly Event[]> {
  const referring = await deps.records.referring(document, undefined, MOST_REFERRING);
  const ids = referring.filter((id) => kindOf(id) === 'event');
  if (ids.length === 0) return [];
  const events: Event[] = [];
  for (const view of (await deps.views.views(ids, 'description')).values()) {
    if (view.kind !== 'public' || view.view.record.kind !== 'event') continue;
    const { record } = view.view;
    if (record.accounts.some((account) => account.document === document))
      events.push(await eventOf(deps.views, { ...view.view, record }));
  }
  return events;
}

async function eventOf(views: PublicViews, event: PublicRecord<HistoricalEvent>): Promise<Event> {
  const documents = await views.views(
    event.record.accounts.map((account) => account.document),
    'description',
  );
  const accounts = event.record.accounts.flatMap(({ document, side }) => {
    const view = documents.get(document);
    return view?.kind === 'public' ? [{ row: rowOf(view.view), side }] : [];
  });
  const { agenda } = event.record;
  return { event: labelOf(event), accounts, ...(agenda ? { agenda } : {}) };
}

function childrenOf(forest: readonly CollectionRow[], id: RecordId): readonly CollectionRow[] {
  for (const one of forest) {
    if (one.row.label.id === id) return one.children;
    const found = childrenOf(one.children, id);
    if (found.length > 0) return found;
  }
  return [];
}
