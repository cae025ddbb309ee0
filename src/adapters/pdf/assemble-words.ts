import { around, markBlocks } from '../../core/facsimile/mark-blocks.ts';
import type { PageLine, PageWord } from '../../core/facsimile/page-text.ts';
import { lamBeforeAlef } from './lam-alef.ts';
import type { Region } from '../../core/rendition.ts';

/** A character of a PDF page: its code point (0 where the font does not say), its place in pixels. */
export interface PdfChar {
  readonly code: number;
  readonly region: Region;
  /** Not in the file: a space or line end that its layout implies. */
  readonly isImplied: boolean;
}

/** A line end, as the reader of characters implies it. */
const LINE_END = new Set([0x0a, 0x0d]);
/** PDFium's sign for a hyphen at the end of a line; printed it is a hyphen. */
const LINE_HYPHEN = 0x02;
const SOFT_HYPHEN = '\u00AD';
/** Ligatures and presentation forms, which stand for their letters. */
const PRESENTED = /[\uFB00-\uFB4F\uFB50-\uFDFF\uFE70-\uFEFC]/g;

/**
 * The words of a page in the order of its characters. A word ends at a space, at a line end, or where the
 * next character stands elsewhere. A hyphen at the end of a line stays, a soft one within it goes, a
 * ligature becomes its letters. A line that stands well away from the one before begins a block.
 */
export function assembleLines(chars: Iterable<PdfChar>): readonly PageLine[] {
  const lines: Word[][] = [];
  let line: Word[] = [];
  let word: Word | undefined;
  const endWord = (): void => {
    if (word && word.text !== '') line.push(word);
    word = undefined;
  };
  const endLine = (): void => {
    endWord();
    if (line.length > 0) lines.push(line);
    line = [];
  };
  for (const { code, region } of lamBeforeAlef(chars)) {
    const letter = letterOf(code);
    if (LINE_END.has(code)) endLine();
    else if (/^\s$/.test(letter)) endWord();
    else if (word && isElsewhere(word, region)) {
      if (isOtherLine(word, region)) endLine();
      else endWord();
      word = { text: letter, ...region };
    } else word = word ? { text: word.text + letter, ...around(word, region) } : { text: letter, ...region };
  }
  endLine();
  return markBlocks(lines.map((words) => words.map(cleaned).filter(({ text }) => text !== '')));
}

type Word = { readonly text: string } & Region;

const letterOf = (code: number): string => {
  if (code === LINE_HYPHEN) return '-';
  if (code > 0x10ffff || (code < 0x20 && !LINE_END.has(code) && code !== 9)) return '\uFFFD';
  return String.fromCodePoint(code);
};

/** A jump by more than twice the height of the writing is no part of the same word. */
function isElsewhere(word: Region, next: Region): boolean {
  if (next.w === 0 && next.h === 0) return false;
  const reach = 2 * Math.max(word.h, next.h, 1);
  const gapX = Math.max(next.x - (word.x + word.w), word.x - (next.x + next.w));
  const gapY = Math.max(next.y - (word.y + word.h), word.y - (next.y + next.h));
  return gapX > reach || gapY > reach / 2;
}

const isOtherLine = (word: Region, next: Region): boolean =>
  next.y > word.y + word.h || next.y + next.h < word.y;

function cleaned({ text, ...region }: Word): PageWord {
  const shown = text.endsWith(SOFT_HYPHEN) ? `${text.slice(0, -1)}-` : text;
  const letters = shown
    .replaceAll(SOFT_HYPHEN, '')
    .replace(PRESENTED, (form) => form.normalize('NFKC'))
    .toWellFormed()
    .normalize('NFC');
  return { text: letters, ...region };
}
