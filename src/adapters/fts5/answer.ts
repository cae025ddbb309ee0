import type { DatabaseSync } from 'node:sqlite';
import { bestPassages } from '../../core/query/passages.ts';
import { tallyStretches, tallyYears } from '../../core/query/span.ts';
import { soughtOf, type Sought } from '../../core/query/sought.ts';
import { PASSAGE_FIELDS, type FacetField, type PassageField } from '../../core/query.ts';
import { parseLanguage } from '../../core/language.ts';
import type { SearchPassage } from '../../core/search-document.ts';
import type { FacetCounts, IndexAnswer, IndexHit, IndexQuery } from '../../ports/search-index.ts';
import { bestValues, countValues, firstOf, ordering, spansOf } from './counting.ts';
import { intersect, type Finder, type Slots } from './finder.ts';
import type { Ready } from './session.ts';

type Asked = Pick<IndexQuery, 'node' | 'filters'>;
export type ReadPassages = (slot: number) => readonly SearchPassage[];

/** The documents for which a query and all its filters hold. */
export function matching(finder: Finder, { node, filters }: Asked, scores?: Float64Array): Slots {
  const start = finder.find(node, scores);
  return filters.reduce((slots, filter) => intersect(slots, finder.filtered(filter, scores, slots)), start);
}

/** One page of hits with everything that stands beside it. */
export function answer(
  { columns, finder }: Ready,
  readPassages: ReadPassages,
  query: IndexQuery,
): IndexAnswer {
  const scores = query.sort === 'relevance' ? new Float64Array(columns.size) : undefined;
  const slots = matching(finder, query, scores);
  const sought = soughtOf(query);
  const order = ordering(columns, query.sort, scores);
  const hits = firstOf(slots, query.offset + query.limit, order)
    .slice(query.offset)
    .flatMap((slot): readonly IndexHit[] => {
      const row = columns.row(slot);
      if (row === undefined) return [];
      const passages = passagesOf(() => readPassages(slot), sought, query.passages);
      return [{ id: row.id, kind: row.kind, score: scores?.[slot] ?? 0, passages }];
    });
  return {
    total: slots.reduce((total, is) => total + is, 0),
    hits,
    facets: facetsOf({ columns, finder }, query, slots),
    years: query.years === true ? tallyYears(spansOf(columns, slots)) : [],
    stretches: query.stretches === undefined ? [] : tallyStretches(spansOf(columns, slots), query.stretches),
  };
}

const passagesOf = (
  read: () => readonly SearchPassage[],
  sought: readonly Sought[],
  limit: number,
): IndexHit['passages'] => (limit > 0 && sought.length > 0 ? bestPassages(read(), sought, limit) : []);

/** A field that is itself filtered by `is` is counted as if it were not, so that its other values can be chosen. */
function facetsOf(
  { columns, finder }: Pick<Ready, 'columns' | 'finder'>,
  query: IndexQuery,
  slots: Slots,
): ReadonlyMap<FacetField, FacetCounts> {
  const counted = new Map<FacetField, FacetCounts>();
  if (query.facets.length === 0) return counted;
  const common = countValues(columns, slots);
  for (const facet of query.facets) {
    const others = query.filters.filter(
      ({ field, condition }) => field !== facet.field || condition !== 'is',
    );
    const counts =
      others.length === query.filters.length
        ? common
        : countValues(columns, matching(finder, { node: query.node, filters: others }));
    counted.set(facet.field, bestValues(columns, counts, facet));
  }
  return counted;
}

const isPassageField = (field: unknown): field is PassageField =>
  PASSAGE_FIELDS.some((known) => known === field);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function readPassage(value: unknown): readonly SearchPassage[] {
  if (typeof value !== 'object' || value === null) return [];
  const read: Readonly<Record<string, unknown>> = { ...value };
  const words = text(read['text']);
  if (!isPassageField(read['field']) || words === undefined) return [];
  const lang = parseLanguage(text(read['lang']) ?? '');
  const block = text(read['block']);
  const rendition = text(read['rendition']);
  return [
    {
      field: read['field'],
      text: words,
      ...(lang === undefined ? {} : { lang }),
      ...(block === undefined ? {} : { block }),
      ...(rendition === undefined ? {} : { rendition }),
    },
  ];
}

/** Reads the passages of a slot as they were given. */
export function passagesReader(database: DatabaseSync): ReadPassages {
  const statement = database.prepare('SELECT passages FROM passages WHERE slot = ?');
  return (slot) => {
    const stored: unknown = JSON.parse(String(statement.get(slot)?.['passages'] ?? '[]'));
    return Array.isArray(stored) ? stored.flatMap(readPassage) : [];
  };
}
