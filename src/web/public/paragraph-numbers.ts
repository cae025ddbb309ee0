import type { ArchiveDocument } from '../../core/document.ts';
import type { Words } from '../../words/words.ts';
import { commonBeginnings } from './alignment.ts';
import { alignedWith, columnsOf } from './reader.ts';
import { piecesOf, type Piece } from './rows.ts';

/** The number that readers see beside each block: of texts side by side that of the row in which it stands. */
export function paragraphNumbers(document: ArchiveDocument, words: Words): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const [main, ...others] = columnsOf(document, words);
  if (main === undefined) return numbers;
  const pieces = piecesOf(main.rendition.text.blocks);
  const besides = others.flatMap(({ rendition }) => {
    const beside = alignedWith(document, main.rendition, rendition);
    if (beside === undefined) countOne(piecesOf(rendition.text.blocks), numbers);
    return beside === undefined ? [] : [{ beside, pieces: piecesOf(rendition.text.blocks) }];
  });
  if (besides.length === 0) {
    countOne(pieces, numbers);
    return numbers;
  }
  const starts = commonBeginnings(
    pieces.length,
    besides.map(({ beside }) => beside),
  );
  let number = 0;
  starts.forEach((start, at) => {
    const end = starts[at + 1] ?? pieces.length;
    const row = pieces.slice(start, end);
    if (!row.some(({ isNumbered }) => isNumbered)) return;
    number += 1;
    for (const { id, isNumbered } of row) if (isNumbered) numbers.set(id, number);
    for (const { beside, pieces: across } of besides)
      for (let line = start; line < end; line++) {
        const [from, to] = beside.rows.get(line) ?? [0, 0];
        for (const { id, isNumbered } of across.slice(from, to)) if (isNumbered) numbers.set(id, number);
      }
  });
  return numbers;
}

function countOne(pieces: readonly Piece[], numbers: Map<string, number>): void {
  let number = 0;
  for (const { id, isNumbered } of pieces) if (isNumbered) numbers.set(id, ++number);
}
