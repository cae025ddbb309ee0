import { isNumbered } from '../../core/numbered.ts';
import type { Block } from '../../core/text.ts';
import type { Words } from '../../words/words.ts';
import { escapeHtml } from '../html.ts';
import { commonBeginnings, type Beside } from './alignment.ts';
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

/** A block as it stands in its row; of a part only its name, since its blocks have rows of their own. */
const pieceMarkup = ({ block }: Piece, context: TextContext): string =>
  block.kind === 'part'
    ? `<p class="part-head" id="${escapeHtml(block.id)}">${placeBefore(block.sourceId, context)}${escapeHtml(context.words.text.part(block.role))}</p>`
    : placeBefore(block.sourceId, context) + blockMarkup(block, context);

/** One text of a row: what its blocks are written with, and the cell that they stand in. */
export interface Cells {
  readonly context: TextContext;
  readonly opening: string;
  readonly pieces: readonly Piece[];
}

/** A text that stands alone has a row for each block: long ones are written so in the least time. */
export function rowsOfOne({ context, opening, pieces }: Cells, words: Words, isMain: boolean): string {
  let out = '';
  let number = 0;
  for (const piece of pieces) {
    const markup = pieceMarkup(piece, context);
    if (piece.kind !== 'block') {
      out += markup;
      continue;
    }
    if (piece.isNumbered) number += 1;
    out += `<div class="pair">${piece.isNumbered ? numberMarkup(piece.id, number, words, isMain) : NO_NUMBER}${opening}${markup}</div></div>`;
  }
  return out;
}

const NO_NUMBER = '<span></span>';

/** Texts side by side: a row begins where all of them begin one. */
export function rowsOfSeveral(
  [main, ...others]: readonly [Cells, ...Cells[]],
  beside: readonly Beside[],
  words: Words,
  isMain: boolean,
): string {
  let out = '';
  let number = 0;
  const starts = commonBeginnings(main.pieces.length, beside);
  for (let at = 0; at < starts.length; at++) {
    const start = starts[at] ?? 0;
    const end = starts[at + 1] ?? main.pieces.length;
    const row = main.pieces.slice(start, end);
    if (
      row.length === 1 &&
      row[0] !== undefined &&
      row[0].kind !== 'block' &&
      !beside.some((one) => one.rows.has(start))
    ) {
      out += pieceMarkup(row[0], main.context);
      continue;
    }
    const numbered = row.find((piece) => piece.isNumbered);
    if (numbered !== undefined) number += 1;
    out += `<div class="pair">${numbered === undefined ? NO_NUMBER : numberMarkup(numbered.id, number, words, isMain)}`;
    out += cell(main.opening, row, main.context);
    others.forEach((other, n) => {
      out += cell(other.opening, piecesBeside(other.pieces, beside[n], start, end), other.context);
    });
    out += '</div>';
  }
  return out;
}

function piecesBeside(
  pieces: readonly Piece[],
  beside: Beside | undefined,
  start: number,
  end: number,
): Piece[] {
  const found: Piece[] = [];
  if (beside === undefined) return found;
  for (let row = start; row < end; row++) {
    const rows = beside.rows.get(row);
    if (rows !== undefined) found.push(...pieces.slice(rows[0], rows[1]));
  }
  return found;
}

const cell = (opening: string, pieces: readonly Piece[], context: TextContext): string => {
  let out = opening;
  for (const piece of pieces) out += pieceMarkup(piece, context);
  return `${out}</div>`;
};

/** The number that a reader sees leads to the block; only the main text's numbers are addresses of their own. */
function numberMarkup(block: string, number: number, words: Words, isAddress: boolean): string {
  const id = isAddress ? ` id="p${number}"` : '';
  return `<a class="num"${id} href="#${escapeHtml(block)}" aria-label="${escapeHtml(words.text.paragraph(number))}">${number}</a>`;
}
