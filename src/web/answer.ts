import type { Page } from './public/layout.ts';

/** What a handler says; `respond` makes a Response of it. */
export type Answer =
  | { readonly kind: 'page'; readonly status: 200 | 400 | 404 | 410; readonly page: Page }
  /** For good (301), or after a form was read (303). `to` is a path in this archive. */
  | { readonly kind: 'moved'; readonly status: 301 | 303; readonly to: string }
  | {
      readonly kind: 'text';
      readonly mediaType: string;
      readonly body: string;
      readonly fileName?: string;
      /** Where the rest of it is: whole addresses, by their relation. */
      readonly links?: readonly { readonly rel: 'prev' | 'next'; readonly address: string }[];
    }
  | {
      readonly kind: 'file';
      readonly mediaType: string;
      readonly digest: string;
      readonly bytes: AsyncIterable<Uint8Array>;
    }
  | {
      readonly kind: 'asset';
      readonly mediaType: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly brotli?: Uint8Array<ArrayBuffer>;
    };

export const found = (page: Page): Answer => ({ kind: 'page', status: 200, page });
export const moved = (to: string): Answer => ({ kind: 'moved', status: 301, to });
