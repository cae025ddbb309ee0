import type { PageText, PageWord } from '../../core/facsimile/page-text.ts';

/** Of the signs that are no space, so many must be letters, figures or common marks. */
const LEAST_LEGIBLE = 0.85;
/** Of them, so many must be letters or figures: a page of full stops was not read. */
const LEAST_LETTERS = 0.5;
/** A scan has at least so many words between its margins; fewer are a stamp or a running number. */
const LEAST_WORDS_OF_A_SCAN = 8;
/** The share of a page's height at its head and foot where stamps and numbers stand. */
const MARGIN = 0.1;
/** Single letters that stand alone, beyond this share: the spacing was lost, and the words with it. */
const MOST_SINGLE = 0.6;

const LETTER = /[\p{L}\p{N}]/u;
const LEGIBLE = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u;
/** What fonts without a table of characters give: nothing, private signs, the sign for "unknown". */
const LOST = /[\p{Co}\p{Cn}\p{Cc}\uFFFD]/u;
/** Written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Whether the words that a PDF gives for a page are worth more than reading its picture: they are legible,
 * stand on the page, and, where the page is a scan, are more than the stamp that somebody put on it.
 *
 *   "Record of conversation …"            worth having
 *   "\uE012\uE044\uE051 …"                not: the font has no table of characters
 *   "APPROVED FOR RELEASE 2003" on a scan not: only the stamp was typed
 */
export function isWorthHaving(page: PageText, isScan: boolean): boolean {
  const words = page.lines.flatMap((line) => line.words);
  if (words.length === 0 || !isLegible(words)) return false;
  const placed = words.filter((word) => standsOn(word, page));
  if (placed.length < words.length * 0.8) return false;
  return !isScan || countOf(placed.filter((word) => isBetweenMargins(word, page))) >= LEAST_WORDS_OF_A_SCAN;
}

function isLegible(words: readonly PageWord[]): boolean {
  const signs = words.flatMap(({ text }) => [...text]);
  const share = (pattern: RegExp): number => signs.filter((sign) => pattern.test(sign)).length / signs.length;
  if (share(LEGIBLE) - share(LOST) < LEAST_LEGIBLE || share(LETTER) < LEAST_LETTERS) return false;
  const spaced = words.filter(({ text }) => !UNSPACED.test(text));
  const single = spaced.filter(({ text }) => /^\p{L}$/u.test(text)).length;
  return spaced.length < 20 || single / spaced.length <= MOST_SINGLE;
}

const standsOn = ({ x, y, w, h }: PageWord, { widthPx, heightPx }: PageText): boolean =>
  w > 0 && h > 0 && x < widthPx && y < heightPx;

const isBetweenMargins = ({ y, h }: PageWord, { heightPx }: PageText): boolean =>
  y + h / 2 > heightPx * MARGIN && y + h / 2 < heightPx * (1 - MARGIN);

/** Words; where none are set apart by spaces, two signs count as one. */
const countOf = (words: readonly PageWord[]): number =>
  words.reduce((sum, { text }) => sum + (UNSPACED.test(text) ? Math.ceil([...text].length / 2) : 1), 0);
