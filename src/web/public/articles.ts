import type { ArchiveDocument } from '../../core/document.ts';
import { besideMain, commonBeginnings, type Beside } from './alignment.ts';
import type { Column, TextRendition } from './reader.ts';
import { piecesOf, type Piece } from './rows.ts';

/** Texts that stand side by side in rows, or one that stands alone: how it is laid out, before any of it is written. */
export interface Article {
  readonly columns: readonly [Column, ...Column[]];
  /** The pieces of each column's text. */
  readonly pieces: readonly (readonly Piece[])[];
  /** For each column after the first, what of it stands beside the first. */
  readonly beside: readonly Beside[];
  /** At which pieces of the first column rows begin. */
  readonly starts: readonly number[];
  /** The first of a document: its numbers are addresses of their own. */
  readonly isMain: boolean;
}

/** The texts of a document: those that are aligned with the main one in one article, the others each in its own. */
export function articlesOf(document: ArchiveDocument, columns: readonly Column[]): readonly Article[] {
  const [main, ...others] = columns;
  if (main === undefined) return [];
  const mainPieces = piecesOf(main.rendition.text.blocks);
  const aligned: Column[] = [];
  const pieces = [mainPieces];
  const beside: Beside[] = [];
  const apart: Article[] = [];
  for (const column of others) {
    const own = piecesOf(column.rendition.text.blocks);
    const rows = alignedWith(document, main.rendition, column.rendition, mainPieces, own);
    if (rows === undefined) apart.push(alone(column, own, false));
    else {
      aligned.push(column);
      pieces.push(own);
      beside.push(rows);
    }
  }
  if (aligned.length === 0) return [alone(main, mainPieces, true), ...apart];
  const starts = commonBeginnings(mainPieces.length, beside);
  return [{ columns: [main, ...aligned], pieces, beside, starts, isMain: true }, ...apart];
}

const alone = (column: Column, pieces: readonly Piece[], isMain: boolean): Article => ({
  columns: [column],
  pieces: [pieces],
  beside: [],
  starts: pieces.map((_, at) => at),
  isMain,
});

function alignedWith(
  document: ArchiveDocument,
  main: TextRendition,
  other: TextRendition,
  mainPieces: readonly Piece[],
  otherPieces: readonly Piece[],
): Beside | undefined {
  const ids = (pieces: readonly Piece[]): string[] => pieces.map((piece) => piece.id);
  for (const alignment of document.alignments) {
    const isTurned = alignment.from === other.key && alignment.to === main.key;
    if (!isTurned && !(alignment.from === main.key && alignment.to === other.key)) continue;
    const beside = besideMain(ids(mainPieces), ids(otherPieces), alignment.links, isTurned);
    if (beside.rows.size > 0) return beside;
  }
  return undefined;
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
