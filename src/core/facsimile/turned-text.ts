import type { Region } from '../rendition.ts';
import type { PageText } from './page-text.ts';

/** By how much a camera says that its picture is to be turned clockwise to stand upright. */
export type QuarterTurn = 90 | 270;

/**
 * The words of a page whose picture was read as it lies in its file, as they stand once it is turned upright.
 *
 *   a page of 100 by 200, turned by 90: { x: 10, y: 20, w: 30, h: 5 } -> { x: 175, y: 10, w: 5, h: 30 } of 200 by 100
 */
export function turnedText(text: PageText, degrees: QuarterTurn): PageText {
  const { widthPx, heightPx } = text;
  const turn = ({ x, y, w, h }: Region): Region =>
    degrees === 90 ? { x: heightPx - y - h, y: x, w: h, h: w } : { x: y, y: widthPx - x - w, w: h, h: w };
  return {
    ...text,
    widthPx: heightPx,
    heightPx: widthPx,
    lines: text.lines.map((line) => ({
      ...line,
      words: line.words.map((word) => ({ ...word, ...turn(word) })),
    })),
  };
}
