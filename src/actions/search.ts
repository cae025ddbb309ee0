import { kindOf, parseId, type RecordId } from '../core/id.ts';
import type { Label } from '../core/label.ts';
import type { Problem } from '../core/problem.ts';
import type { FacetField, Filter, QueryNode } from '../core/query.ts';
import { readQuery } from '../core/query-language.ts';
import { withCited } from '../core/query/cited-in.ts';
import { Impossible } from '../core/result.ts';
import { anyWordOf } from '../core/query/any-word.ts';
import { correctWords } from '../core/query/correct-words.ts';
import type { Correction } from '../core/query/corrections.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import { expandDates } from './expand-dates.ts';
import { expandNames, type Expanded } from './expand-names.ts';
import { expandWords } from './expand-words.ts';
import { allOf, ask, askAfter, PAGE_SIZE, type Asked } from './list-documents.ts';
import type { NameTable } from './name-table.ts';
import type { SearchPage, SearchRequest, SearchScope, SearchShown, SearchStretch } from './search-page.ts';
import { inOrder } from './passages-in-order.ts';
import type { PublicViews } from './public-views.ts';
import { readQuestion, type ReadQuestion } from './read-question.ts';
import { headsOf, timesOf, waysOn } from './search-beside.ts';
import { whichOf, withForms } from './which-names.ts';

export interface SearchDeps {
  readonly index: SearchIndex;
  readonly views: PublicViews;
  readonly names: NameTable;
}

/** The facets that stand beside results. */
export const FACETS: readonly FacetField[] = [
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
  'redaction',
  'exemption',
  'marking',
  'said-by',
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
  const read = await readQuestion(deps, { ...request, node: withCited(request.q, expanded.node) });
  const { nameWords } = expanded;
  const dated = expandDates(read.node, read.offers, request);
  const inflected = await expandWords(deps.index, { ...read, node: dated.node, nameWords }, request);
  return {
    ...expanded,
    ...read,
    alsoSearched: [expanded, dated, inflected].flatMap((one) => one.alsoSearched),
    node: allOf(inflected.node, scopeFilters(request.scope)),
    problems: [...problems, ...(request.unread ?? [])],
  };
}

/** One question, answered: hits of any kind, counted over the whole result, and what could not be understood. */
export async function search(deps: SearchDeps, request: SearchRequest): Promise<SearchPage> {
  const answered = await answerTo(deps, request, async (asked) => ({ listing: await ask(deps, asked) }));
  if (answered === undefined) throw new Impossible('a page of results has no place to be lost');
  return answered.found;
}

/** The same of a stretch of results after a place; undefined where that is lost, see `findStretch`. */
export const searchStretch = (
  deps: SearchDeps,
  request: SearchRequest,
  { limit, after, ...shown }: SearchShown,
): Promise<SearchStretch | undefined> =>
  answerTo(deps, request, (asked) => askAfter(deps, { ...asked, ...shown, pageSize: limit }, after));

type Listed = Awaited<ReturnType<typeof askAfter>>;
type List = (asked: Asked) => Promise<Listed>;

async function answerTo(
  deps: SearchDeps,
  request: SearchRequest,
  list: List,
): Promise<SearchStretch | undefined> {
  const asked = await answer(deps, request, list);
  if (asked === undefined) return undefined;
  const isRare = asked.listing.total <= FEW;
  const spellings =
    isRare && request.q !== ''
      ? await deps.index.corrections({ node: asked.node, filters: asked.filters })
      : [];
  const isSearched = (word: string): boolean => asked.alsoSearched.some(({ words }) => words === word);
  const corrections = spellings.filter(({ instead }) => !isSearched(instead));
  const other =
    asked.listing.total === 0 ? await firstThatFinds(deps, insteadOf(request, corrections), list) : undefined;
  const { listing, next, node, filters, alsoSearched, which } = other?.answer ?? asked;
  const query = { node, filters };
  const found: SearchPage = {
    ...listing,
    rows: withForms(listing.rows, alsoSearched),
    ...(await timesOf(deps, query, listing.years)),
    request,
    problems: asked.problems,
    readings: asked.readings,
    offers: asked.offers,
    alsoSearched,
    which: await whichOf(deps.index, query, which),
    heads: await headsOf(deps, other?.request ?? request),
    corrections,
    ...(other ? { instead: { q: other.request.q, why: other.why } } : {}),
    ways: listing.total === 0 ? await waysOn(request, (changed) => totalOf(deps, changed)) : [],
    ...(await namedBy(deps.views, request)),
  };
  return { found, ...(next === undefined ? {} : { next }) };
}

/** With as few results as this, or fewer, another spelling is offered. */
const FEW = 3;
/** Of a document that is searched within, so many passages are shown. */
const PASSAGES = { each: 2, within: 200 } as const;

interface Instead {
  readonly why: 'spelling' | 'any-word';
  readonly request: SearchRequest;
}

/** What is searched if nothing has the words: another spelling, or any of them; nothing where the reader wants them as typed. */
function insteadOf(request: SearchRequest, corrections: readonly Correction[]): readonly Instead[] {
  if (request.isAsTyped === true) return [];
  const loose = anyWordOf(request.q);
  return [
    ...(corrections.length === 0
      ? []
      : [{ why: 'spelling' as const, request: { ...request, q: correctWords(request.q, corrections) } }]),
    ...(loose === undefined ? [] : [{ why: 'any-word' as const, request: { ...request, q: loose } }]),
  ];
}

async function firstThatFinds(deps: SearchDeps, ways: readonly Instead[], list: List) {
  for (const way of ways) {
    const found = await answer(deps, way.request, list);
    if (found !== undefined && found.listing.total > 0) return { ...way, answer: found };
  }
  return undefined;
}

async function answer(deps: SearchDeps, request: SearchRequest, list: List) {
  const question = await questionOf(deps, request);
  const isWithin = isDocument(request.scope);
  const listed = await list({
    node: question.node,
    filters: question.filters,
    sort: sortOf(request),
    page: request.page,
    pageSize: request.view === undefined ? PAGE_SIZE.search : PAGE_SIZE.list,
    facets: FACETS,
    years: true,
    passages: request.view !== undefined ? 0 : isWithin ? PASSAGES.within : PASSAGES.each,
  });
  if (listed === undefined) return undefined;
  const { listing, next } = listed;
  return {
    ...question,
    listing: isWithin ? await inOrder(deps.views, listing) : listing,
    ...(next === undefined ? {} : { next }),
  };
}

/** A timeline runs one way or the other. */
const sortOf = ({ sort, view }: SearchRequest): SearchRequest['sort'] =>
  view === 'timeline' && sort !== 'latest' ? 'earliest' : sort;

async function totalOf(deps: SearchDeps, request: SearchRequest): Promise<number> {
  const { node, filters } = await questionOf(deps, request);
  const { total } = await deps.index.search({
    node,
    filters,
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
  const labels = await filterLabels(views, request.filters, request.without);
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
