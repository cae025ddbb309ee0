import type { PageLine, PageText, PageWord } from '../../core/facsimile/page-text.ts';
import { problem, type Problem } from '../../core/problem.ts';
import type { MadeBy, Region } from '../../core/rendition.ts';
import { MOST_WORDS } from './page-text-json.ts';

/** The words of pages as a file that lies beside the images gives them (ALTO, PAGE XML, hOCR). */
export interface GivenPages {
  readonly pages: readonly GivenPage[];
  readonly problems: readonly Problem[];
}

/** A page in the measure of its file: {@link onImage} brings it to the pixels of the image. */
export interface GivenPage {
  readonly text: PageText;
  /** What the file calls the image. */
  readonly imageName?: string;
  /** Whether its measure is pixels of some image, or a tenth of a millimetre, or the like. */
  readonly isInPixels: boolean;
}

/** How many pages one such file may hold. */
export const MOST_PAGES = 10_000;

/** What a page was found to be while its words came in. */
export interface PageMeasure {
  /** Absent where the file does not say: then the furthest word says it. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly isInPixels: boolean;
  readonly imageName?: string | undefined;
}

/**
 * Gathers the words of one page. A box that leaves the page is clipped to it, a line that has only its text is
 * divided by the length of its words, and both are counted, to be said.
 */
export class PageBuilder {
  readonly #file: string;
  readonly #name: string;
  readonly #measure: PageMeasure;
  readonly #blocks = new Map<string, PageLine[]>();
  #block: PageLine[] | undefined;
  #line: PageWord[] = [];
  #words = 0;
  #guessed = 0;

  constructor(file: string, name: string, measure: PageMeasure) {
    this.#file = file;
    this.#name = name;
    this.#measure = measure;
  }

  /** A paragraph, or whatever the file takes for one. `id`: by which a reading order names it. */
  startBlock(id?: string): void {
    this.endLine();
    this.#block = [];
    this.#blocks.set(id === undefined || this.#blocks.has(id) ? `#${this.#blocks.size}` : id, this.#block);
  }

  endLine(): void {
    const words = this.#line;
    this.#line = [];
    if (words.length === 0) return;
    if (this.#block === undefined) this.startBlock();
    this.#block?.push({ isBlockStart: this.#block.length === 0, words });
  }

  word(text: string, box: Region, confidence?: number): void {
    const whole = text.normalize('NFC').trim();
    if (whole === '') return;
    const parts = whole.split(/\s+/u);
    if (parts.length > 1) this.#guessed += parts.length;
    for (const [at, part] of divided(parts, box).entries())
      this.#take({ text: parts[at] ?? '', ...part, ...(confidence === undefined ? {} : { confidence }) });
  }

  /** The last word of the line goes on in the next: it bears a soft hyphen, which is seen only where a line ends. */
  hyphenate(): void {
    const last = this.#line.pop();
    if (last) this.#line.push({ ...last, text: `${last.text.replace(/[-\u00ac\u00ad\u2010]$/u, '')}\u00ad` });
  }

  #take(word: PageWord): void {
    this.#words++;
    if (this.#words <= MOST_WORDS) this.#line.push(word);
  }

  /** The page, its blocks in this order (those that it does not name come after), and what is to be said of it. */
  finish(
    order: readonly string[],
    madeBy: MadeBy | undefined,
  ): {
    readonly page: GivenPage;
    readonly problems: readonly Problem[];
  } {
    this.endLine();
    const lines = this.#inOrder(order);
    const { width, height, isInPixels, imageName } = this.#measure;
    const [right, bottom] = furthest(lines);
    const size = {
      widthPx: Math.max(1, Math.round(width ?? right)),
      heightPx: Math.max(1, Math.round(height ?? bottom)),
    };
    const clipped = clip(lines, size.widthPx, size.heightPx);
    const isSizeKnown = width !== undefined && height !== undefined;
    return {
      page: {
        text: { ...size, lines: clipped.lines, ...(madeBy ? { madeBy } : {}) },
        isInPixels: isInPixels && isSizeKnown,
        ...(imageName === undefined || imageName === '' ? {} : { imageName }),
      },
      problems: this.#said(clipped.outside, isSizeKnown || lines.length === 0),
    };
  }

  #inOrder(order: readonly string[]): readonly PageLine[] {
    const left = new Map(this.#blocks);
    const first = order.flatMap((id) => {
      const block = left.get(id) ?? [];
      left.delete(id);
      return block;
    });
    return [...first, ...[...left.values()].flat()];
  }

  #said(outside: number, isSizeKnown: boolean): readonly Problem[] {
    const where = { file: this.#file, ...(this.#name === '' ? {} : { field: this.#name }) };
    return [
      ...(outside > 0 ? [problem('words-outside', where, { facts: { count: outside } })] : []),
      ...(this.#guessed > 0 ? [problem('words-divided', where, { facts: { count: this.#guessed } })] : []),
      ...(isSizeKnown ? [] : [problem('page-size-missing', where)]),
      ...(this.#words > MOST_WORDS
        ? [problem('too-large', where, { facts: { limit: '100,000 words a page' } })]
        : []),
    ];
  }
}

/** A box cut across into as many as there are words, each as wide as its letters and the space after it. */
function divided(words: readonly string[], box: Region): readonly Region[] {
  const total = words.reduce((sum, word) => sum + word.length + 1, -1);
  let before = 0;
  return words.map((word) => {
    const from = box.x + (box.w * before) / total;
    const w = (box.w * word.length) / total;
    before += word.length + 1;
    return { x: Math.round(from), y: box.y, w: Math.round(w), h: box.h };
  });
}

function furthest(lines: readonly PageLine[]): readonly [right: number, bottom: number] {
  let [right, bottom] = [0, 0];
  for (const { words } of lines)
    for (const { x, y, w, h } of words) {
      right = Math.max(right, x + w);
      bottom = Math.max(bottom, y + h);
    }
  return [right, bottom];
}

function clip(
  lines: readonly PageLine[],
  width: number,
  height: number,
): { readonly lines: readonly PageLine[]; readonly outside: number } {
  let outside = 0;
  const within = (at: number, most: number): number => Math.min(Math.max(Math.round(at), 0), most);
  const clipped = lines.map((line) => ({
    ...line,
    words: line.words.map((word) => {
      const [x, y] = [within(word.x, width), within(word.y, height)];
      const [right, bottom] = [within(word.x + word.w, width), within(word.y + word.h, height)];
      const box = { x, y, w: Math.max(0, right - x), h: Math.max(0, bottom - y) };
      // Half a unit is how numbers are rounded, and nothing to speak of.
      const isOut = word.x < -1 || word.y < -1 || word.x + word.w > width + 1 || word.y + word.h > height + 1;
      if (isOut) outside++;
      return { ...word, ...box };
    }),
  }));
  return { lines: clipped, outside };
}

/**
 * The words of a page on an image of another size or measure: each box scaled, in whole pixels.
 *
 *   2100 x 2970 (tenths of a millimetre), on 2480 x 3508 -> x * 2480 / 2100, y * 3508 / 2970
 *
 * Where the shapes differ, one of the two sizes is not this page's: then widths alone are believed.
 */
export function onImage(text: PageText, widthPx: number, heightPx: number): PageText {
  if (text.widthPx === widthPx && text.heightPx === heightPx) return text;
  const byX = widthPx / text.widthPx;
  const byY = hasShapeOf(text, { widthPx, heightPx }) ? heightPx / text.heightPx : byX;
  const within = (at: number): number => Math.min(Math.round(at), heightPx);
  return {
    ...text,
    widthPx,
    heightPx,
    lines: text.lines.map((line) => ({
      ...line,
      words: line.words.map((word) => {
        const [x, y] = [Math.round(word.x * byX), within(word.y * byY)];
        return {
          ...word,
          x,
          y,
          w: Math.round((word.x + word.w) * byX) - x,
          h: within((word.y + word.h) * byY) - y,
        };
      }),
    })),
  };
}

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Beyond this difference of shape a text was made for another image, or says its size wrongly. */
const SHAPES_DIFFER = 0.02;

/** Whether one may be the other in another size. */
export const hasShapeOf = (a: Size, b: Size): boolean =>
  Math.abs(a.widthPx / a.heightPx / (b.widthPx / b.heightPx) - 1) <= SHAPES_DIFFER;

/** A number as such files write it ("12", "12.5"), or undefined if it is none. */
export function measure(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) && Math.abs(number) < 1e6 ? number : undefined;
}

/** A share from 0 to 1 as such files write it; what lies outside is said by no one. */
export function share(text: string | undefined, whole = 1): number | undefined {
  const number = measure(text);
  return number === undefined || number < 0 || number > whole ? undefined : number / whole;
}
