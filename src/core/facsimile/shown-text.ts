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

/** Whether two rectangles touch; one without an extent lies where its corner is. */
const overlaps = (a: Region, b: Region): boolean =>
  a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;
