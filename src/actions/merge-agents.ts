import type { Agent, Name } from '../core/agent.ts';
import type { RecordId } from '../core/id.ts';
import type { Standing } from '../core/lifecycle.ts';
import { problem, type Problem } from '../core/problem.ts';
import { accepted, refused, type Result } from '../core/result.ts';
import type { ArchiveRecord } from '../core/record.ts';
import { wasSeen } from '../core/was-seen.ts';
import type { Committed, RecordChange } from '../ports/record-store.ts';
import type { Ports } from './archive.ts';
import { importedAfter } from './import-change.ts';
import type { Act } from './publish.ts';
import { referringTo } from './referring.ts';

type Deps = Pick<Ports, 'records' | 'world'>;
type Authority = Extract<ArchiveRecord, { readonly names: readonly Name[] }>;

/** The survivor with the other's names added, each saying whence it came so that it can be taken back. */
export function withNamesOf(survivor: Authority, other: Authority, from: RecordId): Authority {
  const known = new Set(survivor.names.map((name) => name.form));
  const added: Name[] = [];
  for (const name of other.names) {
    if (known.has(name.form)) continue;
    known.add(name.form);
    added.push({ ...name, kind: name.kind === 'preferred' ? 'variant' : name.kind, from });
  }
  return added.length === 0 ? survivor : { ...survivor, names: [...survivor.names, ...added] };
}

/** The survivor without the names that a merge brought from this record. */
export function withoutNamesFrom(survivor: Authority, from: RecordId): Authority {
  return { ...survivor, names: survivor.names.filter((name) => name.from !== from) };
}

interface Loaded {
  readonly standing: Standing;
  readonly record: Authority;
}

async function load(deps: Deps, id: RecordId): Promise<Result<Loaded, Problem>> {
  const standing = (await deps.records.standings([id])).get(id);
  const version = standing && (await deps.records.version(id, standing.head));
  if (!standing || !version) return refused(problem('not-found', { record: id }));
  const { record } = version;
  if (!('names' in record)) return refused(problem('kind-mismatch', { record: id }, { value: record.kind }));
  return accepted({ standing, record });
}

/** What it takes to make one authority of two: the changes, and who shows or finds them differently after. */
export interface MergePlan {
  readonly into: RecordId;
  readonly other: RecordId;
  readonly changes: readonly RecordChange[];
  readonly touched: ReadonlySet<RecordId>;
}

/** Makes one authority of two: the first stays, the second redirects to it, and both can be parted again. */
export async function merge(
  deps: Deps,
  into: RecordId,
  other: RecordId,
  reason: string,
  act: Act,
): Promise<Result<Standing, Problem>> {
  const plan = await planMerge(deps, into, other, reason, act);
  if (!plan.ok) return plan;
  const done = await commitMerges(deps, [plan.value], act);
  return done.ok ? standingOf(done.value, other) : done;
}

export async function planMerge(
  deps: Deps,
  into: RecordId,
  other: RecordId,
  reason: string,
  act: Act,
): Promise<Result<MergePlan, Problem>> {
  if (into === other) return refused(problem('not-allowed', { record: other }, { value: 'the same record' }));
  const [kept, gone] = [await load(deps, into), await load(deps, other)];
  if (!kept.ok) return kept;
  if (!gone.ok) return gone;
  if (kept.value.record.kind !== gone.value.record.kind)
    return refused(problem('kind-mismatch', { record: other }, { value: gone.value.record.kind }));
  if (kept.value.standing.state.kind === 'merged' || gone.value.standing.state.kind === 'merged')
    return refused(problem('not-allowed', { record: other }, { value: 'merged' }));
  const at = deps.world.now();
  const changes: RecordChange[] = [
    survivorChange(
      kept.value,
      withNamesOf(kept.value.record, gone.value.record, other),
      `merged with ${other}: ${reason}`,
    ),
    {
      id: other,
      kind: gone.value.record.kind,
      expected: gone.value.standing.revision,
      state: { kind: 'merged', into, at, by: act.by, reason },
      ...(wasSeen(gone.value.standing, deps.world.today()) ? { announce: 'gone' as const } : {}),
    },
  ];
  return accepted(await planOf(deps, into, other, changes));
}

/** Parts two authorities again: the redirect goes, and the names that came with it. */
export async function unmerge(deps: Deps, other: RecordId, act: Act): Promise<Result<Standing, Problem>> {
  const gone = await load(deps, other);
  if (!gone.ok) return gone;
  const { standing, record } = gone.value;
  if (standing.state.kind !== 'merged')
    return refused(problem('not-allowed', { record: other }, { value: standing.state.kind }));
  const into = standing.state.into;
  const kept = await load(deps, into);
  if (!kept.ok) return kept;
  const wasPublic = standing.editions.length > 0;
  const changes: RecordChange[] = [
    survivorChange(kept.value, withoutNamesFrom(kept.value.record, other), `parted from ${other}`),
    {
      id: other,
      kind: record.kind,
      expected: standing.revision,
      state: { kind: wasPublic ? 'published' : 'draft' },
      ...(wasPublic ? { announce: 'public' as const } : {}),
    },
  ];
  const done = await commitMerges(deps, [await planOf(deps, into, other, changes)], act);
  return done.ok ? standingOf(done.value, other) : done;
}

/** A new version of the survivor where its names changed, published where it was. */
export function survivorChange(kept: Loaded, record: Authority, why: string): RecordChange {
  const { standing } = kept;
  const isPublic = standing.state.kind === 'published';
  return {
    id: standing.id,
    kind: record.kind,
    expected: standing.revision,
    ...(record === kept.record ? {} : { version: { record, why } }),
    ...(record === kept.record ? {} : importedAfter(standing)),
    ...(isPublic && record !== kept.record ? { publish: { why } } : {}),
    ...(isPublic && record !== kept.record ? { announce: 'public' as const } : {}),
  };
}

async function planOf(
  deps: Deps,
  into: RecordId,
  other: RecordId,
  changes: readonly RecordChange[],
): Promise<MergePlan> {
  const touched = new Set(await referringTo(deps.records, other));
  if (changes.some(({ id, version }) => id === into && version))
    for (const id of await referringTo(deps.records, into)) touched.add(id);
  return { into, other, changes: changes.filter(isChange), touched };
}

/** Several merges, of which no two touch the same authority, as one commit. */
export async function commitMerges(
  deps: Deps,
  plans: readonly MergePlan[],
  act: Act,
): Promise<Result<Committed, Problem>> {
  const changes = plans.flatMap((plan) => plan.changes);
  const own = new Set(plans.flatMap(({ into, other }) => [into, other]));
  const touched = new Set(plans.flatMap((plan) => [...plan.touched]));
  const announce = [...touched].filter((id) => !own.has(id)).map((id) => ({ id, change: 'public' as const }));
  const done = await deps.records.commit({
    at: deps.world.now(),
    today: deps.world.today(),
    by: act.by,
    changes,
    announce,
  });
  return done.ok ? accepted(done.value) : refused(problem('version-conflict', { record: done.problem.id }));
}

function standingOf({ standings }: Committed, id: RecordId): Result<Standing, Problem> {
  const standing = standings.get(id);
  return standing ? accepted(standing) : refused(problem('not-found', { record: id }));
}

/** A survivor that gains nothing is left alone. */
const isChange = ({ version, state }: RecordChange): boolean => version !== undefined || state !== undefined;

/** Whether an agent's identifiers and another's come from one and the same list: then they are two, whatever their names. */
export function areOfOneList(a: Agent, b: Agent): boolean {
  const lists = new Set(a.identifiers.flatMap(listOf));
  return b.identifiers.flatMap(listOf).some((list) => lists.has(list));
}

const listOf = ({ scheme, value }: { readonly scheme: string; readonly value: string }): string[] =>
  value.includes('#') ? [`${scheme}:${value.slice(0, value.indexOf('#'))}`] : [];
