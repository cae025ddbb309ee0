import type { Read } from '../../core/draft.ts';
import { problem, type Problem } from '../../core/problem.ts';
import type { TextSource } from '../format.ts';
import type { XmlHandler } from '../xml/xml-reader.ts';
import { childOf, type XmlElement } from '../xml/xml-node.ts';
import { readHeader, type Header } from './header.ts';
import { readSingle } from './single-text.ts';
import { targetIn } from './pointers.ts';
import type { TeiFile } from './text-state.ts';
import { finishVolume, newVolume, readDocument, readFront, type PagesBefore, type Volume } from './volume.ts';

/** An element that has begun; `isAlive` until it has been taken as ended, which may be before its end tag. */
interface Opened {
  readonly element: XmlElement;
  isAlive: boolean;
}

const isDocument = (element: XmlElement): boolean =>
  element.name === 'div' && element.attributes['type'] === 'document';

/** What a TEI element gathers until it ends. */
interface Gathered {
  readonly root: XmlElement;
  header?: Header;
  file?: TeiFile;
  volume?: Volume;
  /** The page that began last, and those since the last document ended. */
  page?: string;
  loosePages: string[];
  readonly before: Map<XmlElement, PagesBefore>;
}

const isDivisionOfVolume = (element: XmlElement): boolean =>
  element.name === 'div' && /^(?:compilation|chapter|subchapter)$/.test(element.attributes['type'] ?? '');

function headerOf(gathered: Gathered): Header {
  const { root } = gathered;
  const empty: XmlElement = { name: 'teiHeader', attributes: {}, children: [], line: root.line };
  return (gathered.header ??= readHeader(childOf(root, 'teiHeader') ?? empty, root));
}

const stem = (name: string): string => name.replace(/^.*[/\\]/, '').replace(/(?:\.TEIP5)?\.xml$/i, '');

function fileOf(gathered: Gathered, source: TextSource): TeiFile {
  const frus = gathered.header?.idnos.find((idno) => idno.type === 'frus')?.value;
  const own = gathered.header?.isOwn
    ? gathered.header.idnos.find((idno) => idno.type === 'unsealed')?.value
    : undefined;
  const base = own ?? frus ?? gathered.root.attributes['xml:id']?.replace(/\.xml$/i, '') ?? stem(source.name);
  return {
    base,
    name: source.name,
    edition: gathered.root.attributes['xml:base']?.replace(/\/+$/, '') ?? base,
    stubs: [],
    named: new Set(),
    terms: new Map(),
    notUnderstood: new Map(),
    unplaced: [],
    isOwn: gathered.header?.isOwn ?? false,
    resolve: (id) => targetIn(base, id),
  };
}

/** What a file's report says at its end: each thing not understood once, each text without a place. */
function* reportOf(file: TeiFile): Generator<Read> {
  for (const [what, { count, line }] of file.notUnderstood)
    yield {
      kind: 'problem',
      problem: problem(
        'element-not-understood',
        { file: file.name, line },
        { value: what, facts: { count } },
      ),
    };
  for (const { text, line, element } of file.unplaced)
    for (let from = 0; from < text.length; from += 200)
      yield {
        kind: 'problem',
        problem: problem(
          'text-without-place',
          { file: file.name, line, field: element },
          { value: text.slice(from, from + 200) },
        ),
      };
}

/** Builds trees from what a reader of XML tells, and gives out records as soon as their element has ended. */
export class TeiBuilder implements XmlHandler {
  readonly #source: TextSource;
  readonly #give: (read: Read) => void;
  readonly #opened: Opened[] = [];
  #gathered: Gathered | undefined;
  #isBroken = false;
  #hasTei = false;

  constructor(source: TextSource, give: (read: Read) => void) {
    this.#source = source;
    this.#give = give;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    const element: XmlElement = { name, attributes, children: [], line };
    if (name === 'TEI' || name === 'TEI.2') {
      this.#hasTei = true;
      this.#gathered = { root: element, before: new Map(), loosePages: [] };
    }
    if (isDocument(element)) this.#endThrough(isDocument);
    else if (this.#isBroken && isDivisionOfVolume(element))
      this.#endThrough((one) => one.name === 'div' && one.attributes['type'] === attributes['type']);
    if (this.#gathered !== undefined) this.#place(this.#gathered, element);
    this.#opened.push({ element, isAlive: true });
  }

  close(): void {
    const one = this.#opened.pop();
    if (one?.isAlive) this.#finish(one);
  }

  text(text: string): void {
    if (this.#gathered !== undefined) this.#innermost()?.element.children.push(text);
  }

  problem(one: Problem): void {
    if (one.code === 'xml-broken') this.#isBroken = true;
    this.#give({ kind: 'problem', problem: one });
  }

  /** Ends all that is still open; whether there was any TEI at all. */
  end(): boolean {
    for (let one = this.#opened.pop(); one !== undefined; one = this.#opened.pop())
      if (one.isAlive) this.#finish(one);
    return this.#hasTei;
  }

  #giveAll(reads: Iterable<Read>): void {
    for (const read of reads) this.#give(read);
  }

  #innermost(): Opened | undefined {
    const last = this.#opened.at(-1);
    return last?.isAlive ? last : this.#opened.findLast((one) => one.isAlive);
  }

  #place(gathered: Gathered, element: XmlElement): void {
    if (element.name === 'pb') this.#notePage(gathered, element);
    else if (isDocument(element)) {
      const { page, loosePages } = gathered;
      gathered.before.set(element, page === undefined ? { pages: loosePages } : { page, pages: loosePages });
      gathered.loosePages = [];
    } else if (element.name === 'div' && gathered.volume)
      gathered.volume.begunAt.set(element, gathered.volume.sequence);
    if (element !== gathered.root) this.#innermost()?.element.children.push(element);
  }

  /** A page between two documents is where the next one begins. */
  #notePage(gathered: Gathered, { attributes }: XmlElement): void {
    const { n, 'xml:id': id } = attributes;
    if (n) gathered.page = n;
    const isBetween =
      this.#opened.some((one) => one.element.name === 'body') &&
      !this.#opened.some((one) => one.isAlive && isDocument(one.element));
    if (id !== undefined && isBetween) gathered.loosePages.push(id);
  }

  #finish(one: Opened): void {
    one.isAlive = false;
    const { element } = one;
    const gathered = this.#gathered;
    if (gathered === undefined) return;
    if (element === gathered.root) this.#endRoot(gathered);
    else if (element.name === 'teiHeader') gathered.header = readHeader(element, gathered.root);
    else if (isDocument(element)) this.#endDocument(gathered, element);
  }

  #endDocument(gathered: Gathered, element: XmlElement): void {
    const parent = this.#innermost()?.element;
    const last = parent?.children.lastIndexOf(element) ?? -1;
    if (last >= 0) parent?.children.splice(last, 1);
    const volume = (gathered.volume ??= this.#startVolume(gathered));
    const inside = this.#opened.findLast((one) => one.isAlive && one.element.name === 'div')?.element;
    this.#giveAll(readDocument(volume, element, inside, gathered.before.get(element) ?? { pages: [] }));
    gathered.before.delete(element);
  }

  #startVolume(gathered: Gathered): Volume {
    const volume = newVolume(this.#fileOf(gathered), headerOf(gathered));
    const front = childOf(childOf(gathered.root, 'text'), 'front');
    if (front) {
      this.#giveAll(readFront(volume, { ...front, children: [...front.children] }, 'front'));
      front.children.length = 0;
    }
    return volume;
  }

  #fileOf(gathered: Gathered): TeiFile {
    return (gathered.file ??= fileOf(gathered, this.#source));
  }

  #endRoot(gathered: Gathered): void {
    this.#gathered = undefined;
    const file = this.#fileOf(gathered);
    if (gathered.volume) this.#giveAll(finishVolume(gathered.volume, childOf(gathered.root, 'text')));
    else this.#giveAll(readSingle(file, headerOf(gathered), gathered.root));
    this.#giveAll(reportOf(file));
  }

  /** Ends what a missing end tag left open: documents do not nest, nor do divisions of one kind. */
  #endThrough(test: (element: XmlElement) => boolean): void {
    const from = this.#opened.findIndex((one) => one.isAlive && test(one.element));
    if (from < 0) return;
    for (const one of this.#opened.slice(from).reverse()) if (one.isAlive) this.#finish(one);
  }
}
