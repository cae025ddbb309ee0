import type { Collection } from '../core/collection.ts';
import type { Name } from '../core/agent.ts';
import type { RecordId } from '../core/id.ts';
import { viewFor, type PublicRecord } from '../core/public-record.ts';
import { referencesOf } from '../core/references.ts';
import { searchDocumentOf } from '../core/search-document-of.ts';
import type { SearchDocument } from '../core/search-document.ts';
import type { Ports } from './archive.ts';
import { PublicViews } from './public-views.ts';

type Deps = Pick<Ports, 'records' | 'index' | 'world'>;

export interface Reached {
  readonly done: number;
  readonly total: number;
}

/** How many changes are looked at together: a record that changed many times in them is indexed once. */
const WINDOW = 50_000;
const BATCH = 200;
const DEEPEST = 12;

/**
 * Tells the index every public change that it does not cover yet. When it ends, the index knows what
 * readers may see, and nothing else; stopped before, it begins again where it was.
 */
export async function* followChanges(deps: Deps): AsyncGenerator<Reached> {
  const from = await deps.index.coveredTo();
  const total = (await deps.records.lastChange()) - from;
  let seq = from;
  for (;;) {
    const changes = await deps.records.changesSince(seq, WINDOW);
    const last = changes.at(-1);
    if (!last) return;
    const ids = [...new Set(changes.map(({ id }) => id))];
    for (let at = 0; at < ids.length; at += BATCH) {
      const isLast = at + BATCH >= ids.length;
      await deps.index.update({
        ...(await indexed(deps, ids.slice(at, at + BATCH))),
        upTo: isLast ? last.seq : seq,
      });
      const done =
        seq - from + Math.floor(((last.seq - seq) * Math.min(at + BATCH, ids.length)) / ids.length);
      yield { done, total: Math.max(total, done) };
    }
    seq = last.seq;
  }
}

/** Everything anew: the index holds nothing of its own. */
export async function* rebuildIndex(deps: Deps): AsyncGenerator<Reached> {
  await deps.index.clear();
  yield* followChanges(deps);
}

async function indexed(
  deps: Deps,
  ids: readonly RecordId[],
): Promise<{ readonly put: readonly SearchDocument[]; readonly remove: readonly RecordId[] }> {
  const today = deps.world.today();
  const views = new PublicViews(deps);
  await views.refresh();
  const stored = await deps.records.latestEditions(ids, 'whole');
  const remove: RecordId[] = [];
  const open: PublicRecord[] = [];
  for (const id of ids) {
    const edition = stored.get(id);
    const view = edition && viewFor(edition.standing, edition.version, edition.edition, today);
    if (view?.kind === 'public') open.push(view.view);
    else remove.push(id);
  }
  await views.views([...new Set(open.flatMap((view) => [...referencesOf(view.record)]))], 'description');
  const put: SearchDocument[] = [];
  for (const view of open) put.push(searchDocumentOf(view, await relatedTo(views, view)));
  return { put, remove };
}

/** What an index needs to know of others to index a record: the collections above it, and every public name of whom it names. */
async function relatedTo(
  views: PublicViews,
  view: PublicRecord,
): Promise<Parameters<typeof searchDocumentOf>[1]> {
  const names = new Map<RecordId, readonly Name[]>();
  const canonical = new Map<RecordId, RecordId>();
  for (const id of referencesOf(view.record)) {
    const at = await survivorOf(views, id);
    if (!at) continue;
    canonical.set(id, at.id);
    if ('names' in at.record) names.set(at.id, at.record.names);
  }
  return { names, canonical, ancestors: await ancestorsOf(views, view) };
}

/** The record itself or what it was merged into, if that is public. */
async function survivorOf(views: PublicViews, id: RecordId): Promise<PublicRecord | undefined> {
  let view = await views.view(id, 'description');
  for (let step = 0; view.kind === 'merged' && step < DEEPEST; step++)
    view = await views.view(view.into, 'description');
  return view.kind === 'public' ? view.view : undefined;
}

/** Every public collection that a record lies in, directly or through others. */
async function ancestorsOf(views: PublicViews, { record }: PublicRecord): Promise<readonly RecordId[]> {
  const own =
    record.kind === 'document' ? record.collections : record.kind === 'collection' ? record.parents : [];
  const found = new Set<RecordId>();
  let level = own.map(({ collection }) => collection);
  for (let depth = 0; level.length > 0 && depth < DEEPEST; depth++) {
    const next: RecordId[] = [];
    for (const id of level) {
      const view = found.has(id) ? undefined : await views.view(id, 'description');
      if (view?.kind !== 'public' || view.view.record.kind !== 'collection') continue;
      found.add(id);
      const collection: Collection = view.view.record;
      next.push(...collection.parents.map((parent) => parent.collection));
    }
    level = next;
  }
  return [...found];
}
