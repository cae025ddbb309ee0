import { parseId, type RecordId } from '../core/id.ts';
import type { FacetField, QueryNode } from '../core/query.ts';
import type { FacetCounts } from '../ports/search-index.ts';
import { mappedPlaces } from './browse-map.ts';
import { COUNT_ONLY, documentsWithin, type Counting } from './counting.ts';
import { allOf } from './list-documents.ts';
import { AGENT_ROLES, type AgentRole, type Counted, type Profile } from './way-pages.ts';

const MOST = { others: 16, places: 12 } as const;
const ROLES: readonly AgentRole[] = ['author', 'recipient', 'participant', 'mentioned'];

const naming = (field: FacetField, agent: RecordId): QueryNode =>
  allOf(documentsWithin(undefined), [{ field, condition: 'is', values: [agent] }]);

/** When a person or body did what, with whom, and where: counted over the documents that name them. */
export const browseProfile = (deps: Counting, agent: RecordId): Promise<Profile> =>
  deps.kept.profiles.get(agent, () => countProfile(deps, agent));

async function countProfile(deps: Counting, agent: RecordId): Promise<Profile> {
  const { index } = deps;
  const roles: Profile['roles'][number][] = [];
  for (const role of ROLES) {
    const node = naming(AGENT_ROLES[role], agent);
    const { total, years } = await index.search({ ...COUNT_ONLY, node, filters: [], years: true });
    if (total > 0) roles.push({ role, documents: total, years });
  }
  const { facets } = await index.search({
    ...COUNT_ONLY,
    node: naming('person', agent),
    filters: [],
    facets: [
      { field: 'person', limit: MOST.others + 1 },
      { field: 'place', limit: MOST.places },
    ],
  });
  const places = facets.get('place');
  const counts = new Map((places?.values ?? []).map(({ value, count }) => [value, count]));
  return {
    roles,
    others: await labelled(deps, without(facets.get('person'), agent)),
    places: { ...(await labelled(deps, places)), mapped: await mappedPlaces(deps, counts) },
  };
}

/** All but the one in question, which stands in each of its own documents. */
function without(counts: FacetCounts | undefined, id: RecordId): FacetCounts {
  const values = (counts?.values ?? []).filter(({ value }) => value !== id);
  return {
    values: values.slice(0, MOST.others),
    more: (counts?.more ?? 0) + Math.max(0, values.length - MOST.others),
  };
}

async function labelled({ views }: Counting, counts: FacetCounts | undefined): Promise<Counted> {
  const ids = (counts?.values ?? []).flatMap(({ value }) => parseId(value) ?? []);
  const labels = await views.labels(ids);
  const rows = (counts?.values ?? []).flatMap(({ value, count }) => {
    const id = parseId(value);
    const label = id && labels.get(id);
    return label === undefined ? [] : [{ label, documents: count }];
  });
  return { rows, more: counts?.more ?? 0 };
}
