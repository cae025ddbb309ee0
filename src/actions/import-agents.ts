import type { Agent } from '../core/agent.ts';
import type { RecordId } from '../core/id.ts';
import { problem, type Problem } from '../core/problem.ts';
import { blockingKeysOf } from '../core/names/blocking-keys.ts';
import { comparePersons } from '../core/names/compare-persons.ts';
import type { Ports } from './archive.ts';
import { areOfOneList, commitMerges, merge, planMerge, type MergePlan } from './merge-agents.ts';

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
    const [only, ...more] = same;
    if (!only) continue;
    if (more.length > 0) {
      yield* settle();
      yield* mergeBridged(deps, only, more, by);
      continue;
    }
    const plan = await planMerge(deps, only.other.id, id, only.reason, { by });
    if (plan.ok) plans.set(only.other.id, plan.value);
    else yield { kind: 'problem', problem: plan.problem };
  }
  yield* settle();
}

/**
 * One who is certainly each of several that were kept apart so far: then those are one, too, unless
 * anything speaks against it; then nobody is chosen.
 */
async function* mergeBridged(
  deps: Deps,
  first: Candidate,
  more: readonly Candidate[],
  by: string,
): AsyncGenerator<MergeEvent> {
  const persons = [first, ...more].map(({ other }) => other);
  if (persons.some((one, at) => persons.slice(at + 1).some((other) => areTwo(one, other)))) {
    yield {
      kind: 'problem',
      problem: problem('name-ambiguous', { record: first.one.id }, { value: nameOf(first.one) }),
    };
    return;
  }
  const bridge = `each is certainly ${nameOf(first.one)} (${first.one.id})`;
  const pairs = [
    { id: first.one.id, reason: first.reason },
    ...more.map(({ other }) => ({ id: other.id, reason: bridge })),
  ];
  for (const { id, reason } of pairs) {
    const done = await merge(deps, first.other.id, id, reason, { by });
    if (done.ok) yield { kind: 'merged', count: 1 };
    else yield { kind: 'problem', problem: done.problem };
  }
}

/** Of one list, or different by any of their names. */
function areTwo(one: KnownPerson, other: KnownPerson): boolean {
  const [mine, theirs] = [
    [one.agent, ...one.merged],
    [other.agent, ...other.merged],
  ];
  return mine.some((a) =>
    theirs.some((b) => areOfOneList(a, b) || comparePersons(a, b).verdict === 'different'),
  );
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
  const candidates: Candidate[] = [];
  for (const survivor of await survivorsOf(deps, others)) {
    if (survivor === id) continue;
    const other = await knownPerson(deps, survivor);
    const candidate = other && judge(one, other);
    if (candidate) candidates.push(candidate);
  }
  return candidates;
}

const LONGEST_MERGE_CHAIN = 8;

/** Whom each of these stands for today, each once. */
async function survivorsOf(deps: Deps, ids: ReadonlySet<RecordId>): Promise<ReadonlySet<RecordId>> {
  const survivors = new Set<RecordId>();
  let open = [...ids];
  for (let step = 0; open.length > 0 && step < LONGEST_MERGE_CHAIN; step++) {
    const next = new Set<RecordId>();
    for (const { id, state } of (await deps.records.standings(open)).values()) {
      if (state.kind !== 'merged') survivors.add(id);
      else if (!survivors.has(state.into)) next.add(state.into);
    }
    open = [...next];
  }
  return survivors;
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

async function knownPerson(deps: Deps, id: RecordId): Promise<KnownPerson | undefined> {
  const [agent, ...merged] = await agentsOf(deps, [id, ...(await deps.records.mergedInto(id))]);
  return agent && { id, agent: withoutBorrowed(agent), merged };
}

/** The newest version of each, in their order. */
async function agentsOf(deps: Deps, ids: readonly RecordId[]): Promise<readonly Agent[]> {
  const standings = await deps.records.standings(ids);
  const agents: Agent[] = [];
  for (const id of ids) {
    const standing = standings.get(id);
    const version = standing && (await deps.records.version(id, standing.head, 'description'));
    if (version?.record.kind === 'agent') agents.push(version.record);
  }
  return agents;
}

/** The agent under its own names only: those that a merge brought belong to the record they came from. */
const withoutBorrowed = (agent: Agent): Agent => ({
  ...agent,
  names: agent.names.filter((name) => name.from === undefined),
});
