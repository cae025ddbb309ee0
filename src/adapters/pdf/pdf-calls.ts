import type { PageText } from '../../core/facsimile/page-text.ts';

/** A page of a PDF, in pixels of its picture as it should be seen. */
export interface PdfPage {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * The picture of a page: the JPEG that it is made of, byte for byte, where that is to be seen as it is, not
 * turned; else drawn, as rows of grey or of red, green, blue.
 */
export type PdfPicture =
  | {
      readonly kind: 'jpeg';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly widthPx: number;
      readonly heightPx: number;
    }
  | {
      readonly kind: 'pixels';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly channels: 1 | 3;
      readonly widthPx: number;
      readonly heightPx: number;
    };

/** What is wrong with a file, as the process that reads it says it. */
export type PdfTrouble =
  | { readonly kind: 'not-pdf' | 'broken' | 'truncated' | 'encrypted' | 'too-large' }
  | { readonly kind: 'page-broken' | 'page-size'; readonly page: number };

/** What the process is asked: the bytes in parts, then to open them, then about pages. */
export type PdfCall =
  | { readonly kind: 'part'; readonly bytes: Uint8Array }
  | { readonly kind: 'open' }
  | { readonly kind: 'inspect'; readonly from: number; readonly to: number }
  | { readonly kind: 'picture'; readonly page: number }
  | { readonly kind: 'words'; readonly page: number };

/** One reply a call, in turn. */
export type PdfReply =
  | { readonly kind: 'trouble'; readonly trouble: PdfTrouble }
  | { readonly kind: 'taken' }
  | { readonly kind: 'opened'; readonly pageCount: number }
  | { readonly kind: 'inspected'; readonly pages: readonly PdfPage[] }
  | { readonly kind: 'pictured'; readonly picture: PdfPicture }
  | { readonly kind: 'worded'; readonly words: PageText | undefined };
