import type { Read } from '../../core/draft.ts';
import { problem, type Problem } from '../../core/problem.ts';
import type { TextSource } from '../format.ts';
import type { XmlHandler } from '../xml/xml-reader.ts';
import { childOf, type XmlElement } from '../xml/xml-node.ts';
import { readHeader, type Header } from './header.ts';
import { readSingle } from './single-text.ts';
import { targetIn } from './pointers.ts';
import type { TeiFile } from './text-state.ts';
import { finishVolume, newVolume, readDocument, readFront, type Volume } from './volume.ts';

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
  page?: string;
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
export function createTeiBuilder(
  source: TextSource,
  give: (read: Read) => void,
): XmlHandler & { readonly end: () => boolean } {
  const opened: Opened[] = [];
  let gathered: Gathered | undefined;
  let isBroken = false;
  let hasTei = false;

  const giveAll = (reads: Iterable<Read>): void => {
    for (const read of reads) give(read);
  };
  const innermost = (): Opened | undefined => opened.findLast((one) => one.isAlive);
  const fileFor = (one: Gathered): TeiFile => (one.file ??= fileOf(one, source));

  function headerOf(one: Gathered): Header {
    return (one.header ??= readHeader(
      childOf(one.root, 'teiHeader') ?? {
        name: 'teiHeader',
        attributes: {},
        children: [],
        line: one.root.line,
      },
      one.root,
    ));
  }

  function startVolume(one: Gathered): Volume {
    const header = headerOf(one);
    const volume = newVolume(fileFor(one), header);
    const front = childOf(childOf(one.root, 'text'), 'front');
    if (front) {
      giveAll(readFront(volume, { ...front, children: [...front.children] }, 'front'));
      front.children.length = 0;
    }
    return volume;
  }

  function endDocument(one: Gathered, element: XmlElement): void {
    const volume = (one.volume ??= startVolume(one));
    const around = opened.filter((each) => each.isAlive && each.element.name === 'div');
    const inside = around.at(-1)?.element;
    giveAll(readDocument(volume, element, inside, pageBefore.get(element), pagesBefore.get(element) ?? []));
    pagesBefore.delete(element);
    pageBefore.delete(element);
  }

  const pageBefore = new Map<XmlElement, string>();
  const pagesBefore = new Map<XmlElement, readonly string[]>();
  let loosePages: string[] = [];

  /** A page between two documents is where the next one begins. */
  function notePage(one: Gathered, { n, 'xml:id': id }: Readonly<Record<string, string>>): void {
    if (n) one.page = n;
    const isBetween =
      opened.some((each) => each.element.name === 'body') &&
      !opened.some((each) => each.isAlive && isDocument(each.element));
    if (id !== undefined && isBetween) loosePages.push(id);
  }

  function finish(one: Opened): void {
    one.isAlive = false;
    const { element } = one;
    if (gathered === undefined) return;
    if (element === gathered.root) return endRoot(gathered);
    if (element.name === 'teiHeader') gathered.header = readHeader(element, gathered.root);
    else if (isDocument(element)) {
      const parent = innermost()?.element;
      const last = parent?.children.lastIndexOf(element) ?? -1;
      if (last >= 0) parent?.children.splice(last, 1);
      endDocument(gathered, element);
    }
  }

  function endRoot(one: Gathered): void {
    gathered = undefined;
    const header = headerOf(one);
    const file = fileFor(one);
    if (one.volume) giveAll(finishVolume(one.volume, childOf(one.root, 'text')));
    else giveAll(readSingle(file, header, one.root));
    giveAll(reportOf(file));
  }

  /** Ends what a missing end tag left open: documents do not nest, nor do divisions of one kind. */
  function endThrough(test: (element: XmlElement) => boolean): void {
    const from = opened.findIndex((one) => one.isAlive && test(one.element));
    if (from < 0) return;
    for (let at = opened.length - 1; at >= from; at--) {
      const one = opened[at];
      if (one?.isAlive) finish(one);
    }
  }

  return {
    open: (name, attributes, line) => {
      const element: XmlElement = { name, attributes, children: [], line };
      if (name === 'TEI' || name === 'TEI.2') {
        hasTei = true;
        gathered = { root: element };
      }
      if (isDocument(element)) endThrough(isDocument);
      else if (
        isBroken &&
        name === 'div' &&
        /^(?:compilation|chapter|subchapter)$/.test(attributes['type'] ?? '')
      )
        endThrough((one) => one.name === 'div' && one.attributes['type'] === attributes['type']);
      if (gathered !== undefined) {
        if (name === 'pb') notePage(gathered, attributes);
        if (isDocument(element)) {
          pagesBefore.set(element, loosePages);
          loosePages = [];
        }
        if (isDocument(element) && gathered.page !== undefined) pageBefore.set(element, gathered.page);
        if (name === 'div' && gathered.volume) gathered.volume.begunAt.set(element, gathered.volume.sequence);
        if (element !== gathered.root) innermost()?.element.children.push(element);
      }
      opened.push({ element, isAlive: true });
    },
    close: () => {
      const one = opened.pop();
      if (one?.isAlive) finish(one);
    },
    text: (text) => {
      if (gathered !== undefined) innermost()?.element.children.push(text);
    },
    problem: (one: Problem) => {
      if (one.code === 'xml-broken') isBroken = true;
    },
    end: () => {
      for (let one = opened.pop(); one !== undefined; one = opened.pop()) if (one.isAlive) finish(one);
      return hasTei;
    },
  };
}
