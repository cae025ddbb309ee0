import { leavesOf } from '../../core/citation/passage.ts';
import type { ArchiveDocument } from '../../core/document.ts';
import { eachMarked } from '../../core/each-marked.ts';
import { marksIn } from '../../core/facsimile/text-on-page.ts';
import type { Transcription, Translation } from '../../core/rendition.ts';
import type { Block, BlockId, Text } from '../../core/text.ts';
import { writeBlock } from '../../formats/text/write-plain-text.ts';
import type { Words } from '../../words/words.ts';
import { paragraphNumbers } from '../public/paragraph-numbers.ts';
import { columnsOf } from '../public/reader.ts';
import { piecesOf, type Piece } from '../public/rows.ts';

export type TextRendition = Transcription | Translation;

export const textsOf = ({ renditions }: Pick<ArchiveDocument, 'renditions'>): readonly TextRendition[] =>
  renditions.filter((one) => one.kind !== 'facsimile');

/** The pieces of a text in which it is read, each with the number that readers see beside it. */
export interface ReadText {
  readonly rendition: TextRendition;
  readonly pieces: readonly Piece[];
  readonly numbers: ReadonlyMap<BlockId, number>;
  /** Under which number the mark of a note stands in the words. */
  readonly notes: ReadonlyMap<BlockId, number>;
}

export function readText(document: ArchiveDocument, rendition: TextRendition, words: Words): ReadText {
  const columns = columnsOf(document, words);
  const column = columns.find((one) => one.rendition === rendition);
  const numbers = paragraphNumbers(document, columns);
  return {
    rendition,
    pieces: piecesOf(rendition.text.blocks),
    numbers: (column && numbers.get(column)) ?? new Map(),
    notes: new Map(rendition.text.notes.map(({ id }, at) => [id, at + 1])),
  };
}

/** What a piece says; of a part only its name, since its blocks are pieces of their own. */
export const wordsOf = ({ notes }: ReadText, { block }: Piece): string =>
  block.kind === 'part' ? block.role : writeBlock(block, notes);

/** The words of which the digest of a block is taken; empty where it has none. */
export const citedWords = (block: Block): string =>
  block.kind === 'part'
    ? ''
    : [...leavesOf({ blocks: [block], notes: [] })].map(({ text }) => text).join('\n');

/** The notes whose marks stand in some blocks. */
export function notesIn(text: Text, blocks: readonly Block[]): Text['notes'] {
  const marked = new Set<BlockId>();
  eachMarked({ blocks, notes: [] }, (one) => {
    if (one.kind === 'note-mark') marked.add(one.note);
  });
  return marked.size === 0 ? [] : text.notes.filter(({ id }) => marked.has(id));
}

/** From which piece to which a page reaches, by its printed number; undefined where no mark has it. */
export function pageRange(
  pieces: readonly Piece[],
  label: string,
): { readonly from: number; readonly to: number } | undefined {
  const labels = pieces.map(({ block }) =>
    block.kind === 'part' ? [] : marksIn(block).map((mark) => mark.label),
  );
  const from = labels.findIndex((one) => one.includes(label));
  if (from === -1) return undefined;
  const isLast = labels[from]?.at(-1) === label;
  const next = labels.findIndex((one, at) => at > from && one.length > 0);
  if (!isLast) return { from, to: from };
  if (next === -1) return { from, to: pieces.length - 1 };
  // A page that ends within a block has a part of it.
  return { from, to: pieces[next]?.kind === 'leaf' ? next - 1 : next };
}

/** Where a block stands among the pieces: itself, or the piece that has it within; -1 where none has. */
export const pieceWith = (pieces: readonly Piece[], block: string): number =>
  pieces.findIndex(
    (piece) =>
      piece.id === block ||
      (piece.block.kind !== 'part' &&
        [...leavesOf({ blocks: [piece.block], notes: [] })].some(({ ids }) =>
          ids.some((id) => id === block),
        )),
  );
