import type { RecordId } from '../core/id.ts';
import { countAll, countHaving, countsOf, documentsWithin, type Counting } from './counting.ts';
import { ask, PAGE_SIZE } from './list-documents.ts';
import type { Listing, ValueList } from './pages.ts';

const MOST_VALUES = 5000;

/** Every genre, or every language, that documents have; of a collection, those in it. */
export async function browseValues(
  deps: Counting,
  field: ValueList['field'],
  within?: RecordId,
): Promise<ValueList> {
  const total = await countAll(deps, { within });
  const having = await countHaving(deps, { within }, field);
  const counts = await countsOf(deps, { within }, field, MOST_VALUES);
  const values = [...counts].map(([value, count]) => ({ value, count }));
  return { field, total, without: total - having, values };
}

/** The documents that readers had last, each with when they first had it. */
export async function browseNewest(deps: Counting, page: number, within?: RecordId): Promise<Listing> {
  const listing = await ask(deps, {
    node: documentsWithin(within),
    filters: [],
    sort: 'opened',
    page,
    pageSize: PAGE_SIZE.list,
    facets: [],
    years: false,
    passages: 0,
  });
  const views = await deps.views.views(
    listing.rows.map((row) => row.label.id),
    'description',
  );
  const rows = listing.rows.map((row) => {
    const view = views.get(row.label.id);
    const opened = view?.kind === 'public' ? (view.view.editions[0] ?? view.view.edition).at : undefined;
    return opened === undefined ? row : { ...row, opened };
  });
  return { ...listing, rows };
}
