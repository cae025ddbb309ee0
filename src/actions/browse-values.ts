import type { SearchIndex } from '../ports/search-index.ts';
import { ask, PAGE_SIZE } from './list-documents.ts';
import type { Listing, ValueList } from './pages.ts';
import type { PublicViews } from './public-views.ts';

interface Deps {
  readonly index: SearchIndex;
  readonly views: PublicViews;
}

const documents = {
  kind: 'filter',
  filter: { field: 'kind', condition: 'is', values: ['document'] },
} as const;
const MOST_VALUES = 5000;

/** Every genre, or every language, that documents have. */
export async function browseValues({ index }: Deps, field: ValueList['field']): Promise<ValueList> {
  const count = { node: documents, sort: 'title', offset: 0, limit: 0, passages: 0 } as const;
  const all = await index.search({ ...count, filters: [], facets: [{ field, limit: MOST_VALUES }] });
  const bare = await index.search({ ...count, filters: [{ field, condition: 'none' }], facets: [] });
  return { field, total: all.total, without: bare.total, values: all.facets.get(field)?.values ?? [] };
}

/** The documents that readers had last, each with when they first had it. */
export async function browseNewest(deps: Deps, page: number): Promise<Listing> {
  const listing = await ask(deps, {
    node: documents,
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
