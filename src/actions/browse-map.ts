import type { RecordId } from '../core/id.ts';
import { parseId } from '../core/id.ts';
import { labelOf } from '../core/label.ts';
import { printYear } from '../core/date/day.ts';
import type { FacetField, Filter, QueryNode } from '../core/query.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import type { Kept } from './kept-counts.ts';
import { allOf } from './list-documents.ts';
import type { PublicViews } from './public-views.ts';
import { PLACE_ROLES, type MapAsked, type MapPage, type MappedPlace, type Years } from './way-pages.ts';

interface Deps {
  readonly index: SearchIndex;
  readonly views: PublicViews;
  readonly kept: Kept;
}

const COUNT_ONLY = { sort: 'earliest', offset: 0, limit: 0, facets: [], passages: 0 } as const;
/** More places than this are not drawn nor listed: the least frequent are left out. */
const MOST_PLACES = 1000;

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

/** How many documents have each value of a facet. */
export async function countsOf(
  { index, kept }: Deps,
  field: FacetField,
  asked: { readonly within?: RecordId | undefined; readonly years?: Years | undefined },
  limit: number,
): Promise<ReadonlyMap<string, number>> {
  const { within, years } = asked;
  const key = [field, within ?? '', years?.from ?? '', years?.to ?? '', limit].join(' ');
  return kept.values.get(key, async () => {
    const answer = await index.search({
      ...COUNT_ONLY,
      node: documentsWithin(within),
      filters: inYears(years),
      facets: [{ field, limit }],
    });
    return new Map((answer.facets.get(field)?.values ?? []).map(({ value, count }) => [value, count]));
  });
}

/** Where the documents were written, sent, or what they are about. */
export async function browseMap(deps: Deps, asked: MapAsked): Promise<MapPage> {
  const { index } = deps;
  const node = documentsWithin(asked.within);
  const having = (field: FacetField, years = false) =>
    index.search({
      ...COUNT_ONLY,
      node,
      filters: [{ field, condition: 'any' }, ...(years ? [] : inYears(asked.years))],
      years,
    });
  const field = asked.role === undefined ? 'place' : PLACE_ROLES[asked.role];
  const roles: { role: keyof typeof PLACE_ROLES; documents: number }[] = [];
  for (const role of ['written-at', 'sent-to', 'about'] as const) {
    const { total } = await having(PLACE_ROLES[role]);
    if (total > 0) roles.push({ role, documents: total });
  }
  const counts = await countsOf(deps, field, asked, MOST_PLACES);
  return {
    asked,
    total: (await having(field)).total,
    roles,
    places: await placesOf(deps, counts),
    years: (await having('place', true)).years,
  };
}

async function placesOf(
  { views }: Deps,
  counts: ReadonlyMap<string, number>,
): Promise<readonly MappedPlace[]> {
  const ids = [...counts.keys()].flatMap((value) => parseId(value) ?? []);
  const found = await views.views(ids, 'description');
  return ids.flatMap((id): readonly MappedPlace[] => {
    const view = found.get(id);
    if (view?.kind !== 'public' || view.view.record.kind !== 'place') return [];
    const { coordinates, names } = view.view.record;
    return [
      {
        label: labelOf(view.view),
        names,
        documents: counts.get(id) ?? 0,
        ...(coordinates === undefined ? {} : { coordinates }),
      },
    ];
  });
}
