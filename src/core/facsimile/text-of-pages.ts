import type { BlockId, Inline, Block, Text } from '../text.ts';
import { blockId } from '../text.ts';
import { isDoubtful } from './doubtful.ts';
import type { PageLine, PageText } from './page-text.ts';

/** A page of a facsimile with the words that stand on it; none known: only where it begins. */
export interface ReadPage {
  readonly label: string;
  /** What the image is called, so that the text names its page by it. */
  readonly name?: string;
  readonly text?: PageText;
}

/**
 * The words of pages as a text to be read: where each page begins, then its paragraphs. A line that ends well
 * before its neighbours was ended by its writer, and stays a line; a word divided at a line's end is whole again.
 *
 *   page "3": [ "We have the ho-", "nour to report", "J. Smith" ]
 *   ->        page-break 3, paragraph "We have the honour to report" / "J. Smith"
 *
 * A paragraph that goes on over the page's end stays two: what begins a page can be cited with it.
 * Words of which the engine was unsure are marked as unclear.
 */
export function textOfPages(pages: readonly ReadPage[]): Text {
  let last = 0;
  const mint = (): BlockId => blockId(++last);
  const blocks: Block[] = [];
  for (const { label, name, text } of pages) {
    const page = { label, ...(name === undefined ? {} : { image: name }) };
    blocks.push({ kind: 'page-break', id: mint(), page });
    for (const { content } of text ? paragraphsOf(text) : [])
      blocks.push({ kind: 'paragraph', id: mint(), content });
  }
  return { blocks, notes: [] };
}

/** A paragraph of a page: its lines, and what they say. */
export interface PageParagraph {
  readonly lines: readonly PageLine[];
  readonly content: readonly Inline[];
}

/** The paragraphs that the words of a page make; none without a word. */
export const paragraphsOf = ({ lines }: PageText): readonly PageParagraph[] =>
  blocksOf(lines)
    .map((of) => ({ lines: of, content: joinedLines(of) }))
    .filter(({ content }) => content.length > 0);

function blocksOf(lines: readonly PageLine[]): readonly (readonly PageLine[])[] {
  const blocks: PageLine[][] = [];
  for (const line of lines) {
    const open = blocks.at(-1);
    if (line.isBlockStart || open === undefined) blocks.push([line]);
    else open.push(line);
  }
  return blocks;
}

/** A line that ends before so much of the width of its paragraph was ended by its writer. */
const ENDED_AT = 0.75;

function joinedLines(lines: readonly PageLine[]): readonly Inline[] {
  const full = lines.filter(({ words }) => words.length > 0);
  const left = Math.min(...full.map(({ words }) => words[0]?.x ?? 0));
  const right = Math.max(...full.map(endOf));
  const ended = left + (right - left) * ENDED_AT;
  const content: Inline[] = [];
  let held: Run[] = [];
  for (const [at, line] of full.entries()) {
    addLine(held, line);
    if (at === full.length - 1 || endOf(line) >= ended || isDivided(held.at(-1)?.text ?? '')) continue;
    content.push(...inlinesOf(held), { kind: 'line-break' });
    held = [];
  }
  return [...content, ...inlinesOf(held)];
}

const endOf = ({ words }: PageLine): number => Math.max(...words.map(({ x, w }) => x + w));

/** Words one behind the other of which the engine was sure, or of which it was not. */
interface Run {
  readonly text: string;
  readonly isDoubtful: boolean;
}

/** Doubtful words are marked as such; the space before or after them is not. */
const inlinesOf = (runs: readonly Run[]): readonly Inline[] =>
  runs.flatMap(({ text, isDoubtful }): readonly Inline[] => {
    if (text === '') return [];
    return [isDoubtful ? { kind: 'mark', mark: 'unclear', content: [text] } : text];
  });

/** Adds a run behind others: `join` says how its first word is set behind their last one, and what that one loses. */
function addRun(runs: Run[], next: Run, join: (before: string, after: string) => string): void {
  const last = runs.pop();
  if (last === undefined) return void runs.push(next);
  const both = join(last.text, next.text);
  if (last.isDoubtful === next.isDoubtful) return void runs.push({ ...last, text: both });
  const kept = both.slice(0, both.length - next.text.length);
  if (last.isDoubtful && kept.endsWith(' '))
    runs.push({ ...last, text: kept.slice(0, -1) }, { ...next, text: ` ${next.text}` });
  else runs.push({ ...last, text: kept }, next);
}

/** Scripts that set no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

function spaced(before: string, after: string): string {
  if (before === '' || after === '') return before + after;
  const isClose = UNSPACED.test(lastOf(before)) && UNSPACED.test([...after].at(0) ?? '');
  return isClose ? before + after : `${before} ${after}`;
}

const lastOf = (text: string): string => [...text.slice(-2)].at(-1) ?? '';

/** Ends in a sign that a word goes on: a soft hyphen or "¬" always, a hyphen after a letter perhaps. */
const DIVIDED = /(?:[\u00ac\u00ad]|(?<=\p{L})[-\u2010])$/u;
const isDivided = (text: string): boolean => DIVIDED.test(text);

/** A line behind what stands before it. */
function addLine(runs: Run[], { words }: PageLine): void {
  for (const [at, word] of words.entries())
    addRun(runs, { text: word.text, isDoubtful: isDoubtful(word) }, at === 0 ? joined : spaced);
}

/** The last word of a line and the first of the next. What a hyphen divides is joined where it goes on with a small letter. */
function joined(before: string, after: string): string {
  if (/[\u00ac\u00ad]$/u.test(before)) return before.slice(0, -1) + after;
  if (isDivided(before)) return /^\p{Ll}/u.test(after) ? before.slice(0, -1) + after : before + after;
  return spaced(before, after);
}
