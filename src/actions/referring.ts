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
  const walked = new Set([id]);
  for (const around of walked)
    for (const inner of await collectionsUnder(records, around, found)) {
      if (walked.has(inner)) continue;
      walked.add(inner);
      for (const other of await referringTo(records, inner)) found.add(other);
    }
  found.delete(id);
  return [...found];
}

/** Those of some records that are collections, and stand in this one for readers. */
async function collectionsUnder(
  records: RecordStore,
  around: RecordId,
  among: ReadonlySet<RecordId>,
): Promise<readonly RecordId[]> {
  const collections = [...among].filter((other) => kindOf(other) === 'collection');
  const shown = await records.latestEditions(collections, 'description');
  return collections.filter((other) => {
    const record = shown.get(other)?.version?.record;
    return record?.kind === 'collection' && record.parents.some(({ collection }) => collection === around);
  });
}
