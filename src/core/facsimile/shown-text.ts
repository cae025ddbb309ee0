import type { PageImage, Region } from '../rendition.ts';
import type { PageText } from './page-text.ts';

/**
 * The words of a page as it may be shown: in pixels of its image, whatever size the text was read in, and
 * without those that any part of what is held back lies on. Lines that are left without words go.
 */
export const textShownOn = (
  image: Pick<PageImage, 'widthPx' | 'heightPx' | 'blackened'>,
  text: PageText,
): PageText => shownText(inPixelsOf(image, text), image.blackened ?? []);

function inPixelsOf(
  { widthPx, heightPx }: Pick<PageImage, 'widthPx' | 'heightPx'>,
  text: PageText,
): PageText {
  const [across, down] = [widthPx / text.widthPx, heightPx / text.heightPx];
  if (across === 1 && down === 1) return text;
  return {
    ...text,
    widthPx,
    heightPx,
    lines: text.lines.map((line) => ({
      ...line,
      words: line.words.map((word) => ({
        ...word,
        x: word.x * across,
        y: word.y * down,
        w: word.w * across,
        h: word.h * down,
      })),
    })),
  };
}

/** The words of a page without those that any part of what is held back lies on; lines that are left without words go. */
export function shownText(text: PageText, blackened: readonly Region[]): PageText {
  if (blackened.length === 0) return text;
  const isShown = (word: Region): boolean => !isUnder(blackened, word);
  return {
    ...text,
    lines: text.lines
      .map((line) => ({ ...line, words: line.words.filter(isShown) }))
      .filter(({ words }) => words.length > 0),
  };
}

/** Whether any part of what is held back lies on a word. */
export const isUnder = (regions: readonly Region[], word: Region): boolean =>
  regions.some((region) => overlaps(region, word));

/** Whether two rectangles have any of the page in common; a word without an extent counts as a pixel. */
const overlaps = (region: Region, { x, y, w, h }: Region): boolean =>
  region.x < x + Math.max(1, w) &&
  x < region.x + region.w &&
  region.y < y + Math.max(1, h) &&
  y < region.y + region.h;
