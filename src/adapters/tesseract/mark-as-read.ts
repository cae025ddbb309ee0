import { markBlocks } from '../../core/facsimile/mark-blocks.ts';
import type { PageLine, PageWord } from '../../core/facsimile/page-text.ts';
import { turnedText } from '../../core/facsimile/turned-text.ts';
import { turnedOverRegion } from './second-look.ts';

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}
type Lines = readonly (readonly PageWord[])[];

/**
 * Lines with where paragraphs begin, as they are seen by who reads the page: one that lies upside down or on its
 * side is turned for that. The words stay where they lie.
 */
export function markAsRead(lines: Lines, size: Size, isTurnedOver: boolean): readonly PageLine[] {
  const kept = lines.filter((words) => words.length > 0);
  const seen = isTurnedOver
    ? kept.map((words) => words.map((word) => turnedOverRegion(word, size)))
    : lyingUpright(kept, size);
  return markBlocks(seen).map((line, at) => ({ ...line, words: kept[at] ?? line.words }));
}

/** Words of so many letters are wider than high, unless they stand on end. */
const LONG = 4;

/** On its side a page has its words on end; its first line is then at the right, or at the left. */
function lyingUpright(lines: Lines, size: Size): Lines {
  const long = lines.flat().filter(({ text }) => text.length >= LONG);
  const onEnd = long.filter(({ w, h }) => h > w);
  if (onEnd.length <= long.length / 2) return lines;
  const [first, last] = [lines[0]?.[0], lines.at(-1)?.[0]];
  const isFromRight = (first?.x ?? 0) > (last?.x ?? 0);
  const text = { ...size, lines: lines.map((words) => ({ isBlockStart: false, words })) };
  return turnedText(text, isFromRight ? 270 : 90).lines.map(({ words }) => words);
}
