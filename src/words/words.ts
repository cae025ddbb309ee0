import type { en } from './en.ts';

/** Everything that people read on the site, in one language. English is the measure of what there must be. */
export type Words = typeof en;
