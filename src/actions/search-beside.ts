import type { RecordKind } from '../core/id.ts';
import type { FacetField, Filter, QueryNode } from '../core/query.ts';
import { closerSteps } from '../core/query/closer-steps.ts';
import { readQuery } from '../core/query-language.ts';
import { terms } from '../core/tokens/tokenize.ts';
import type { SearchIndex, YearCount } from '../ports/search-index.ts';
import type { SearchPage, SearchRequest, WayOn } from './search-page.ts';
import type { PublicViews } from './public-views.ts';
import { rowOf } from './rows.ts';
import { nameMeant, namesOf, type Suggested } from './suggest.ts';

interface Deps {
  readonly index: SearchIndex;
  readonly views: PublicViews;
}

interface Question {
  readonly node: QueryNode;
  readonly filters: readonly Filter[];
}

const BARE = { sort: 'title', offset: 0, limit: 0, facets: [], passages: 0 } as const;

/**
 * The years of a question as if no date were chosen, so that what lies outside the range is seen too; and
 * closer in, months or days. `years`: of the question itself.
 */
export async function timesOf(
  { index }: Deps,
  { node, filters }: Question,
  years: readonly YearCount[],
): Promise<Pick<SearchPage, 'years' | 'times'>> {
  const chosen = filters.find((one) => one.field === 'date');
  const sure = years.filter(({ certain }) => certain > 0);
  const [first, last] = [sure[0]?.year, sure.at(-1)?.year];
  const steps =
    chosen !== undefined
      ? closerSteps(chosen.from, chosen.to)
      : first === undefined || last === undefined || first < 0
        ? undefined
        : closerSteps(firstDay(first), lastDay(last));
  if (chosen === undefined && steps === undefined) return { years };
  const answer = await index.search({
    ...BARE,
    node,
    filters: filters.filter((one) => one.field !== 'date'),
    years: true,
    ...(steps === undefined ? {} : { stretches: steps.steps.map(({ from, to }) => ({ from, to })) }),
  });
  if (steps === undefined) return { years: answer.years };
  const parts = steps.steps.map(({ stretch }, at) => ({
    stretch,
    ...(answer.stretches[at] ?? { certain: 0, possible: 0 }),
  }));
  return { years: answer.years, times: { unit: steps.unit, parts } };
}

const firstDay = (year: number): string => `${String(year).padStart(4, '0')}-01-01`;
const lastDay = (year: number): string => `${String(year).padStart(4, '0')}-12-31`;

const MOST_HEADS = 4;
/** How many are looked at for those that are really called so. */
const LOOKED_AT = 24;

/** Collections, people, places and events whose name the words are, where the whole archive is searched. */
export async function headsOf({ index, views }: Deps, request: SearchRequest): Promise<readonly Suggested[]> {
  if (request.scope !== 'everything' || request.page > 1 || request.filters.length > 0) return [];
  if (!isOfWords(readQuery(request.q).node)) return [];
  const sought = terms(request.q);
  const answer = await index.search({
    ...BARE,
    node: { kind: 'and', nodes: sought.map(inNames) },
    filters: [{ field: 'kind', condition: 'is', values: ['agent', 'collection', 'place', 'event'] }],
    sort: 'relevance',
    limit: LOOKED_AT,
  });
  const ids = answer.hits.map(({ id }) => id);
  const open = await views.views(ids, 'description');
  const heads = ids.flatMap((id): readonly Suggested[] => {
    const view = open.get(id);
    if (view?.kind !== 'public' || !namesOf(view.view.record).some((name) => isWellMet(name, sought)))
      return [];
    const knownAs = nameMeant(view.view.record, (name) => isWellMet(name, sought));
    return [{ ...rowOf(view.view), ...(knownAs === undefined ? {} : { knownAs }) }];
  });
  const counted = await withDocuments(index, heads);
  return counted.toSorted((a, b) => (b.documents ?? 0) - (a.documents ?? 0)).slice(0, MOST_HEADS);
}

const FIELD_OF: Readonly<Partial<Record<RecordKind, FacetField>>> = {
  agent: 'person',
  collection: 'collection',
  place: 'place',
  event: 'event',
};

/** The same with how many documents each has. */
async function withDocuments(
  index: Pick<SearchIndex, 'countValues'>,
  heads: readonly Suggested[],
): Promise<readonly Suggested[]> {
  const counts = new Map<string, number>();
  for (const kind of new Set(heads.map(({ label }) => label.kind))) {
    const field = FIELD_OF[kind];
    const ids = heads.filter(({ label }) => label.kind === kind).map(({ label }) => label.id);
    if (field === undefined) continue;
    const filter: Filter = { field: 'kind', condition: 'is', values: ['document'] };
    for (const [id, count] of await index.countValues(
      { node: { kind: 'everything' }, filters: [filter] },
      field,
      ids,
    ))
      counts.set(id, count);
  }
  return heads.map((head) => ({ ...head, documents: counts.get(head.label.id) ?? 0 }));
}

/** The field by which documents are found that name a record of a kind. */
export const documentsFieldOf = (kind: RecordKind): FacetField | undefined => FIELD_OF[kind];

const isOfWords = (node: QueryNode): boolean =>
  (node.kind === 'word' && node.field === undefined) || (node.kind === 'and' && node.nodes.every(isOfWords));

const inNames = (text: string): QueryNode => ({
  kind: 'or',
  nodes: [
    { kind: 'word', text, field: 'title' },
    { kind: 'word', text, field: 'name' },
  ],
});

/** Whether the words are all in a name, and most of the name, initials aside, or a person's family name. */
function isWellMet(name: string, sought: readonly string[]): boolean {
  const own = terms(name);
  const family = terms(name.includes(',') ? name.slice(0, name.indexOf(',')) : '');
  if (family.length > 0 && family.join(' ') === sought.join(' ')) return true;
  const long = own.filter((term) => term.length > 1).length;
  return sought.every((term) => own.includes(term)) && sought.length * 2 >= long;
}

const MOST_WAYS = 12;

/**
 * What each change of a question that finds nothing would find; if none of them finds anything, each word
 * alone, wherever it stands. `total` says how much a changed question has.
 */
export async function waysOn(
  request: SearchRequest,
  total: (request: SearchRequest) => Promise<number>,
): Promise<readonly WayOn[]> {
  for (const changes of [changesOf(request), largeChangesOf(request)]) {
    const found: WayOn[] = [];
    for (const way of changes.slice(0, MOST_WAYS)) {
      const count = await total({ ...request, page: 1, ...way.change });
      if (count > 0) found.push({ ...way, total: count });
    }
    if (found.length > 0) return found;
  }
  return [];
}

type Change = Omit<WayOn, 'total'>;
const MOST_WORDS = 6;

const OPERATORS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT']);

/** The words of a question, without the signs and names of fields that its language has. */
const wordsOf = ({ q }: SearchRequest): readonly string[] =>
  (
    q.replace(/(^|[\s(-])[a-z-]+:/g, '$1').match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu) ?? []
  ).filter((word) => !OPERATORS.has(word) && terms(word).length > 0);

const largeChangesOf = (request: SearchRequest): readonly Change[] =>
  wordsOf(request)
    .slice(0, MOST_WORDS)
    .map((word) => ({
      kind: 'only-anywhere' as const,
      word,
      change: { q: word, filters: [], scope: 'everything' as const },
    }));

function changesOf(request: SearchRequest): readonly Change[] {
  const { filters } = request;
  const words = wordsOf(request);
  const plain = words.join(' ');
  const begun = words.map((word) => `${word}*`).join(' ');
  const isOfPhrases = /["“”„«»]/u.test(request.q);
  return [
    ...(words.length === 0 || isOfPhrases
      ? []
      : [{ kind: 'beginning' as const, word: begun, change: { q: begun } }]),
    ...(isOfPhrases && words.length > 1
      ? [{ kind: 'apart' as const, word: plain, change: { q: plain } }]
      : []),
    ...filters.map((filter) => ({
      kind: 'without' as const,
      filter,
      change: { filters: filters.filter((one) => one !== filter) },
    })),
    ...(filters.length > 1 ? [{ kind: 'no-filters' as const, change: { filters: [] } }] : []),
    ...(request.scope === 'everything'
      ? []
      : [{ kind: 'everything' as const, change: { scope: 'everything' as const } }]),
    ...(words.length > 1 && words.length <= MOST_WORDS
      ? words.map((word) => ({ kind: 'only' as const, word, change: { q: word } }))
      : []),
    ...(words.length > 0 && filters.length > 0 ? [{ kind: 'no-words' as const, change: { q: '' } }] : []),
  ];
}
