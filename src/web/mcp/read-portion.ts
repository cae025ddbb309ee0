import type { ArchiveDocument } from '../../core/document.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import { writeBlock } from '../../formats/text/write-plain-text.ts';
import type { Piece } from '../public/rows.ts';
import { urlInEdition } from './records.ts';
import { cutAt, shortened } from './shorten.ts';
import type { Asking } from './tool.ts';
import { citedWords, notesIn, wordsOf, type ReadText } from './units.ts';

/** Which part of a text is read: pieces from one to another, the first from a letter on. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly letter: number;
  /** How many letters the answer may have, about. */
  readonly most: number;
}

/** Where reading goes on. */
export interface Rest {
  readonly block: string;
  readonly letter: number;
}

/** What stands about the words of a block costs so much room. */
const ABOUT_A_BLOCK = 250;
const MOST_NOTES = 30;
const NOTE_LETTERS = 1000;

/** Blocks of a text within bounds, the notes that they name, and where to go on. */
export function readPortion(
  asking: Asking,
  view: PublicRecord<ArchiveDocument>,
  text: ReadText,
  stretch: Stretch,
): { readonly blocks: readonly object[]; readonly notes?: readonly object[]; readonly rest?: Rest } {
  const blocks: object[] = [];
  const shown: Piece[] = [];
  let room = stretch.most;
  let rest: Rest | undefined;
  for (let at = stretch.from; at <= stretch.to && rest === undefined; at++) {
    const piece = text.pieces[at];
    if (piece === undefined) break;
    const begin = at === stretch.from ? stretch.letter : 0;
    const words = wordsOf(text, piece).slice(begin);
    const isFirst = shown.length === 0;
    if (words.length + ABOUT_A_BLOCK > room && !isFirst) {
      rest = { block: piece.id, letter: 0 };
      break;
    }
    const part = words.length > room ? cutAt(words, room) : words;
    if (part.length < words.length) rest = { block: piece.id, letter: begin + part.length };
    blocks.push(blockOf(asking, view, text, piece, { words: part, begin, isCut: rest !== undefined }));
    shown.push(piece);
    room -= part.length + ABOUT_A_BLOCK;
  }
  const notes = notesOf(text, shown);
  return {
    blocks,
    ...(notes.length === 0 ? {} : { notes }),
    ...(rest === undefined ? {} : { rest }),
  };
}

function blockOf(
  asking: Asking,
  view: PublicRecord<ArchiveDocument>,
  text: ReadText,
  { block }: Piece,
  { words, begin, isCut }: { readonly words: string; readonly begin: number; readonly isCut: boolean },
): object {
  const number = text.numbers.get(block.id);
  const cited = citedWords(block);
  const digest = cited === '' ? undefined : asking.room.passageDigest(cited);
  return {
    block: block.id,
    kind: block.kind,
    number,
    ...(digest === undefined
      ? {}
      : { cite: `${number === undefined ? '' : `¶ ${number} `}[${block.id} ${digest}]`, digest }),
    url: urlInEdition(asking, view, block.id),
    lang: block.lang,
    fromLetter: begin === 0 ? undefined : begin,
    isCut: isCut ? true : undefined,
    words,
  };
}

const notesOf = (text: ReadText, shown: readonly Piece[]): readonly object[] =>
  notesIn(
    text.rendition.text,
    shown.flatMap(({ block }) => (block.kind === 'part' ? [] : [block])),
  )
    .slice(0, MOST_NOTES)
    .map((note) => ({
      block: note.id,
      mark: `[${text.notes.get(note.id) ?? note.label}]`,
      words: shortened(note.blocks.map((block) => writeBlock(block, text.notes)).join('\n'), NOTE_LETTERS),
    }));
