import type { Block, Inline, ListItem, TableCell, TableRow } from '../../core/text.ts';
import { childOf, isBlank, plainOf, type XmlElement, type XmlNode } from '../xml/xml-node.ts';
import { readBlocks, settleMarks } from './blocks.ts';
import { layoutOf } from './shapes.ts';
import { readInlines } from './inlines.ts';
import { decoded } from './own-marks.ts';
import { mint, notUnderstood, type TextState } from './text-state.ts';

const MARKS = new Set(['pb', 'note', 'gap', 'milestone', 'lb']);
const ITEMS = new Set(['item', 'bibl', 'biblStruct', 'listBibl', 'biblFull', 'msDesc']);

/** The first thing within that is not white space. */
const firstOf = (nodes: readonly XmlNode[]): XmlNode | undefined =>
  nodes.find((node) => typeof node !== 'string' || !isBlank(node));

function readItem(
  state: TextState,
  element: XmlElement,
  given: readonly Inline[] | undefined,
  before: readonly XmlElement[],
  depth: number,
): ListItem {
  const blocks: Block[] = [];
  let nodes: readonly XmlNode[] = element.children;
  let label = given;
  const first = firstOf(nodes);
  if (label === undefined && typeof first === 'object' && first.name === 'label') {
    label = readInlines(state, first.children);
    nodes = nodes.slice(nodes.indexOf(first) + 1);
  }
  for (const mark of before) readBlocks(state, [mark], blocks, { kind: 'paragraph', depth });
  if (element.name === 'item') readBlocks(state, nodes, blocks, { kind: 'paragraph', depth, element });
  else readBlocks(state, [element], blocks, { kind: 'paragraph', depth });
  return label === undefined ? { blocks } : { label, blocks };
}

/** Reads a list. A page that begins between two items begins with the second; a heading is its caption. */
export function readList(state: TextState, element: XmlElement, out: Block[], depth: number): void {
  const named = { ...mint(state, element), ...layoutOf(element, state.file.isOwn) };
  const items: ListItem[] = [];
  const caption: Inline[] = [];
  let label: readonly Inline[] | undefined;
  let before: XmlElement[] = [];
  for (const child of element.children) {
    if (typeof child === 'string') {
      if (!isBlank(child)) items.push({ blocks: loose(state, child) });
    } else if (child.name === 'head') {
      if (caption.length > 0) caption.push({ kind: 'line-break' });
      caption.push(...readInlines(state, child.children));
    } else if (child.name === 'label') {
      if (label !== undefined) items.push({ label, blocks: [] });
      label = readInlines(state, [...before, ...child.children]);
      before = [];
    } else if (MARKS.has(child.name)) before.push(child);
    else {
      if (!ITEMS.has(child.name)) notUnderstood(state.file, `list/${child.name}`, child.line);
      items.push(readItem(state, child, label, before, depth));
      label = undefined;
      before = [];
    }
  }
  if (label !== undefined) items.push({ label, blocks: [] });
  if (before.length > 0) endWith(state, items, before, depth);
  if (items.length === 0 && caption.length === 0) return;
  if (items.length === 0) return void out.push({ ...named, kind: 'paragraph', content: caption });
  const ordered = /\b(?:ordered|numbered)\b/.test(
    `${element.attributes['rend'] ?? ''} ${element.attributes['type'] ?? ''}`,
  );
  out.push({ ...named, kind: 'list', ordered, items, ...(caption.length > 0 ? { caption } : {}) });
}

function loose(state: TextState, text: string): Block[] {
  const blocks: Block[] = [];
  readBlocks(state, [text], blocks, { kind: 'paragraph' });
  return blocks;
}

/** Marks after the last item stand at its end. */
function endWith(state: TextState, items: ListItem[], marks: readonly XmlElement[], depth: number): void {
  const last = items.pop() ?? { blocks: [] };
  const blocks = [...last.blocks];
  readBlocks(state, marks, blocks, { kind: 'paragraph', depth });
  settleMarks(state, blocks);
  items.push({ ...last, blocks });
}

const count = (value: string | undefined): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number > 1 && number < 1000 ? number : undefined;
};

function readCell(state: TextState, cell: XmlElement, before: readonly XmlElement[]): TableCell {
  const content = readInlines(state, [...before, ...cell.children]);
  const columns = count(cell.attributes['cols']);
  const rows = count(cell.attributes['rows']);
  return {
    content,
    ...(columns ? { columns } : {}),
    ...(rows ? { rows } : {}),
    ...(cell.attributes['role'] === 'label' ? { isHeader: true } : {}),
  };
}

/** Reads a table. A mark between rows stands in the first cell after it. */
export function readTable(state: TextState, element: XmlElement, out: Block[]): void {
  const named = { ...mint(state, element), ...layoutOf(element, state.file.isOwn) };
  const caption: Inline[] = [];
  const rows: TableRow[] = [];
  let before: XmlElement[] = [];
  const line = (nodes: readonly XmlNode[]): void => {
    if (caption.length > 0) caption.push({ kind: 'line-break' });
    caption.push(...readInlines(state, nodes));
  };
  for (const child of element.children) {
    if (typeof child === 'string') {
      if (!isBlank(child)) line([child]);
    } else if (MARKS.has(child.name)) before.push(child);
    else if (child.name === 'row') {
      rows.push(readRow(state, child, before));
      before = [];
    } else line(child.name === 'head' ? child.children : [child]);
  }
  if (before.length > 0) rows.push({ isHeader: false, cells: [{ content: readInlines(state, before) }] });
  if (rows.length === 0) {
    if (caption.length > 0) out.push({ ...named, kind: 'paragraph', content: caption });
  } else out.push({ ...named, kind: 'table', rows, ...(caption.length > 0 ? { caption } : {}) });
}

function readRow(state: TextState, row: XmlElement, marks: readonly XmlElement[]): TableRow {
  const cells: TableCell[] = [];
  let before = [...marks];
  for (const child of row.children) {
    if (typeof child === 'string') {
      if (!isBlank(child)) cells.push({ content: readInlines(state, [child]) });
    } else if (child.name === 'cell') {
      cells.push(readCell(state, child, before));
      before = [];
    } else before.push(child);
  }
  if (before.length > 0) cells.push({ content: readInlines(state, before) });
  return { isHeader: row.attributes['role'] === 'label', cells };
}

/** Machinery of a web page, not words of the document: named in the report, its words among what has no place. */
const MACHINERY = new Set(['script', 'object', 'style', 'param']);

function withoutMachinery(state: TextState, nodes: readonly XmlNode[]): XmlNode[] {
  return nodes.filter((node) => {
    if (typeof node === 'string' || !MACHINERY.has(node.name)) return true;
    notUnderstood(state.file, node.name, node.line);
    const text = plainOf(node);
    if (text !== '') state.file.unplaced.push({ text, line: node.line, element: node.name });
    return false;
  });
}

/** Reads a figure: the image as its source names it, and the words that stand with it. */
export function readFigure(state: TextState, element: XmlElement, out: Block[]): void {
  const named = { ...mint(state, element), ...layoutOf(element, state.file.isOwn) };
  const graphic = element.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.name === 'graphic',
  );
  const caption = readInlines(
    state,
    state.file.isOwn ? (childOf(element, 'head')?.children ?? []) : withoutMachinery(state, element.children),
  );
  const file = graphic?.attributes['url'];
  out.push({
    ...named,
    kind: 'figure',
    ...(file ? { file: state.file.isOwn ? decoded(file) : file } : {}),
    ...(caption.length > 0 ? { caption } : {}),
  });
}

const LINE = new Set(['l']);

/** Reads a stanza; its heading and other words come before it, a page that begins within stands in the next line. */
export function readVerse(state: TextState, element: XmlElement, out: Block[]): void {
  const named = { ...mint(state, element), ...layoutOf(element, state.file.isOwn) };
  if (element.name === 'l') {
    out.push({ ...named, kind: 'verse', lines: [readInlines(state, element.children)] });
    return;
  }
  const lines: (readonly Inline[])[] = [];
  let before: XmlNode[] = [];
  const rest: XmlElement[] = [];
  for (const child of element.children) {
    if (typeof child === 'string') {
      if (!isBlank(child)) lines.push(readInlines(state, [child]));
    } else if (LINE.has(child.name)) {
      lines.push(readInlines(state, [...before, ...child.children]));
      before = [];
    } else if (MARKS.has(child.name) || child.name === 'space') {
      if (child.name !== 'lb') before.push(child);
    } else if (child.name === 'lg' || child.name === 'head') rest.push(child);
    else lines.push(readInlines(state, [child]));
  }
  if (before.length > 0) {
    const content = readInlines(state, before);
    if (content.length > 0) lines.push(content);
  }
  if (lines.length > 0) out.push({ ...named, kind: 'verse', lines });
  for (const child of rest) readBlocks(state, [child], out, { kind: 'paragraph', depth: 1 });
}
