import type { Agent } from '../core/agent.ts';
import type { RecordId } from '../core/id.ts';
import { problem, type Problem } from '../core/problem.ts';
import { blockingKeysOf } from '../core/names/blocking-keys.ts';
import { comparePersons } from '../core/names/compare-persons.ts';
import type { Ports } from './archive.ts';
import { areOfOneList, commitMerges, planMerge, type MergePlan } from './merge-agents.ts';

type Deps = Pick<Ports, 'records' | 'world'>;
type MergeEvent =
  | { readonly kind: 'merged'; readonly count: number }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** A person in the archive, with every record that was merged into it. */
export interface KnownPerson {
  readonly id: RecordId;
  readonly agent: Agent;
  readonly merged: readonly Agent[];
}

/** What there is to say of a person and one who may be the same. */
export interface Candidate {
  readonly one: KnownPerson;
  readonly other: KnownPerson;
  readonly verdict: 'same' | 'maybe';
  readonly reason: string;
}

/** Merges each of these new persons with one who is here already, where that is certain; the older record stays. */
export async function* mergeKnownAgents(
  deps: Deps,
  ids: readonly RecordId[],
  by: string,
): AsyncGenerator<MergeEvent> {
  const plans = new Map<RecordId, MergePlan>();
  const settle = async function* (): AsyncGenerator<MergeEvent> {
    if (plans.size === 0) return;
    const done = await commitMerges(deps, [...plans.values()], { by });
    if (done.ok) yield { kind: 'merged', count: plans.size };
    else yield { kind: 'problem', problem: done.problem };
    plans.clear();
  };
  for (const id of ids) {
    let same = await certainFor(deps, id);
    if (same.some(({ other }) => plans.has(other.id))) {
      yield* settle();
      same = await certainFor(deps, id);
    }
    const [only, second] = same;
    if (!only) continue;
    if (second) {
      yield {
        kind: 'problem',
        problem: problem('name-ambiguous', { record: id }, { value: nameOf(only.one) }),
      };
      continue;
    }
    const plan = await planMerge(deps, only.other.id, id, only.reason, { by });
    if (plan.ok) plans.set(only.other.id, plan.value);
    else yield { kind: 'problem', problem: plan.problem };
  }
  yield* settle();
}

const certainFor = async (deps: Deps, id: RecordId): Promise<readonly Candidate[]> =>
  (await candidatesFor(deps, id, 'older')).filter((candidate) => candidate.verdict === 'same');

const nameOf = (person: KnownPerson): string => person.agent.names[0]?.form ?? person.id;

/** The store answers with the oldest first: the older record is the one that stays, also where an import begins again. */
const olderThan = (id: RecordId, bearers: readonly RecordId[]): readonly RecordId[] => {
  const at = bearers.indexOf(id);
  return at < 0 ? bearers : bearers.slice(0, at);
};

/** Who in the archive may be the same person as this one: certain or doubtful, never of one list with it. */
export async function candidatesFor(
  deps: Deps,
  id: RecordId,
  among: 'older' | 'all',
): Promise<readonly Candidate[]> {
  const one = await knownPerson(deps, id);
  if (!one) return [];
  const found = await deps.records.byNameKey('agent', blockingKeysOf(one.agent));
  const others = new Set<RecordId>();
  for (const bearers of found.values())
    for (const other of among === 'older' ? olderThan(id, bearers) : bearers) others.add(other);
  others.delete(id);
  const candidates = new Map<RecordId, Candidate>();
  for (const other of others) {
    const survivor = await survivorOf(deps, other);
    if (!survivor || survivor.id === id || candidates.has(survivor.id)) continue;
    const candidate = judge(one, survivor);
    if (candidate) candidates.set(survivor.id, candidate);
  }
  return [...candidates.values()];
}

/** Compared with the survivor and all that was merged into it: any difference keeps them two. */
function judge(one: KnownPerson, other: KnownPerson): Candidate | undefined {
  const members = [other.agent, ...other.merged];
  if ([one.agent, ...one.merged].some((mine) => members.some((theirs) => areOfOneList(mine, theirs))))
    return undefined;
  const verdicts = members.map((member) => comparePersons(one.agent, member));
  const same = verdicts.find((verdict) => verdict.verdict === 'same');
  const different = verdicts.find((verdict) => verdict.verdict === 'different');
  if (same)
    return {
      one,
      other,
      verdict: different ? 'maybe' : 'same',
      reason: different ? different.reason : same.reason,
    };
  const maybe = verdicts.find((verdict) => verdict.verdict === 'maybe');
  return maybe ? { one, other, verdict: 'maybe', reason: maybe.reason } : undefined;
}

async function agentOf(
  deps: Deps,
  id: RecordId,
): Promise<{ readonly agent: Agent; readonly mergedInto?: RecordId } | undefined> {
  const standing = (await deps.records.standings([id])).get(id);
  const version = standing && (await deps.records.version(id, standing.head, 'description'));
  if (!standing || version?.record.kind !== 'agent') return undefined;
  return {
    agent: version.record,
    ...(standing.state.kind === 'merged' ? { mergedInto: standing.state.into } : {}),
  };
}

async function knownPerson(deps: Deps, id: RecordId): Promise<KnownPerson | undefined> {
  const found = await agentOf(deps, id);
  if (!found || found.mergedInto) return undefined;
  const merged: Agent[] = [];
  for (const other of await deps.records.mergedInto(id)) {
    const agent = await agentOf(deps, other);
    if (agent) merged.push(agent.agent);
  }
  return { id, agent: withoutBorrowed(found.agent), merged };
}

/** The agent under its own names only: those that a merge brought belong to the record they came from. */
const withoutBorrowed = (agent: Agent): Agent => ({
  ...agent,
  names: agent.names.filter((name) => name.from === undefined),
});

async function survivorOf(deps: Deps, id: RecordId): Promise<KnownPerson | undefined> {
  const found = await agentOf(deps, id);
  return knownPerson(deps, found?.mergedInto ?? id);
}
