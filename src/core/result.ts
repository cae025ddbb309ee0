/** The outcome of something that may be refused for a reason its caller can act on. */
export type Result<T, P> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

export const accepted = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const refused = <P>(problem: P): Result<never, P> => ({ ok: false, problem });

/** We were wrong: a state the types rule out was reached. Never caught. */
export class Impossible extends Error {}

/** Ends every switch over a union, so that a new kind without a case does not compile. */
export function impossible(value: never): never {
  throw new Impossible(`unhandled: ${JSON.stringify(value)}`);
}
