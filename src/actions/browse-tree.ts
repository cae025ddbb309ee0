import type { RecordId } from '../core/id.ts';
import { labelOf, type Label } from '../core/label.ts';
import { countsOf, type Counting } from './counting.ts';
import type { Branch } from './way-pages.ts';

type TreeKind = 'subject' | 'place';

/** More than this are listed by name alone. */
const MOST = 5000;

/** Subjects from broad to narrow, or places with those in them, in order of name. Empty where there are too many. */
export const keptTree = (deps: Counting, kind: TreeKind): Promise<readonly Branch[]> =>
  deps.kept.trees.get(kind, () => growTree(deps, kind));

/** From the outermost branch down to the one of this id, itself included; empty if it is in none. */
export function branchesTo(forest: readonly Branch[], id: RecordId): readonly Branch[] {
  for (const branch of forest) {
    if (branch.label.id === id) return [branch];
    const below = branchesTo(branch.children, id);
    if (below.length > 0) return [branch, ...below];
  }
  return [];
}

interface Leaf {
  readonly label: Label;
  readonly above: readonly RecordId[];
}

async function growTree(deps: Counting, kind: TreeKind): Promise<readonly Branch[]> {
  const leaves = await leavesOf(deps, kind);
  const documents = await countsOf(deps, {}, kind, MOST);
  const children = new Map<RecordId | 'top', Leaf[]>();
  for (const leaf of leaves.values()) {
    const above = leaf.above.filter((id) => leaves.has(id) && id !== leaf.label.id);
    for (const at of above.length === 0 ? (['top'] as const) : above) {
      const list = children.get(at) ?? [];
      list.push(leaf);
      children.set(at, list);
    }
  }
  let grown = 0;
  const grow = (at: RecordId | 'top', within: ReadonlySet<string>): readonly Branch[] =>
    (children.get(at) ?? []).flatMap(({ label }) => {
      if (within.has(label.id) || ++grown > 2 * MOST) return [];
      const under = grow(label.id, new Set([...within, label.id]));
      return [{ label, documents: documents.get(label.id) ?? 0, children: under }];
    });
  return grow('top', new Set());
}

/** All that are public, in the index's order of names; a broader one that was merged is the one it was merged into. */
async function leavesOf({ index, views }: Counting, kind: TreeKind): Promise<ReadonlyMap<RecordId, Leaf>> {
  const found = await index.search({
    node: { kind: 'everything' },
    filters: [{ field: 'kind', condition: 'is', values: [kind] }],
    sort: 'title',
    offset: 0,
    limit: MOST,
    facets: [],
    passages: 0,
  });
  const leaves = new Map<RecordId, Leaf>();
  if (found.total > MOST) return leaves;
  const ids = found.hits.map(({ id }) => id);
  const shown = await views.views(ids, 'description');
  for (const id of ids) {
    const view = shown.get(id);
    if (view?.kind !== 'public') continue;
    const { record } = view.view;
    const above =
      record.kind === 'subject'
        ? record.broader
        : record.kind === 'place' && record.within
          ? [record.within]
          : [];
    leaves.set(id, { label: labelOf(view.view), above: await canonical(views, above) });
  }
  return leaves;
}

async function canonical(views: Counting['views'], ids: readonly RecordId[]): Promise<readonly RecordId[]> {
  if (ids.length === 0) return ids;
  const labels = await views.labels(ids);
  return ids.flatMap((id) => labels.get(id)?.id ?? []);
}
