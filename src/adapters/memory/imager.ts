import { problem } from '../../core/problem.ts';
import { refused } from '../../core/result.ts';
import type { Imager } from '../../ports/imager.ts';

/** Makes no pictures: for archives that live in memory, whose files are none. */
export const noImager = (): Imager => ({
  inspect: async ({ digest }) => refused(problem('not-an-image', { file: digest })),
  derive: async ({ digest }) => refused(problem('not-an-image', { file: digest })),
  render: async ({ digest }) => refused(problem('not-an-image', { file: digest })),
  sweep: async () => 0,
  close: async () => undefined,
});
