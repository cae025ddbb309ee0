import type { z } from 'zod';

/** A value as a schema describes it that is only told, never taken in: nothing in it is altered. */
export type Told<S extends z.ZodType> = Only<z.input<S>>;

type Only<T> = T extends readonly (infer One)[]
  ? readonly Only<One>[]
  : T extends object
    ? { readonly [K in keyof T]: Only<T[K]> }
    : T;
