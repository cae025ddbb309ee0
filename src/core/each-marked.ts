import { impossible } from './result.ts';
import type { Block, Inline, Text } from './text.ts';

/** What stands in a text and is more than plain characters: a name, a link, a redaction, a mark. */
export type Marked = Exclude<Inline, string>;

/**
 * Meets everything in a text that is more than plain characters, in its order, what is within it after it;
 * the notes last. A redaction is met alike within a block and as one. Each page of a document asks: hence no generator.
 */
export function eachMarked(text: Text, meet: (marked: Marked) => void): void {
  inBlocks(text.blocks, meet);
  for (const note of text.notes) inBlocks(note.blocks, meet);
}

function inBlocks(blocks: readonly Block[], meet: (marked: Marked) => void): void {
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
      case 'opener':
      case 'closer':
      case 'rule':
        inInlines(block.content, meet);
        break;
      case 'list':
        if (block.caption) inInlines(block.caption, meet);
        for (const item of block.items) {
          if (item.label) inInlines(item.label, meet);
          inBlocks(item.blocks, meet);
        }
        break;
      case 'table':
        if (block.caption) inInlines(block.caption, meet);
        for (const row of block.rows) for (const cell of row.cells) inInlines(cell.content, meet);
        break;
      case 'quote':
      case 'part':
        inBlocks(block.blocks, meet);
        break;
      case 'verse':
        for (const line of block.lines) inInlines(line, meet);
        break;
      case 'figure':
        if (block.caption) inInlines(block.caption, meet);
        break;
      case 'redaction':
        meet(block);
        break;
      case 'page-break':
        break;
      default:
        impossible(block);
    }
  }
}

function inInlines(content: readonly Inline[], meet: (marked: Marked) => void): void {
  for (const part of content) {
    if (typeof part === 'string') continue;
    meet(part);
    if ('content' in part) inInlines(part.content, meet);
  }
}
