import type { Name } from '../core/agent.ts';
import type { RecordId } from '../core/id.ts';
import { viewFor, type PublicRecord, type View } from '../core/public-record.ts';
import { referencesOf } from '../core/references.ts';
import { searchDocumentOf } from '../core/search-document-of.ts';
import type { ArchiveRecord } from '../core/record.ts';
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
const BATCH = 100;
const DEEPEST = 12;

/**
 * Tells the index every public change that it does not cover yet. When it ends, the index knows what
 * readers may see, and nothing else; stopped before, it begins again where it was.
 */
export async function* followChanges(deps: Deps): AsyncGenerator<Reached> {
  const from = await deps.index.coveredTo();
  const total = (await deps.records.lastChange()) - from;
  const related = new RelatedNames(deps);
  let seq = from;
  for (;;) {
    const changes = await deps.records.changesSince(seq, WINDOW);
    const last = changes.at(-1);
    if (!last) return;
    const ids = [...new Set(changes.map(({ id }) => id))];
    for (let at = 0; at < ids.length; at += BATCH) {
      const isLast = at + BATCH >= ids.length;
      await deps.index.update({
        ...(await indexed(deps, related, ids.slice(at, at + BATCH))),
        upTo: isLast ? last.seq : seq,
        isBehind: !isLast || changes.length === WINDOW,
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
  related: RelatedNames,
  ids: readonly RecordId[],
): Promise<{ readonly put: readonly SearchDocument[]; readonly remove: readonly RecordId[] }> {
  const today = deps.world.today();
  const stored = await deps.records.latestEditions(ids, 'whole');
  const remove: RecordId[] = [];
  const open: PublicRecord[] = [];
  for (const id of ids) {
    const edition = stored.get(id);
    const view = edition && viewFor(edition.standing, edition.version, edition.edition, today);
    if (view?.kind === 'public') open.push(view.view);
    else remove.push(id);
  }
  await related.read(open);
  const put: SearchDocument[] = [];
  for (const view of open) put.push(searchDocumentOf(view, await related.of(view)));
  return { put, remove };
}

/** What an index needs to know of others to index a record; read once for many records that name the same. */
class RelatedNames {
  readonly #views: PublicViews;
  #known: ReadonlyMap<RecordId, View> = new Map();
  readonly #above = new Map<RecordId, readonly RecordId[]>();

  constructor(deps: Deps) {
    this.#views = new PublicViews(deps);
  }

  /** Reads what these records name, as it stands now. */
  async read(records: readonly PublicRecord[]): Promise<void> {
    await this.#views.refresh();
    this.#above.clear();
    const named = new Set(records.flatMap(({ record }) => [...referencesOf(record)]));
    this.#known = await this.#views.views([...named], 'description');
  }

  /** The collections above a record, and every public name of whom it names. */
  async of({ record }: PublicRecord): Promise<Parameters<typeof searchDocumentOf>[1]> {
    const names = new Map<RecordId, readonly Name[]>();
    const canonical = new Map<RecordId, RecordId>();
    for (const id of referencesOf(record)) {
      const known = this.#known.get(id);
      const at = known?.kind === 'public' ? known.view : await this.#survivorOf(id);
      if (!at) continue;
      canonical.set(id, at.id);
      if ('names' in at.record) names.set(at.id, at.record.names);
    }
    return { names, canonical, ancestors: await this.#ancestorsOf(record) };
  }

  /** The record itself or what it was merged into, if that is public. */
  async #survivorOf(id: RecordId): Promise<PublicRecord | undefined> {
    let view = await this.#views.view(id, 'description');
    for (let step = 0; view.kind === 'merged' && step < DEEPEST; step++)
      view = await this.#views.view(view.into, 'description');
    return view.kind === 'public' ? view.view : undefined;
  }

  /** Every public collection that a record lies in, directly or through others. */
  async #ancestorsOf(record: ArchiveRecord): Promise<readonly RecordId[]> {
    const own =
      record.kind === 'document' ? record.collections : record.kind === 'collection' ? record.parents : [];
    const found = new Set<RecordId>();
    for (const { collection } of own) for (const id of await this.#upFrom(collection, DEEPEST)) found.add(id);
    return [...found];
  }

  /** A collection and all above it, nearest first; none if it is not public. */
  async #upFrom(id: RecordId, deepest: number): Promise<readonly RecordId[]> {
    const known = this.#above.get(id);
    if (known !== undefined || deepest === 0) return known ?? [];
    const view = await this.#views.view(id, 'description');
    if (view.kind !== 'public' || view.view.record.kind !== 'collection') return [];
    const found = new Set([id]);
    for (const { collection } of view.view.record.parents)
      for (const above of await this.#upFrom(collection, deepest - 1)) found.add(above);
    this.#above.set(id, [...found]);
    return [...found];
  }
}
