import type { Redaction } from './redaction.ts';
import type { Block, Inline, ListItem, Text } from './text.ts';

/** A text whose redactions no longer say what these releases showed in their place; all else as it was. */
export const forgetShown = (text: Text, releases: ReadonlySet<string>): Text => ({
  blocks: text.blocks.map((block) => inBlock(block, releases)),
  notes: text.notes.map((note) => ({
    ...note,
    blocks: note.blocks.map((block) => inBlock(block, releases)),
  })),
});

function forget(redaction: Redaction, releases: ReadonlySet<string>): Redaction {
  if (redaction.shownLater === undefined || !releases.has(redaction.shownLater.release)) return redaction;
  const { shownLater: _, ...rest } = redaction;
  return rest;
}

function inInlines(content: readonly Inline[], releases: ReadonlySet<string>): readonly Inline[] {
  return content.map((part) => {
    if (typeof part === 'string') return part;
    if (part.kind === 'redaction') return { ...part, redaction: forget(part.redaction, releases) };
    return 'content' in part ? { ...part, content: inInlines(part.content, releases) } : part;
  });
}

function inBlock(block: Block, releases: ReadonlySet<string>): Block {
  const inlines = (content: readonly Inline[]): readonly Inline[] => inInlines(content, releases);
  switch (block.kind) {
    case 'redaction':
      return { ...block, redaction: forget(block.redaction, releases) };
    case 'list':
      return {
        ...block,
        ...captioned(block, inlines),
        items: block.items.map((item) => inItem(item, releases)),
      };
    case 'table':
      return {
        ...block,
        ...captioned(block, inlines),
        rows: block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, content: inlines(cell.content) })),
        })),
      };
    case 'quote':
    case 'part':
      return { ...block, blocks: block.blocks.map((inner) => inBlock(inner, releases)) };
    case 'verse':
      return { ...block, lines: block.lines.map(inlines) };
    case 'figure':
      return { ...block, ...captioned(block, inlines) };
    case 'page-break':
      return block;
    default:
      return { ...block, content: inlines(block.content) };
  }
}

const captioned = (
  block: { readonly caption?: readonly Inline[] },
  inlines: (content: readonly Inline[]) => readonly Inline[],
) => (block.caption === undefined ? {} : { caption: inlines(block.caption) });

const inItem = (item: ListItem, releases: ReadonlySet<string>): ListItem => ({
  ...(item.label === undefined ? {} : { label: inInlines(item.label, releases) }),
  blocks: item.blocks.map((block) => inBlock(block, releases)),
});
