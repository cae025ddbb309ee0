import type { Handout } from '../core/handout.ts';
import type { Problem } from '../core/problem.ts';
import type { Result } from '../core/result.ts';

/**
 * Sets a handout in type. The answer is whole or a problem: too long for the time or the size that it may
 * have (`handout-too-long`), or so many at once that it must wait (`handout-busy`). The same handout gives
 * the same bytes.
 */
export interface HandoutPrinter {
  print(handout: Handout): Promise<Result<Uint8Array<ArrayBuffer>, Problem>>;
  close(): Promise<void>;
}
