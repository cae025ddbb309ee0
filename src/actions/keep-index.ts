import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../core/failure.ts';
import { problem } from '../core/problem.ts';
import type { Ports } from './archive.ts';
import { followChanges } from './follow-changes.ts';
import { reachDay } from './reach-day.ts';

type Deps = Pick<Ports, 'records' | 'index' | 'world'>;

/** How often a server looks for what other hands have written. */
const FOLLOW_EVERY_MS = 500;
/** How long a command waits for the server, which holds the index, without seeing it go on. */
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 50;
/** How long a server leaves off between two batches of changes, for whoever waits. */
const BREATH_MS = 4;

/** Brings the index up to date; where another process holds it, waits until that one has. */
export async function settleIndex(deps: Deps, isHolder: boolean): Promise<void> {
  if (isHolder) {
    for await (const _ of followChanges(deps)) continue;
    while (await deps.index.settle()) continue;
    return;
  }
  const seq = await deps.records.lastChange();
  let reached = -1;
  let deadline = 0;
  for (;;) {
    const covered = await deps.index.coveredTo();
    if (covered >= seq) return;
    if (covered > reached) {
      reached = covered;
      deadline = performance.now() + PATIENCE_MS;
    }
    if (performance.now() > deadline)
      throw new Failure(problem('index-behind', {}, { facts: { behind: seq - covered } }), {
        cause: undefined,
      });
    await pause(LOOK_EVERY_MS);
  }
}

/** Keeps the index and the day up to date while the archive is served; answers how to stop. */
export function keepIndex(
  deps: Deps,
  isHolder: boolean,
  log: ((failure: unknown, address: string) => void) | undefined,
): () => Promise<void> {
  let isStopped = false;
  let wake: (() => void) | undefined;
  let reached = '';
  let isFailing = false;
  const round = async (): Promise<void> => {
    const day = deps.world.today();
    if (day !== reached) await reachDay(deps);
    reached = day;
    if (!isHolder) return;
    for await (const _ of followChanges(deps)) {
      if (isStopped) return;
      // A collection of thousands that is closed or moved is followed for seconds: readers are answered meanwhile.
      await pause(BREATH_MS);
    }
    await deps.index.settle();
  };
  const running = (async () => {
    while (!isStopped) {
      // The world may fail for a while (a full disk, a locked file): readers are answered all the same, and it is tried again.
      try {
        await round();
        isFailing = false;
      } catch (reason) {
        if (!isFailing) log?.(reason, 'derived/');
        isFailing = true;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, FOLLOW_EVERY_MS).unref();
      });
    }
  })();
  return async () => {
    isStopped = true;
    wake?.();
    await running;
  };
}
