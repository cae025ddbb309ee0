import { parseId, type RecordId } from '../core/id.ts';
import type { FacetField, Filter, QueryNode, Sort } from '../core/query.ts';
import type { IndexAnswer, SearchIndex } from '../ports/search-index.ts';
import type { DocumentsOf } from './archive.ts';
import type { FacetView, Listing, Row } from './pages.ts';
import type { PublicViews } from './public-views.ts';
import { rowsOf } from './rows.ts';
import { findStretch, type PlaceInList, type StretchAsked } from './stretch.ts';

interface Deps {
  readonly index: SearchIndex;
  readonly views: PublicViews;
}

export const PAGE_SIZE = { list: 50, search: 20, authorities: 100 } as const;

export interface Asked {
  readonly node: QueryNode;
  readonly filters: readonly Filter[];
  readonly sort: Sort;
  readonly page: number;
  readonly pageSize: number;
  readonly facets: readonly FacetField[];
  readonly years: boolean;
  readonly passages: number;
}

const FACET_ROWS = 8;

/** Asks the index, and shows of what it proposes only what each record lets out today. */
export async function ask(deps: Deps, asked: Asked): Promise<Listing> {
  const answer = await deps.index.search({
    ...queryOf(asked),
    offset: (asked.page - 1) * asked.pageSize,
    limit: asked.pageSize,
  });
  return listingOf(deps.views, asked, answer);
}

/** The same of the stretch after a place instead of a page. Undefined: the place is lost, see `findStretch`. */
export async function askAfter(
  deps: Deps,
  asked: Asked,
  after: StretchAsked['after'],
): Promise<{ readonly listing: Listing; readonly next?: PlaceInList } | undefined> {
  const found = await findStretch(deps.index, queryOf(asked), {
    limit: asked.pageSize,
    ...(after === undefined ? {} : { after }),
  });
  if (found === undefined) return undefined;
  const listing = await listingOf(deps.views, asked, found.answer);
  return { listing, ...(found.next === undefined ? {} : { next: found.next }) };
}

const queryOf = ({ node, filters, sort, facets, years, passages }: Asked) => ({
  node,
  filters,
  sort,
  facets: facets.map((field) => ({ field, limit: FACET_ROWS })),
  years,
  passages,
});

const listingOf = async (views: PublicViews, asked: Asked, answer: IndexAnswer): Promise<Listing> => ({
  total: answer.total,
  page: asked.page,
  pageSize: asked.pageSize,
  rows: await rowsFor(views, answer),
  facets: await facetViews(views, answer, asked),
  years: answer.years,
});

/** The rows of hits, in their order, of those that are public today. */
export async function rowsFor(views: PublicViews, { hits }: Pick<IndexAnswer, 'hits'>): Promise<Row[]> {
  const ids = hits.map(({ id }) => id);
  const passages = new Map(hits.map((hit) => [hit.id, hit.passages]));
  return rowsOf(ids, await views.views(ids, 'description'), (id) => ({ passages: passages.get(id) ?? [] }));
}

/** Counted values with their labels; a value that is a record no longer public is left out. */
export async function facetViews(
  views: PublicViews,
  answer: Pick<IndexAnswer, 'facets'>,
  asked: Pick<Asked, 'facets' | 'filters'>,
): Promise<FacetView[]> {
  const shown: FacetView[] = [];
  const ids = new Set<RecordId>();
  for (const counts of answer.facets.values())
    for (const { value } of counts.values) {
      const id = parseId(value);
      if (id) ids.add(id);
    }
  const labels = await views.labels(ids);
  for (const field of asked.facets) {
    const counts = answer.facets.get(field);
    if (!counts || counts.values.length === 0) continue;
    const chosen = chosenValues(asked.filters, field);
    const values = counts.values.flatMap(({ value, count }) => {
      const id = parseId(value);
      const label = id && labels.get(id);
      if (id && !label) return [];
      return [{ value, count, isChosen: chosen.has(value), ...(label ? { label } : {}) }];
    });
    shown.push({ field, values, more: counts.more });
  }
  return shown;
}

function chosenValues(filters: readonly Filter[], field: FacetField): ReadonlySet<string> {
  const chosen = new Set<string>();
  for (const filter of filters)
    if (filter.field === field && filter.condition === 'is')
      for (const value of filter.values) chosen.add(value);
  return chosen;
}

/** The documents of a collection, person, place …, in order of date. */
export async function listDocuments(deps: Deps, of: DocumentsOf): Promise<Listing> {
  const listing = await ask(deps, {
    node: allOf({ kind: 'everything' }, [
      { field: 'kind', condition: 'is', values: ['document'] },
      { field: of.field, condition: 'is', values: [of.value] },
    ]),
    filters: [],
    sort: 'earliest',
    page: of.page,
    pageSize: PAGE_SIZE.list,
    facets: of.facets ?? [],
    years: of.years ?? false,
    passages: 0,
  });
  return of.as === undefined
    ? listing
    : { ...listing, rows: await standingIn(deps.views, listing.rows, of.as) };
}

/** Rows that say in which roles, and under which names, someone stands in each document. */
export async function standingIn(
  views: PublicViews,
  rows: readonly Row[],
  agent: RecordId,
): Promise<readonly Row[]> {
  const found = await views.views(
    rows.map(({ label }) => label.id),
    'description',
  );
  const named = rows.map((row) => {
    const view = found.get(row.label.id);
    const record = view?.kind === 'public' ? view.view.record : undefined;
    return { row, contributions: record?.kind === 'document' ? record.contributions : [] };
  });
  const agents = new Set(
    named.flatMap(({ contributions }) => contributions.flatMap((one) => one.agent ?? [])),
  );
  const labels = await views.labels(agents);
  return named.map(({ row, contributions }) => {
    const stands = contributions.flatMap(({ agent: who, role, name }) =>
      who !== undefined && labels.get(who)?.id === agent ? [{ role, name }] : [],
    );
    return stands.length === 0 ? row : { ...row, stands };
  });
}

/** What is asked, within bounds that no facet widens: a filter beside the query leaves its own facet whole. */
export function allOf(node: QueryNode, within: readonly Filter[]): QueryNode {
  if (within.length === 0) return node;
  const bounds = within.map((filter): QueryNode => ({ kind: 'filter', filter }));
  return { kind: 'and', nodes: node.kind === 'everything' ? bounds : [node, ...bounds] };
}
