import { blockId } from '../../core/text.ts';
import type { Block, BlockId, Inline } from '../../core/text.ts';

/** Gives block ids in order: "b1", "b2" … One for each document. */
export function makeMint(): () => BlockId {
  let last = 0;
  return () => blockId(++last);
}

/** A line shorter than this was ended by its writer, a longer one by the margin. */
const MARGIN = 55;

/**
 * Plain text as paragraphs: an empty line ends one. Within, a line that ends well before the margin keeps
 * its end; where no line is empty, every line is a paragraph.
 */
export function plainBlocks(text: string, mint: () => BlockId): readonly Block[] {
  const whole = text.replace(/\r\n?/g, '\n').trim();
  if (whole === '') return [];
  const parts = /\n[ \t]*\n/.test(whole) ? whole.split(/\n(?:[ \t]*\n)+/) : whole.split('\n');
  return parts
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', id: mint(), content: linesAsInlines(part) }));
}

function linesAsInlines(part: string): readonly Inline[] {
  const lines = part.split('\n').map((line) => line.replace(/[ \t]+/g, ' ').trim());
  const content: Inline[] = [];
  let held = '';
  lines.forEach((line, at) => {
    held += line;
    if (at === lines.length - 1) content.push(held);
    else if (line.length < MARGIN) {
      content.push(held, { kind: 'line-break' });
      held = '';
    } else held += ' ';
  });
  return content;
}
