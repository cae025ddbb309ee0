import type { RecordId } from '../../core/id.ts';
import { soughtOf } from '../../core/query/sought.ts';
import type { FacetField, Filter, QueryNode, Sort } from '../../core/query.ts';
import type { FacetCounts, IndexAnswer, IndexHit, IndexQuery } from '../../ports/search-index.ts';
import { eachBit, hasBit, narrow, type Bits } from './bits.ts';
import { countStretches, countYears } from './day-counts.ts';
import { Counted, type FacetCounter } from './facet-counts.ts';
import { passagesOf } from './hit-passages.ts';
import type { LiveSegment } from './live-segment.ts';
import { matching, passing } from './matching.ts';
import { COMPARE, type Row } from './rows.ts';
import { scoredBy, type Scored } from './scored.ts';
import { findBest, statisticsOf } from './scoring.ts';
import { idOfRow, type Segment } from './segment.ts';
import { facetTerm } from './term-space.ts';
import { Top } from './top.ts';

type Asked = Pick<IndexQuery, 'node' | 'filters'>;

/** A filter by values, of which the field's own counts know nothing. */
const isChoice = (filter: Filter): boolean => filter.condition === 'is';

/** The documents of one segment that are found. */
class Found {
  readonly segment: Segment;
  readonly set: Bits;
  /** What is found but for the choices, and each of these by itself. */
  readonly #base: Bits;
  readonly #choices: readonly { readonly field: Filter['field']; readonly set: Bits }[];
  readonly counted: Counted;

  constructor({ segment, live }: LiveSegment, { node, filters }: Asked) {
    this.segment = segment;
    const rest = filters.filter((filter) => !isChoice(filter));
    const all: QueryNode =
      rest.length === 0
        ? node
        : { kind: 'and', nodes: [node, ...rest.map((filter): QueryNode => ({ kind: 'filter', filter }))] };
    this.#base = matching(segment, all, live);
    this.#choices = filters
      .filter(isChoice)
      .map((filter) => ({ field: filter.field, set: passing(segment, filter, this.#base) }));
    this.set = this.#without(undefined);
    this.counted = new Counted(segment, this.set);
  }

  #without(field: FacetField | undefined): Bits {
    const others = this.#choices.filter((choice) => choice.field !== field);
    return others.length === 0
      ? this.#base
      : others.reduce((set, choice) => narrow(set, choice.set), this.#base.slice());
  }
  /** What is found if nothing were chosen in a field. */
  countedWithout(field: FacetField): Counted {
    return this.#choices.some((choice) => choice.field === field)
      ? new Counted(this.segment, this.#without(field))
      : this.counted;
  }
}

export const findIn = (segments: readonly LiveSegment[], asked: Asked): readonly Found[] =>
  segments.map((segment) => new Found(segment, asked));

/** One page of hits with everything that stands beside it. */
export function answer(
  segments: readonly LiveSegment[],
  counter: FacetCounter,
  query: IndexQuery,
): IndexAnswer {
  const found = findIn(segments, query);
  const counted = (): readonly Counted[] => found.map((one) => one.counted);
  const facets = new Map<FacetField, FacetCounts>();
  for (const facet of query.facets) {
    const documents = found.map((one) => one.countedWithout(facet.field));
    facets.set(facet.field, counter.best(facet, counter.count(facet.field, documents)));
  }
  return {
    total: found.reduce((sum, { counted: { size } }) => sum + size, 0),
    hits: hitsOf(segments, found, query),
    facets,
    years: query.years === true ? countYears(counted()) : [],
    stretches: query.stretches === undefined ? [] : countStretches(counted(), query.stretches),
  };
}

/** A document that may be shown. */
class Candidate {
  readonly segment: Segment;
  readonly document: number;
  readonly score: number;
  #row: Row | undefined;

  constructor(segment: Segment, document: number, score: number) {
    this.segment = segment;
    this.document = document;
    this.score = score;
  }

  /** Read when it is asked for: of most that may be shown the score says enough. */
  get row(): Row {
    this.#row ??= this.segment.row(this.document);
    return this.#row;
  }
}

function hitsOf(
  segments: readonly LiveSegment[],
  found: readonly Found[],
  query: IndexQuery,
): readonly IndexHit[] {
  const wanted = query.offset + query.limit;
  const scored = query.sort === 'relevance' ? scoredBy(query) : undefined;
  const candidates = scored ? byScore(segments, found, scored, wanted) : byColumn(found, query.sort, wanted);
  const page = candidates.slice(query.offset, wanted);
  const sought = query.passages > 0 ? soughtOf(query) : [];
  const passages = new Map(
    found.map(({ segment }) => [
      segment,
      passagesOf(
        segment,
        page.flatMap((hit) => (hit.segment === segment ? [hit.document] : [])),
        sought,
        query.passages,
      ),
    ]),
  );
  return page.map(({ segment, document, score, row }) => ({
    id: idOfRow(row),
    kind: segment.kindOf(document),
    score,
    passages: passages.get(segment)?.get(document) ?? [],
  }));
}

function byScore(
  segments: readonly LiveSegment[],
  found: readonly Found[],
  scored: Scored,
  wanted: number,
): readonly Candidate[] {
  const statistics = statisticsOf(segments, scored);
  const candidates: Candidate[] = [];
  let floor = -Infinity;
  for (const { segment, set } of found) {
    const top = new Top(Math.min(wanted, segment.documents), segment.rank('date'));
    findBest(segment, scored, statistics, set, top, floor);
    if (top.size === wanted) floor = Math.max(floor, top.threshold);
    for (const { document, score } of top.list()) candidates.push(new Candidate(segment, document, score));
  }
  return candidates.sort((a, b) => b.score - a.score || COMPARE.date(a.row, b.row)).slice(0, wanted);
}

/** How documents of one segment, and of two, are ordered. */
function orderOf(sort: Sort): {
  readonly rank: (segment: Segment) => Uint32Array;
  readonly compare: (a: Candidate, b: Candidate) => number;
} {
  switch (sort) {
    case 'latest': {
      const isUndated = ({ segment, document }: Candidate): number => (segment.isDated(document) ? 0 : 1);
      return {
        rank: latestFirst,
        compare: (a, b) => isUndated(a) - isUndated(b) || COMPARE.date(b.row, a.row),
      };
    }
    case 'title':
    case 'opened':
      return { rank: (segment) => segment.rank(sort), compare: (a, b) => COMPARE[sort](a.row, b.row) };
    case 'earliest':
    case 'relevance':
      return { rank: (segment) => segment.rank('date'), compare: (a, b) => COMPARE.date(a.row, b.row) };
  }
}

function latestFirst(segment: Segment): Uint32Array {
  const rank = segment.rank('date');
  const places = new Uint32Array(rank.length);
  for (let document = 0; document < places.length; document++)
    places[document] = (segment.isDated(document) ? 1 : 2) * places.length - (rank[document] ?? 0);
  return places;
}

function byColumn(found: readonly Found[], sort: Sort, wanted: number): readonly Candidate[] {
  const { rank, compare } = orderOf(sort);
  const candidates = found.flatMap(({ segment, set, counted }) => {
    const places = rank(segment);
    const top = new Top(Math.min(wanted, counted.size), places);
    let last = Infinity;
    eachBit(set, 0, segment.documents, (document) => {
      if ((places[document] ?? 0) > last) return;
      top.add(document, 0);
      last = top.lastRank;
    });
    return top.list().map(({ document }) => new Candidate(segment, document, 0));
  });
  return candidates.sort(compare).slice(0, wanted);
}

/** How many documents under a query have each of some values. */
export function countValues(
  segments: readonly LiveSegment[],
  asked: Asked,
  field: FacetField,
  values: readonly string[],
): ReadonlyMap<string, number> {
  const found = findIn(segments, asked);
  return new Map(
    values.map((value) => [
      value,
      found.reduce((sum, { segment, set }) => sum + countTerm(segment, facetTerm(field, value), set), 0),
    ]),
  );
}

function countTerm(segment: Segment, text: string, set: Bits): number {
  const term = segment.find(text);
  if (term === undefined) return 0;
  const postings = segment.postings(term);
  let count = 0;
  for (let block = 0; block < postings.blocks; block++) {
    const size = postings.read(block);
    for (let at = 0; at < size; at++) if (hasBit(set, postings.docs[at] ?? 0)) count++;
  }
  return count;
}

/** Every hit in order of date; of each segment one row at a time is looked at. */
export function* inOrderOfDate(segments: readonly LiveSegment[], asked: Asked): Generator<RecordId> {
  const lists = findIn(segments, asked).map(({ segment, counted: { documents } }) => {
    const rank = segment.rank('date');
    const sorted = Float64Array.from(documents, (document) => (rank[document] ?? 0) * 2 ** 26 + document);
    return { segment, sorted: sorted.sort(), at: 0 };
  });
  const heads = lists.flatMap((list) => nextOf(list) ?? []);
  while (heads.length > 0) {
    let first = 0;
    for (let at = 1; at < heads.length; at++) {
      const [one, best] = [heads[at], heads[first]];
      if (one !== undefined && best !== undefined && COMPARE.date(one.row, best.row) < 0) first = at;
    }
    const head = heads[first];
    if (head === undefined) return;
    yield idOfRow(head.row);
    const next = nextOf(head);
    if (next === undefined) heads.splice(first, 1);
    else heads[first] = next;
  }
}

interface Listed {
  readonly segment: Segment;
  readonly sorted: Float64Array;
  readonly at: number;
}

function nextOf({ segment, sorted, at }: Listed): (Listed & { readonly row: Row }) | undefined {
  const both = sorted[at];
  if (both === undefined) return undefined;
  return { segment, sorted, at: at + 1, row: segment.row(both % 2 ** 26) };
}
