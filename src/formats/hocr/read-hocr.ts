import { problem, type Problem } from '../../core/problem.ts';
import type { MadeBy, Region } from '../../core/rendition.ts';
import type { TextSource } from '../format.ts';
import { tokensOf, type HtmlToken } from '../html/html-tokens.ts';
import { measure, MOST_PAGES, PageBuilder, share } from '../page-text/given-pages.ts';
import type { GivenPage, GivenPages } from '../page-text/given-pages.ts';

type Tag = Extract<HtmlToken, { readonly kind: 'open' | 'close' }>;

/** A file of HTML is cut into its tags as a whole. */
const LARGEST_CHARACTERS = 64_000_000;

/** Elements that end where they begin. */
const VOID = new Set(['meta', 'link', 'br', 'img', 'hr', 'input', 'wbr', 'col', 'area', 'base']);
const BLOCKS = new Set(['ocr_par', 'ocr_carea', 'ocr_float', 'ocr_textfloat', 'ocr_separator']);
const LINES = new Set(['ocr_line', 'ocrx_line', 'ocr_header', 'ocr_footer', 'ocr_caption', 'ocr_textfloat']);

interface Open {
  readonly name: string;
  readonly kind: 'page' | 'block' | 'line' | 'word' | 'other';
  readonly box: Region | undefined;
  readonly confidence: number | undefined;
  /** Of a word its letters, of a line those that stand outside of words. */
  words: string;
}

/**
 * Reads hOCR, as OCR engines write it: pages (`ocr_page`), paragraphs, lines and words (`ocrx_word`) with `bbox`
 * and `x_wconf`. A line without words is divided by their length.
 *
 * Source: hOCR 1.2, http://kba.github.io/hocr-spec/1.2/, read 2026-11-23.
 */
export async function readHocr(source: TextSource): Promise<GivenPages> {
  let html = '';
  for await (const chunk of source.chunks) {
    html += chunk;
    if (html.length > LARGEST_CHARACTERS)
      return {
        pages: [],
        problems: [
          problem('too-large', { file: source.name }, { facts: { limit: '64 million characters' } }),
        ],
      };
  }
  const reading = new HocrReading(source.name);
  for (const token of tokensOf(html)) {
    if (token.kind === 'text') reading.text(token.text);
    else if (token.kind === 'open') reading.open(token);
    else if (token.kind === 'close') reading.close(token.name);
  }
  return reading.finish();
}

/** Guards the elements that are open. */
class HocrReading {
  readonly #file: string;
  readonly #problems: Problem[] = [];
  readonly #pages: PageBuilder[] = [];
  readonly #stack: Open[] = [];
  #madeBy: MadeBy | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  open(tag: Tag): void {
    const { name, attributes } = tag;
    if (name === 'meta' && attributes.get('name') === 'ocr-system') {
      const engine = attributes.get('content')?.trim();
      if (engine) this.#madeBy = { engine };
    }
    if (VOID.has(name)) return;
    const classes = (attributes.get('class') ?? '').split(/\s+/);
    const title = attributes.get('title') ?? '';
    const kind = kindOf(classes);
    if (kind === 'page') this.#openPage(title, attributes.get('id'));
    if (kind === 'block') this.#pages.at(-1)?.startBlock();
    if (kind === 'line') this.#pages.at(-1)?.endLine();
    if (this.#stack.length < 1000)
      this.#stack.push({
        name,
        kind,
        box: boxOf(title),
        confidence: share(/x_wconf\s+(-?[\d.]+)/.exec(title)?.[1], 100),
        words: '',
      });
  }

  text(text: string): void {
    const at = this.#stack.findLast(({ kind }) => kind === 'word' || kind === 'line');
    if (at && at.words.length < 100_000) at.words += text;
  }

  close(name: string): void {
    const last = this.#stack.findLastIndex((one) => one.name === name);
    if (last < 0) return;
    for (const done of this.#stack.splice(last).reverse()) this.#end(done);
  }

  finish(): GivenPages {
    for (const done of this.#stack.splice(0).reverse()) this.#end(done);
    const pages: GivenPage[] = [];
    for (const builder of this.#pages) {
      const done = builder.finish([], this.#madeBy);
      pages.push(done.page);
      this.#problems.push(...done.problems);
    }
    return { pages, problems: this.#problems };
  }

  #openPage(title: string, id: string | undefined): void {
    if (this.#pages.length === MOST_PAGES)
      this.#problems.push(problem('too-large', { file: this.#file }, { facts: { limit: '10,000 pages' } }));
    if (this.#pages.length >= MOST_PAGES) return;
    const box = boxOf(title);
    const [, quoted, bare] = /(?:^|;)\s*image\s+(?:["']([^"']*)["']|([^;]+))/.exec(title) ?? [];
    this.#pages.push(
      new PageBuilder(this.#file, id ?? '', {
        width: box && box.w > 0 ? box.x + box.w : undefined,
        height: box && box.h > 0 ? box.y + box.h : undefined,
        isInPixels: true,
        imageName: (quoted ?? bare)?.trim(),
      }),
    );
  }

  #end({ kind, words, box, confidence }: Open): void {
    const page = this.#pages.at(-1);
    if (kind === 'word') {
      const line = this.#stack.findLast((one) => one.kind === 'line');
      page?.word(words, box ?? line?.box ?? NOWHERE, confidence);
    } else if (kind === 'line') {
      page?.word(words, box ?? NOWHERE, confidence);
      page?.endLine();
    }
  }
}

const NOWHERE: Region = { x: 0, y: 0, w: 0, h: 0 };

function kindOf(classes: readonly string[]): Open['kind'] {
  if (classes.includes('ocr_page')) return 'page';
  if (classes.includes('ocrx_word') || classes.includes('ocr_word')) return 'word';
  if (classes.some((one) => LINES.has(one))) return 'line';
  return classes.some((one) => BLOCKS.has(one)) ? 'block' : 'other';
}

/** "bbox 10 20 110 60; x_wconf 93" -> 10, 20, 100 wide, 40 high. */
function boxOf(title: string): Region | undefined {
  const [, left, top, right, bottom] =
    /\bbbox\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)/.exec(title) ?? [];
  const [x, y, x2, y2] = [measure(left), measure(top), measure(right), measure(bottom)];
  if (x === undefined || y === undefined || x2 === undefined || y2 === undefined) return undefined;
  return { x, y, w: Math.max(0, x2 - x), h: Math.max(0, y2 - y) };
}
