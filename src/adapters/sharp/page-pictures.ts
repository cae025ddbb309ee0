import type { Problem } from '../../core/problem.ts';
import type { Result } from '../../core/result.ts';

/** Files whose pages must be drawn before they are pictures (PDF); another adapter draws them, in bounds of its own. */
export interface PagePictures {
  /** How large each page is as it is drawn, turned as it should be seen. */
  pages(path: string): Promise<Result<readonly PageSize[], Problem>>;
  /** A page, from 1: the picture that it consists of, byte for byte, where it is one alone; else its pixels. */
  picture(path: string, page: number): Promise<Result<PagePicture, Problem>>;
}

export interface PageSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export type PagePicture =
  | { readonly kind: 'encoded'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'pixels';
      readonly bytes: Uint8Array;
      readonly widthPx: number;
      readonly heightPx: number;
      readonly channels: 1 | 3 | 4;
    };
