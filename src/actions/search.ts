import { kindOf, parseId, type RecordId } from '../core/id.ts';
import type { Label } from '../core/label.ts';
import type { Problem } from '../core/problem.ts';
import type { FacetField, Filter, QueryNode } from '../core/query.ts';
import { readQuery } from '../core/query-language.ts';
import { correctWords } from '../core/query/correct-words.ts';
import type { Correction } from '../core/query/corrections.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import { allOf, ask, PAGE_SIZE } from './list-documents.ts';
import type { SearchPage, SearchRequest, SearchScope } from './pages.ts';
import { inOrder } from './passages-in-order.ts';
import type { PublicViews } from './public-views.ts';
import { headsOf, timesOf, waysOn } from './search-beside.ts';

interface Deps {
  readonly index: SearchIndex;
  readonly views: PublicViews;
}

const FACETS: readonly FacetField[] = [
  'kind',
  'collection',
  'person',
  'from',
  'to',
  'place',
  'subject',
  'type',
  'language',
  'archive',
  'has',
  'held',
  'release',
  'marking',
  'said-by',
];

/** What a request asks of the index, its filters aside, and what of its words could not be understood. */
export function questionOf(request: Pick<SearchRequest, 'q' | 'scope'>): {
  readonly node: QueryNode;
  readonly problems: readonly Problem[];
} {
  const { node, problems } = readQuery(request.q);
  return { node: allOf(inScope(node, request.scope), scopeFilters(request.scope)), problems };
}

/** One question, answered: hits of any kind, counted over the whole result, and what could not be understood. */
export async function search(deps: Deps, request: SearchRequest): Promise<SearchPage> {
  const asked = await answer(deps, request);
  const isRare = asked.listing.total <= FEW;
  const corrections =
    isRare && request.q !== ''
      ? await deps.index.corrections({ node: asked.node, filters: request.filters })
      : [];
  const other = asked.listing.total === 0 ? correctedOf(request, corrections) : undefined;
  const better = other && (await answer(deps, other));
  const isCorrected = other !== undefined && better !== undefined && better.listing.total > 0;
  const { listing, node } = isCorrected ? better : asked;
  const { problems } = asked;
  const shown = isCorrected ? other : request;
  return {
    ...listing,
    ...(await timesOf(deps, { node, filters: request.filters }, listing.years)),
    request,
    problems,
    alsoSearched: [],
    heads: await headsOf(deps, shown),
    corrections,
    ...(isCorrected ? { corrected: other.q } : {}),
    ways: listing.total === 0 ? await waysOn(request, (changed) => totalOf(deps, changed)) : [],
    ...(await namedBy(deps.views, request)),
  };
}

/** With as few results as this, or fewer, another spelling is offered. */
const FEW = 3;
/** Of a document that is searched within, so many passages are shown. */
const PASSAGES = { each: 2, within: 200 } as const;

function correctedOf(request: SearchRequest, corrections: readonly Correction[]): SearchRequest | undefined {
  if (corrections.length === 0 || request.isAsTyped === true) return undefined;
  return { ...request, q: correctWords(request.q, corrections) };
}

async function answer(deps: Deps, request: SearchRequest) {
  const { node, problems } = questionOf(request);
  const isWithin = isDocument(request.scope);
  const listing = await ask(deps, {
    node,
    filters: request.filters,
    sort: sortOf(request),
    page: request.page,
    pageSize: request.view === undefined ? PAGE_SIZE.search : PAGE_SIZE.list,
    facets: FACETS,
    years: true,
    passages: request.view !== undefined ? 0 : isWithin ? PASSAGES.within : PASSAGES.each,
  });
  return { node, problems, listing: isWithin ? await inOrder(deps.views, listing) : listing };
}

/** A timeline runs one way or the other. */
const sortOf = ({ sort, view }: SearchRequest): SearchRequest['sort'] =>
  view === 'timeline' && sort !== 'latest' ? 'earliest' : sort;

async function totalOf({ index }: Deps, request: SearchRequest): Promise<number> {
  const { node } = questionOf(request);
  const { total } = await index.search({
    node,
    filters: request.filters,
    sort: 'title',
    offset: 0,
    limit: 0,
    facets: [],
    passages: 0,
  });
  return total;
}

/** The labels of what a question names. */
async function namedBy(
  views: PublicViews,
  request: SearchRequest,
): Promise<Pick<SearchPage, 'labels' | 'within'>> {
  const labels = await filterLabels(views, request.filters);
  const id = parseId(request.scope);
  const within = id && (await views.labels([id])).get(id);
  return { labels, ...(within ? { within } : {}) };
}

const isDocument = (scope: SearchScope): boolean => {
  const id = parseId(scope);
  return id !== undefined && kindOf(id) === 'document';
};

function scopeFilters(scope: SearchScope): readonly Filter[] {
  switch (scope) {
    case 'everything':
      return [];
    case 'documents':
    case 'titles':
      return [{ field: 'kind', condition: 'is', values: ['document'] }];
    case 'collections':
      return [{ field: 'kind', condition: 'is', values: ['collection'] }];
    case 'people':
      return [{ field: 'kind', condition: 'is', values: ['agent'] }];
    case 'places':
      return [{ field: 'kind', condition: 'is', values: ['place'] }];
    default:
      return [{ field: isDocument(scope) ? 'id' : 'collection', condition: 'is', values: [scope] }];
  }
}

/** In titles only: every word that names no field of its own is looked for in titles. */
function inScope(node: QueryNode, scope: SearchScope): QueryNode {
  return scope === 'titles' ? inTitles(node) : node;
}

function inTitles(node: QueryNode): QueryNode {
  switch (node.kind) {
    case 'word':
    case 'prefix':
    case 'wildcard':
    case 'phrase':
      return node.field ? node : { ...node, field: 'title' };
    case 'and':
    case 'or':
      return { ...node, nodes: node.nodes.map(inTitles) };
    case 'variants':
      return { ...node, nodes: node.nodes.map((one) => ({ ...one, node: inTitles(one.node) })) };
    case 'not':
      return { ...node, node: inTitles(node.node) };
    case 'everything':
    case 'filter':
      return node;
  }
}

/** The labels of the records that filters name. */
export async function filterLabels(
  views: PublicViews,
  filters: readonly Filter[],
): Promise<ReadonlyMap<string, Label>> {
  const ids = new Set<RecordId>();
  for (const filter of filters)
    if (filter.condition === 'is' || filter.condition === 'is-not')
      for (const value of filter.values) {
        const id = parseId(value);
        if (id) ids.add(id);
      }
  return views.labels(ids);
}
