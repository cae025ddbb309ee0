import type { RecordId } from '../../core/id.ts';
import { bestPassages } from '../../core/query/passages.ts';
import { placesOf, soughtBy, soughtIn, soughtOf, wordsAsNode, type Sought } from '../../core/query/sought.ts';
import { meets, spanOf, tallyStretches, tallyYears, type Span } from '../../core/query/span.ts';
import {
  passageFields,
  type FacetField,
  type Filter,
  type PassageField,
  type QueryNode,
  type Sort,
} from '../../core/query.ts';
import { impossible } from '../../core/result.ts';
import type { SearchDocument } from '../../core/search-document.ts';
import { terms } from '../../core/tokens/tokenize.ts';
import { relationsIn } from './relations.ts';
import { compare, tally } from './tally.ts';
import { wordsIn } from './words.ts';
import type {
  FacetCounts,
  FacetRequest,
  IndexHit,
  IndexQuery,
  SearchIndex,
} from '../../ports/search-index.ts';

/** Stands between passages, so that no phrase reaches from one into the next. No query can ask for it. */
const BARRIER = '\ue000';

export interface Kept {
  readonly document: SearchDocument;
  readonly terms: ReadonlyMap<PassageField, readonly string[]>;
}

/** An index of plain arrays that looks at everything, slowly and surely: for tests and as their oracle. */
export function memorySearchIndex(): SearchIndex {
  const kept = new Map<RecordId, Kept>();
  let covered = 0;
  const matching = (node: QueryNode, filters: readonly Filter[]): readonly Kept[] =>
    [...kept.values()].filter((one) => holds(one, node) && filters.every((filter) => passes(one, filter)));
  const valueCounts = (
    query: Pick<IndexQuery, 'node' | 'filters'>,
    field: FacetField,
  ): ReadonlyMap<string, number> =>
    tally(
      matching(
        query.node,
        query.filters.filter((filter) => !(filter.field === field && filter.condition === 'is')),
      ).flatMap((one) => valuesOf(one, field)),
    );
  return {
    update: async ({ put, remove, upTo }) => {
      for (const id of remove) kept.delete(id);
      for (const document of put) kept.set(document.id, keep(document));
      covered = upTo;
    },
    coveredTo: async () => covered,
    search: async (query) => {
      const found = matching(query.node, query.filters);
      const sought = soughtOf(query);
      const score = (one: Kept): number => scoreOf(one, query);
      const sorted = [...found].sort(orderOf(query.sort, score));
      return {
        total: found.length,
        hits: sorted
          .slice(query.offset, query.offset + query.limit)
          .map((one) => ({ ...hitOf(one, sought, query.passages), score: score(one) })),
        facets: new Map(
          query.facets.map((facet) => [facet.field, best(valueCounts(query, facet.field), facet)]),
        ),
        years: query.years === true ? tallyYears(found.flatMap(spansOfKept)) : [],
        stretches: tallyStretches(found.flatMap(spansOfKept), query.stretches ?? []),
      };
    },
    countValues: async (query, field, values) => {
      const counts = tally(matching(query.node, query.filters).flatMap((one) => valuesOf(one, field)));
      return new Map(values.map((value) => [value, counts.get(value) ?? 0]));
    },
    ...wordsIn(() => [...kept.values()]),
    settle: async () => false,
    ...relationsIn(() => [...kept.values()]),
    scan: async function* (query) {
      for (const one of [...matching(query.node, query.filters)].sort(orderOf('earliest', () => 0)))
        yield one.document.id;
    },
    clear: async () => {
      kept.clear();
      covered = 0;
    },
    close: async () => undefined,
  };
}

const spansOfKept = (one: Kept): readonly Span[] => {
  const span = spanOfKept(one);
  return span === undefined ? [] : [span];
};

function keep(document: SearchDocument): Kept {
  const byField = new Map<PassageField, string[]>();
  for (const { field, text } of document.passages) {
    const list = byField.get(field) ?? [];
    list.push(...terms(text), BARRIER);
    byField.set(field, list);
  }
  return { document, terms: byField };
}

const spanOfKept = ({ document }: Kept): ReturnType<typeof spanOf> =>
  spanOf(document.earliest, document.latest);

function valuesOf({ document }: Kept, field: FacetField): readonly string[] {
  if (field === 'kind') return [document.kind];
  return [...new Set(document.facets[field] ?? [])];
}

function contains(one: Kept, sought: Sought): boolean {
  return passageFields(sought.field).some((field) => placesOf(sought, one.terms.get(field) ?? []).length > 0);
}

function holds(one: Kept, node: QueryNode): boolean {
  switch (node.kind) {
    case 'everything':
      return true;
    case 'word':
    case 'prefix':
    case 'wildcard':
    case 'phrase': {
      const sought = soughtBy(node);
      return sought === undefined || contains(one, sought);
    }
    case 'and':
      return node.nodes.every((child) => holds(one, child));
    case 'or':
      return node.nodes.some((child) => holds(one, child));
    case 'variants':
      return node.nodes.some((child) => holds(one, child.node));
    case 'not':
      return !holds(one, node.node);
    case 'filter':
      return passes(one, node.filter);
    default:
      return impossible(node);
  }
}

function passes(one: Kept, filter: Filter): boolean {
  if (filter.field === 'id') return filter.values.includes(one.document.id) === (filter.condition === 'is');
  switch (filter.condition) {
    case 'between':
      return meets(spanOfKept(one), filter);
    case 'contains':
      return holds(one, wordsAsNode(filter.words, filter.field));
    case 'contains-not':
      return !holds(one, wordsAsNode(filter.words, filter.field));
    case 'any':
      return valuesOf(one, filter.field).length > 0;
    case 'none':
      return valuesOf(one, filter.field).length === 0;
    case 'is':
      return valuesOf(one, filter.field).some((value) => filter.values.includes(value));
    case 'is-not':
      return !valuesOf(one, filter.field).some((value) => filter.values.includes(value));
    default:
      return impossible(filter);
  }
}

function best(counts: ReadonlyMap<string, number>, { limit, under }: FacetRequest): FacetCounts {
  const start = under === undefined || under === '' || under.endsWith('/') ? under : `${under}/`;
  const values = [...counts]
    .filter(
      ([value]) => start === undefined || (value.startsWith(start) && !value.includes('/', start.length)),
    )
    .sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || compare(a, b));
  return {
    values: values.slice(0, limit).map(([value, count]) => ({ value, count })),
    more: Math.max(0, values.length - limit),
  };
}

const WEIGHT: Readonly<Record<PassageField, number>> = {
  title: 8,
  number: 4,
  summary: 4,
  name: 3,
  variant: 3,
  text: 1,
  source: 1,
  note: 0.7,
};

/** How well the words are met; of variants only the best counts, times its weight. */
function scoreOf(one: Kept, { node, filters }: Pick<IndexQuery, 'node' | 'filters'>): number {
  const rows = filters.map((filter): QueryNode => ({ kind: 'filter', filter }));
  return [node, ...rows].reduce((score, part) => score + scoreOfNode(one, part), 0);
}

function scoreOfNode(one: Kept, node: QueryNode): number {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.nodes.reduce((score, child) => score + scoreOfNode(one, child), 0);
    case 'variants':
      return Math.max(
        0,
        ...node.nodes.map((child) =>
          holds(one, child.node) ? child.weight * scoreOfNode(one, child.node) : 0,
        ),
      );
    default:
      return soughtIn(node).reduce((score, asked) => score + scoreOfWords(one, asked), 0);
  }
}

function scoreOfWords(one: Kept, asked: Sought): number {
  let score = 0;
  for (const [field, list] of one.terms)
    if (asked.field === undefined || asked.field === field)
      score += (placesOf(asked, list).length * WEIGHT[field]) / Math.sqrt(list.length);
  return score;
}

const byDate = (a: Kept, b: Kept): number =>
  compare(a.document.dateKey, b.document.dateKey) || compare(a.document.id, b.document.id);

function orderOf(sort: Sort, score: (one: Kept) => number): (a: Kept, b: Kept) => number {
  switch (sort) {
    case 'earliest':
      return byDate;
    case 'latest':
      return (a, b) =>
        Number(spanOfKept(a) === undefined) - Number(spanOfKept(b) === undefined) || byDate(b, a);
    case 'title':
      return (a, b) => compare(a.document.titleKey, b.document.titleKey) || byDate(a, b);
    case 'opened':
      return (a, b) => compare(b.document.openedAt, a.document.openedAt) || byDate(a, b);
    case 'relevance':
      return (a, b) => score(b) - score(a) || byDate(a, b);
    default:
      return impossible(sort);
  }
}

const hitOf = (one: Kept, sought: readonly Sought[], passages: number): Omit<IndexHit, 'score'> => ({
  id: one.document.id,
  kind: one.document.kind,
  passages: bestPassages(one.document.passages, sought, passages),
});
