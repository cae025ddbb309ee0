import type { ContributionRole } from '../core/contribution.ts';
import { boundsOf, daysOf } from '../core/date/bounds.ts';
import { countOfDay, dayOfCount } from '../core/date/day-count.ts';
import { catalogueDate, type ArchiveDocument } from '../core/document.ts';
import { kindOf, type RecordId } from '../core/id.ts';
import type { PublicRecord } from '../core/public-record.ts';
import type { Filter } from '../core/query.ts';
import { unitPaths } from '../core/search-document/facets-of-record.ts';
import { unitSteps, type ReferenceLevel } from '../core/source.ts';
import type { IndexAnswer } from '../ports/search-index.ts';
import type { FoundGroup, FoundRelated } from './related-documents.ts';
import type { Around } from './surroundings.ts';

type DocumentView = PublicRecord<ArchiveDocument>;

const DOCUMENTS: Filter = { field: 'kind', condition: 'is', values: ['document'] };
/** Documents of a file that are looked through for those next to one. */
const MOST_OF_FILE = 400;
/** Documents of the same days whose people are compared. */
const MOST_OF_DAYS = 24;
/** So many that are alike are looked at, some of which are named already for a better reason. */
const MOST_ALIKE = 12;
/** People by whom others of the same days are looked for. */
const MOST_PEOPLE = 30;

const ask = (deps: Around, filters: readonly Filter[], limit: number): Promise<IndexAnswer> =>
  deps.index.search({
    node: { kind: 'everything' },
    filters: [...filters, DOCUMENTS],
    sort: 'earliest',
    offset: 0,
    limit,
    facets: [],
    passages: 0,
  });

/** Documents of the same event, which no account of it is shown for already. */
export async function ofSameEvent(
  deps: Around,
  view: DocumentView,
  events: readonly RecordId[],
): Promise<FoundGroup | undefined> {
  if (events.length === 0) return undefined;
  const filters: readonly Filter[] = [{ field: 'event', condition: 'is', values: events }];
  const { hits, total } = await ask(deps, filters, MOST_OF_DAYS);
  return groupOf(view, 'same-event', hits, { total, filters });
}

const groupOf = (
  view: DocumentView,
  reason: FoundGroup['reason'],
  hits: readonly { readonly id: RecordId }[],
  all: NonNullable<FoundGroup['all']>,
): FoundGroup | undefined => {
  const found = hits.filter(({ id }) => id !== view.id).map(({ id }) => ({ id }));
  return found.length === 0 ? undefined : { reason, found, all };
};

/** Levels that hold far more than a file: to lie in the same is no sign. */
const WIDE: ReadonlySet<ReferenceLevel> = new Set([
  'fonds',
  'record-group',
  'collection',
  'series',
  'inventory',
]);

/** What lies in the same file, those next to it in order of date first. */
export async function ofSameFile(deps: Around, view: DocumentView): Promise<FoundGroup | undefined> {
  const { original } = view.record.source;
  if (original?.repository === undefined) return undefined;
  const steps = unitSteps(original).filter(({ level }) => level !== 'item');
  const last = steps.at(-1);
  if (last === undefined || WIDE.has(last.level)) return undefined;
  const repository = (await deps.views.labels([original.repository])).get(original.repository)?.id;
  const unit = repository && unitPaths(repository, steps).at(-1);
  if (unit === undefined) return undefined;
  const filters: readonly Filter[] = [{ field: 'unit', condition: 'is', values: [unit] }];
  const { hits, total } = await ask(deps, filters, MOST_OF_FILE);
  const own = hits.findIndex(({ id }) => id === view.id);
  const near = [...hits.entries()].sort(([a], [b]) => Math.abs(a - own) - Math.abs(b - own) || a - b);
  return groupOf(
    view,
    'same-file',
    near.map(([, hit]) => hit),
    { total, filters },
  );
}

/** Days around a document in which the same people are looked for; fewer where there are very many. */
const WITHIN_DAYS = [3, 1, 0] as const;
/** A date that may be anywhere in more days than these says nothing of who met whom. */
const LONGEST_DAYS = 31;

interface When {
  readonly first: number;
  readonly last: number;
}

function whenOf(document: ArchiveDocument): When | undefined {
  const edtf = catalogueDate(document)?.edtf;
  const days = edtf && daysOf(boundsOf(edtf));
  if (!days?.earliest || !days.latest) return undefined;
  const when = { first: countOfDay(days.earliest), last: countOfDay(days.latest) };
  return when.last - when.first > LONGEST_DAYS ? undefined : when;
}

/** The persons of a document: who made and got it, and who is spoken of. */
interface People {
  readonly makers: ReadonlySet<RecordId>;
  readonly all: ReadonlySet<RecordId>;
}

/** Who came to a document long after its day. */
const LATER: ReadonlySet<ContributionRole> = new Set([
  'translator',
  'transcriber',
  'contributor',
  'editor',
  'publisher',
]);

async function peopleOf(deps: Around, { record }: DocumentView): Promise<People> {
  const makers = record.contributions.flatMap(({ role, agent }) =>
    agent && !LATER.has(role) ? [agent] : [],
  );
  const mentioned = record.mentions.map(({ to }) => to).filter((to) => kindOf(to) === 'agent');
  const labels = await deps.views.labels([...makers, ...mentioned]);
  const persons = (ids: readonly RecordId[]): ReadonlySet<RecordId> =>
    new Set(
      ids.flatMap((id) => {
        const label = labels.get(id);
        return label?.agentKind === 'person' ? [label.id] : [];
      }),
    );
  return { makers: persons(makers), all: persons([...makers, ...mentioned]) };
}

/** Documents in which the same people stand, of the same days or three more; by how many they share, then by nearness. */
export async function ofSameDays(deps: Around, view: DocumentView): Promise<FoundGroup | undefined> {
  const when = whenOf(view.record);
  if (when === undefined) return undefined;
  const own = await peopleOf(deps, view);
  const asked = [...(own.makers.size > 0 ? own.makers : own.all)].slice(0, MOST_PEOPLE);
  if (asked.length === 0) return undefined;
  const near = await nearIn(deps, when, asked);
  if (near === undefined) return undefined;
  const others = await deps.views.views(
    near.answer.hits.map(({ id }) => id).filter((id) => id !== view.id),
    'description',
  );
  const found: (FoundRelated & { readonly weight: number; readonly apart: number })[] = [];
  for (const other of others.values()) {
    if (other.kind !== 'public' || other.view.record.kind !== 'document') continue;
    const one = await meetingOf(deps, { own, when }, { ...other.view, record: other.view.record });
    if (one !== undefined) found.push(one);
  }
  if (found.length === 0) return undefined;
  found.sort((a, b) => b.weight - a.weight || a.apart - b.apart || (a.id < b.id ? -1 : 1));
  return {
    reason: 'same-days',
    found: found.map(({ weight: _weight, apart: _apart, ...one }) => one),
    all: { total: near.answer.total, filters: near.filters },
  };
}

async function nearIn(
  deps: Around,
  when: When,
  people: readonly RecordId[],
): Promise<{ readonly answer: IndexAnswer; readonly filters: readonly Filter[] } | undefined> {
  for (const days of WITHIN_DAYS) {
    const [from, to] = [dayOfCount(when.first - days), dayOfCount(when.last + days)];
    if (from === undefined || to === undefined) return undefined;
    const filters: readonly Filter[] = [
      { field: 'person', condition: 'is', values: people },
      { field: 'date', condition: 'between', from, to },
    ];
    const answer = await ask(deps, filters, MOST_OF_DAYS);
    if (answer.total <= MOST_OF_DAYS || days === 0) return { answer, filters };
  }
  return undefined;
}

/** Who stands in both, if that is more than one who is spoken of everywhere. */
async function meetingOf(
  deps: Around,
  { own, when }: { readonly own: People; readonly when: When },
  other: DocumentView,
): Promise<(FoundRelated & { readonly weight: number; readonly apart: number }) | undefined> {
  const otherWhen = whenOf(other.record);
  if (otherWhen === undefined) return undefined;
  const theirs = await peopleOf(deps, other);
  const people = [...own.all].filter((id) => theirs.all.has(id));
  const makers = people.filter((id) => own.makers.has(id) && theirs.makers.has(id));
  if (people.length < 2 && makers.length === 0) return undefined;
  const isCertain = when.first === when.last && otherWhen.first === otherWhen.last;
  const apart = Math.max(0, otherWhen.first - when.last, when.first - otherWhen.last);
  return {
    id: other.id,
    people: [...makers, ...people.filter((id) => !makers.includes(id))],
    ...(isCertain ? { daysLater: otherWhen.first - when.first } : {}),
    weight: people.length + makers.length * 2,
    apart: isCertain ? apart : apart + WITHIN_DAYS[0],
  };
}

/** What is like it in its words. */
export async function alike(deps: Around, view: DocumentView): Promise<FoundGroup | undefined> {
  const found = await deps.index.similar(view.id, MOST_ALIKE);
  return found.length === 0 ? undefined : { reason: 'similar', found: found.map(({ id }) => ({ id })) };
}
