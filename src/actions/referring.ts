import type { RecordId } from '../core/id.ts';
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
