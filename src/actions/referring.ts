import { kindOf, type RecordId } from '../core/id.ts';
import type { RecordStore } from '../ports/record-store.ts';

const BATCH = 500;

/** Every public record that refers to this one: their public form changes when its does. */
export async function referringTo(records: RecordStore, id: RecordId): Promise<readonly RecordId[]> {
  const found: RecordId[] = [];
  let after: RecordId | undefined;
  for (;;) {
    const batch = await records.referring(id, after, BATCH);
    const standings = await records.standings(batch);
    for (const other of batch) if ((standings.get(other)?.editions.length ?? 0) > 0) found.push(other);
    if (batch.length < BATCH) return found;
    after = batch.at(-1);
  }
}

/**
 * Every public record that stands elsewhere, or is shown otherwise, once this one is opened, closed or moved: those
 * that refer to it; and of a collection all that is in those within it, since a harvester's set is named by the whole
 * way down.
 */
export async function standingUnder(records: RecordStore, id: RecordId): Promise<readonly RecordId[]> {
  const found = new Set(await referringTo(records, id));
  if (kindOf(id) !== 'collection') return [...found];
  const parents = new Map<RecordId, readonly RecordId[]>();
  const walked = new Set([id]);
  for (const around of walked) {
    await readParents(records, found, parents);
    for (const [inner, above] of parents) {
      if (walked.has(inner) || !above.includes(around)) continue;
      walked.add(inner);
      for (const other of await referringTo(records, inner)) found.add(other);
    }
  }
  found.delete(id);
  return [...found];
}

/** Reads of the collections among some records in which others they stand for readers; each once. */
async function readParents(
  records: RecordStore,
  among: ReadonlySet<RecordId>,
  known: Map<RecordId, readonly RecordId[]>,
): Promise<void> {
  const unread = [...among].filter((other) => kindOf(other) === 'collection' && !known.has(other));
  if (unread.length === 0) return;
  const shown = await records.latestEditions(unread, 'description');
  for (const other of unread) {
    const record = shown.get(other)?.version?.record;
    known.set(other, record?.kind === 'collection' ? record.parents.map(({ collection }) => collection) : []);
  }
}
