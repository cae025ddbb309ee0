import { directionOf } from '../../core/language.ts';
import type { Block } from '../../core/text.ts';
import { escapeHtml } from '../html.ts';
import { inlineMarkup, redactionMarkup } from './inline.ts';
import type { TextContext } from './text.ts';

/**
 * A block as it is shown beside another, apart from its own page: no place of it is an address here, headings are
 * words among others, and what is long in form (a table, a list) is a line a row.
 */
export function quotedBlock(block: Block, context: TextContext): string {
  switch (block.kind) {
    case 'heading':
      return line(block, `<b>${inlineMarkup(block.content, context)}</b>`);
    case 'paragraph':
    case 'opener':
    case 'closer':
    case 'rule':
      return line(block, inlineMarkup(block.content, context));
    case 'list': {
      const caption = block.caption === undefined ? '' : line(block, inlineMarkup(block.caption, context));
      const items = block.items.map((item) => {
        const label = item.label === undefined ? '' : `${inlineMarkup(item.label, context)} `;
        return `<li>${label}${item.blocks.map((inner) => quotedBlock(inner, context)).join('')}</li>`;
      });
      return `${caption}<ul class="listed">${items.join('')}</ul>`;
    }
    case 'table': {
      const caption = block.caption === undefined ? '' : line(block, inlineMarkup(block.caption, context));
      const rows = block.rows.map((row) =>
        line(block, row.cells.map((cell) => inlineMarkup(cell.content, context)).join(' · ')),
      );
      return caption + rows.join('');
    }
    case 'quote':
    case 'part':
      return block.blocks.map((inner) => quotedBlock(inner, context)).join('');
    case 'verse':
      return line(block, block.lines.map((one) => inlineMarkup(one, context)).join('<br>'));
    case 'figure':
      return block.caption === undefined ? '' : line(block, inlineMarkup(block.caption, context));
    case 'redaction':
      return line(block, redactionMarkup(block.redaction, context, true));
    case 'page-break':
      return '';
  }
}

function line({ lang, dir }: Block, inner: string): string {
  const direction = dir ?? (lang === undefined ? undefined : directionOf(lang));
  const language = lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`;
  return `<p${language}${direction === undefined ? '' : ` dir="${direction}"`}>${inner}</p>`;
}
