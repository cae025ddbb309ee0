import { parseId, type RecordId, type RecordKind } from '../core/id.ts';
import type { Label } from '../core/label.ts';
import type { Problem } from '../core/problem.ts';
import { labelOf } from '../core/label.ts';
import type { PublicRecord } from '../core/public-record.ts';
import { referencesOf } from '../core/references.ts';
import type { Ports } from './archive.ts';
import { allOf } from './list-documents.ts';
import type { NameTable } from './name-table.ts';
import type { SearchRequest } from './search-page.ts';
import type { PublicViews } from './public-views.ts';
import { filterLabels, questionOf } from './search.ts';

/** A stretch of a search's hits to be taken away: public records, in the order asked for. */
export interface TakenResults {
  readonly request: SearchRequest;
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly records: readonly { readonly view: PublicRecord; readonly label: Label }[];
  /** Every public record that these refer to, or the question names. */
  readonly labels: ReadonlyMap<string, Label>;
  readonly problems: readonly Problem[];
  /** When anything public last changed; before there was anything, now. ISO instant. */
  readonly changedAt: string;
}

export interface ToTake {
  readonly pageSize: number;
  /** Only records of these kinds; absent: of all. */
  readonly kinds?: readonly RecordKind[];
}

type Deps = Pick<Ports, 'records' | 'index' | 'world'> & {
  readonly views: PublicViews;
  readonly names: NameTable;
};

/** Hits as whole public records, so that each form can say of them what it has a place for. */
export async function takeResults(
  deps: Deps,
  request: SearchRequest,
  { pageSize, kinds }: ToTake,
): Promise<TakenResults> {
  const { node, filters, problems } = await questionOf(deps, request);
  const answer = await deps.index.search({
    node: allOf(node, kinds ? [{ field: 'kind', condition: 'is', values: kinds }] : []),
    filters,
    sort: request.sort,
    offset: (request.page - 1) * pageSize,
    limit: pageSize,
    facets: [],
    passages: 0,
  });
  const ids = answer.hits.map(({ id }) => id);
  const views = await deps.views.views(ids, 'description');
  const records: TakenResults['records'][number][] = [];
  const within = parseId(request.scope);
  const named = new Set<RecordId>(within === undefined ? [] : [within]);
  for (const id of ids) {
    const view = views.get(id);
    if (view?.kind !== 'public') continue;
    records.push({ view: view.view, label: labelOf(view.view) });
    for (const reference of referencesOf(view.view.record)) named.add(reference);
  }
  return {
    request,
    total: answer.total,
    page: request.page,
    pageSize,
    records,
    labels: new Map([
      ...(await deps.views.labels(named)),
      ...(await filterLabels(deps.views, request.filters)),
    ]),
    problems,
    changedAt: await lastChangeAt(deps),
  };
}

async function lastChangeAt({ records, world }: Deps): Promise<string> {
  const seq = await records.lastChange();
  const [last] = seq > 0 ? await records.changesSince(seq - 1, 1) : [];
  return last?.at ?? world.now();
}
