import { parseId } from '../core/id.ts';
import type { FacetField, Filter } from '../core/query.ts';
import type { ReadingRoom } from './archive.ts';
import { COUNT_ONLY, countsOf, documentsWithin, yearsOf, type Counting } from './counting.ts';
import { ask, PAGE_SIZE } from './list-documents.ts';
import type { AuthorityList, Row } from './pages.ts';
import { AGENT_ROLES, PLACE_ROLES, type AgentRole, type PlaceRole } from './way-pages.ts';

type Asked = Parameters<ReadingRoom['authorities']>[0];

const everything = { kind: 'everything' } as const;
/** A part of the archive that names more than this is listed by the most frequent. */
const MOST_NAMED = 20_000;

const FACET_OF = {
  agent: 'person',
  place: 'place',
  subject: 'subject',
  event: 'event',
  repository: 'archive',
  term: undefined,
} as const;

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
  const counts =
    isNarrowed && field !== undefined ? await countsOf(deps, asked, field, MOST_NAMED) : undefined;
  const filters = [...ofKind(asked), ...ofThese(counts)];
  const letters = await lettersOf(deps, filters, asked.letter);
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
    roles: await rolesThere(deps, asked),
    years:
      asked.kind === 'term' || asked.kind === 'event'
        ? []
        : await yearsOf(deps, { within: asked.within }, FACET_OF[asked.kind]),
    listing: { ...listing, rows: await withCounts(deps, field, listing.rows, counts) },
  };
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

const ofThese = (counts: ReadonlyMap<string, number> | undefined): readonly Filter[] =>
  counts === undefined ? [] : [{ field: 'id', condition: 'is', values: [...counts.keys()] }];

async function lettersOf(
  { index }: Counting,
  filters: readonly Filter[],
  chosen: string | undefined,
): Promise<AuthorityList['letters']> {
  const answer = await index.search({
    ...COUNT_ONLY,
    node: everything,
    filters,
    facets: [{ field: 'letter', limit: 200 }],
  });
  return [...(answer.facets.get('letter')?.values ?? [])]
    .sort((a, b) => a.value.localeCompare(b.value))
    .map(({ value, count }) => ({ letter: value, count, isChosen: value === chosen }));
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

async function withCounts(
  { index }: Counting,
  field: FacetField | undefined,
  rows: readonly Row[],
  known: ReadonlyMap<string, number> | undefined,
): Promise<readonly Row[]> {
  if (field === undefined) return rows;
  const ids = rows.flatMap((row) => parseId(row.label.id) ?? []);
  const counts =
    known ?? (await index.countValues({ node: documentsWithin(undefined), filters: [] }, field, ids));
  return rows.map((row) => ({ ...row, documents: counts.get(row.label.id) ?? 0 }));
}
