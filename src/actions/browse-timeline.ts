import { daysIn, printYear, twoDigits } from '../core/date/day.ts';
import type { RecordId } from '../core/id.ts';
import { readDateRange, type DateFilter } from '../core/query/date-range.ts';
import type { Filter, QueryNode } from '../core/query.ts';
import type { YearCount } from '../ports/search-index.ts';
import { keptForest } from './browse.ts';
import { eventCounts } from './event-counts.ts';
import { ask } from './list-documents.ts';
import { COUNT_ONLY, countAll, documentsWithin, yearsOf, type Counting } from './counting.ts';
import type { CollectionRow, TimelinePage, TimePart } from './pages.ts';
import { rowsOf } from './rows.ts';

type Deps = Counting;

export interface TimelineOf {
  /** "1945", "1945-07"; absent: all years. */
  readonly stretch?: string;
  /** A collection: only its documents, and those of the collections within it. */
  readonly within?: RecordId;
}

const STRETCH = /^(-?\d{4})(?:-(\d\d))?$/;
const ofKind = (kind: string): Filter => ({ field: 'kind', condition: 'is', values: [kind] });
const EVER: DateFilter = { field: 'date', condition: 'between' };
const MOST = { loose: 20, events: 200, spans: 60 } as const;

/** What is dated to all years, a year or a month; undefined if it is no such, or nothing may be from then. */
export async function browseTimeline(deps: Deps, of: TimelineOf): Promise<TimelinePage | undefined> {
  const { stretch } = of;
  const when =
    stretch === undefined ? EVER : STRETCH.test(stretch) ? readDateRange(stretch, false) : undefined;
  if (when === undefined) return undefined;
  const node = documentsWithin(of.within);
  const years = await yearsOf(deps, of);
  const isOfYears = years.some(({ year }) => printYear(year) === STRETCH.exec(stretch ?? '')?.[1]);
  if (stretch !== undefined && !isOfYears) return undefined;
  const dated = await deps.kept.totals.get(['dated', of.within, when.from, when.to].join(' '), async () => {
    return (await deps.index.search({ ...COUNT_ONLY, node, filters: [when] })).total;
  });
  if (stretch !== undefined && dated === 0) return undefined;
  const parts = stretch === undefined ? years.map(partOfYear) : await partsOf(deps, node, partNames(stretch));
  return {
    ...(stretch === undefined ? {} : { stretch, ...(await besides(deps, node, stretch, years)) }),
    total: dated,
    undated: stretch === undefined ? (await countAll(deps, of)) - dated : 0,
    parts,
    loose: await looseOf(deps, node, parts, dated, stretch === undefined ? undefined : when),
    collections: await collectionsOf(deps, of, when),
    events: await eventsOf(deps, of, when),
  };
}

const partOfYear = ({ year, certain, possible }: YearCount): TimePart => ({
  stretch: printYear(year),
  certain,
  possible,
});

/** The months of a year, the days of a month. */
function partNames(stretch: string): readonly string[] {
  const [, year = '', month] = STRETCH.exec(stretch) ?? [];
  const length = month === undefined ? 12 : daysIn(Number(year), Number(month));
  return Array.from({ length }, (_, at) => `${stretch}-${twoDigits(at + 1)}`);
}

async function partsOf(
  { index }: Deps,
  node: QueryNode,
  names: readonly string[],
): Promise<readonly TimePart[]> {
  const stretches = names.map((name) => {
    const { from = name, to = name } = readDateRange(name, false) ?? {};
    return { from, to };
  });
  const { stretches: counts } = await index.search({ ...COUNT_ONLY, node, filters: [], stretches });
  return names.map((stretch, at) => ({ stretch, ...(counts[at] ?? { certain: 0, possible: 0 }) }));
}

async function besides(
  deps: Deps,
  node: QueryNode,
  stretch: string,
  years: readonly YearCount[],
): Promise<Pick<TimelinePage, 'before' | 'after'>> {
  const [, year = '', month] = STRETCH.exec(stretch) ?? [];
  const siblings = month === undefined ? years.map(partOfYear) : await partsOf(deps, node, partNames(year));
  const place = siblings.findIndex((one) => one.stretch === stretch);
  const before = siblings.slice(0, place).findLast((one) => one.certain > 0)?.stretch;
  const after = siblings.slice(place + 1).find((one) => one.certain > 0)?.stretch;
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** What is dated less closely than the parts; of all years only how many. */
async function looseOf(
  deps: Deps,
  node: QueryNode,
  parts: readonly TimePart[],
  dated: number,
  when: DateFilter | undefined,
): Promise<TimelinePage['loose']> {
  const total = parts.reduce((rest, { certain }) => rest - certain, dated);
  if (when === undefined || total === 0) return { total, rows: [] };
  const certainly = parts.flatMap(({ stretch, certain }): readonly QueryNode[] => {
    const filter = certain === 0 ? undefined : readDateRange(stretch, true);
    return filter === undefined ? [] : [{ kind: 'not', node: { kind: 'filter', filter } }];
  });
  return ask(deps, {
    node: { kind: 'and', nodes: [node, { kind: 'filter', filter: when }, ...certainly] },
    filters: [],
    sort: 'earliest',
    page: 1,
    pageSize: MOST.loose,
    facets: [],
    years: false,
    passages: 0,
  });
}

/** The outermost collections, or those next within the given one, that have documents from then. */
async function collectionsOf(
  deps: Deps,
  of: TimelineOf,
  when: DateFilter,
): Promise<readonly CollectionRow[]> {
  const forest = await keptForest(deps);
  const here = of.within === undefined ? forest : childrenOf(forest, of.within);
  const node = documentsWithin(of.within);
  const key = ['collections', of.within, when.from, when.to].join(' ');
  const ids = here.map(({ row }) => row.label.id);
  const counts = await deps.kept.values.get(key, () =>
    deps.index.countValues({ node, filters: [when] }, 'collection', ids),
  );
  const rows: CollectionRow[] = [];
  for (const { row } of here) {
    const documents = counts.get(row.label.id) ?? 0;
    if (documents === 0) continue;
    const isSpanned = of.stretch === undefined && rows.length < MOST.spans;
    rows.push({
      row: { ...row, documents },
      children: [],
      ...(isSpanned ? await keptSpan(deps, row.label.id) : {}),
    });
  }
  return rows;
}

const keptSpan = (deps: Deps, id: RecordId): Promise<Pick<CollectionRow, 'from' | 'to'>> =>
  deps.kept.spans.get(id, () => spanOf(deps, id));

/** The first and last year in which a document of a collection certainly lies. */
async function spanOf(deps: Deps, within: RecordId): Promise<Pick<CollectionRow, 'from' | 'to'>> {
  const years = await yearsOf(deps, { within });
  const sure = years.filter(({ certain }) => certain > 0);
  const [from, to] = [sure[0]?.year, sure.at(-1)?.year];
  return from === undefined || to === undefined ? {} : { from, to };
}

function childrenOf(forest: readonly CollectionRow[], id: RecordId): readonly CollectionRow[] {
  for (const one of forest) {
    const found = one.row.label.id === id ? one.children : childrenOf(one.children, id);
    if (found.length > 0) return found;
  }
  return [];
}

/** Events from then, in order; of a collection those that documents in it tell of. */
async function eventsOf(
  deps: Deps,
  { within }: TimelineOf,
  when: DateFilter,
): Promise<TimelinePage['events']> {
  const all: RecordId[] = [];
  const everything = { kind: 'everything' } as const;
  for await (const id of deps.index.scan({ node: everything, filters: [ofKind('event'), when] }))
    all.push(id);
  const counts = within === undefined ? undefined : await eventCounts(deps, within);
  const told = counts === undefined ? all : all.filter((id) => counts.has(id));
  const shown = told.slice(0, MOST.events);
  return {
    total: told.length,
    rows: rowsOf(shown, await deps.views.views(shown, 'description'), () => ({})),
  };
}
