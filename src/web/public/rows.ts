import { isNumbered } from '../../core/numbered.ts';
import type { Block } from '../../core/text.ts';
import type { Words } from '../../words/words.ts';
import { escapeHtml } from '../html.ts';
import type { Beside } from './alignment.ts';
import type { Article } from './articles.ts';
import { placeBefore } from './source-places.ts';
import { blockMarkup, type TextContext } from './text.ts';

/** Something that fills a row of the reader: a block, or the beginning of a part or page. */
export interface Piece {
  readonly id: string;
  readonly kind: 'block' | 'leaf' | 'part';
  readonly isNumbered: boolean;
  readonly block: Block;
}

/** Parts laid open, so that texts can be set beside each other row by row. */
export function piecesOf(blocks: readonly Block[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocks) {
    if (block.kind === 'part') {
      pieces.push({ id: block.id, kind: 'part', isNumbered: false, block });
      pieces.push(...piecesOf(block.blocks));
      continue;
    }
    pieces.push({
      id: block.id,
      kind: block.kind === 'page-break' ? 'leaf' : 'block',
      isNumbered: isNumbered(block),
      block,
    });
  }
  return pieces;
}

/** What of each column stands in a row, the first column first. */
export function cellsOfRow(article: Article, row: number): readonly (readonly Piece[])[] {
  const [main = [], ...others] = article.pieces;
  const start = article.starts[row] ?? main.length;
  const end = article.starts[row + 1] ?? main.length;
  return [
    main.slice(start, end),
    ...others.map((pieces, n) => piecesBeside(pieces, article.beside[n], start, end)),
  ];
}

function piecesBeside(
  pieces: readonly Piece[],
  beside: Beside | undefined,
  start: number,
  end: number,
): Piece[] {
  const found: Piece[] = [];
  for (let row = start; row < end; row++) {
    const rows = beside?.rows.get(row);
    if (rows !== undefined) found.push(...pieces.slice(rows[0], rows[1]));
  }
  return found;
}

/** A block as it stands in its row; of a part only its name, since its blocks have rows of their own. */
const pieceMarkup = ({ block }: Piece, context: TextContext): string =>
  block.kind === 'part'
    ? `<p class="part-head" id="${escapeHtml(block.id)}">${placeBefore(block.sourceId, context)}${escapeHtml(context.words.text.part(block.role))}</p>`
    : placeBefore(block.sourceId, context) + blockMarkup(block, context);

/** What a column of an article is written with: its context, and the cell that its blocks stand in. */
export interface CellStyle {
  readonly context: TextContext;
  readonly opening: string;
}

/** What the numbers of paragraphs are written with. */
export interface Numbering {
  readonly words: Words;
  /** Where a passage is cited, without its block. */
  readonly citing?: string;
}

/** The rows `[from, to)` of an article, each by itself; numbers go on from the rows before. */
export function rowsMarkup(
  article: Article,
  styles: readonly [CellStyle, ...CellStyle[]],
  [from, to]: readonly [from: number, to: number],
  numbering: Numbering,
): readonly string[] {
  return styles.length === 1
    ? rowsOfOne(article, styles[0], from, to, numbering)
    : rowsOfSeveral(article, styles, from, to, numbering);
}

/** A text that stands alone has a row for each block: long ones are written so in the least time. */
function rowsOfOne(
  { pieces: [pieces = []], isMain }: Article,
  { context, opening }: CellStyle,
  from: number,
  to: number,
  numbering: Numbering,
): readonly string[] {
  const numberOf = numbersOf(numbering, isMain);
  const rows: string[] = [];
  let number = 0;
  for (let at = 0; at < to; at++) {
    const piece = pieces[at];
    if (piece?.isNumbered === true) number += 1;
    if (piece === undefined || at < from) continue;
    const markup = pieceMarkup(piece, context);
    rows.push(
      piece.kind === 'block'
        ? `<div class="pair">${piece.isNumbered ? numberOf(piece.id, number) : NO_NUMBER}${opening}${markup}</div></div>`
        : markup,
    );
  }
  return rows;
}

const NO_NUMBER = '<span></span>';

/** Texts side by side: a row begins where all of them begin one. */
function rowsOfSeveral(
  article: Article,
  styles: readonly [CellStyle, ...CellStyle[]],
  from: number,
  to: number,
  numbering: Numbering,
): readonly string[] {
  const numberOf = numbersOf(numbering, article.isMain);
  const rows: string[] = [];
  let number = 0;
  for (let row = 0; row < to; row++) {
    const cells = cellsOfRow(article, row);
    const [own = [], ...others] = cells;
    const isBare = others.every((one) => one.length === 0) && own.length === 1 && own[0]?.kind !== 'block';
    const numbered = isBare ? undefined : own.find((piece) => piece.isNumbered);
    if (numbered !== undefined) number += 1;
    if (row < from) continue;
    if (isBare && own[0] !== undefined) {
      rows.push(pieceMarkup(own[0], styles[0].context));
      continue;
    }
    let out = `<div class="pair">${numbered === undefined ? NO_NUMBER : numberOf(numbered.id, number)}`;
    styles.forEach(({ context, opening }, n) => {
      out += opening;
      for (const piece of cells[n] ?? []) out += pieceMarkup(piece, context);
      out += '</div>';
    });
    rows.push(`${out}</div>`);
  }
  return rows;
}

/**
 * The number that a reader sees leads to the block; only the main text's numbers are addresses of their own. The way
 * to cite the block stands beside it, and is seen where one is led to it and no script offers more.
 */
function numbersOf(
  { words, citing }: Numbering,
  isAddress: boolean,
): (block: string, number: number) => string {
  const way = citing === undefined ? undefined : escapeHtml(citing);
  return (block, number) => {
    const at = escapeHtml(block);
    const link = `<a class="num"${isAddress ? ` id="p${number}"` : ''} href="#${at}" aria-label="${escapeHtml(words.text.paragraph(number))}">${number}</a>`;
    return way === undefined
      ? link
      : `${link}<a class="cite-it" href="${way}/${at}" rel="nofollow" aria-label="${escapeHtml(words.citing.citePassage(number))}"></a>`;
  };
}
