import { parseEdtf } from '../../src/core/date/edtf.ts';
import type { Edtf } from '../../src/core/date/edtf.ts';
import { parseLanguage } from '../../src/core/language.ts';
import type { LanguageTag } from '../../src/core/language.ts';
import type { Redaction, RedactionUnit } from '../../src/core/redaction.ts';
import type { BlockId, EditorialMark, EmphasisStyle, Inline, LinkTarget } from '../../src/core/text.ts';

/**
 * The sample's texts are written as prose with marks in braces, read here into inlines:
 *
 *   {a terling|Miss Terling}  {p skarn|the Rock}  {t lotse|LOTSE}   a name, bound to the record "sample:…"
 *   {n 1}                                                          the mark of note 1
 *   {r 2 lines not released; line 2; s. 4(1)(a); r2: words}        a redaction, with what release r2 showed
 *   {# 212; Brandsee; Stavin|your 212}                             a document by its own number
 *   {i sample:telegram-212|the telegram}  {w https://…|words}      links
 *   {e underline|words}  {m unclear; a blot|words}                 emphasis, editorial marks
 *   {d 1957-11-11|words}  {s zh|words}  {page 2}  {br}             dates, spans, page marks, line breaks
 */
export function inlines(source: string, noteOf: (label: string) => BlockId): readonly Inline[] {
  const out: Inline[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('{', at);
    if (open < 0) break;
    if (open > at) out.push(source.slice(at, open));
    const close = closing(source, open);
    out.push(mark(source.slice(open + 1, close), noteOf));
    at = close + 1;
  }
  if (at < source.length) out.push(source.slice(at));
  return out;
}

function closing(source: string, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at++) {
    if (source[at] === '{') depth++;
    if (source[at] === '}' && --depth === 0) return at;
  }
  throw new Error(`a brace is left open: ${source.slice(open, open + 60)}`);
}

function mark(inside: string, noteOf: (label: string) => BlockId): Inline {
  const bar = inside.indexOf('|');
  const head = bar < 0 ? inside : inside.slice(0, bar);
  const content = bar < 0 ? [] : inlines(inside.slice(bar + 1), noteOf);
  const space = head.indexOf(' ');
  const tag = space < 0 ? head : head.slice(0, space);
  const value = space < 0 ? '' : head.slice(space + 1);
  const [first = '', ...rest] = value.split(';').map((part) => part.trim());
  switch (tag) {
    case 'a':
      return { kind: 'name', of: 'agent', key: value, content };
    case 'p':
      return { kind: 'name', of: 'place', key: value, content };
    case 't':
      return { kind: 'name', of: 'term', key: value, content };
    case 'n':
      return { kind: 'note-mark', note: noteOf(value), label: value };
    case 'r':
      return { kind: 'redaction', redaction: redaction(value) };
    case '#':
      return { kind: 'link', to: numberTarget(first, rest), content };
    case 'i':
      return { kind: 'link', to: { kind: 'identifier', identifier: value }, content };
    case 'w':
      return { kind: 'link', to: { kind: 'web', url: value }, content };
    case 'e':
      return { kind: 'emphasis', style: oneOf(STYLES, value), content };
    case 'm':
      return {
        kind: 'mark',
        mark: oneOf(MARKS, first),
        ...(rest.length ? { note: rest.join('; ') } : {}),
        content,
      };
    case 'd':
      return { kind: 'date', date: edtf(value), content };
    case 's':
      return { kind: 'span', lang: lang(value), content };
    case 'page':
      return { kind: 'page-mark', page: { label: value } };
    case 'br':
      return { kind: 'line-break' };
    default:
      throw new Error(`no such mark: {${inside}}`);
  }
}

function numberTarget(number: string, [from, to]: readonly string[]): LinkTarget {
  return { kind: 'number', number, ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

/** "a name; name 1; s. 4(1)(b); r2: LOTSE" and, where there is no extent or exemption, "-" in its place. */
export function redaction(source: string): Redaction {
  const [words = '', extent = '-', exemption = '-', ...more] = source.split(';').map((part) => part.trim());
  const later = more.length ? more.join('; ') : undefined;
  const [unit = '', amount = '', about] = extent.split(' ');
  const colon = later?.indexOf(':') ?? -1;
  return {
    words,
    ...(unit === 'name' ? { withheldKind: 'name' } : {}),
    ...(extent === '-'
      ? {}
      : {
          extent: {
            amount: Number(amount),
            unit: oneOf(UNITS, unit),
            ...(about ? { isApproximate: true } : {}),
          },
        }),
    ...(exemption === '-' ? {} : { exemption }),
    ...(later && colon > 0
      ? { shownLater: { release: later.slice(0, colon).trim(), words: later.slice(colon + 1).trim() } }
      : {}),
  };
}

function oneOf<T extends string>(all: readonly T[], text: string): T {
  const found = all.find((one) => one === text);
  if (found === undefined) throw new Error(`"${text}" is none of ${all.join(', ')}`);
  return found;
}

/** A language tag, or a throw: the sample is written by hand and must be right. */
export function lang(text: string): LanguageTag {
  const tag = parseLanguage(text);
  if (tag === undefined) throw new Error(`not a language tag: ${text}`);
  return tag;
}

/** A date in EDTF, or a throw. */
export function edtf(text: string): Edtf {
  const date = parseEdtf(text);
  if (date === undefined) throw new Error(`not EDTF: ${text}`);
  return date;
}

const STYLES: readonly EmphasisStyle[] = [
  'italic',
  'bold',
  'underline',
  'strikethrough',
  'small-caps',
  'superscript',
  'spaced',
];
const MARKS: readonly EditorialMark[] = [
  'unclear',
  'supplied',
  'deleted',
  'added',
  'gap',
  'sic',
  'corrected',
  'abbreviation',
  'expansion',
  'hand',
];
const UNITS: readonly RedactionUnit[] = [
  'word',
  'line',
  'paragraph',
  'page',
  'sentence',
  'section',
  'name',
  'figure',
  'item',
  'other',
];
