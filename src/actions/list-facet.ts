import type { RecordId, RecordKind } from '../core/id.ts';
import type { FacetField, Filter, QueryNode } from '../core/query.ts';
import { terms } from '../core/tokens/tokenize.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import { recordKindOf } from './find-named.ts';
import { facetViews } from './list-documents.ts';
import type { NameTable } from './name-table.ts';
import type { FacetView } from './pages.ts';
import type { SearchRequest } from './search-page.ts';
import type { Label } from '../core/label.ts';
import type { PublicViews } from './public-views.ts';
import { filterLabels, questionOf, type Question } from './search.ts';

/** All values of one facet under a question, a page at a time, the most frequent first. */
export interface FacetPage {
  readonly request: SearchRequest;
  readonly field: FacetField;
  readonly among: string;
  /** How many results the question has. */
  readonly results: number;
  /** How many values there are. */
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly values: FacetView['values'];
  /** Of a search among the values: names were too many, and only the likeliest were looked at. */
  readonly isCut: boolean;
  readonly labels: ReadonlyMap<string, Label>;
}

export interface FacetAsked {
  readonly field: FacetField;
  /** Only values whose name has words that begin so; empty: all. */
  readonly among: string;
  /** What a value that is no record is called. */
  readonly says: (value: string) => string;
}

interface Deps {
  readonly index: SearchIndex;
  readonly views: PublicViews;
  readonly names: NameTable;
}

const PAGE_SIZE = 200;
/** How many values, or records of a name, are looked through for what a reader writes. */
const MOST_LOOKED_AT = 2000;

/** Lists a facet's values as the page of results counts them: as if nothing of that facet were chosen. */
export async function listFacet(deps: Deps, request: SearchRequest, asked: FacetAsked): Promise<FacetPage> {
  const { node, filters } = await questionOf(deps, request);
  const words = terms(asked.among);
  const kind = recordKindOf(asked.field);
  const shared = {
    request,
    field: asked.field,
    among: asked.among,
    page: request.page,
    pageSize: PAGE_SIZE,
    labels: await filterLabels(deps.views, request.filters),
  };
  const upTo = words.length === 0 ? request.page * PAGE_SIZE : kind === undefined ? MOST_LOOKED_AT : 0;
  const counted = await deps.index.search({
    node,
    filters,
    sort: 'title',
    offset: 0,
    limit: 0,
    facets: upTo === 0 ? [] : [{ field: asked.field, limit: upTo }],
    passages: 0,
  });
  const counts = counted.facets.get(asked.field) ?? { values: [], more: 0 };
  const from = (request.page - 1) * PAGE_SIZE;
  const found =
    words.length === 0
      ? counts
      : kind === undefined
        ? { ...counts, values: counts.values.filter(({ value }) => hasWords(asked.says(value), words)) }
        : await namedSo(deps, { node, filters }, asked, kind);
  const [view] = await facetViews(
    deps.views,
    { facets: new Map([[asked.field, { values: found.values.slice(from, from + PAGE_SIZE), more: 0 }]]) },
    { facets: [asked.field], filters },
  );
  return {
    ...shared,
    results: counted.total,
    total: found.values.length + (words.length === 0 ? found.more : 0),
    values: view?.values ?? [],
    isCut: words.length > 0 && found.more > 0,
  };
}

interface Counted {
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly more: number;
}

/** Values that are records whose titles or names have words that begin so, and the counts of those that occur. */
async function namedSo(
  { index }: Deps,
  asked: Pick<Question, 'node' | 'filters'>,
  { field, among }: FacetAsked,
  kind: RecordKind,
): Promise<Counted> {
  const named = await index.search({
    node: { kind: 'and', nodes: terms(among).map(inNames) },
    filters: [{ field: 'kind', condition: 'is', values: [kind] }],
    sort: 'title',
    offset: 0,
    limit: MOST_LOOKED_AT,
    facets: [],
    passages: 0,
  });
  const ids: readonly RecordId[] = named.hits.map(({ id }) => id);
  const filters = asked.filters.filter((one) => !isChoiceOf(one, field));
  const counts = await index.countValues({ node: asked.node, filters }, field, ids);
  const values = ids.flatMap((value) => {
    const count = counts.get(value) ?? 0;
    return count === 0 ? [] : [{ value, count }];
  });
  return {
    values: values.sort((a, b) => b.count - a.count),
    more: Math.max(0, named.total - MOST_LOOKED_AT),
  };
}

const inNames = (text: string): QueryNode => ({
  kind: 'or',
  nodes: [
    { kind: 'prefix', text, field: 'title' },
    { kind: 'prefix', text, field: 'name' },
  ],
});

const isChoiceOf = (filter: Filter, field: FacetField): boolean =>
  filter.field === field && filter.condition === 'is';

/** Whether each word begins one of the words of a name. */
function hasWords(name: string, words: readonly string[]): boolean {
  const of = terms(name);
  return words.every((word) => of.some((one) => one.startsWith(word)));
}
