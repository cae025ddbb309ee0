import type { RecordId } from '../core/id.ts';
import type { LifecycleState, Standing } from '../core/lifecycle.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { Restriction } from '../core/redaction.ts';
import { accepted, refused, type Result } from '../core/result.ts';
import { isHeldWhole, wasSeen } from '../core/was-seen.ts';
import type { RecordChange } from '../ports/record-store.ts';
import type { Ports } from './archive.ts';
import { amissIn } from './check-regions.ts';
import { withClearBlocks } from './clear-blocks.ts';
import { standingUnder } from './referring.ts';
import { textsLeftOpen } from './texts-left-open.ts';

type Deps = Pick<Ports, 'records' | 'world'>;
export interface Act {
  readonly by: string;
  readonly why?: string;
}

const notFound = (id: string): Result<never, Problem> => refused(problem('not-found', { record: id }));
const notAllowed = (id: string, state: string): Result<never, Problem> =>
  refused(problem('not-allowed', { record: id }, { value: state }));

/** One change of a record's standing, on the revision that was read; a conflict says that somebody was there first. */
async function change(
  deps: Deps,
  standing: Standing,
  by: string,
  more: Omit<RecordChange, 'id' | 'kind' | 'expected'>,
): Promise<Result<Standing, Problem>> {
  const { id, kind, revision } = standing;
  const touched = more.announce === undefined ? [] : await standingUnder(deps.records, id);
  const done = await deps.records.commit({
    at: deps.world.now(),
    today: deps.world.today(),
    by,
    changes: [{ id, kind, expected: revision, ...more }],
    announce: touched.map((other) => ({ id: other, change: 'public' })),
  });
  if (!done.ok)
    return refused(
      problem(
        'version-conflict',
        { record: id },
        { facts: { expected: done.problem.expected, actual: done.problem.actual } },
      ),
    );
  return accepted(done.value.standings.get(id) ?? standing);
}

async function standingOf(deps: Deps, id: RecordId): Promise<Standing | undefined> {
  return (await deps.records.standings([id])).get(id);
}

/** Makes the head an edition that readers get, also where an embargo held it back until now. */
export async function publish(deps: Deps, id: RecordId, act: Act): Promise<Result<Standing, Problem>> {
  const standing = await standingOf(deps, id);
  if (!standing) return notFound(id);
  if (standing.state.kind === 'withdrawn' || standing.state.kind === 'merged')
    return notAllowed(id, standing.state.kind);
  if (standing.state.kind === 'published' && standing.editions.at(-1)?.version === standing.head)
    return refused(problem('already-so', { record: id }, { value: 'published' }));
  return change(deps, standing, act.by, {
    ...editionOf(standing, act),
    state: { kind: 'published' },
    ...announceOf(standing, standing.restrictions, deps.world.today()),
  });
}

/** Holds a record back until a day; readers who saw it before are told the day, others nothing. */
export async function embargo(
  deps: Deps,
  id: RecordId,
  until: string,
  act: Act,
): Promise<Result<Standing, Problem>> {
  const standing = await standingOf(deps, id);
  if (!standing) return notFound(id);
  const { state } = standing;
  if (state.kind === 'withdrawn' || state.kind === 'merged') return notAllowed(id, state.kind);
  const wasPublic = wasSeen(standing, deps.world.today());
  const held: LifecycleState = { kind: 'embargoed', until, wasPublic };
  return change(deps, standing, act.by, {
    ...editionOf(standing, act),
    state: held,
    ...(wasPublic ? { announce: 'gone' as const } : {}),
  });
}

/** The head as a new edition, unless the last edition shows it already. */
const editionOf = (standing: Standing, act: Act): Pick<RecordChange, 'publish'> =>
  standing.editions.at(-1)?.version === standing.head ? {} : { publish: act.why ? { why: act.why } : {} };

/** Takes a record back for ever, with its reason; its address answers 410, and names what replaces it. */
export async function withdraw(
  deps: Deps,
  id: RecordId,
  reason: string,
  act: Act & { readonly replacedBy?: RecordId },
): Promise<Result<Standing, Problem>> {
  const standing = await standingOf(deps, id);
  if (!standing) return notFound(id);
  if (standing.state.kind === 'withdrawn')
    return refused(problem('already-so', { record: id }, { value: 'withdrawn' }));
  if (standing.state.kind === 'merged') return notAllowed(id, 'merged');
  const wasPublic = wasSeen(standing, deps.world.today());
  const state: LifecycleState = {
    kind: 'withdrawn',
    ...(wasPublic ? {} : { wasPublic }),
    reason,
    at: deps.world.now(),
    by: act.by,
    ...(act.replacedBy ? { replacedBy: act.replacedBy } : {}),
  };
  return change(deps, standing, act.by, {
    state,
    ...(wasPublic ? { announce: 'gone' as const } : {}),
  });
}

/** What a restriction made of a record, and what a person should look at, since it reaches no further. */
export interface Restricted extends Standing {
  readonly warnings: readonly Problem[];
}

/** Adds a restriction of ours; it holds for every edition, from now on. */
export async function restrict(
  deps: Deps & Pick<Ports, 'files'>,
  id: RecordId,
  asked: Omit<Restriction, 'key' | 'at' | 'by'>,
  act: Act,
): Promise<Result<Restricted, Problem>> {
  const standing = await standingOf(deps, id);
  if (!standing) return notFound(id);
  if (asked.scope.kind !== 'whole' && standing.kind !== 'document')
    return refused(problem('kind-mismatch', { record: id }, { value: standing.kind }));
  const amiss = await amissIn(deps, standing, asked.scope);
  if (amiss !== undefined) return refused(amiss);
  const next = Math.max(0, ...standing.restrictions.map((one) => Number(one.key.slice(1)))) + 1;
  const scope = await withClearBlocks(deps, standing, asked.scope);
  const restriction: Restriction = { ...asked, scope, key: `x${next}`, at: deps.world.now(), by: act.by };
  const done = await change(deps, standing, act.by, {
    restrictions: [...standing.restrictions, restriction],
    ...announcedUnder(standing, [...standing.restrictions, restriction], deps.world.today()),
  });
  return done.ok
    ? accepted({ ...done.value, warnings: await textsLeftOpen(deps, done.value, asked.scope) })
    : done;
}

/** Takes one restriction away again. */
export async function liftRestriction(
  deps: Deps,
  id: RecordId,
  key: string,
  act: Act,
): Promise<Result<Standing, Problem>> {
  const standing = await standingOf(deps, id);
  if (!standing) return notFound(id);
  const left = standing.restrictions.filter((one) => one.key !== key);
  if (left.length === standing.restrictions.length)
    return refused(problem('part-unknown', { record: id, field: 'restriction' }, { value: key }));
  return change(deps, standing, act.by, {
    restrictions: left,
    ...announcedUnder(standing, left, deps.world.today()),
  });
}

/** What other restrictions make of a record that has an edition. */
const announcedUnder = (
  standing: Standing,
  restrictions: readonly Restriction[],
  today: string,
): Pick<RecordChange, 'announce'> =>
  standing.editions.length === 0 ? {} : announceOf(standing, restrictions, today);

/** What nobody ever saw, and nobody sees now, is not told to be gone. */
const announceOf = (
  standing: Standing,
  restrictions: readonly Restriction[],
  today: string,
): Pick<RecordChange, 'announce'> =>
  !isHeldWhole(restrictions, today)
    ? { announce: 'public' }
    : wasSeen(standing, today)
      ? { announce: 'gone' }
      : {};
