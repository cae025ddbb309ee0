import type { Region } from '../rendition.ts';
import { tokenize } from '../tokens/tokenize.ts';
import { isSpacedFrom, UNSPACED } from './line-words.ts';
import type { PageText, PageWord } from './page-text.ts';

/** A word that is looked for: its terms, one behind the other; of a single Chinese or Korean sign its beginning. */
export interface SoughtWord {
  readonly terms: readonly string[];
  readonly isOpen: boolean;
}

/** Where words were found on a page: a rectangle for each line, and what stands around them. */
export interface FoundOnPage {
  readonly regions: readonly Region[];
  readonly before: string;
  readonly exact: string;
  readonly after: string;
}

const MOST_WORDS = 20;
const LONGEST_QUESTION = 400;
const CONTEXT = 60;

/** What a question looks for: each of its words; empty where it has none. */
export function soughtWords(question: string): readonly SoughtWord[] {
  return question
    .slice(0, LONGEST_QUESTION)
    .split(/\s+/)
    .slice(0, MOST_WORDS)
    .flatMap((word) => {
      const tokens = tokensOf(word);
      // The last sign of a run stands alone behind the pair that it ends.
      const terms = tokens.filter((token, at) => at === 0 || token.end !== tokens[at - 1]?.end);
      return terms.length === 0
        ? []
        : [{ terms: terms.map(({ term }) => term), isOpen: terms.length === 1 && SIGN.test(word) }];
    });
}

const SIGN = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  tokenize(text, (term, start, end) => void tokens.push({ term, start, end }));
  return tokens;
}

/** A page's words as one text, and where each of them begins and ends in it. */
interface Laid {
  readonly text: string;
  readonly words: readonly { readonly word: PageWord; readonly line: number; readonly start: number }[];
}

function layOut(page: PageText): Laid {
  const words: { readonly word: PageWord; readonly line: number; readonly start: number }[] = [];
  let text = '';
  for (const [line, { words: ofLine }] of page.lines.entries()) {
    for (const [at, word] of ofLine.entries()) {
      if (at > 0 && isSpacedFrom(text, word.text)) text += ' ';
      words.push({ word, line, start: text.length });
      text += word.text;
    }
    text += '\n';
  }
  return { text, words };
}

/**
 * Where the words of a question stand on a page, in the order of reading: nowhere unless all of them do.
 * Words that follow each other are one place. At most so many places.
 *
 *   "harbour master" on "The harbour-master of …" -> one place, with its rectangle
 */
export function findOnPage(
  page: PageText,
  sought: readonly SoughtWord[],
  most: number,
): readonly FoundOnPage[] {
  if (sought.length === 0) return [];
  const laid = layOut(page);
  const tokens = tokensOf(laid.text);
  const ranges: { start: number; end: number }[] = [];
  for (const word of sought) {
    const found = tokens.flatMap((_, at) => rangeAt(tokens, at, word) ?? []);
    if (found.length === 0) return [];
    ranges.push(...found);
  }
  return joined(
    ranges.sort((a, b) => a.start - b.start || a.end - b.end),
    laid.text,
  )
    .slice(0, most)
    .map(({ start, end }) => ({
      regions: regionsOf(laid, start, end),
      before: spaced(laid.text.slice(Math.max(0, start - CONTEXT), start)),
      exact: spaced(laid.text.slice(start, end)),
      after: spaced(laid.text.slice(end, end + CONTEXT)),
    }));
}

const spaced = (text: string): string => text.replaceAll('\n', ' ');

interface Range {
  readonly start: number;
  readonly end: number;
}

function rangeAt(tokens: readonly Token[], at: number, { terms, isOpen }: SoughtWord): Range | undefined {
  const [first = ''] = terms;
  const start = tokens[at];
  if (start === undefined) return undefined;
  if (isOpen)
    return start.term.startsWith(first) ? { start: start.start, end: start.start + first.length } : undefined;
  if (!terms.every((term, n) => tokens[at + n]?.term === term)) return undefined;
  return { start: start.start, end: tokens[at + terms.length - 1]?.end ?? start.end };
}

const GAP = /^[^\p{L}\p{N}]{0,3}$/u;

/** Ranges that overlap, or have nothing but a space or a mark between them, as one. */
function joined(ranges: readonly Range[], text: string): readonly Range[] {
  const runs: Range[] = [];
  for (const range of ranges) {
    const last = runs.at(-1);
    if (last && (range.start <= last.end || GAP.test(text.slice(last.end, range.start))))
      runs[runs.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else runs.push(range);
  }
  return runs;
}

/** A rectangle around what of a range stands in each line. Of a word in signs only the part that is meant. */
function regionsOf({ words }: Laid, start: number, end: number): readonly Region[] {
  const byLine = new Map<number, Region>();
  for (const { word, line, start: from } of words) {
    if (from >= end || from + word.text.length <= start) continue;
    const part = partOf(word, start - from, end - from);
    const known = byLine.get(line);
    byLine.set(line, known ? around(known, part) : part);
  }
  return [...byLine.values()];
}

function partOf({ x, y, w, h, text }: PageWord, start: number, end: number): Region {
  if (!UNSPACED.test(text)) return { x, y, w, h };
  const from = Math.max(0, start) / text.length;
  const to = Math.min(text.length, end) / text.length;
  return { x: x + w * from, y, w: w * (to - from), h };
}

function around(a: Region, b: Region): Region {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}
