import type { PageLine, PageWord } from '../../core/facsimile/page-text.ts';
import { GLYPH_WIDTH, type GlyphlessFont } from './glyphless-font.ts';
import { pdfNumber } from './pdf-words.ts';

/** Where a page lies: points a pixel, and its height in points. */
export interface PageScale {
  readonly pointsPerPx: number;
  readonly heightPt: number;
}

const LONGEST_WORD = 500;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Scripts that are written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * The words of a page as unseen text, each as wide and as tall as its box. Pixels count from the top left
 * corner, points from the bottom left.
 */
export function unseenText(lines: readonly PageLine[], font: GlyphlessFont, scale: PageScale): string {
  let out = '';
  for (const { words } of lines)
    words.forEach((word, at) => {
      out += unseenWord(word, words[at + 1], font, scale);
    });
  return out === '' ? '' : `BT\n3 Tr\n${out}ET\n`;
}

function unseenWord(
  word: PageWord,
  next: PageWord | undefined,
  font: GlyphlessFont,
  { pointsPerPx, heightPt }: PageScale,
): string {
  const text = word.text.normalize('NFC').toWellFormed().slice(0, LONGEST_WORD).trim();
  if (text === '' || !(word.w > 0) || !(word.h > 0)) return '';
  const isRightToLeft = RIGHT_TO_LEFT.test(text);
  const shown = isRightToLeft ? turned(text) : text;
  const isParted =
    next !== undefined && !(UNSPACED.test(text.slice(-1)) && UNSPACED.test(next.text.slice(0, 1)));
  const space = isParted ? ' ' : '';
  const { hex } = font.encode(isRightToLeft ? space + shown : shown + space);
  const count = [...shown].length;
  const size = word.h * pointsPerPx;
  const width = word.w * pointsPerPx;
  const each = (size * GLYPH_WIDTH) / 1000;
  const stretch = (width / (count * each)) * 100;
  const x = word.x * pointsPerPx - (isRightToLeft && isParted ? width / count : 0);
  const y = heightPt - (word.y + word.h) * pointsPerPx;
  return `/F ${pdfNumber(size)} Tf ${pdfNumber(stretch)} Tz 1 0 0 1 ${pdfNumber(x)} ${pdfNumber(y)} Tm <${hex}> Tj\n`;
}

/** Letters of scripts that run to the left stand on a page from its right: so they are written, numbers as they are. */
const turned = (text: string): string => {
  const pieces = text.match(/[\p{N}]+(?:[.,:/][\p{N}]+)*|\P{M}\p{M}*|\p{M}+/gu) ?? [];
  return pieces.reverse().join('');
};
