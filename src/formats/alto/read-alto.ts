import { problem, type Problem } from '../../core/problem.ts';
import type { MadeBy, Region } from '../../core/rendition.ts';
import type { TextSource } from '../format.ts';
import { measure, MOST_PAGES, PageBuilder, share } from '../page-text/given-pages.ts';
import type { GivenPage, GivenPages } from '../page-text/given-pages.ts';
import { createXmlReader } from '../xml/xml-reader.ts';

type Attributes = Readonly<Record<string, string>>;

/** Elements whose own words say something of the file. */
const TOLD = new Set(['MeasurementUnit', 'fileName', 'softwareName', 'softwareVersion']);

/** What a reading order is made of: each may refer to several parts of the page. */
const GROUPS = new Set(['ElementRef', 'OrderedGroup', 'UnorderedGroup']);

/**
 * Reads ALTO 2 to 4: each page with its lines and words, in the reading order that the file gives (`ReadingOrder`,
 * `IDNEXT`), else in the order in which they stand. A word that a line's end divides bears a soft hyphen.
 *
 * Source: https://www.loc.gov/standards/alto/, versions 2.1 and 4.4, read 2026-11-23.
 */
export async function readAlto(source: TextSource): Promise<GivenPages> {
  const reading = new AltoReading(source.name);
  const reader = createXmlReader(source.name, reading);
  for await (const chunk of source.chunks) reader.write(chunk);
  reader.end();
  return reading.finish();
}

/** Guards the page that is open, and what the head of the file said. */
class AltoReading {
  readonly problems: Problem[] = [];
  readonly #file: string;
  readonly #pages: {
    readonly builder: PageBuilder;
    readonly blocks: string[];
    readonly next: Map<string, string>;
  }[] = [];
  readonly #order: string[] = [];
  readonly #told = new Map<string, string>();
  #listening: string | undefined;

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
    if (TOLD.has(name)) {
      this.#listening = this.#told.has(name) ? undefined : name;
      if (this.#listening) this.#told.set(name, '');
    } else if (name === 'Page') this.#openPage(attributes);
    else if (GROUPS.has(name) && attributes['REF']) this.#order.push(...attributes['REF'].split(/\s+/));
    else if (name === 'TextBlock') this.#openBlock(attributes);
    else if (name === 'String') this.#word(attributes);
    else if (name === 'HYP') this.#page?.hyphenate();
  }

  close(name: string): void {
    if (name === this.#listening) this.#listening = undefined;
    if (name === 'TextLine') this.#page?.endLine();
  }

  text(text: string): void {
    const name = this.#listening;
    if (name !== undefined) this.#told.set(name, `${this.#told.get(name) ?? ''}${text}`.slice(0, 1000));
  }

  finish(): GivenPages {
    const pages: GivenPage[] = [];
    const madeBy = this.#madeBy();
    for (const { builder, blocks, next } of this.#pages) {
      const done = builder.finish(this.#order.length > 0 ? this.#order : followed(blocks, next), madeBy);
      pages.push(done.page);
      this.problems.push(...done.problems);
    }
    return { pages, problems: this.problems };
  }

  #openPage(attributes: Attributes): void {
    if (this.#pages.length === MOST_PAGES)
      this.problems.push(problem('too-large', { file: this.#file }, { facts: { limit: '10,000 pages' } }));
    if (this.#pages.length >= MOST_PAGES) return;
    const unit = this.#told.get('MeasurementUnit')?.trim() ?? 'pixel';
    const builder = new PageBuilder(this.#file, attributes['ID'] ?? '', {
      width: positive(attributes['WIDTH']),
      height: positive(attributes['HEIGHT']),
      isInPixels: unit === 'pixel' || unit === '',
      imageName: this.#told.get('fileName')?.trim(),
    });
    this.#pages.push({ builder, blocks: [], next: new Map() });
  }

  #openBlock(attributes: Attributes): void {
    const { ID, IDNEXT } = attributes;
    this.#page?.startBlock(ID);
    if (ID) this.#pages.at(-1)?.blocks.push(ID);
    if (ID && IDNEXT) this.#pages.at(-1)?.next.set(ID, IDNEXT);
  }

  #word(attributes: Attributes): void {
    const { CONTENT = '', SUBS_TYPE, WC } = attributes;
    this.#page?.word(CONTENT, boxOf(attributes), share(WC));
    if (SUBS_TYPE === 'HypPart1') this.#page?.hyphenate();
  }

  #madeBy(): MadeBy | undefined {
    const [name, version] = [this.#told.get('softwareName'), this.#told.get('softwareVersion')];
    const engine = [name?.trim(), version?.trim()].filter(Boolean).join(' ');
    return engine === '' ? undefined : { engine };
  }
}

const positive = (text: string | undefined): number | undefined => {
  const number = measure(text);
  return number !== undefined && number > 0 ? number : undefined;
};

const boxOf = ({ HPOS, VPOS, WIDTH, HEIGHT }: Attributes): Region => ({
  x: measure(HPOS) ?? 0,
  y: measure(VPOS) ?? 0,
  w: Math.max(0, measure(WIDTH) ?? 0),
  h: Math.max(0, measure(HEIGHT) ?? 0),
});

/** Blocks as they stand, but where one names the next, these together from the first of them on; none where none does. */
function followed(blocks: readonly string[], next: ReadonlyMap<string, string>): readonly string[] {
  if (next.size === 0) return [];
  const before = new Map([...next].map(([id, after]) => [after, id]));
  const order = new Set<string>();
  for (const block of blocks) {
    if (order.has(block)) continue;
    const met = new Set<string>();
    let first = block;
    for (let at = before.get(first); at !== undefined && !met.has(at); at = before.get(at)) {
      met.add(at);
      first = at;
    }
    for (let at: string | undefined = first; at !== undefined && !order.has(at); at = next.get(at))
      order.add(at);
  }
  return [...order];
}
