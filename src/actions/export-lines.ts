import type { RecordId } from '../core/id.ts';
import { problem, type Problem } from '../core/problem.ts';
import { viewFor } from '../core/public-record.ts';
import { accepted, refused, type Result } from '../core/result.ts';
import type { Standing } from '../core/lifecycle.ts';
import { writeJsonLine } from '../formats/json/json-lines.ts';
import type { RecordStore } from '../ports/record-store.ts';
import type { Ports } from './archive.ts';

type Deps = Pick<Ports, 'records' | 'world'>;

const BATCH = 200;

async function* everyStanding(records: RecordStore): AsyncGenerator<readonly Standing[]> {
  let after: RecordId | undefined;
  for (;;) {
    const batch = await records.list({}, after, BATCH);
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH) return;
    after = batch.at(-1)?.id;
  }
}

/** The newest version of every record, a line each, as import reads it. For those who keep the archive. */
export async function* exportLines({ records }: Deps): AsyncGenerator<string> {
  for await (const batch of everyStanding(records))
    for (const { id, head } of batch) {
      const version = await records.version(id, head);
      if (version) yield writeJsonLine(id, version.record);
    }
}

/** What anyone may see of every record, a line each. */
export async function* exportPublicLines({ records, world }: Deps): AsyncGenerator<string> {
  for await (const batch of everyStanding(records)) {
    const editions = await records.latestEditions(batch.map(({ id }) => id));
    for (const { standing, version, edition } of editions.values()) {
      const view = viewFor(standing, version, edition, world.today());
      if (view.kind === 'public') yield writeJsonLine(view.view.id, view.view.record);
    }
  }
}

/** The newest version of a record for its editor: edited and imported again, it meets who was there first. */
export async function draftOf({ records }: Deps, id: RecordId): Promise<Result<object, Problem>> {
  const standing = (await records.standings([id])).get(id);
  const version = standing && (await records.version(id, standing.head));
  if (!standing || !version) return refused(problem('not-found', { record: id }));
  return accepted({
    id,
    basedOn: standing.head,
    standing: { state: standing.state, restrictions: standing.restrictions, editions: standing.editions },
    record: version.record,
  });
}

/** The ids of every draft, for publishing them all. */
export async function* draftIds({ records }: Pick<Deps, 'records'>): AsyncGenerator<RecordId> {
  let after: RecordId | undefined;
  for (;;) {
    const batch = await records.list({ state: 'draft' }, after, BATCH);
    for (const { id } of batch) yield id;
    if (batch.length < BATCH) return;
    after = batch.at(-1)?.id;
  }
}
