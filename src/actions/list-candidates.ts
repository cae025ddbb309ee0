import type { RecordId } from '../core/id.ts';
import type { Ports } from './archive.ts';
import { candidatesFor, type Candidate } from './import-agents.ts';

const BATCH = 200;

/** Every pair of persons who may be one, each once, for a person to decide. */
export async function* listCandidates(deps: Pick<Ports, 'records' | 'world'>): AsyncGenerator<Candidate> {
  let after: RecordId | undefined;
  for (;;) {
    const batch = await deps.records.list({ kind: 'agent' }, after, BATCH);
    for (const standing of batch) {
      if (standing.state.kind === 'merged' || standing.state.kind === 'withdrawn') continue;
      for (const candidate of await candidatesFor(deps, standing.id))
        if (candidate.one.id < candidate.other.id) yield candidate;
    }
    if (batch.length < BATCH) return;
    after = batch.at(-1)?.id;
  }
}
