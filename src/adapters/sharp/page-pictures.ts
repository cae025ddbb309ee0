import type { Problem } from '../../core/problem.ts';
import type { Result } from '../../core/result.ts';
import type { Size } from './sizes.ts';

/**
 * Originals whose pages must be taken or drawn before they are pictures (PDF), named by digest; another
 * adapter does it, in a process and within bounds of its own. Pages count from 1.
 */
export interface PagePictures {
  /** How large each page is, turned as it should be seen. */
  inspect(digest: string): Promise<Result<readonly Size[], Problem>>;
  picture(digest: string, page: number): Promise<Result<PagePicture, Problem>>;
}

/** The JPEG that a page is made of, to be turned clockwise by `degrees`; or its pixels, row by row. */
export type PagePicture =
  | { readonly kind: 'jpeg'; readonly bytes: Uint8Array; readonly degrees: number }
  | (Size & { readonly kind: 'pixels'; readonly bytes: Uint8Array; readonly channels: 1 | 3 });
