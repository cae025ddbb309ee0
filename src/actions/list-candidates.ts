import { preferredName } from '../core/agent.ts';
import type { RecordId } from '../core/id.ts';
import type { Ports } from './archive.ts';
import { candidatesFor, type Candidate } from './import-agents.ts';

const BATCH = 200;

/** A pair as it is shown: each by its id and its name. */
export interface ListedCandidate {
  readonly one: { readonly id: RecordId; readonly label: string };
  readonly other: { readonly id: RecordId; readonly label: string };
  readonly reason: string;
}

const shown = ({ one, other, reason }: Candidate): ListedCandidate => ({
  one: { id: one.id, label: preferredName(one.agent)?.form ?? one.id },
  other: { id: other.id, label: preferredName(other.agent)?.form ?? other.id },
  reason,
});

/** Every pair of persons who may be one, each once, for a person to decide. */
export async function* listCandidates(
  deps: Pick<Ports, 'records' | 'world'>,
): AsyncGenerator<ListedCandidate> {
  let after: RecordId | undefined;
  for (;;) {
    const batch = await deps.records.list({ kind: 'agent' }, after, BATCH);
    for (const standing of batch) {
      if (standing.state.kind === 'merged' || standing.state.kind === 'withdrawn') continue;
      for (const candidate of await candidatesFor(deps, standing.id, 'all'))
        if (candidate.one.id < candidate.other.id) yield shown(candidate);
    }
    if (batch.length < BATCH) return;
    after = batch.at(-1)?.id;
  }
}
