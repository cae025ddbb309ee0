import type { RecordId } from '../core/id.ts';
import type { Collection } from '../core/collection.ts';
import type { PublicRecord } from '../core/public-record.ts';
import type { Filter } from '../core/query.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import { COUNT_ONLY, countAll, countsOf, documentsWithin, yearsOf, type Counting } from './counting.ts';
import type { Kept } from './kept-counts.ts';
import type { CollectionRow, HomePage } from './pages.ts';
import type { PublicViews } from './public-views.ts';
import { rowOf } from './rows.ts';

interface Deps {
  readonly index: SearchIndex;
  readonly views: PublicViews;
}

const everything = { kind: 'everything' } as const;
const ofKind = (kind: string): Filter => ({ field: 'kind', condition: 'is', values: [kind] });

/** Every public id of a kind, in the index's order of titles. */
async function idsOf(deps: Deps, filters: readonly Filter[]): Promise<RecordId[]> {
  const ids: RecordId[] = [];
  for await (const id of deps.index.scan({ node: everything, filters })) ids.push(id);
  return ids;
}

/** The forest of collections, grown once until anything public changes. */
export const keptForest = (deps: Deps & { readonly kept: Kept }): Promise<readonly CollectionRow[]> =>
  deps.kept.forest.get('', () => browseCollections(deps));

/** All public collections as a forest: each under its parents, in their sequence, with its documents counted. */
async function browseCollections(deps: Deps): Promise<readonly CollectionRow[]> {
  const ids = await idsOf(deps, [ofKind('collection')]);
  const views = await deps.views.views(ids, 'description');
  const counts = await deps.index.countValues(
    { node: everything, filters: [ofKind('document')] },
    'collection',
    ids,
  );
  const open: PublicRecord<Collection>[] = [];
  for (const view of views.values()) {
    if (view.kind === 'public' && view.view.record.kind === 'collection')
      open.push({ ...view.view, record: view.view.record });
  }
  const isOpen = new Set(open.map((view) => view.id));
  const children = new Map<
    RecordId | 'top',
    { readonly view: PublicRecord<Collection>; readonly sequence: number }[]
  >();
  for (const view of open) {
    const parents = view.record.parents.filter((parent) => isOpen.has(parent.collection));
    const places =
      parents.length > 0
        ? parents.map((parent) => ({ at: parent.collection, sequence: parent.sequence }))
        : [{ at: 'top' as const, sequence: 0 }];
    for (const { at, sequence } of places) {
      const list = children.get(at) ?? [];
      list.push({ view, sequence });
      children.set(at, list);
    }
  }
  return grow('top', children, counts, new Set());
}

function grow(
  at: RecordId | 'top',
  children: ReadonlyMap<
    RecordId | 'top',
    readonly { readonly view: PublicRecord<Collection>; readonly sequence: number }[]
  >,
  counts: ReadonlyMap<string, number>,
  above: ReadonlySet<string>,
): CollectionRow[] {
  const here = [...(children.get(at) ?? [])].sort(
    (a, b) => a.sequence - b.sequence || titleOrder(a.view, b.view),
  );
  const within = new Set([...above, at]);
  return here.flatMap(({ view }) => {
    if (within.has(view.id)) return [];
    return [
      {
        row: rowOf(view, { documents: counts.get(view.id) ?? 0 }),
        children: grow(view.id, children, counts, within),
      },
    ];
  });
}

const titleOrder = (a: PublicRecord<Collection>, b: PublicRecord<Collection>): number =>
  (a.record.titles[0]?.text ?? '').localeCompare(b.record.titles[0]?.text ?? '', 'en', { numeric: true });

/** What the first page says: how much there is, where to begin, what is new, and from when it is. */
export async function browseHome(deps: Counting): Promise<HomePage> {
  const newest = await deps.index.search({
    node: documentsWithin(undefined),
    filters: [],
    sort: 'opened',
    offset: 0,
    limit: NEWEST,
    facets: [],
    passages: 0,
  });
  const views = await deps.views.views(
    newest.hits.map((hit) => hit.id),
    'description',
  );
  const held = await countsOf(deps, {}, 'held', 8);
  const notHeld = held.get('not-held') ?? 0;
  return {
    counts: {
      documents: (await countAll(deps, {})) - notHeld,
      notHeld,
      people: await countRecords(deps, [
        ofKind('agent'),
        { field: 'agent-kind', condition: 'is', values: ['person'] },
      ]),
      collections: await countRecords(deps, [ofKind('collection')]),
      repositories: await countRecords(deps, [ofKind('repository')]),
      languages: (await countsOf(deps, {}, 'language', 200)).size,
    },
    featured: featured(await keptForest(deps)),
    newest: newest.hits.flatMap(({ id }) => {
      const view = views.get(id);
      return view?.kind === 'public' ? [rowOf(view.view)] : [];
    }),
    years: await yearsOf(deps, {}),
  };
}

const NEWEST = 6;

const countRecords = ({ index, kept }: Counting, filters: readonly Filter[]): Promise<number> =>
  kept.totals.get(JSON.stringify(filters), async () => {
    return (await index.search({ ...COUNT_ONLY, node: everything, filters })).total;
  });

const FEATURED = 6;

function featured(collections: readonly CollectionRow[]): readonly CollectionRow[] {
  return [...collections]
    .sort((a, b) => Number(b.row.isFeatured ?? false) - Number(a.row.isFeatured ?? false))
    .slice(0, FEATURED);
}
