import type { FacetField, Filter } from '../core/query.ts';
import type { ReadingRoom } from './archive.ts';
import { COUNT_ONLY, countsOf, yearsOf, type Counting } from './counting.ts';
import { keptTree } from './browse-tree.ts';
import { eventCounts } from './event-counts.ts';
import { ask, PAGE_SIZE } from './list-documents.ts';
import type { AuthorityList, Listing } from './pages.ts';
import { rowsOf } from './rows.ts';
import { AGENT_ROLES, PLACE_ROLES, type AgentRole, type PlaceRole } from './way-pages.ts';

type Asked = Parameters<ReadingRoom['authorities']>[0];

const everything = { kind: 'everything' } as const;
/** A part of the archive that names more than this is listed by the most frequent. */
const MOST_NAMED = 50_000;

const FACET_OF = {
  agent: 'person',
  place: 'place',
  subject: 'subject',
  event: 'event',
  repository: 'archive',
  term: undefined,
} as const;

const NONE: ReadonlyMap<string, number> = new Map();

const isAgentRole = (role: string): role is AgentRole => Object.hasOwn(AGENT_ROLES, role);
const isPlaceRole = (role: string): role is PlaceRole => Object.hasOwn(PLACE_ROLES, role);

/** The facet of a role, of those that a kind has; undefined if it has no such role. */
function facetOfRole(kind: Asked['kind'], role: string): FacetField | undefined {
  if (kind === 'agent') return isAgentRole(role) ? AGENT_ROLES[role] : undefined;
  return kind === 'place' && isPlaceRole(role) ? PLACE_ROLES[role] : undefined;
}

const rolesOf = (kind: Asked['kind']): readonly string[] =>
  kind === 'agent' ? Object.keys(AGENT_ROLES) : kind === 'place' ? Object.keys(PLACE_ROLES) : [];

/**
 * Authorities of a kind by letter, with how many documents each stands in: all, or those that documents of
 * some years, of a collection, or in a role name. Undefined where a kind cannot be asked so.
 */
export async function browseNames(deps: Counting, asked: Asked): Promise<AuthorityList | undefined> {
  const isNarrowed = asked.role !== undefined || asked.years !== undefined || asked.within !== undefined;
  const field = asked.role === undefined ? FACET_OF[asked.kind] : facetOfRole(asked.kind, asked.role);
  if (isNarrowed && field === undefined) return undefined;
  const counts = await countsFor(deps, asked, field);
  const filters = [...ofKind(asked), ...(isNarrowed ? [ofThese(counts)] : [])];
  const letters = await lettersOf(deps, asked, filters);
  const listing = isNarrowed ? await narrowed(deps, asked, filters) : await whole(deps, asked, filters);
  return {
    kind: asked.kind,
    letters,
    ...(isNarrowed || asked.letter !== undefined || asked.page > 1 ? {} : await treeOf(deps, asked.kind)),
    roles: await rolesThere(deps, asked),
    years:
      asked.kind === 'term' || asked.kind === 'event'
        ? []
        : await yearsOf(deps, { within: asked.within }, FACET_OF[asked.kind]),
    listing: {
      ...listing,
      rows:
        field === undefined
          ? listing.rows
          : listing.rows.map((row) => ({ ...row, documents: counts.get(row.label.id) ?? 0 })),
    },
  };
}

async function treeOf(deps: Counting, kind: Asked['kind']): Promise<Pick<AuthorityList, 'tree'>> {
  if (kind !== 'subject' && kind !== 'place') return {};
  const tree = await keptTree(deps, kind);
  return tree.some(({ children }) => children.length > 0) ? { tree } : {};
}

const inLetter = ({ letter }: Asked): readonly Filter[] =>
  letter === undefined ? [] : [{ field: 'letter', condition: 'is', values: [letter] }];

const whole = (deps: Counting, asked: Asked, filters: readonly Filter[]): Promise<Listing> =>
  ask(deps, {
    node: everything,
    filters: [...filters, ...inLetter(asked)],
    sort: 'title',
    page: asked.page,
    pageSize: PAGE_SIZE.authorities,
    facets: [],
    years: false,
    passages: 0,
  });

/** The same of few: their order is asked for once, since it takes the index longer to find them by their ids. */
async function narrowed(deps: Counting, asked: Asked, filters: readonly Filter[]): Promise<Listing> {
  const ids = await deps.kept.lists.get(keyOf(asked, asked.letter), async () => {
    const question = { ...COUNT_ONLY, node: everything, filters: [...filters, ...inLetter(asked)] };
    const { hits } = await deps.index.search({ ...question, sort: 'title', limit: MOST_NAMED });
    return hits.map(({ id }) => id);
  });
  const pageSize = PAGE_SIZE.authorities;
  const shown = ids.slice((asked.page - 1) * pageSize, asked.page * pageSize);
  const rows = rowsOf(shown, await deps.views.views(shown, 'description'), () => ({}));
  return { total: ids.length, page: asked.page, pageSize, rows, facets: [], years: [] };
}

const keyOf = ({ kind, agentKind, role, years, within }: Asked, ...more: readonly unknown[]): string =>
  [kind, agentKind, role, years?.from, years?.to, within, ...more].join(' ');

async function countsFor(
  deps: Counting,
  asked: Asked,
  field: FacetField | undefined,
): Promise<ReadonlyMap<string, number>> {
  if (field === undefined) return NONE;
  if (asked.kind === 'event' && asked.years === undefined) return eventCounts(deps, asked.within);
  return countsOf(deps, asked, field, MOST_NAMED);
}

function ofKind({ kind, agentKind }: Asked): readonly Filter[] {
  const filters: Filter[] = [{ field: 'kind', condition: 'is', values: [kind] }];
  if (agentKind !== undefined)
    filters.push({
      field: 'agent-kind',
      condition: 'is',
      values: agentKind === 'body' ? ['body', 'office'] : ['person'],
    });
  return filters;
}

const ofThese = (counts: ReadonlyMap<string, number>): Filter => ({
  field: 'id',
  condition: 'is',
  values: [...counts.keys()],
});

async function lettersOf(
  { index, kept }: Counting,
  asked: Asked,
  filters: readonly Filter[],
): Promise<AuthorityList['letters']> {
  const counts = await kept.values.get(keyOf(asked, 'letters'), async () => {
    const facets = [{ field: 'letter' as const, limit: 200 }];
    const answer = await index.search({ ...COUNT_ONLY, node: everything, filters, facets });
    return new Map((answer.facets.get('letter')?.values ?? []).map(({ value, count }) => [value, count]));
  });
  return [...counts]
    .map(([letter, count]) => ({ letter, count, isChosen: letter === asked.letter }))
    .sort((a, b) => a.letter.localeCompare(b.letter));
}

/** The roles in which documents of this part name any of the kind. */
async function rolesThere(deps: Counting, { kind, within }: Asked): Promise<readonly string[]> {
  const there: string[] = [];
  for (const role of rolesOf(kind)) {
    const field = facetOfRole(kind, role);
    if (field !== undefined && (await countsOf(deps, { within }, field, 1)).size > 0) there.push(role);
  }
  return there;
}
