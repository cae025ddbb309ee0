import type { LifecycleState, Standing } from './lifecycle.ts';
import { holdsOn, type Restriction } from './redaction.ts';

/** Whether we hold back all of a record on a day (`YYYY-MM-DD`, the archive's). */
export const isHeldWhole = (restrictions: readonly Restriction[], today: string): boolean =>
  restrictions.some((one) => one.scope.kind === 'whole' && holdsOn(one, today));

/**
 * Whether readers have, or once had, a record: an edition alone says only that somebody published it, maybe
 * under an embargo or while we held back all of it.
 */
export function wasSeen({ editions, state, restrictions }: Standing, today: string): boolean {
  if (editions.length === 0) return false;
  switch (state.kind) {
    case 'draft':
    case 'in-review':
      return true;
    case 'embargoed':
      return state.wasPublic || (today >= state.until && !isHeldWhole(restrictions, today));
    case 'published':
      return state.wasPublic !== false || !isHeldWhole(restrictions, today);
    case 'withdrawn':
    case 'merged':
      return state.wasPublic !== false;
  }
}

/** The state of a standing after a change, remembering whether readers ever had the record. */
export function rememberingSeen(
  before: Standing | undefined,
  after: Standing,
  today: string,
): LifecycleState {
  const { state } = after;
  const isSeen = before !== undefined && wasSeen(before, today);
  switch (state.kind) {
    case 'draft':
    case 'in-review':
      return state;
    case 'embargoed':
      return isSeen && !state.wasPublic ? { ...state, wasPublic: true } : state;
    case 'published':
      return isSeen || !isHeldWhole(after.restrictions, today)
        ? { kind: 'published' }
        : { kind: 'published', wasPublic: false };
    case 'withdrawn':
    case 'merged':
      return isSeen || before === undefined || before.editions.length === 0
        ? state
        : { ...state, wasPublic: false };
  }
}
