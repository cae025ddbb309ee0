import type { Region } from '../rendition.ts';
import type { PageLine, PageWord } from './page-text.ts';

/** A gap of more than this share of the usual step from line to line begins a block. */
const GAP = 1.35;
/** So much further right than most lines, in heights of the writing, a line is set in. */
const SET_IN = 1.5;
/**
 * Lines of words, in the order in which they are read, with where a paragraph begins: after a gap, at the
 * head of a column, or where a line is set in after one that is not.
 */
export function markBlocks(lines: readonly (readonly PageWord[])[]): readonly PageLine[] {
  const kept = lines.filter((words) => words.length > 0);
  const boxes = kept.map(boxAround);
  const steps = boxes.map((box, at) => middleOf(box) - middleOf(boxes[at - 1] ?? box));
  const usualStep = medianOf(steps.filter((step) => step > 0));
  const usualLeft = medianOf(boxes.map(({ x }) => x));
  const height = medianOf(boxes.map(({ h }) => h));
  const isSetIn = ({ x }: Region): boolean => x > usualLeft + height * SET_IN;
  return kept.map((words, at) => {
    const [box, before, step] = [boxes[at], boxes[at - 1], steps[at] ?? 0];
    if (!box || !before) return { isBlockStart: true, words };
    const isHeadOfColumn = step < -height;
    const isAfterGap = step > usualStep * GAP;
    const isIndented = step > height / 2 && isSetIn(box) && !isSetIn(before);
    return { isBlockStart: isHeadOfColumn || isAfterGap || isIndented, words };
  });
}

const middleOf = ({ y, h }: Region): number => y + h / 2;

const boxAround = (words: readonly PageWord[]): Region => words.map((word): Region => word).reduce(around);

/** The smallest region that holds both; one without extent is nowhere, and adds nothing. */
export function around(one: Region, other: Region): Region {
  if (one.w === 0 && one.h === 0) return other;
  if (other.w === 0 && other.h === 0) return one;
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return {
    x,
    y,
    w: Math.max(one.x + one.w, other.x + other.w) - x,
    h: Math.max(one.y + one.h, other.y + other.h) - y,
  };
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
