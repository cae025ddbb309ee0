import type { Block } from './text.ts';

const NUMBERED: ReadonlySet<Block['kind']> = new Set([
  'paragraph',
  'list',
  'table',
  'quote',
  'verse',
  'redaction',
]);

/** Whether a block is counted where paragraphs bear numbers ("¶ 12"): headings, openers and the like are not. */
export const isNumbered = (block: Block): boolean => NUMBERED.has(block.kind);
