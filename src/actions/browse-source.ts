import { segmentOf } from '../core/canonical-path.ts';
import type { Filter } from '../core/query.ts';
import { parseId, type RecordId } from '../core/id.ts';
import type { PublicRecord } from '../core/public-record.ts';
import type { Unit } from '../core/repository.ts';
import type { ReferenceStep } from '../core/source.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import type { Ports } from './archive.ts';
import { COUNT_ONLY, documentsWithin } from './counting.ts';
import { allOf, listDocuments } from './list-documents.ts';
import type { SourcePage } from './pages.ts';
import type { GuessedAlignments } from './guessed-alignments.ts';
import type { Kept } from './kept-counts.ts';
import type { PublicViews } from './public-views.ts';
import { pageOf } from './read-record.ts';

type Deps = Pick<Ports, 'records' | 'world'> & {
  readonly index: SearchIndex;
  readonly views: PublicViews;
  readonly kept: Kept;
  readonly guesses: GuessedAlignments;
};

const MOST_CHILDREN = 2000;

/** From the repository down one path: what lies under it, and the documents in it, held and not held. */
export async function browseSource(
  deps: Deps,
  repository: string,
  segments: readonly string[],
  page: number,
): Promise<SourcePage | undefined> {
  const id = parseId(repository);
  const view = id && (await deps.views.view(id, 'description'));
  if (!id || view?.kind !== 'public' || view.view.record.kind !== 'repository') return undefined;
  const path = [id, ...segments].join('/');
  const here: Filter =
    segments.length > 0
      ? { field: 'unit', condition: 'is', values: [path] }
      : { field: 'archive', condition: 'is', values: [id] };
  const all = await countUnits(deps, path, [here]);
  const notHeld = await countUnits(deps, path, [here, NOT_HELD]);
  const units = await unitsAlong(deps, id);
  const counted = new Map(all.children);
  for (const unitPath of units.keys())
    if (isChild(unitPath, path) && !counted.has(unitPath)) counted.set(unitPath, 0);
  const documents = await listDocuments(
    deps,
    segments.length > 0 ? { field: 'unit', value: path, page } : { field: 'archive', value: id, page },
  );
  if (segments.length > 0 && documents.total === 0 && counted.size === 0 && !units.has(path))
    return undefined;
  const unit = units.get(path);
  return {
    repository: await pageOf(deps, view.view),
    trail: segments.map((segment, at) => {
      const above = units.get([id, ...segments.slice(0, at + 1)].join('/'));
      const step = above?.record.path.at(-1);
      return { segment, code: segment.replaceAll('~', '/'), label: step?.label ?? '' };
    }),
    ...(unit ? { unit } : {}),
    children: [...counted]
      .map(([value, count]) => child(value, [count, notHeld.children.get(value) ?? 0], units.get(value)))
      .sort(byOrder)
      .map(({ order: _order, ...rest }) => rest),
    documents,
    notHeld: notHeld.total,
  };
}

const NOT_HELD: Filter = { field: 'held', condition: 'is', values: ['not-held'] };

/** How many documents lie here, and in each unit next below. */
async function countUnits(
  { index }: Deps,
  path: string,
  filters: readonly Filter[],
): Promise<{ readonly total: number; readonly children: ReadonlyMap<string, number> }> {
  const { total, facets } = await index.search({
    ...COUNT_ONLY,
    node: allOf(documentsWithin(undefined), filters),
    filters: [],
    facets: [{ field: 'unit', limit: MOST_CHILDREN, under: `${path}/` }],
  });
  return {
    total,
    children: new Map((facets.get('unit')?.values ?? []).map(({ value, count }) => [value, count])),
  };
}

const isChild = (path: string, parent: string): boolean =>
  path.startsWith(`${parent}/`) && !path.slice(parent.length + 1).includes('/');

function child(
  value: string,
  [documents, notHeld]: readonly [documents: number, notHeld: number],
  unit: PublicRecord<Unit> | undefined,
): SourcePage['children'][number] & { readonly order: number } {
  const segment = value.slice(value.lastIndexOf('/') + 1);
  const step: ReferenceStep = unit?.record.path.at(-1) ?? {
    level: 'file',
    code: segment.replaceAll('~', '/'),
  };
  const title = unit?.record.titles[0];
  return {
    step,
    segment,
    documents,
    notHeld,
    order: unit?.record.order ?? Number.MAX_SAFE_INTEGER,
    ...(title ? { title } : {}),
  };
}

const byOrder = (
  a: { readonly order: number; readonly segment: string },
  b: { readonly order: number; readonly segment: string },
): number => a.order - b.order || a.segment.localeCompare(b.segment, 'en', { numeric: true });

/** Every described unit of a repository, by its path. */
async function unitsAlong(
  deps: Deps,
  repository: RecordId,
): Promise<ReadonlyMap<string, PublicRecord<Unit>>> {
  const ids: RecordId[] = [];
  const filters = [
    { field: 'kind', condition: 'is', values: ['unit'] },
    { field: 'archive', condition: 'is', values: [repository] },
  ] as const;
  for await (const id of deps.index.scan({ node: { kind: 'everything' }, filters })) ids.push(id);
  const units = new Map<string, PublicRecord<Unit>>();
  for (const view of (await deps.views.views(ids, 'description')).values()) {
    if (view.kind !== 'public' || view.view.record.kind !== 'unit') continue;
    const { record } = view.view;
    units.set([repository, ...record.path.map((step) => segmentOf(step.code))].join('/'), {
      ...view.view,
      record,
    });
  }
  return units;
}
