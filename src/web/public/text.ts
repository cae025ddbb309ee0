import type { PassageLabel } from '../../actions/pages.ts';
import type { Label } from '../../core/label.ts';
import { directionOf } from '../../core/language.ts';
import { impossible } from '../../core/result.ts';
import type { Block, BlockId, ListItem, Note, PageMark, TableCell, Text } from '../../core/text.ts';
import type { Words } from '../../words/words.ts';
import { escapeHtml, trusted, type Html } from '../html.ts';
import { inlineMarkup, redactionMarkup } from './inline.ts';
import type { Sign } from './legend.ts';
import type { Pen } from './pen.ts';
import { placeBefore } from './source-places.ts';

/**
 * What a text is written with. Its writers join strings, since a document may hold thousands of blocks:
 * every word of a record passes through `escapeHtml`, and every address through `attributes` or an own maker.
 */
export interface TextContext {
  readonly words: Words;
  /** The address of a record, ready to stand in an attribute. */
  readonly address: (label: PassageLabel) => string;
  /** Where links lead that leave the text: by `placeOfLink`. */
  readonly links: ReadonlyMap<string, PassageLabel>;
  /** What the key of a name in the text stands for. */
  readonly mention: (key: string) => Label | undefined;
  /** In what release something was shown: its year, for the words beside it. */
  readonly releaseYear?: (key: string) => string | undefined;
  readonly fileAddress: (digest: string) => string;
  /** A heading that the page is headed with already, to be said in small. */
  readonly ownTitle?: BlockId;
  /** Headings of the text begin at this level. */
  readonly headingLevel: 2 | 3 | 4;
  /** Marks of notes that were written already: the first of each is what its note leads back to. */
  readonly seen: Set<string>;
  /** Names given by the source that places of the page answer to already: a page has each id once. */
  readonly placed: Set<string>;
  /** Where the page image is that a mark of a page means. */
  readonly leafOf?: (mark: PageMark) => { readonly anchor: string; readonly href: string } | undefined;
  /** A machine read it: what it marks as hard to read, it doubts. */
  readonly isMachine?: boolean;
  /** The signs that were written, for the list that explains them. */
  readonly used?: Set<Sign>;
  /** The text is shown as it stood, apart from its page: nothing in it leads to a place beside it, and stretches are marked. */
  readonly pen?: Pen;
  /** Labels of notes by id, for a mark that has none of its own. */
  readonly noteLabels?: ReadonlyMap<string, string>;
}

export const blocksHtml = (blocks: readonly Block[], context: TextContext): Html =>
  trusted(blocksMarkup(blocks, context));

export function blocksMarkup(blocks: readonly Block[], context: TextContext): string {
  let out = '';
  for (const block of blocks) out += placeBefore(block.sourceId, context) + blockMarkup(block, context);
  return out;
}

/** One block as markup, with its id as the anchor that links and citations lead to. */
export function blockMarkup(block: Block, context: TextContext): string {
  switch (block.kind) {
    case 'heading': {
      if (block.id === context.ownTitle)
        return `<p${anchor(block, 'own-title')}>${inlineMarkup(block.content, context)}</p>`;
      const level = Math.min(6, block.level + context.headingLevel - 1);
      return `<h${level}${anchor(block, 'head')}>${inlineMarkup(block.content, context)}</h${level}>`;
    }
    case 'paragraph':
      return `<p${anchor(block)}>${inlineMarkup(block.content, context)}</p>`;
    case 'opener':
    case 'closer':
      return `<p${anchor(block, block.kind)}>${inlineMarkup(block.content, context)}</p>`;
    case 'rule':
      return `<p${anchor(block, 'rule')}>${inlineMarkup(block.content, context) || '* * *'}</p>`;
    case 'list':
      return `${caption('p', block.caption, context)}<${block.ordered ? 'ol' : 'ul'}${anchor(block, block.items.some((item) => item.label) ? 'labelled' : 'listed')}>${block.items.map((item) => itemMarkup(item, context)).join('')}</${block.ordered ? 'ol' : 'ul'}>`;
    case 'table':
      return tableMarkup(block, context);
    case 'quote':
      return `<blockquote${anchor(block)}>${blocksMarkup(block.blocks, context)}</blockquote>`;
    case 'verse':
      return `<p${anchor(block, 'verse')}>${block.lines.map((line) => inlineMarkup(line, context)).join('<br>')}</p>`;
    case 'figure':
      return figureMarkup(block, context);
    case 'part':
      return `<section${anchor(block, 'part')} aria-label="${escapeHtml(context.words.text.part(block.role))}">${blocksMarkup(block.blocks, context)}</section>`;
    case 'page-break':
      return leafMarkup(block, context);
    case 'redaction':
      return `<p${anchor(block)}>${redactionMarkup(block.redaction, context, true)}</p>`;
    default:
      return impossible(block);
  }
}

/** Where a page begins: a rule across the text, leading to its image where there is one. */
function leafMarkup(block: Extract<Block, { kind: 'page-break' }>, context: TextContext): string {
  const label = escapeHtml(context.words.text.page(block.page.label));
  const place = placeBefore(block.page.sourceId, context);
  const leaf = context.leafOf?.(block.page);
  if (leaf === undefined) return `<p${anchor(block, 'leaf')}>${place}${label}</p>`;
  return `<p${anchor(block, 'leaf')} data-leaf="${escapeHtml(leaf.anchor)}">${place}<a class="to-leaf" href="${escapeHtml(leaf.href)}">${label}</a></p>`;
}

/** Attributes of a block: its anchor, its language and direction where they differ, and how the source placed it. */
function anchor(block: Block, name = ''): string {
  const { place, lang } = block;
  const names = place === undefined ? name : name === '' ? `at-${place}` : `${name} at-${place}`;
  let out = ` id="${escapeHtml(block.id)}"`;
  if (names !== '') out += ` class="${names}"`;
  if (lang !== undefined) out += ` lang="${escapeHtml(lang)}"`;
  const direction = block.dir ?? (lang === undefined ? undefined : directionOf(lang));
  return direction === undefined ? out : `${out} dir="${direction}"`;
}

function caption(
  tag: 'p' | 'caption',
  content: Parameters<typeof inlineMarkup>[0] | undefined,
  context: TextContext,
): string {
  if (content === undefined) return '';
  const name = tag === 'p' ? ' class="caption"' : '';
  return `<${tag}${name}>${inlineMarkup(content, context)}</${tag}>`;
}

function itemMarkup(item: ListItem, context: TextContext): string {
  const label =
    item.label === undefined ? '' : `<span class="item-label">${inlineMarkup(item.label, context)}</span> `;
  const [only] = item.blocks;
  const isPlain = item.blocks.length === 1 && only?.kind === 'paragraph';
  if (!isPlain || only === undefined) return `<li>${label}${blocksMarkup(item.blocks, context)}</li>`;
  return `<li${anchor(only)}>${placeBefore(only.sourceId, context)}${label}${inlineMarkup(only.content, context)}</li>`;
}

function tableMarkup(table: Extract<Block, { kind: 'table' }>, context: TextContext): string {
  const rows = table.rows.map((row) => {
    const cells = row.cells.map((cell) => cellMarkup(cell, row.isHeader, context)).join('');
    return `<tr>${cells}</tr>`;
  });
  const label = escapeHtml(context.words.text.table);
  return `<div class="scroll-x"${anchor(table)} tabindex="0" role="group" aria-label="${label}"><table>${caption('caption', table.caption, context)}<tbody>${rows.join('')}</tbody></table></div>`;
}

const MOST_CELLS = 100;

function cellMarkup(cell: TableCell, isHeaderRow: boolean, context: TextContext): string {
  const inner = inlineMarkup(cell.content, context);
  const tag = (cell.isHeader ?? isHeaderRow) && inner.trim() !== '' ? 'th' : 'td';
  const span = (name: string, count: number | undefined): string =>
    count === undefined || count <= 1 ? '' : ` ${name}="${Math.min(MOST_CELLS, Math.trunc(count))}"`;
  return `<${tag}${span('colspan', cell.columns)}${span('rowspan', cell.rows)}>${inner}</${tag}>`;
}

function figureMarkup(figure: Extract<Block, { kind: 'figure' }>, context: TextContext): string {
  const words = context.words.text;
  const isHeld = figure.file?.startsWith('sha256:') === true;
  const picture =
    isHeld && figure.file !== undefined
      ? `<img src="${escapeHtml(context.fileAddress(figure.file))}" alt="" loading="lazy">`
      : `<p class="small quiet">${escapeHtml(words.figureNotHeld)}</p>`;
  const says =
    figure.caption === undefined ? '' : `<figcaption>${inlineMarkup(figure.caption, context)}</figcaption>`;
  return `<figure${anchor(figure, 'figure')}>${picture}${says}</figure>`;
}

/** The notes of a text, in order, each leading back to its mark; `isNamed`: it is to be seen whose they are. */
export function notesMarkup(
  text: Text,
  context: TextContext,
  label = context.words.text.notes,
  isShown: (note: BlockId) => boolean = () => true,
  isNamed = false,
): string {
  let items = '';
  for (const note of text.notes) if (isShown(note.id)) items += noteMarkup(note, context);
  if (items === '') return '';
  const { tag, direction } = context.words.language;
  const name = isNamed
    ? `<p class="notes-name" lang="${tag}" dir="${direction}" aria-hidden="true">${escapeHtml(label)}</p>`
    : '';
  return `<section class="notes" aria-label="${escapeHtml(label)}">${name}<ol class="note-list">${items}</ol></section>`;
}

function noteMarkup(note: Note, context: TextContext): string {
  const words = context.words.text;
  const lang =
    note.lang === undefined ? '' : ` lang="${escapeHtml(note.lang)}" dir="${directionOf(note.lang)}"`;
  const kind = note.noteKind === 'source' && note.label === '' ? ' source' : '';
  const label = note.noteKind === 'source' && note.label === '' ? words.sourceNote : note.label || '·';
  const back = context.seen.has(note.id)
    ? ` <a class="back" href="#r-${escapeHtml(note.id)}" aria-label="${escapeHtml(words.backToMark(note.label))}">↩</a>`
    : '';
  return `<li id="${escapeHtml(note.id)}" class="note${kind}"${lang}><span class="note-label">${escapeHtml(label)}</span><div>${placeBefore(note.sourceId, context)}${blocksMarkup(note.blocks, context)}${back}</div></li>`;
}

/** A whole text in one column, its notes at its foot. */
export function textHtml(text: Text, context: TextContext): Html {
  const blocks = blocksMarkup(text.blocks, context);
  return trusted(`<div class="t">${blocks}</div>${notesMarkup(text, context)}`);
}
