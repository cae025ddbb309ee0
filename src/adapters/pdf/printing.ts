import type { Handout } from '../../core/handout.ts';

/** What is sent to the thread that sets handouts. */
export interface ToPrint {
  readonly handout: Handout;
  readonly mostPages: number;
}

/** What comes back. */
export type Printed =
  | { readonly kind: 'printed'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'failed'; readonly message: string };
