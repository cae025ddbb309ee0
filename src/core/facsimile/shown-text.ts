import type { Region } from '../rendition.ts';
import type { PageText } from './page-text.ts';

/** The words of a page without those that any part of what is held back lies on; lines that are left without words go. */
export function shownText(text: PageText, blackened: readonly Region[]): PageText {
  if (blackened.length === 0) return text;
  const isShown = (word: Region): boolean => !blackened.some((region) => overlaps(region, word));
  return {
    ...text,
    lines: text.lines
      .map((line) => ({ ...line, words: line.words.filter(isShown) }))
      .filter(({ words }) => words.length > 0),
  };
}

/** Whether two rectangles have any of the page in common; a word without an extent counts as a pixel. */
const overlaps = (region: Region, { x, y, w, h }: Region): boolean =>
  region.x < x + Math.max(1, w) &&
  x < region.x + region.w &&
  region.y < y + Math.max(1, h) &&
  y < region.y + region.h;
