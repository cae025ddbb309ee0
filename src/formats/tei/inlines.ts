import { parseLanguage, directionOf } from '../../core/language.ts';
import { sourceKey, type SourceKey } from '../../core/draft.ts';
import { parseId } from '../../core/id.ts';
import type { EditorialMark, EmphasisStyle, Inline, PageMark } from '../../core/text.ts';
import type { XmlElement, XmlNode } from '../xml/xml-node.ts';
import { isBlank, plainOf } from '../xml/xml-node.ts';
import { hasBracket, markRedactions, readRedaction } from './redactions.ts';
import { markCitations } from './cited-numbers.ts';
import { readTarget } from './pointers.ts';
import { decoded, readOwnRedaction, readOwnTarget } from './own-marks.ts';
import { notUnderstood, type TeiFile, type TextState } from './text-state.ts';
import { bodyKey, bodyStub, placeKey, placeStub } from './stubs.ts';
import { readNote } from './notes.ts';
import { readInlineDate } from './dates.ts';

/** White space on its way: what was seen of it is written only when a character follows. */
interface Flow {
  readonly state: TextState;
  isPending: boolean;
  /** Nothing but white space may have gone before: swallow more of it. */
  isFresh: boolean;
  readonly keepsSpace: boolean;
}

function add(out: Inline[], text: string): void {
  const last = out.at(-1);
  if (typeof last === 'string') out[out.length - 1] = last + text;
  else out.push(text);
}

/** Characters of a text node, white space collapsed as TEI reads it. */
function pushText(flow: Flow, out: Inline[], raw: string): void {
  if (flow.keepsSpace) return add(out, raw.normalize('NFC'));
  let text = raw.replace(/[ \t\r\n]+/g, ' ');
  if (text.startsWith(' ')) {
    if (!flow.isFresh) flow.isPending = true;
    text = text.slice(1);
  }
  if (text === '') return;
  const endsInSpace = text.endsWith(' ');
  if (endsInSpace) text = text.slice(0, -1);
  add(out, (flow.isPending ? ' ' : '') + text.normalize('NFC'));
  flow.isPending = endsInSpace;
  flow.isFresh = false;
}

/** White space before an element stands outside of it. */
function flush(flow: Flow, out: Inline[]): void {
  if (!flow.isPending) return;
  add(out, ' ');
  flow.isPending = false;
  flow.isFresh = true;
}

const STYLES: Readonly<Record<string, EmphasisStyle>> = {
  italic: 'italic',
  italics: 'italic',
  i: 'italic',
  bold: 'bold',
  strong: 'bold',
  b: 'bold',
  smallcaps: 'small-caps',
  'small-caps': 'small-caps',
  superscript: 'superscript',
  sup: 'superscript',
  subscript: 'subscript',
  sub: 'subscript',
  underline: 'underline',
  underlined: 'underline',
  strikethrough: 'strikethrough',
  spaced: 'spaced',
  gesperrt: 'spaced',
  'spaced-out': 'spaced',
  roman: 'roman',
  antiqua: 'roman',
  latintype: 'roman',
  code: 'code',
};

const MARKS: Readonly<Record<string, EditorialMark>> = {
  unclear: 'unclear',
  supplied: 'supplied',
  del: 'deleted',
  add: 'added',
  sic: 'sic',
  corr: 'corrected',
  orig: 'sic',
  reg: 'corrected',
  abbr: 'abbreviation',
  expan: 'expansion',
  surplus: 'deleted',
};

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

const AGENT_TYPES = /^(?:person|org|organi[sz]ation|institution)$/i;

/** The page that a page break begins, under the label it bears. */
export function pageMarkOf(element: XmlElement, isOwn: boolean): PageMark {
  const { n, facs, ed, 'xml:id': id } = element.attributes;
  const sourceId = isOwn ? element.attributes['source']?.slice(1) : id;
  if (isOwn)
    return { label: n ?? '', ...(facs ? { image: decoded(facs) } : {}), ...(sourceId ? { sourceId } : {}) };
  const label = n ?? ed ?? /(\d+)(?!.*\d)/.exec(facs ?? '')?.[1] ?? '';
  return { label, ...(facs ? { image: facs } : {}), ...(sourceId ? { sourceId } : {}) };
}

/** The id that a pointer within the file names: "#p_JUA1" and "pmb50" alike. */
export const localId = (pointer: string | undefined): string | undefined => {
  const first = pointer?.trim().split(/\s+/)[0]?.replace(/^#/, '');
  return first === undefined || first === '' ? undefined : first;
};

/** The key of a person, place or term by the pointer that names it: an id of the edition, or one with a scheme. */
export function keyOf(file: TeiFile, pointer: string): SourceKey {
  if (file.isOwn && parseId(pointer) !== undefined) return sourceKey('id', pointer);
  const [, scheme, value] = /^([a-z][\w-]*):(?!\/\/)(.+)$/i.exec(pointer) ?? [];
  return scheme && value ? sourceKey(scheme, value) : sourceKey('tei', `${file.edition}#${pointer}`);
}

function bind(state: TextState, key: string): string {
  if (!state.mentions.has(key)) state.mentions.set(key, state.file.terms.get(key) ?? keyOf(state.file, key));
  return key;
}

function nameOf(
  element: XmlElement,
): { readonly of: 'agent' | 'place' | 'term'; readonly key?: string } | undefined {
  const a = element.attributes;
  const keyed = (of: 'agent' | 'place' | 'term', pointer: string | undefined) => {
    const key = localId(pointer);
    return key === undefined ? { of } : { of, key };
  };
  switch (element.name) {
    case 'persName':
    case 'orgName':
      return keyed('agent', a['corresp'] ?? a['ref'] ?? a['key']);
    case 'placeName':
    case 'geogName':
    case 'settlement':
    case 'country':
      return keyed('place', a['corresp'] ?? a['ref'] ?? a['key']);
    case 'gloss':
      return keyed('term', a['target']);
    case 'rs':
    case 'name':
      if (AGENT_TYPES.test(a['type'] ?? '')) return keyed('agent', a['ref'] ?? a['key']);
      if (a['type'] === 'place') return keyed('place', a['ref'] ?? a['key']);
      if (a['type'] === 'term') return keyed('term', a['ref'] ?? a['key']);
      return undefined;
    default:
      return undefined;
  }
}

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

/** A body or place without a key is bound by its name, as a rule reads it. */
function bindByName(state: TextState, element: XmlElement): string | undefined {
  const words = plainOf(element, NOTES);
  const isPlace = element.name === 'placeName';
  const found = isPlace ? placeKey(words) : bodyKey(words);
  if (found === undefined) return undefined;
  const key = `${isPlace ? 'place' : 'org'}:${found.key.slice(found.key.lastIndexOf(':') + 1)}`;
  state.mentions.set(key, found.key);
  if (!state.file.named.has(found.key)) {
    state.file.named.add(found.key);
    state.file.stubs.push((isPlace ? placeStub : bodyStub)(found.key, found.form));
  }
  return key;
}

const isNamedOnly = (element: XmlElement): boolean =>
  element.name === 'placeName' ||
  element.name === 'orgName' ||
  (element.name === 'gloss' && /^(?:from|to)$/.test(element.attributes['type'] ?? ''));

function pushName(flow: Flow, out: Inline[], element: XmlElement): boolean {
  const name = nameOf(element);
  if (name === undefined) return false;
  flush(flow, out);
  const content = within(flow, element);
  if (name.key !== undefined)
    out.push({ kind: 'name', of: name.of, key: bind(flow.state, name.key), content });
  else {
    const key = isNamedOnly(element) ? bindByName(flow.state, element) : undefined;
    const of = element.name === 'gloss' && key !== undefined ? 'agent' : name.of;
    out.push(key === undefined ? { kind: 'name', of, content } : { kind: 'name', of, key, content });
  }
  return true;
}

const NOTES = new Set(['note']);

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

function pushPart(out: Inline[], part: Inline): void {
  if (typeof part === 'string') add(out, part);
  else out.push(part);
}

function noteOf(element: XmlElement): string | undefined {
  const { reason, place, rend, quantity, unit, extent, hand, scribe, medium } = element.attributes;
  const words = [quantity, unit, extent, reason, place, rend, hand ?? scribe, medium]
    .filter(Boolean)
    .join(' ');
  return words === '' ? undefined : words;
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

/** Whether a `gap` is an agency's act. */
export const isWithheldGap = (element: XmlElement): boolean =>
  /^(?:withheld|redacted|redaction|declassification|excised|sanitized)$/.test(
    element.attributes['reason'] ?? '',
  );

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

function breakLine(flow: Flow, out: Inline[]): void {
  const last = out.at(-1);
  if (last !== undefined && (typeof last === 'string' || last.kind !== 'line-break'))
    out.push({ kind: 'line-break' });
  flow.isPending = false;
  flow.isFresh = true;
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
  if (flow.state.file.isOwn && pushOwn(flow, out, element)) return;
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

/** What our own files write in ways of their own, so that nothing of it is lost. */
function pushOwn(flow: Flow, out: Inline[], element: XmlElement): boolean {
  const { attributes } = element;
  const key = attributes['key'];
  const isMark = element.name in MARKS || element.name === 'handShift';
  if (isNameElement(element.name)) {
    const of = element.name === 'placeName' ? 'place' : element.name === 'term' ? 'term' : 'agent';
    const content = within(flow, element);
    if (key !== undefined && attributes['ref'] !== undefined)
      flow.state.mentions.set(key, keyOf(flow.state.file, attributes['ref']));
    out.push(key === undefined ? { kind: 'name', of, content } : { kind: 'name', of, key, content });
  } else if (element.name === 'gap' && isWithheldGap(element)) {
    out.push({ kind: 'redaction', redaction: readOwnRedaction(element) });
  } else if (
    isMark ||
    element.name === 'gap' ||
    (element.name === 'seg' && /^(?:gap|hand)$/.test(attributes['type'] ?? ''))
  ) {
    const mark =
      MARKS[element.name] ?? (element.name === 'handShift' || attributes['type'] === 'hand' ? 'hand' : 'gap');
    const note = attributes['n'];
    const content = within(flow, element);
    out.push(note === undefined ? { kind: 'mark', mark, content } : { kind: 'mark', mark, note, content });
  } else if (element.name === 'seg') {
    const lang = parseLanguage(attributes['xml:lang'] ?? '');
    const dir = attributes['rend'] === 'rtl' || attributes['rend'] === 'ltr' ? attributes['rend'] : undefined;
    out.push({
      kind: 'span',
      ...(lang ? { lang } : {}),
      ...(dir ? { dir } : {}),
      content: within(flow, element),
    });
  } else if (element.name === 'ref') {
    const to = readOwnTarget(element);
    if (to === undefined) return false;
    out.push({ kind: 'link', to, content: within(flow, element) });
  } else return false;
  return true;
}

const isNameElement = (name: string): boolean =>
  name === 'persName' || name === 'orgName' || name === 'placeName' || name === 'term';

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

/** Takes off white space and line breaks at the end, however deep it stands. */
function trimEnd(out: Inline[]): void {
  for (let last = out.at(-1); last !== undefined; last = out.at(-1)) {
    if (typeof last === 'string') {
      const text = last.trimEnd() === '' && !/\S/.test(last) ? '' : last.replace(/[ \t\r\n]+$/, '');
      out.pop();
      if (text !== '') return void out.push(text);
    } else if (last.kind === 'line-break') out.pop();
    else return;
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
