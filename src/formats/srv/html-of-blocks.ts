import { plainInline, type Block } from '../../core/text.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);

const paragraph = (text: string): string => (text === '' ? '' : `<p>${escaped(text)}</p>`);

/** A description as markup: paragraphs and lists, no links; what stands in it is escaped. */
export const htmlOfBlocks = (blocks: readonly Block[]): string => blocks.map(htmlOfBlock).join('');

function htmlOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'opener':
    case 'closer':
    case 'rule':
      return paragraph(plainInline(block.content));
    case 'verse':
      return paragraph(block.lines.map(plainInline).join(' '));
    case 'quote':
    case 'part':
      return htmlOfBlocks(block.blocks);
    case 'list':
      return `<ul>${block.items.map(({ blocks }) => `<li>${htmlOfBlocks(blocks)}</li>`).join('')}</ul>`;
    case 'table':
      return block.rows
        .map(({ cells }) => paragraph(cells.map(({ content }) => plainInline(content)).join(' | ')))
        .join('');
    case 'redaction':
      return paragraph(block.redaction.words);
    case 'figure':
      return paragraph(plainInline(block.caption ?? []));
    case 'page-break':
      return '';
  }
}
