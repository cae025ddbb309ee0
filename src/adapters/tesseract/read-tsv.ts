import { around } from '../../core/facsimile/mark-blocks.ts';
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

const SPACE = /\s/;
/** Signs that stand with the sign before them in scripts without spaces. */
const MARK = /^\p{P}+$/u;
const UNSPACED_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]$/u;

/**
 * Words as they are parted in the running text. Of Korean the table has each syllable for a word: those
 * between which the text has no space become one. Where text and table differ, the table stands.
 */
export function joinAsSpaced(
  lines: readonly (readonly PageWord[])[],
  text: string,
): readonly (readonly PageWord[])[] {
  const spaces = new Set<number>();
  let signs = '';
  for (const sign of text.normalize('NFC'))
    if (SPACE.test(sign) || sign === '\f') spaces.add(signs.length);
    else signs += sign;
  if (
    lines
      .flat()
      .map((word) => word.text.replace(/\s/gu, ''))
      .join('') !== signs
  )
    return lines;
  let at = 0;
  return lines.map((words) => {
    const joined: PageWord[] = [];
    for (const [place, word] of words.entries()) {
      const before = joined.at(-1);
      if (place > 0 && before && !spaces.has(at)) joined.splice(-1, 1, asOne(before, word));
      else joined.push(word);
      at += word.text.length;
    }
    return joined;
  });
}

/** In scripts without spaces a mark belongs to what stands before it. */
export const joinMarks = (words: readonly PageWord[]): readonly PageWord[] =>
  words.reduce<readonly PageWord[]>((joined, word) => {
    const before = joined.at(-1);
    return before && MARK.test(word.text) && UNSPACED_END.test(before.text)
      ? [...joined.slice(0, -1), asOne(before, word)]
      : [...joined, word];
  }, []);

function asOne(one: PageWord, other: PageWord): PageWord {
  const [first, second] = [one.text.length, other.text.length];
  const isSaid = one.confidence !== undefined && other.confidence !== undefined;
  const mean = ((one.confidence ?? 0) * first + (other.confidence ?? 0) * second) / (first + second);
  return {
    text: one.text + other.text,
    ...around(one, other),
    ...(isSaid ? { confidence: Math.round(mean * 100) / 100 } : {}),
  };
}
