import type { ArchiveDocument } from '../../core/document.ts';
import type { BlockId } from '../../core/text.ts';
import { commonBeginnings } from './alignment.ts';
import { alignedWith, type Column } from './reader.ts';
import { piecesOf, type Piece } from './rows.ts';

/**
 * The numbers that the paragraphs of each text have on the document's page: a row of aligned texts has one
 * number in all of them, a text that stands apart has its own.
 */
export function paragraphNumbers(
  document: ArchiveDocument,
  columns: readonly Column[],
): ReadonlyMap<Column, ReadonlyMap<BlockId, number>> {
  const numbers = new Map<Column, Map<BlockId, number>>();
  const [main, ...others] = columns;
  if (main === undefined) return numbers;
  const pieces = piecesOf(main.rendition.text.blocks);
  const mine = new Map<BlockId, number>();
  numbers.set(main, mine);
  const aligned = others.flatMap((column) => {
    const beside = alignedWith(document, main.rendition, column.rendition);
    return beside === undefined ? [] : [{ column, beside, pieces: piecesOf(column.rendition.text.blocks) }];
  });
  for (const { column } of aligned) numbers.set(column, new Map());
  const starts = commonBeginnings(
    pieces.length,
    aligned.map(({ beside }) => beside),
  );
  let number = 0;
  starts.forEach((start, at) => {
    const end = starts[at + 1] ?? pieces.length;
    const first = pieces.slice(start, end).find((piece) => piece.isNumbered);
    if (first === undefined) return;
    mine.set(first.block.id, ++number);
    for (const { column, beside, pieces: theirs } of aligned)
      for (let row = start; row < end; row++) {
        const [from, to] = beside.rows.get(row) ?? [0, 0];
        const opposite = theirs.slice(from, to).find((piece) => piece.isNumbered);
        if (opposite === undefined) continue;
        numbers.get(column)?.set(opposite.block.id, number);
        break;
      }
  });
  for (const column of others)
    if (!numbers.has(column)) numbers.set(column, numbersOfOne(piecesOf(column.rendition.text.blocks)));
  return numbers;
}

function numbersOfOne(pieces: readonly Piece[]): Map<BlockId, number> {
  const numbered = pieces.filter((piece) => piece.isNumbered);
  return new Map(numbered.map((piece, at) => [piece.block.id, at + 1]));
}
