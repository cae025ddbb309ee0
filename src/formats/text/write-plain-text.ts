import type { ArchiveDocument } from '../../core/document.ts';
import { catalogueDate } from '../../core/document.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import { impossible } from '../../core/result.ts';
import { plainInline } from '../../core/text.ts';
import type { Block, BlockId, Inline, Text } from '../../core/text.ts';

/**
 * A public document as plain text: title, date, source and address; each text under its language, its notes
 * numbered at its end. Of an invented text the first line says so.
 */
export function writePlainText(view: PublicRecord<ArchiveDocument>, about: { readonly url: string }): string {
  const { record } = view;
  const head = [
    record.invented ? `This text is invented: ${record.invented}\n` : undefined,
    record.titles[0]?.text,
    ...record.titles.slice(1).map((title) => title.text),
    catalogueDate(record)?.words,
    record.source.verbatim ?? record.source.original?.repositoryName,
    record.rights.words ?? record.rights.uri,
    about.url,
    ...view.withheld.map((one) => `Withheld: ${one.words}`),
    record.holding.kind === 'not-held' ? record.holding.words : undefined,
  ];
  const texts = record.renditions.flatMap((one) => {
    if (one.kind === 'facsimile') return [];
    const by = one.by ? `, by ${one.by}` : '';
    const name = one.kind === 'transcription' ? 'Transcription' : 'Translation';
    const read = one.madeBy ? `, read by a machine: ${one.madeBy.engine}` : '';
    return [`[${name}, ${one.language}${by}${read}]`, writeText(one.text)];
  });
  const summary = record.summaries[0]?.text;
  const parts = [
    head.filter((line) => line !== undefined && line !== '').join('\n'),
    ...(summary ? [summary] : []),
    ...texts,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** A text as paragraphs of plain text, its notes numbered at the end. */
export function writeText(text: Text): string {
  const numbers = new Map<BlockId, number>(text.notes.map((note, at) => [note.id, at + 1]));
  const notes = text.notes.map((note, at) => `[${at + 1}] ${linesOf(note.blocks, numbers).join('\n')}`);
  return [...linesOf(text.blocks, numbers), ...(notes.length > 0 ? ['Notes', ...notes] : [])].join('\n\n');
}

type Numbers = ReadonlyMap<BlockId, number>;

/** A block in plain text, as it stands in the file: notes by their numbers, pages and what was held back in brackets. */
export const writeBlock = (block: Block, numbers: Numbers): string => linesOf([block], numbers).join('\n');

/** Each block as a paragraph. */
function linesOf(blocks: readonly Block[], numbers: Numbers): readonly string[] {
  return blocks.flatMap((block) => paragraphs(block, numbers)).filter((paragraph) => paragraph.trim() !== '');
}

function paragraphs(block: Block, numbers: Numbers): readonly string[] {
  const words = (content: readonly Inline[] | undefined): string =>
    content ? inlineText(content, numbers) : '';
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'opener':
    case 'closer':
    case 'rule':
      return [words(block.content)];
    case 'list':
      return [
        words(block.caption),
        ...block.items.map((item, at) => {
          const mark = item.label ? words(item.label) : block.ordered ? `${at + 1}.` : '–';
          return `${mark} ${linesOf(item.blocks, numbers).join('\n')}`;
        }),
      ];
    case 'table':
      return [
        words(block.caption),
        block.rows
          .map((row) => row.cells.map((cell) => words(cell.content).replace(/\n/g, ' ')).join('\t'))
          .join('\n'),
      ];
    case 'quote':
      return linesOf(block.blocks, numbers).map((line) => line.replace(/^/gm, '    '));
    case 'part':
      return linesOf(block.blocks, numbers);
    case 'verse':
      return [block.lines.map(words).join('\n')];
    case 'figure':
      return [words(block.caption)];
    case 'redaction':
      return [`[${block.redaction.words}]`];
    case 'page-break':
      return [`[p. ${block.page.label}]`];
    default:
      return impossible(block);
  }
}

function inlineText(content: readonly Inline[], numbers: Numbers): string {
  return content
    .map((part): string => {
      if (typeof part === 'string') return part;
      switch (part.kind) {
        case 'note-mark':
          return `[${numbers.get(part.note) ?? part.label}]`;
        case 'page-mark':
          return `[p. ${part.page.label}]`;
        case 'line-break':
          return '\n';
        case 'redaction':
          return `[${part.redaction.words}]`;
        case 'mark':
          return part.mark === 'gap' && plainInline(part.content) === ''
            ? '[…]'
            : inlineText(part.content, numbers);
        default:
          return inlineText(part.content, numbers);
      }
    })
    .join('');
}
