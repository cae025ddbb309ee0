import { segmentOf } from '../core/canonical-path.ts';
import type { RecordId } from '../core/id.ts';
import type { PublicRecord } from '../core/public-record.ts';
import type { Filter } from '../core/query.ts';
import { unitSteps, type ReferencePath, type ReferenceStep } from '../core/source.ts';
import { isOf } from '../formats/fields/said-of-forms.ts';
import type { TreeStep } from '../formats/ead/tree-step.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import type { Ports } from './archive.ts';
import { describe } from './describe.ts';
import type { PublicViews } from './public-views.ts';

type Deps = Pick<Ports, 'records' | 'settings'> & {
  readonly index: SearchIndex;
  readonly views: PublicViews;
};

/** So many records are read at a time: no more of them is held. */
const BATCH = 200;

/**
 * What lies in an archive, from its fonds down to the documents, held and not held; or the documents of a
 * collection, in their order. Undefined where that is no public archive or collection. Only ids are held of the
 * whole: each batch is read as it is then, so that what is withdrawn meanwhile does not leave.
 */
export async function sourceTree(deps: Deps, id: RecordId): Promise<AsyncGenerator<TreeStep> | undefined> {
  const view = await deps.views.view(id, 'description');
  if (view.kind !== 'public') return undefined;
  const { kind } = view.view.record;
  if (kind === 'collection') return documentsIn(deps, await collected(deps, 'document', 'collection', id));
  return kind === 'repository' ? walk(deps, await treeOf(deps, id)) : undefined;
}

/** A level of an archive: the step that leads to it, its description where there is one, and what lies in it. */
interface Level {
  readonly step?: ReferenceStep;
  unit?: { readonly id: RecordId; readonly order: number };
  readonly children: Map<string, Level>;
  readonly documents: { readonly id: RecordId; readonly path: ReferencePath }[];
}

const levelAt = (step?: ReferenceStep): Level => ({
  ...(step === undefined ? {} : { step }),
  children: new Map(),
  documents: [],
});

async function treeOf(deps: Deps, repository: RecordId): Promise<Level> {
  const root = levelAt();
  for await (const batch of batches(deps, await collected(deps, 'unit', 'archive', repository)))
    for (const { id, record } of batch)
      if (record.kind === 'unit') levelOfPath(root, record.path).unit = { id, order: record.order };
  for await (const batch of batches(deps, await collected(deps, 'document', 'archive', repository)))
    for (const { id, record } of batch) {
      if (record.kind !== 'document') continue;
      const path = await pathIn(deps, repository, record.source);
      if (path !== undefined) levelOfPath(root, unitSteps(path)).documents.push({ id, path });
    }
  return root;
}

/** The way of a document within this archive: of its original, else of the copy that was used. */
async function pathIn(
  { views }: Deps,
  repository: RecordId,
  { original, copy }: { readonly original?: ReferencePath; readonly copy?: ReferencePath },
): Promise<ReferencePath | undefined> {
  for (const path of [original, copy]) {
    if (path?.repository === undefined) continue;
    if (path.repository === repository) return path;
    const merged = await views.labels([path.repository]);
    if (merged.get(path.repository)?.id === repository) return path;
  }
  return undefined;
}

function levelOfPath(root: Level, path: readonly ReferenceStep[]): Level {
  let at = root;
  for (const step of path) {
    const segment = segmentOf(step.code);
    const next = at.children.get(segment) ?? levelAt(step);
    at.children.set(segment, next);
    at = next;
  }
  return at;
}

async function collected(
  { index }: Deps,
  kind: 'document' | 'unit',
  field: 'collection' | 'archive',
  value: RecordId,
): Promise<readonly RecordId[]> {
  const filters: readonly Filter[] = [
    { field: 'kind', condition: 'is', values: [kind] },
    { field, condition: 'is', values: [value] },
  ];
  const ids: RecordId[] = [];
  for await (const id of index.scan({ node: { kind: 'everything' }, filters })) ids.push(id);
  return ids;
}

async function* batches({ views }: Deps, ids: readonly RecordId[]): AsyncGenerator<readonly PublicRecord[]> {
  for (let at = 0; at < ids.length; at += BATCH) {
    const found = await views.views(ids.slice(at, at + BATCH), 'description');
    yield [...found.values()].flatMap((view) => (view.kind === 'public' ? [view.view] : []));
  }
}

async function* walk(deps: Deps, level: Level): AsyncGenerator<TreeStep> {
  if (level.step !== undefined) {
    await deps.views.refresh();
    const [unit] = level.unit === undefined ? [] : await describe(deps, [level.unit.id], 'description');
    yield { kind: 'open', step: level.step, ...(unit !== undefined && isOf(unit, 'unit') ? { unit } : {}) };
  }
  const paths = new Map(level.documents.map(({ id, path }) => [id, path]));
  yield* documentsIn(deps, [...paths.keys()], paths);
  const children = [...level.children].sort(byOrder);
  for (const [, child] of children) yield* walk(deps, child);
  if (level.step !== undefined) yield { kind: 'close' };
}

const orderOf = ({ unit }: Level): number => unit?.order ?? Number.MAX_SAFE_INTEGER;
const byOrder = ([a, left]: readonly [string, Level], [b, right]: readonly [string, Level]): number =>
  orderOf(left) - orderOf(right) || a.localeCompare(b, 'en', { numeric: true });

async function* documentsIn(
  deps: Deps,
  ids: readonly RecordId[],
  paths?: ReadonlyMap<RecordId, ReferencePath>,
): AsyncGenerator<TreeStep> {
  for (let at = 0; at < ids.length; at += BATCH) {
    await deps.views.refresh();
    for (const described of await describe(deps, ids.slice(at, at + BATCH), 'description')) {
      const path = paths?.get(described.view.id);
      if (isOf(described, 'document'))
        yield { kind: 'document', document: described, ...(path ? { path } : {}) };
    }
  }
}
