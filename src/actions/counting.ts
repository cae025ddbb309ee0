import { printYear } from '../core/date/day.ts';
import type { RecordId } from '../core/id.ts';
import type { FacetField, Filter, QueryNode } from '../core/query.ts';
import type { SearchIndex, YearCount } from '../ports/search-index.ts';
import type { Kept } from './kept-counts.ts';
import { allOf } from './list-documents.ts';
import type { PublicViews } from './public-views.ts';
import type { Years } from './way-pages.ts';

/** What counting over the archive asks of it. */
export interface Counting {
  readonly index: SearchIndex;
  readonly views: PublicViews;
  readonly kept: Kept;
}

/** A question of which only the counts are wanted. */
export const COUNT_ONLY = { sort: 'earliest', offset: 0, limit: 0, facets: [], passages: 0 } as const;

/** A part of the archive: a collection with all within it, or the documents that may be from some years. */
export interface Part {
  readonly within?: RecordId | undefined;
  readonly years?: Years | undefined;
}

const keyOf = ({ within, years }: Part, ...more: readonly (string | number)[]): string =>
  [within ?? '', years?.from ?? '', years?.to ?? '', ...more].join(' ');

/** The documents of the archive, or of a collection with all within it. */
export function documentsWithin(within: RecordId | undefined): QueryNode {
  const inside: readonly Filter[] =
    within === undefined ? [] : [{ field: 'collection', condition: 'is', values: [within] }];
  return allOf({ kind: 'everything' }, [{ field: 'kind', condition: 'is', values: ['document'] }, ...inside]);
}

/** Documents that may be from these years. */
export const inYears = (years: Years | undefined): readonly Filter[] =>
  years === undefined
    ? []
    : [
        {
          field: 'date',
          condition: 'between',
          from: `${printYear(years.from)}-01-01`,
          to: `${printYear(years.to)}-12-31`,
        },
      ];

/** How many documents of a part have each value of a facet, the most frequent first. */
export function countsOf(
  { index, kept }: Counting,
  part: Part,
  field: FacetField,
  limit: number,
): Promise<ReadonlyMap<string, number>> {
  return kept.values.get(keyOf(part, field, limit), async () => {
    const answer = await index.search({
      ...COUNT_ONLY,
      node: documentsWithin(part.within),
      filters: inYears(part.years),
      facets: [{ field, limit }],
    });
    return new Map((answer.facets.get(field)?.values ?? []).map(({ value, count }) => [value, count]));
  });
}

/** How many documents a part has. */
export function countAll({ index, kept }: Counting, part: Part): Promise<number> {
  return kept.totals.get(keyOf(part), async () => {
    const filters = inYears(part.years);
    return (await index.search({ ...COUNT_ONLY, node: documentsWithin(part.within), filters })).total;
  });
}

/** How many documents of a part have any value of a facet. */
export function countHaving({ index, kept }: Counting, part: Part, field: FacetField): Promise<number> {
  return kept.totals.get(keyOf(part, field), async () => {
    const filters: readonly Filter[] = [{ field, condition: 'any' }, ...inYears(part.years)];
    return (await index.search({ ...COUNT_ONLY, node: documentsWithin(part.within), filters })).total;
  });
}

/** The documents of a part by year; of a facet, only those that have it. */
export function yearsOf(
  { index, kept }: Counting,
  part: Part,
  field?: FacetField,
): Promise<readonly YearCount[]> {
  return kept.years.get(keyOf(part, field ?? ''), async () => {
    const having: readonly Filter[] = field === undefined ? [] : [{ field, condition: 'any' }];
    const filters = [...having, ...inYears(part.years)];
    return (await index.search({ ...COUNT_ONLY, node: documentsWithin(part.within), filters, years: true }))
      .years;
  });
}
