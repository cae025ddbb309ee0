import type { CleanSteps, Laid, PagePicture } from '../sharp/laid-page.ts';

/** What the process is asked: to clean a page and keep it, then to read what it keeps. */
export type OcrCall =
  | {
      readonly kind: 'clean';
      readonly picture: PagePicture;
      readonly steps: CleanSteps;
      /** Whether the cleaned picture is to come back, for an engine elsewhere. */
      readonly isSentBack: boolean;
    }
  | {
      readonly kind: 'read';
      readonly codes: readonly string[];
      readonly mode: '3' | '6';
      readonly folder: string;
      /** The other way up. */
      readonly isTurnedOver: boolean;
    };

export type OcrReply =
  | { readonly kind: 'cleaned'; readonly laid: Laid; readonly pgm?: Uint8Array }
  | { readonly kind: 'read'; readonly tsv: string; readonly text: string }
  /** The picture is none that can be opened. */
  | { readonly kind: 'no-picture'; readonly message: string };
