import { impossible } from '../../core/result.ts';
import type { Block, Inline, ListItem, TableRow } from '../../core/text.ts';
import { escaped, escapedStart, writeInlines } from './write-inlines.ts';
import type { NumberOf } from './write-inlines.ts';

/** Blocks as Markdown, an empty line between. What Markdown has no sign for stands as its words. */
export const writeBlocks = (blocks: readonly Block[], numberOf: NumberOf): string =>
  blocks
    .map((block) => writeBlock(block, numberOf))
    .filter(Boolean)
    .join('\n\n');

function writeBlock(block: Block, numberOf: NumberOf): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${writeInlines(block.content, numberOf, ' ').replace(/#$/, '\\#')}`;
    case 'paragraph':
    case 'opener':
    case 'closer':
      return paragraph(block.content, numberOf);
    case 'list':
      return withCaption(block.caption, writeList(block.items, block.ordered, numberOf), numberOf);
    case 'table':
      return withCaption(block.caption, writeTable(block.rows, numberOf), numberOf);
    case 'quote':
      return indented(writeBlocks(block.blocks, numberOf), '> ', '> ');
    case 'part':
      return writeBlocks(block.blocks, numberOf);
    case 'verse':
      return block.lines.map((line) => escapedStart(writeInlines(line, numberOf))).join('\\\n');
    case 'figure':
      return block.caption ? paragraph(block.caption, numberOf) : '';
    case 'page-break':
      return escaped(`[p. ${block.page.label}]`);
    case 'redaction':
      return escaped(`[${block.redaction.words}]`);
    case 'rule':
      return block.content.length > 0 &&
        !/^[\s*_–—-]*$/.test(writeInlines(block.content, numberOf).replace(/\\/g, ''))
        ? paragraph(block.content, numberOf)
        : '***';
    default:
      return impossible(block);
  }
}

const paragraph = (content: readonly Inline[], numberOf: NumberOf): string =>
  writeInlines(content, numberOf).split('\n').map(escapedStart).join('\n');

const withCaption = (caption: readonly Inline[] | undefined, written: string, numberOf: NumberOf): string =>
  caption === undefined ? written : `${paragraph(caption, numberOf)}\n\n${written}`;

function writeList(items: readonly ListItem[], ordered: boolean, numberOf: NumberOf): string {
  return items
    .map((item, at) => {
      const mark = ordered ? `${at + 1}. ` : '- ';
      const label = item.label ? `${writeInlines(item.label, numberOf, ' ')} ` : '';
      const inner = label + writeBlocks(item.blocks, numberOf);
      return indented(inner, mark, ' '.repeat(mark.length));
    })
    .join('\n\n');
}

function writeTable(rows: readonly TableRow[], numberOf: NumberOf): string {
  const width = Math.max(1, ...rows.map((row) => row.cells.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`;
  const [first, ...others] = rows;
  const written = (row: TableRow): string =>
    line(row.cells.map((cell) => writeInlines(cell.content, numberOf, '<br>')));
  const rule = line(Array.from({ length: width }, () => '---'));
  if (first === undefined) return '';
  return first.isHeader
    ? [written(first), rule, ...others.map(written)].join('\n')
    : [line([]), rule, ...rows.map(written)].join('\n');
}

/** Lines with a mark before the first and white space, or the same mark, before the others. */
export const indented = (text: string, first: string, others: string): string =>
  text
    .split('\n')
    .map((line, at) => (at === 0 ? first : line === '' ? others.trimEnd() : others) + line)
    .join('\n');
