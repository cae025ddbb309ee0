import { parseId, type RecordId } from '../core/id.ts';
import type { Label } from '../core/label.ts';
import type { Problem } from '../core/problem.ts';
import type { FacetField, Filter, QueryNode } from '../core/query.ts';
import { readQuery } from '../core/query-language.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import { expandNames, type Expanded } from './expand-names.ts';
import { allOf, ask, PAGE_SIZE } from './list-documents.ts';
import type { NameTable } from './name-table.ts';
import type { SearchPage, SearchRequest, SearchScope } from './pages.ts';
import type { PublicViews } from './public-views.ts';
import { readQuestion, type ReadQuestion } from './read-question.ts';
import { whichOf, withForms } from './which-names.ts';

export interface SearchDeps {
  readonly index: SearchIndex;
  readonly views: PublicViews;
  readonly names: NameTable;
}

const FACETS: readonly FacetField[] = [
  'kind',
  'collection',
  'person',
  'place',
  'subject',
  'type',
  'language',
  'archive',
  'has',
  'held',
];

/** What a request asks of the index, with every form of the names in it, and what is to be said of that. */
export interface Question extends Expanded, ReadQuestion {
  /** What of its words could not be understood. */
  readonly problems: readonly Problem[];
}

export async function questionOf(
  deps: SearchDeps,
  request: Omit<SearchRequest, 'sort' | 'page'>,
): Promise<Question> {
  const { node, problems } = readQuery(request.q);
  const expanded = await expandNames(deps.names, inScope(node, request.scope), request);
  const read = await readQuestion(deps, { ...request, node: expanded.node });
  return {
    ...expanded,
    ...read,
    node: allOf(read.node, scopeFilters(request.scope)),
    problems: [...problems, ...(request.unread ?? [])],
  };
}

/** One question, answered: hits of any kind, counted over the whole result, and what could not be understood. */
export async function search(deps: SearchDeps, request: SearchRequest): Promise<SearchPage> {
  const { node, filters, problems, readings, offers, alsoSearched, which } = await questionOf(deps, request);
  const listing = await ask(deps, {
    node,
    filters,
    sort: request.sort,
    page: request.page,
    pageSize: PAGE_SIZE.search,
    facets: FACETS,
    years: true,
    passages: 2,
  });
  const labels = await filterLabels(deps.views, request.filters, request.without);
  const within = parseId(request.scope);
  const withinLabel = within && (await deps.views.labels([within])).get(within);
  return {
    ...listing,
    rows: withForms(listing.rows, alsoSearched),
    request,
    problems,
    readings,
    offers,
    alsoSearched,
    which: await whichOf(deps.index, { node, filters }, which),
    labels,
    ...(withinLabel ? { within: withinLabel } : {}),
  };
}

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
      return [{ field: 'collection', condition: 'is', values: [scope] }];
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

/** The labels of the records that filters, or others, name. */
export async function filterLabels(
  views: PublicViews,
  filters: readonly Filter[],
  others: readonly string[] = [],
): Promise<ReadonlyMap<string, Label>> {
  const ids = new Set<RecordId>(others.flatMap((one) => parseId(one) ?? []));
  for (const filter of filters)
    if (filter.condition === 'is' || filter.condition === 'is-not')
      for (const value of filter.values) {
        const id = parseId(value);
        if (id) ids.add(id);
      }
  return views.labels(ids);
}
