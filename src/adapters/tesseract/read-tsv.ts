import type { PageWord } from '../../core/facsimile/page-text.ts';

/** More words than any sheet of paper holds. */
const MOST_ROWS = 200_000;
const WORD = '5';

/**
 * The words of tesseract's table, in lines, in pixels of the picture that it was given. Its paragraphs are
 * not taken: in typescript with wide lines it ends one at every line.
 * A row has level, page, block, paragraph, line, word, left, top, width, height, confidence (0 to 100,
 * -1 for none), text; rows that are not so are passed over.
 */
export function readTsv(tsv: string): readonly (readonly PageWord[])[] {
  const lines: PageWord[][] = [];
  let line = '';
  for (const row of tsv.split('\n', MOST_ROWS)) {
    const cells = row.split('\t');
    const word = cells[0] === WORD ? wordOf(cells) : undefined;
    if (!word) continue;
    const [, page, block, inBlock, inParagraph] = cells;
    const nextLine = `${page} ${block} ${inBlock} ${inParagraph}`;
    if (nextLine !== line) lines.push([]);
    line = nextLine;
    lines.at(-1)?.push(word);
  }
  return lines;
}

function wordOf(cells: readonly string[]): PageWord | undefined {
  const text = (cells[11] ?? '').trim().toWellFormed().normalize('NFC');
  const [x, y, w, h, confidence] = cells.slice(6, 11).map(Number);
  if (text === '' || x === undefined || y === undefined || w === undefined || h === undefined)
    return undefined;
  if (![x, y, w, h].every(Number.isFinite)) return undefined;
  const isSaid = confidence !== undefined && confidence >= 0 && confidence <= 100;
  return { text, x, y, w, h, ...(isSaid ? { confidence: Math.round(confidence) / 100 } : {}) };
}
