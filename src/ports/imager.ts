import type { ImageRequest } from '../core/facsimile/image-request.ts';
import type { QuarterTurn } from '../core/facsimile/turned-text.ts';
import type { Problem } from '../core/problem.ts';
import type { PageImage } from '../core/rendition.ts';
import type { Result } from '../core/result.ts';

/**
 * Looks into pictures and cuts them. What it makes is derived from the original files and can be deleted:
 * it is made again when asked for. Each answer is whole or a problem; no half-made one is ever served.
 */
export interface Imager {
  /** The pages of a kept file, or why it may not be one: unknown, broken, encrypted, too large (in pixels or pages). */
  inspect(file: {
    readonly digest: string;
    readonly mediaType: string;
  }): Promise<Result<readonly InspectedPage[], Problem>>;
  /** Makes what tiles and thumbnails of a page are cut from, unless it is there. In a process of its own, within a time limit. */
  derive(image: PageImage): Promise<Result<undefined, Problem>>;
  /** The part, size, turn and format asked for, of the page as it may be shown (`blackened` burnt in). */
  render(image: PageImage, request: ImageRequest): Promise<Result<RenderedImage, Problem>>;
  /**
   * Throws away what is derived of files, but for pages as they may be wanted: asked for one file after
   * another, by its digest, with the pages of it that anybody may show. Answers how much was thrown away.
   */
  sweep(wantedOf: (digest: string) => Promise<readonly PageImage[]>): Promise<number>;
  close(): Promise<void>;
}

/** `turned`: it lies otherwise in its file, and is shown turned clockwise by so much. Words may have been read as it lies. */
export interface InspectedPage extends PageImage {
  readonly turned?: QuarterTurn;
}

export interface RenderedImage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly widthPx: number;
  readonly heightPx: number;
}
