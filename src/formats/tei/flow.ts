import type { Inline } from '../../core/text.ts';
import type { TextState } from './text-state.ts';

/** White space on its way: what was seen of it is written only when a character follows. */
export interface Flow {
  readonly state: TextState;
  isPending: boolean;
  /** Nothing but white space may have gone before: swallow more of it. */
  isFresh: boolean;
  readonly keepsSpace: boolean;
}

/** Characters behind what is there; two strings side by side are one. */
export function add(out: Inline[], text: string): void {
  const last = out.at(-1);
  if (typeof last === 'string') out[out.length - 1] = last + text;
  else out.push(text);
}

/** White space that is more than single spaces: a single one is passed over, not written anew. */
const SPACED = /[\t\r\n]| {2}/;
const SPACES = /[\t\r\n][ \t\r\n]*| [ \t\r\n]+/g;
/** Anything beyond Latin and punctuation, where a character reference may have left a letter decomposed. */
const COMPOSABLE = /[^\u0000-\u02ff\u2000-\u206f]/;

/** Characters of a text node, white space collapsed as TEI reads it. */
export function pushText(flow: Flow, out: Inline[], raw: string): void {
  if (flow.keepsSpace) return add(out, raw.normalize('NFC'));
  let text = SPACED.test(raw) ? raw.replace(SPACES, ' ') : raw;
  if (text.startsWith(' ')) {
    if (!flow.isFresh) flow.isPending = true;
    text = text.slice(1);
  }
  if (text === '') return;
  const endsInSpace = text.endsWith(' ');
  if (endsInSpace) text = text.slice(0, -1);
  const composed = COMPOSABLE.test(text) ? text.normalize('NFC') : text;
  add(out, flow.isPending ? ` ${composed}` : composed);
  flow.isPending = endsInSpace;
  flow.isFresh = false;
}

/** White space before an element stands outside of it. */
export function flush(flow: Flow, out: Inline[]): void {
  if (!flow.isPending) return;
  add(out, ' ');
  flow.isPending = false;
  flow.isFresh = true;
}

/** A part behind what is there. */
export function pushPart(out: Inline[], part: Inline): void {
  if (typeof part === 'string') add(out, part);
  else out.push(part);
}

/** The end of a line, unless one has just ended. */
export function breakLine(flow: Flow, out: Inline[]): void {
  const last = out.at(-1);
  if (last !== undefined && (typeof last === 'string' || last.kind !== 'line-break'))
    out.push({ kind: 'line-break' });
  flow.isPending = false;
  flow.isFresh = true;
}

const endTrimmed = (text: string): string => (/\S/.test(text) ? text.replace(/[ \t\r\n]+$/, '') : '');

/** Takes off white space and line breaks at the end, however deep it stands. */
export function trimEnd(out: Inline[]): void {
  for (let last = out.at(-1); last !== undefined; last = out.at(-1)) {
    if (typeof last === 'string') {
      const text = /\s$/.test(last) ? endTrimmed(last) : last;
      if (text === last) return;
      out.pop();
      if (text !== '') return void out.push(text);
    } else if (last.kind === 'line-break') out.pop();
    else return;
  }
}
