import type { FacetField, Filter } from '../core/query.ts';
import type { ReadingRoom } from './archive.ts';
import { COUNT_ONLY, countsOf, yearsOf, type Counting } from './counting.ts';
import { keptTree } from './browse-tree.ts';
import { eventCounts } from './event-counts.ts';
import { ask, PAGE_SIZE } from './list-documents.ts';
import type { AuthorityList } from './pages.ts';
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
  const chosen: readonly Filter[] =
    asked.letter === undefined ? [] : [{ field: 'letter', condition: 'is', values: [asked.letter] }];
  const listing = await ask(deps, {
    node: everything,
    filters: [...filters, ...chosen],
    sort: 'title',
    page: asked.page,
    pageSize: PAGE_SIZE.authorities,
    facets: [],
    years: false,
    passages: 0,
  });
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
  { kind, agentKind, role, years, within, letter: chosen }: Asked,
  filters: readonly Filter[],
): Promise<AuthorityList['letters']> {
  const key = ['letters', kind, agentKind, role, years?.from, years?.to, within].join(' ');
  const counts = await kept.values.get(key, async () => {
    const facets = [{ field: 'letter' as const, limit: 200 }];
    const answer = await index.search({ ...COUNT_ONLY, node: everything, filters, facets });
    return new Map((answer.facets.get('letter')?.values ?? []).map(({ value, count }) => [value, count]));
  });
  return [...counts]
    .map(([letter, count]) => ({ letter, count, isChosen: letter === chosen }))
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
