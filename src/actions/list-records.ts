import { kindOf, type RecordId, type RecordKind } from '../core/id.ts';
import type { FacetField, Filter, Sort } from '../core/query.ts';
import type { Ports } from './archive.ts';
import { COUNT_ONLY } from './counting.ts';
import { rowsFor, standingIn } from './list-documents.ts';
import type { Kept } from './kept-counts.ts';
import type { Row } from './pages.ts';
import type { PublicViews } from './public-views.ts';
import { rowOf } from './rows.ts';
import { findStretch, type PlaceInList, type StretchAsked } from './stretch.ts';

type Deps = Pick<Ports, 'records' | 'index'> & { readonly views: PublicViews; readonly kept: Kept };

/** Public records of a kind by id, and after which id the rest of them stand; no `next`: that was all. */
export interface RecordStretch {
  readonly total: number;
  readonly rows: readonly Row[];
  readonly next?: RecordId;
}

/** At once so many standings are read; and so often, where few of them are public. */
const READ_AT_ONCE = 500;
const MOST_READ = 40;

/**
 * All public records of a kind in the order of their ids: whatever is published or withdrawn meanwhile, none
 * that stays public is lost or comes twice. Where hardly any are public a stretch may be short and still go on.
 */
export async function listRecords(
  deps: Deps,
  { kind, after, limit }: { readonly kind: RecordKind; readonly after?: RecordId; readonly limit: number },
): Promise<RecordStretch> {
  const rows: Row[] = [];
  const total = await deps.kept.totals.get(`all ${kind}`, async () => {
    const query = { ...COUNT_ONLY, node: { kind: 'everything' as const }, filters: [isOf(kind)] };
    return (await deps.index.search(query)).total;
  });
  let at = after !== undefined && kindOf(after) === kind ? after : undefined;
  for (let turn = 0; turn < MOST_READ; turn++) {
    const size = Math.min(READ_AT_ONCE, limit + 1);
    const standings = await deps.records.list({ kind }, at, size);
    const seen = standings.filter(({ editions }) => editions.length > 0).map(({ id }) => id);
    const views = await deps.views.views(seen, 'description');
    for (const { id } of standings) {
      const view = views.get(id);
      if (view?.kind === 'public') {
        if (rows.length === limit) return { total, rows, ...(at === undefined ? {} : { next: at }) };
        rows.push(rowOf(view.view));
      }
      at = id;
    }
    if (standings.length < size) return { total, rows };
  }
  return { total, rows, ...(at === undefined ? {} : { next: at }) };
}

const isOf = (kind: RecordKind): Filter => ({ field: 'kind', condition: 'is', values: [kind] });

/** Documents that name a record, or lie in it. */
export interface NamingAsked extends StretchAsked {
  readonly field: FacetField;
  readonly value: RecordId;
  readonly sort: Sort;
  /** Each row says in which roles, and under which name, this one stands in it. */
  readonly as?: RecordId;
}

export interface RowStretch {
  readonly total: number;
  readonly rows: readonly Row[];
  readonly next?: PlaceInList;
}

/** The documents that name a record in a field, a stretch at a time. Undefined: the place is lost, see `findStretch`. */
export async function listNaming(deps: Deps, asked: NamingAsked): Promise<RowStretch | undefined> {
  const found = await findStretch(
    deps.index,
    {
      node: {
        kind: 'and',
        nodes: [isOf('document'), isIn(asked)].map((filter) => ({ kind: 'filter', filter })),
      },
      filters: [],
      sort: asked.sort,
      facets: [],
      passages: 0,
    },
    asked,
  );
  if (found === undefined) return undefined;
  const { answer, next } = found;
  const rows = await rowsFor(deps.views, answer);
  return {
    total: answer.total,
    rows: asked.as === undefined ? rows : await standingIn(deps.views, rows, asked.as),
    ...(next ? { next } : {}),
  };
}

const isIn = ({ field, value }: NamingAsked): Filter => ({ field, condition: 'is', values: [value] });
