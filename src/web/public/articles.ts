import type { ArchiveDocument } from '../../core/document.ts';
import { commonBeginnings, type Beside } from './alignment.ts';
import { alignedWith, type Column } from './reader.ts';
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
    const rows = alignedWith(document, main.rendition, column.rendition);
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
