import type { QuarterTurn } from '../../core/facsimile/turned-text.ts';
import type { ImageRequest } from '../../core/facsimile/image-request.ts';
import type { Region } from '../../core/rendition.ts';
import type { Size } from './sizes.ts';

/** Where a picture is read from: a file of a known kind, or pixels as they were drawn from a PDF. */
export interface Source {
  readonly path: string;
  /** Which page of it, from 0. */
  readonly index: number;
  readonly raw?: Size & { readonly channels: 1 | 3 };
  /** By how much it is to be turned clockwise, whatever it says itself. */
  readonly degrees?: number;
  /** How large the record says that the page is: what regions are told in. */
  readonly told: Size;
}

/** What the process that touches strangers' pictures is asked. */
export type PictureTask =
  | { readonly kind: 'inspect'; readonly path: string }
  /** Writes the pyramid of a page to a file that nobody reads yet. */
  | {
      readonly kind: 'derive';
      readonly source: Source;
      readonly blackened: readonly Region[];
      readonly to: string;
    }
  /** Cuts a part from the original itself, where nothing may be lost. */
  | { readonly kind: 'cut'; readonly source: Source; readonly request: ImageRequest };

export interface InspectedPage extends Size {
  /** Which page of the file, from 0: what is only a smaller copy of another is passed over. */
  readonly index: number;
  readonly turned?: QuarterTurn;
}

export interface Inspected {
  readonly mediaType: string;
  readonly pages: readonly InspectedPage[];
}

/** What is said of a picture that could not be worked with. */
export interface PictureFault {
  readonly code: 'not-an-image' | 'image-broken' | 'too-many-pixels' | 'too-many-pages' | 'disk-full';
  readonly message: string;
}

export interface PictureCall {
  readonly call: number;
  readonly task: PictureTask;
}

export type PictureReply =
  | { readonly call: number; readonly kind: 'inspected'; readonly inspected: Inspected }
  | { readonly call: number; readonly kind: 'derived' }
  | {
      readonly call: number;
      readonly kind: 'cut';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly widthPx: number;
      readonly heightPx: number;
    }
  | { readonly call: number; readonly kind: 'failed'; readonly fault: PictureFault };
