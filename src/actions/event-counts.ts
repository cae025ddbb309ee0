import { parseId, type RecordId } from '../core/id.ts';
import { countsOf, documentsWithin, type Counting } from './counting.ts';

/** More events than this are counted only where documents name them themselves. */
const MOST = 5000;

/**
 * How many documents of the archive, or of a collection, each event has: its accounts, which the event says,
 * and those that name it. Events without any are left out.
 */
export const eventCounts = (
  deps: Counting,
  within: RecordId | undefined,
): Promise<ReadonlyMap<string, number>> =>
  deps.kept.values.get(['events', within].join(' '), () => countEvents(deps, within));

async function countEvents(
  deps: Counting,
  within: RecordId | undefined,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map(await countsOf(deps, { within }, 'event', MOST));
  const accounts = await accountsOf(deps);
  const named = [...new Set([...accounts.values()].flat())];
  const open = new Set<string>();
  if (named.length > 0)
    for await (const id of deps.index.scan({
      node: documentsWithin(within),
      filters: [{ field: 'id', condition: 'is', values: named }],
    }))
      open.add(id);
  for (const [event, documents] of accounts) {
    const count = documents.filter((id) => open.has(id)).length;
    if (count > (counts.get(event) ?? 0)) counts.set(event, count);
  }
  return counts;
}

/** The documents of which each public event says that they are its accounts; a merged one is what it was merged into. */
async function accountsOf({ index, views }: Counting): Promise<ReadonlyMap<RecordId, readonly RecordId[]>> {
  const found = await index.search({
    node: { kind: 'everything' },
    filters: [{ field: 'kind', condition: 'is', values: ['event'] }],
    sort: 'earliest',
    offset: 0,
    limit: MOST,
    facets: [],
    passages: 0,
  });
  const ids = found.hits.flatMap(({ id }) => parseId(id) ?? []);
  const shown = await views.views(ids, 'description');
  const accounts = new Map<RecordId, readonly RecordId[]>();
  for (const id of ids) {
    const view = shown.get(id);
    const record = view?.kind === 'public' ? view.view.record : undefined;
    if (record?.kind !== 'event' || record.accounts.length === 0) continue;
    const labels = await views.labels(record.accounts.map(({ document }) => document));
    accounts.set(id, [...new Set([...labels.values()].map((label) => label.id))]);
  }
  return accounts;
}
