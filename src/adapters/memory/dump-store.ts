import { Failure } from '../../core/failure.ts';
import { problem } from '../../core/problem.ts';
import type { DumpStore } from '../../ports/dump-store.ts';

/** Has no dumps and makes none: for archives that live in memory. */
export const noDumps = (): DumpStore => ({
  list: async () => [],
  open: async () => undefined,
  begin: async (date) => {
    throw new Failure(problem('not-writable', { file: date }), { cause: undefined });
  },
  remove: async () => undefined,
});
