import { parseLanguage, directionOf } from '../../core/language.ts';
import type { EditorialMark, Inline } from '../../core/text.ts';
import { isBlank, plainOf, type XmlElement, type XmlNode } from '../xml/xml-node.ts';
import { markCitations } from './cited-numbers.ts';
import { readInlineDate } from './dates.ts';
import { isWithheldGap, MARKS, noteOf, pageMarkOf, STYLES } from './editorial-marks.ts';
import { breakLine, flush, pushPart, pushText, trimEnd, type Flow } from './flow.ts';
import { readName } from './names-in-text.ts';
import { readNote } from './notes.ts';
import { readOwnInline } from './own-inlines.ts';
import { readTarget } from './pointers.ts';
import { hasBracket, markRedactions, readRedaction } from './redactions.ts';
import { notUnderstood, type TextState } from './text-state.ts';

/** Elements whose content is read as if they were not there. */
const PASSED = new Set(
  'c g seg choice subst damage s w pc m cl phr mod quote q said soCalled mentioned term title author editor publisher pubPlace docDate docTitle titlePart docImprint docAuthor docEdition time num measure affiliation idno bibl biblScope country settlement region district orgName name roleName forename surname addName genName nameLink addrLine salute signed dateline byline street postCode email forename ex am app lem emph distinct date graphic desc figDesc label opener closer series edition cit monogr analytic imprint speaker stage rs persName placeName origDate origPlace geogName bloc resp respStmt availability licence witness listWit msIdentifier repository collection institution'.split(
    ' ',
  ),
);

/** Elements that hold blocks: within a line their parts stand one under another. */
const STACKED = new Set(
  'p ab list item table row cell lg l div head figure address addrLine listBibl postscript'.split(' '),
);

const isLayout = (node: XmlNode | undefined, neighbour: XmlNode | undefined): boolean =>
  typeof node === 'string' && typeof neighbour === 'object' && node.includes('\n') && isBlank(node);

/** An element's nodes without the line ends that a printer of XML put between its tags and those within. */
function innerNodes(element: XmlElement): readonly XmlNode[] {
  const nodes = element.children;
  const from = isLayout(nodes[0], nodes[1]) ? 1 : 0;
  const to = nodes.length > 1 && isLayout(nodes.at(-1), nodes.at(-2)) ? nodes.length - 1 : nodes.length;
  return from === 0 && to === nodes.length ? nodes : nodes.slice(from, to);
}

function within(flow: Flow, element: XmlElement): Inline[] {
  const inner: Inline[] = [];
  pushNodes(flow, inner, flow.keepsSpace ? element.children : innerNodes(element));
  return inner;
}

function pushName(flow: Flow, out: Inline[], element: XmlElement): boolean {
  const name = readName(flow.state, element);
  if (name === undefined) return false;
  flush(flow, out);
  out.push({ kind: 'name', ...name, content: within(flow, element) });
  return true;
}

function pushHi(flow: Flow, out: Inline[], element: XmlElement): void {
  flush(flow, out);
  const rend = element.attributes['rend'] ?? element.attributes['rendition']?.replace(/^#/, '') ?? '';
  const style =
    element.name === 'emph' && rend === '' ? 'italic' : STYLES[rend.toLowerCase().replace(/\s+/g, '_')];
  const content = within(flow, element);
  if (style) return void out.push({ kind: 'emphasis', style, content });
  notUnderstood(flow.state.file, rend ? `hi[rend=${rend}]` : 'hi', element.line);
  for (const part of content) pushPart(out, part);
}

function pushMark(flow: Flow, out: Inline[], element: XmlElement, mark: EditorialMark): void {
  flush(flow, out);
  const content = within(flow, element);
  const note = noteOf(element);
  out.push(note === undefined ? { kind: 'mark', mark, content } : { kind: 'mark', mark, note, content });
}

/** A gap that an agency made is a redaction; any other is a mark of the editors. */
function pushGap(flow: Flow, out: Inline[], element: XmlElement): void {
  const words = plainOf(element);
  if (isWithheldGap(element) && words !== '') {
    flush(flow, out);
    out.push({ kind: 'redaction', redaction: readRedaction(words) });
    flow.isFresh = false;
  } else pushMark(flow, out, element, 'gap');
}

function pushSpan(flow: Flow, out: Inline[], element: XmlElement): boolean {
  const tag = element.attributes['xml:lang'];
  const lang = tag === undefined ? undefined : parseLanguage(tag);
  if (lang === undefined) return false;
  flush(flow, out);
  const dir = directionOf(lang);
  const content = within(flow, element);
  out.push(dir === 'rtl' ? { kind: 'span', lang, dir, content } : { kind: 'span', lang, content });
  return true;
}

function pushStacked(flow: Flow, out: Inline[], element: XmlElement): void {
  if (out.length > 0) breakLine(flow, out);
  pushNodes(flow, out, element.children);
  breakLine(flow, out);
}

function pushLink(flow: Flow, out: Inline[], element: XmlElement): void {
  flush(flow, out);
  const target = element.attributes['target'];
  const to = target === undefined ? undefined : readTarget(target, flow.state.file.resolve);
  const content = within(flow, element);
  if (to) out.push({ kind: 'link', to, content });
  else for (const part of content) pushPart(out, part);
}

function pushElement(flow: Flow, out: Inline[], element: XmlElement): void {
  if (flow.state.file.isOwn) {
    const own = readOwnInline(flow.state, element, () => within(flow, element));
    if (own !== undefined) return void out.push(own);
  }
  switch (element.name) {
    case 'hi':
    case 'emph':
      return pushHi(flow, out, element);
    case 'ref':
    case 'ptr':
      return pushLink(flow, out, element);
    case 'note':
      return void out.push(readNote(flow.state, element));
    case 'pb':
      flush(flow, out);
      return void out.push({ kind: 'page-mark', page: pageMarkOf(element, flow.state.file.isOwn) });
    case 'lb':
      flow.isPending = false;
      flow.isFresh = true;
      return void out.push({ kind: 'line-break' });
    case 'date': {
      flush(flow, out);
      const date = readInlineDate(element);
      const content = within(flow, element);
      return void out.push(date === undefined ? { kind: 'date', content } : { kind: 'date', date, content });
    }
    case 'gap':
      return pushGap(flow, out, element);
    case 'handShift':
      return pushMark(flow, out, element, 'hand');
    case 'space':
      flow.isPending ||= !flow.isFresh;
      return;
    case 'anchor':
    case 'milestone':
    case 'cb':
      return;
    default:
      return pushOther(flow, out, element);
  }
}

function pushOther(flow: Flow, out: Inline[], element: XmlElement): void {
  const mark = MARKS[element.name];
  if (mark) return pushMark(flow, out, element, mark);
  if (pushName(flow, out, element)) return;
  if (STACKED.has(element.name)) return pushStacked(flow, out, element);
  if (pushSpan(flow, out, element)) return;
  if (!PASSED.has(element.name) && element.name !== 'foreign')
    notUnderstood(flow.state.file, element.name, element.line);
  pushNodes(flow, out, element.children);
}

function pushNodes(flow: Flow, out: Inline[], nodes: readonly XmlNode[]): void {
  for (const node of nodes) {
    if (typeof node === 'string') pushText(flow, out, node);
    else pushElement(flow, out, node);
  }
}

/** Nodes of mixed content as inlines, white space as it should be read. Empty when there is nothing to read. */
export function readInlines(
  state: TextState,
  nodes: readonly XmlNode[],
  keepsSpace = false,
): readonly Inline[] {
  const waiting = state.waiting;
  state.waiting = [];
  const isKept = keepsSpace || state.file.isOwn;
  const flow: Flow = { state, isPending: false, isFresh: true, keepsSpace: isKept };
  const out: Inline[] = [];
  for (const element of waiting) pushElement(flow, out, element);
  pushNodes(flow, out, nodes);
  if (!isKept) trimEnd(out);
  if (state.file.isOwn) return out;
  const marked = hasBracket(out) ? markRedactions(out) : out;
  return state.exchange === undefined ? marked : markCitations(marked, state.exchange);
}
