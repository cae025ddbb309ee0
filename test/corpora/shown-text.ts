import type { Block, Inline, Text } from '../../src/core/text.ts';
import type { ExpectedText } from './expected-text.ts';

/** How often a text has what the counts of the corpora are about. */
export interface Shown {
  notes: number;
  pages: number;
  persons: number;
}

function inlines(content: readonly Inline[], out: string[], shown: Shown): void {
  for (const part of content) {
    if (typeof part === 'string') out.push(part);
    else if (part.kind === 'redaction') out.push(`[${part.redaction.words}]`);
    else if (part.kind === 'page-mark') shown.pages++;
    else if (part.kind !== 'note-mark' && part.kind !== 'line-break') {
      if (part.kind === 'name' && part.of === 'agent' && !part.key?.startsWith('org:')) shown.persons++;
      inlines(part.content, out, shown);
    }
  }
}

function blocks(some: readonly Block[], out: string[], shown: Shown): void {
  for (const block of some) {
    if ('content' in block) inlines(block.content, out, shown);
    else if ('blocks' in block) blocks(block.blocks, out, shown);
    else if (block.kind === 'page-break') shown.pages++;
    else if (block.kind === 'redaction') out.push(`[${block.redaction.words}]`);
    else if (block.kind === 'verse') for (const line of block.lines) inlines(line, out, shown);
    else {
      if (block.caption) inlines(block.caption, out, shown);
      if (block.kind === 'list')
        for (const item of block.items) {
          if (item.label) inlines(item.label, out, shown);
          blocks(item.blocks, out, shown);
        }
      if (block.kind === 'table')
        for (const row of block.rows) for (const cell of row.cells) inlines(cell.content, out, shown);
    }
  }
}

const squeeze = (parts: readonly string[]): string => parts.join('').replace(/\s+/gu, '');

/** What a text shows, in the form of {@link ExpectedText}; counts are added to `shown`. */
export function shownTextOf(text: Text, shown: Shown): ExpectedText {
  const body: string[] = [];
  blocks(text.blocks, body, shown);
  const notes = text.notes.map((note) => {
    const own: string[] = [];
    blocks(note.blocks, own, shown);
    return squeeze(own);
  });
  shown.notes += notes.length;
  return { body: squeeze(body), notes };
}
