import { problem, type Problem } from '../../core/problem.ts';
import type { Region } from '../../core/rendition.ts';
import type { TextSource } from '../format.ts';
import { measure, MOST_PAGES, PageBuilder, share } from '../page-text/given-pages.ts';
import type { GivenPage, GivenPages } from '../page-text/given-pages.ts';
import { createXmlReader } from '../xml/xml-reader.ts';

type Attributes = Readonly<Record<string, string>>;

/** What may hold a text of its own; what lies deeper (a glyph) only repeats it. */
type Holder = 'region' | 'line' | 'word' | 'glyph';
const HOLDERS: Readonly<Record<string, Holder>> = { TextLine: 'line', Word: 'word', Glyph: 'glyph' };

interface Open {
  readonly holder: Holder;
  readonly id: string | undefined;
  box: Region | undefined;
  /** The reading with the lowest index, which is the one that counts. */
  text: string | undefined;
  textIndex: number;
  confidence: number | undefined;
  hasParts: boolean;
}

/**
 * Reads PAGE XML of 2013 to 2019: each region a paragraph, its lines and words, in the order of `ReadingOrder`
 * where there is one. A line that has no words is divided by their length, a region that has no lines by its own.
 *
 * Source: https://github.com/PRImA-Research-Lab/PAGE-XML, pagecontent 2013-07-15 and 2019-07-15, read 2026-11-23.
 */
export async function readPageXml(source: TextSource): Promise<GivenPages> {
  const reading = new PageXmlReading(source.name);
  const reader = createXmlReader(source.name, reading);
  for await (const chunk of source.chunks) reader.write(chunk);
  reader.end();
  return reading.finish();
}

/** Guards the page, and the regions, lines and words that are open in it. */
class PageXmlReading {
  readonly problems: Problem[] = [];
  readonly #file: string;
  readonly #pages: { readonly builder: PageBuilder; readonly order: Ordered[] }[] = [];
  #stack: Open[] = [];
  #reading: { index: number; confidence: number | undefined; words: string } | undefined;
  #isInUnicode = false;

  constructor(file: string) {
    this.#file = file;
  }

  problem(one: Problem): void {
    this.problems.push(one);
  }

  get #page(): PageBuilder | undefined {
    return this.#pages.at(-1)?.builder;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'Page') this.#openPage(attributes);
    else if (name === 'RegionRefIndexed' || name === 'RegionRef') this.#order(attributes);
    else if (/Region$/.test(name)) this.#push('region', attributes);
    else if (Object.hasOwn(HOLDERS, name)) this.#push(HOLDERS[name] ?? 'glyph', attributes);
    else if (name === 'Coords') this.#place(attributes['points']);
    else if (name === 'Point') this.#placeAt(attributes);
    else if (name === 'TextEquiv')
      this.#reading = {
        index: measure(attributes['index']) ?? 0,
        confidence: share(attributes['conf']),
        words: '',
      };
    else if (name === 'Unicode') this.#isInUnicode = true;
  }

  text(text: string): void {
    if (this.#isInUnicode && this.#reading && this.#reading.words.length < 100_000)
      this.#reading.words += text;
  }

  close(name: string): void {
    if (name === 'Unicode') this.#isInUnicode = false;
    else if (name === 'TextEquiv') this.#endReading();
    else if (/Region$/.test(name) || Object.hasOwn(HOLDERS, name)) this.#pop();
  }

  finish(): GivenPages {
    const pages: GivenPage[] = [];
    for (const { builder, order } of this.#pages) {
      const ids = order.toSorted((a, b) => a.index - b.index).map(({ id }) => id);
      const done = builder.finish(ids, undefined);
      pages.push(done.page);
      this.problems.push(...done.problems);
    }
    return { pages, problems: this.problems };
  }

  #openPage(attributes: Attributes): void {
    if (this.#pages.length === MOST_PAGES)
      this.problems.push(problem('too-large', { file: this.#file }, { facts: { limit: '10,000 pages' } }));
    if (this.#pages.length >= MOST_PAGES) return;
    const imageName = attributes['imageFilename'];
    const size = (name: string): number | undefined => measure(attributes[name]) || undefined;
    const builder = new PageBuilder(this.#file, imageName ?? '', {
      width: size('imageWidth'),
      height: size('imageHeight'),
      isInPixels: true,
      imageName,
    });
    this.#pages.push({ builder, order: [] });
  }

  #order({ regionRef, index }: Attributes): void {
    const order = this.#pages.at(-1)?.order;
    if (regionRef) order?.push({ id: regionRef, index: measure(index) ?? order.length });
  }

  #push(holder: Holder, { id }: Attributes): void {
    const parent = this.#stack.at(-1);
    if (parent) parent.hasParts = parent.hasParts || holder !== 'glyph';
    if (holder === 'region') this.#page?.startBlock(id);
    if (holder === 'line') this.#page?.endLine();
    const none = { box: undefined, text: undefined, confidence: undefined };
    this.#stack.push({ holder, id, ...none, textIndex: Infinity, hasParts: false });
  }

  #place(points: string | undefined): void {
    const top = this.#stack.at(-1);
    if (top && points !== undefined) top.box ??= boxAround(points);
  }

  /** The older form, a point an element. */
  #placeAt({ x, y }: Attributes): void {
    const top = this.#stack.at(-1);
    const point = boxAround(`${x},${y}`);
    if (top && point) top.box = top.box === undefined ? point : joined(top.box, point);
  }

  #endReading(): void {
    const [reading, top] = [this.#reading, this.#stack.at(-1)];
    this.#reading = undefined;
    if (!reading || !top || reading.index >= top.textIndex) return;
    top.text = reading.words;
    top.textIndex = reading.index;
    top.confidence = reading.confidence;
  }

  #pop(): void {
    const done = this.#stack.pop();
    if (!done || done.holder === 'glyph' || done.hasParts || done.text === undefined) {
      if (done?.holder === 'line') this.#page?.endLine();
      return;
    }
    const box = done.box ?? this.#stack.at(-1)?.box ?? { x: 0, y: 0, w: 0, h: 0 };
    const lines = done.holder === 'region' ? done.text.split(/\r?\n/) : [done.text];
    const h = box.h / lines.length;
    for (const [at, line] of lines.entries()) {
      this.#page?.word(line, { ...box, y: box.y + h * at, h }, done.confidence);
      if (/[\u00ac\u00ad]\s*$/u.test(line)) this.#page?.hyphenate();
      if (done.holder !== 'word') this.#page?.endLine();
    }
  }
}

interface Ordered {
  readonly id: string;
  readonly index: number;
}

/** How many corners of an outline are looked at. */
const MOST_POINTS = 10_000;

/** The box around "10,20 30,20 30,40"; undefined where that is no list of points. */
function boxAround(points: string): Region | undefined {
  let box: Region | undefined;
  let seen = 0;
  for (const [, x, y] of points.matchAll(/(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)/g)) {
    if (++seen > MOST_POINTS) break;
    const [left, top] = [measure(x), measure(y)];
    if (left === undefined || top === undefined) continue;
    const point = { x: left, y: top, w: 0, h: 0 };
    box = box === undefined ? point : joined(box, point);
  }
  return box;
}

function joined(a: Region, b: Region): Region {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}
