import type { RecordId } from '../core/id.ts';
import type { Standing } from '../core/lifecycle.ts';
import { holdsOn } from '../core/redaction.ts';
import { isHeldWhole } from '../core/was-seen.ts';
import type { RecordChange, RecordStore } from '../ports/record-store.ts';
import type { Ports } from './archive.ts';
import { standingUnder } from './referring.ts';

const BATCH = 500;

/**
 * Announces what the day itself has opened: embargoes whose day has come, and restrictions that hold no
 * longer, and what refers to it. `viewFor` opens them by the day alone; this tells indexes, feeds and
 * harvesters. Run again on the same day it does nothing.
 */
export async function reachDay(deps: Pick<Ports, 'records' | 'world'>): Promise<number> {
  const today = deps.world.today();
  let opened = 0;
  for await (const standing of listed(deps.records, { state: 'embargoed' })) {
    const { state } = standing;
    if (state.kind === 'embargoed' && today >= state.until)
      opened += await commit(deps, standing, {
        state: { kind: 'published' },
        ...(isHeldWhole(standing.restrictions, today) ? {} : { announce: 'public' as const }),
      });
  }
  for await (const standing of listed(deps.records, { isRestricted: true })) {
    const left = standing.restrictions.filter((one) => holdsOn(one, today));
    if (left.length < standing.restrictions.length)
      opened += await commit(deps, standing, {
        restrictions: left,
        ...(standing.editions.length > 0 && !isHeldWhole(left, today) ? { announce: 'public' as const } : {}),
      });
  }
  return opened;
}

async function* listed(
  records: RecordStore,
  filter: Parameters<RecordStore['list']>[0],
): AsyncGenerator<Standing> {
  let after: RecordId | undefined;
  for (;;) {
    const batch = await records.list(filter, after, BATCH);
    yield* batch;
    if (batch.length < BATCH) return;
    after = batch.at(-1)?.id;
  }
}

/** 1 when it went in; 0 when another hand was quicker: then that hand, or the next round, announces it. */
async function commit(
  deps: Pick<Ports, 'records' | 'world'>,
  standing: Standing,
  more: Omit<RecordChange, 'id' | 'kind' | 'expected'>,
): Promise<number> {
  const { id, kind, revision } = standing;
  const touched = more.announce === undefined ? [] : await standingUnder(deps.records, id);
  const done = await deps.records.commit({
    at: deps.world.now(),
    today: deps.world.today(),
    by: 'the archive',
    changes: [{ id, kind, expected: revision, ...more }],
    announce: touched.map((other) => ({ id: other, change: 'public' })),
  });
  return done.ok ? 1 : 0;
}
