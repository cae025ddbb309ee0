import type { Block } from '../../core/text.ts';
import { isBlank, plainOf, type XmlElement, type XmlNode } from '../xml/xml-node.ts';
import { isWithheldGap, pageMarkOf } from './editorial-marks.ts';
import { readInlines } from './inlines.ts';
import { readFigure, readList, readTable, readVerse } from './lists.ts';
import { readOwnRedaction } from './own-marks.ts';
import { readRedaction } from './redactions.ts';
import { blockOf, hasWordsAfter, isBlock, isBusy, layoutOf, LEVELS, MARKS, type Shape } from './shapes.ts';
import { mint, type TextState } from './text-state.ts';

function pushRun(
  state: TextState,
  run: readonly XmlNode[],
  out: Block[],
  shape: Shape,
  isFirst: boolean,
): void {
  const element = isFirst ? shape.element : undefined;
  const named = mint(state, element);
  const content = readInlines(state, run, shape.element?.attributes['xml:space'] === 'preserve');
  if (content.length === 0 && !state.file.isOwn) return;
  out.push(blockOf(shape, { ...named, ...layoutOf(shape.element, state.file.isOwn) }, content));
}

/**
 * Reads nodes as blocks: runs of words take the shape given, blocks within them stand between the runs, and marks
 * of pages and notes that have no words beside them stand between blocks or wait for the next words.
 */
export function readBlocks(state: TextState, nodes: readonly XmlNode[], out: Block[], shape: Shape): void {
  let run: XmlNode[] = [];
  let isFirst = true;
  const flush = (): void => {
    if (run.length === 0) return;
    pushRun(state, run, out, shape, isFirst);
    isFirst = false;
    run = [];
  };
  nodes.forEach((node, at) => {
    if (typeof node === 'string') {
      if (run.length > 0 || !isBlank(node)) run.push(node);
    } else if (isBlock(node)) {
      flush();
      readBlock(state, node, out, shape);
    } else if (MARKS.has(node.name) && !isBusy(run) && !hasWordsAfter(nodes, at)) {
      flush();
      readMark(state, node, out);
    } else run.push(node);
  });
  flush();
}

function readMark(state: TextState, element: XmlElement, out: Block[]): void {
  if (element.name === 'note') state.waiting.push(element);
  else if (element.name === 'pb')
    out.push({
      ...mintPage(state, element),
      kind: 'page-break',
      page: pageMarkOf(element, state.file.isOwn),
    });
  else if (element.name === 'milestone')
    out.push({ ...mint(state, element), ...layoutOf(element, state.file.isOwn), kind: 'rule', content: [] });
  else if (isWithheldGap(element) && plainOf(element) !== '')
    out.push({
      ...mint(state, element),
      kind: 'redaction',
      redaction: state.file.isOwn ? readOwnRedaction(element) : readRedaction(plainOf(element)),
    });
  else out.push({ ...mint(state, element), kind: 'rule', content: readInlines(state, [element]) });
}

/** A page's id in the source stands with its page. */
function mintPage(state: TextState, element: XmlElement): Pick<Block, 'id'> {
  return { id: mint(state, element).id };
}

function readPart(state: TextState, element: XmlElement, role: string, out: Block[], depth: number): void {
  const blocks: Block[] = [];
  const named = mint(state, element);
  readBlocks(state, element.children, blocks, { kind: 'paragraph', depth: depth + 1 });
  settleMarks(state, blocks);
  if (blocks.length > 0 || state.file.isOwn)
    out.push({ ...named, ...layoutOf(element, state.file.isOwn), kind: 'part', role, blocks });
}

/** Marks still waiting at the end of a division stand in a line of their own. */
export function settleMarks(state: TextState, out: Block[]): void {
  if (state.waiting.length === 0) return;
  const { id } = mint(state);
  const content = readInlines(state, []);
  if (content.length > 0) out.push({ id, kind: 'paragraph', content });
}

/** The parts of an opener or closer that stand each on a line. */
const LINES = new Set('dateline seg salute signed byline address affiliation list note'.split(' '));

function readLines(state: TextState, element: XmlElement, kind: 'opener' | 'closer', out: Block[]): void {
  let run: XmlNode[] = [];
  const flush = (): void => {
    const [only] = run.filter((node) => typeof node !== 'string' || !isBlank(node));
    if (only === undefined) {
      run = [];
      return;
    }
    const isLine = typeof only !== 'string' && LINES.has(only.name) && only.name !== 'note';
    const shape: Shape = { kind, element: isLine ? { ...only, children: [] } : { ...element, children: [] } };
    const nodes = isLine ? only.children : run;
    readBlocks(state, nodes, out, shape);
    run = [];
  };
  for (const node of element.children) {
    if (typeof node !== 'string' && LINES.has(node.name) && node.name !== 'note') {
      flush();
      run.push(node);
      flush();
    } else run.push(node);
  }
  flush();
}

/** Elements that hold nothing but a line of words in our own files, where each is one block as it stands. */
const OWN_LINES = new Set(['p', 'ab', 'head', 'opener', 'closer']);

function readOwnLine(state: TextState, element: XmlElement, out: Block[]): void {
  const { type, subtype } = element.attributes;
  if (type === 'empty') return;
  const kind = element.name === 'ab' ? type : element.name === 'head' ? 'heading' : element.name;
  const level = LEVELS.find((one) => String(one) === subtype);
  const shape: Shape = {
    kind:
      kind === 'opener' || kind === 'closer' || kind === 'rule' || kind === 'heading' ? kind : 'paragraph',
    element,
    ...(level ? { level } : {}),
  };
  pushRun(state, element.children, out, shape, true);
}

/** Elements whose words are lines of one kind. */
const LINE_KINDS: ReadonlyMap<string, Shape['kind']> = new Map([
  ...'p byline docImprint bibl biblStruct stage speaker'
    .split(' ')
    .map((name) => [name, 'paragraph'] as const),
  ...'dateline salute address'.split(' ').map((name) => [name, 'opener'] as const),
  ...'signed trailer'.split(' ').map((name) => [name, 'closer'] as const),
]);

function readBlock(state: TextState, element: XmlElement, out: Block[], within: Shape): void {
  if (state.file.isOwn && OWN_LINES.has(element.name)) return readOwnLine(state, element, out);
  const depth = within.depth ?? 0;
  const kind = LINE_KINDS.get(element.name);
  if (kind !== undefined) return readBlocks(state, element.children, out, { kind, element, depth });
  switch (element.name) {
    case 'ab':
      return readAb(state, element, out, depth);
    case 'head':
    case 'titlePart':
    case 'docTitle': {
      const level = LEVELS[Math.min(depth, 5)] ?? 6;
      return readBlocks(state, element.children, out, { kind: 'heading', level, element, depth });
    }
    case 'opener':
    case 'closer':
      return readLines(state, element, element.name, out);
    case 'list':
    case 'listBibl':
      return readList(state, element, out, depth);
    case 'table':
      return readTable(state, element, out);
    case 'figure':
      return readFigure(state, element, out);
    case 'lg':
    case 'l':
      return readVerse(state, element, out);
    case 'quote':
      return readQuote(state, element, out, depth);
    case 'front':
    case 'body':
    case 'back':
    case 'group':
    case 'text':
      return readBlocks(state, element.children, out, { kind: 'paragraph', depth });
    default:
      return readPart(
        state,
        element.name === 'floatingText' ? onlyBody(element) : element,
        roleOf(state, element),
        out,
        depth,
      );
  }
}

/** What a part is called: its type, or in our own files the words that are no type. */
function roleOf(state: TextState, element: XmlElement): string {
  const { n, type, rend } = element.attributes;
  if (element.name === 'frus:attachment') return 'attachment';
  if (element.name !== 'floatingText') return type ?? element.name;
  return (state.file.isOwn ? n : undefined) ?? type ?? rend ?? 'text';
}

function readQuote(state: TextState, element: XmlElement, out: Block[], depth: number): void {
  const blocks: Block[] = [];
  const named = mint(state, element);
  readBlocks(state, element.children, blocks, { kind: 'paragraph', depth });
  if (blocks.length > 0 || state.file.isOwn)
    out.push({ ...named, ...layoutOf(element, state.file.isOwn), kind: 'quote', blocks });
}

/** Our own floating texts have one body and nothing beside it: its blocks are the part's. */
function onlyBody(element: XmlElement): XmlElement {
  const parts = element.children.filter((child) => typeof child !== 'string');
  const [body] = parts;
  if (parts.length !== 1 || body?.name !== 'body') return element;
  return { ...element, children: body.children };
}

function readAb(state: TextState, element: XmlElement, out: Block[], depth: number): void {
  const kind = element.attributes['type'];
  if (kind === 'empty' && element.children.length === 0) return;
  const shape: Shape['kind'] =
    kind === 'opener' || kind === 'closer' || kind === 'rule' || kind === 'heading' ? kind : 'paragraph';
  const level = LEVELS.find((one) => String(one) === element.attributes['subtype']);
  readBlocks(state, element.children, out, { kind: shape, element, depth, ...(level ? { level } : {}) });
}
