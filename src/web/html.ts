/**
 * Markup that is safe to send: made by {@link html} from a template whose values were escaped, or by
 * {@link trusted} from a writer that escapes by itself.
 */
export class Html {
  /** What stands before its end, in pieces: a long page is encoded piece by piece, which takes less than as one string. */
  readonly begun: readonly string[];
  readonly end: string;
  constructor(end: string, begun: readonly string[] = NONE) {
    this.begun = begun;
    this.end = end;
  }
  get text(): string {
    return this.begun.length === 0 ? this.end : this.begun.join('') + this.end;
  }
  /** In UTF-16 code units. */
  get length(): number {
    return this.begun.reduce((sum, piece) => sum + piece.length, this.end.length);
  }
  toString(): string {
    return this.text;
  }
}

const NONE: readonly string[] = [];
/** So many characters make a piece. */
const PIECE = 16_000;

/** Attributes, the only thing that may stand between the quotes of a tag's own. Made by {@link attributes}. */
class Attributes extends Html {}

export type Child = Html | string | number | false | null | undefined | readonly Child[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const TEXT_SPECIAL = /[&<>]/;
const ANY_SPECIAL = /[&<>"']/;
const ALL_SPECIAL = /[&<>"']/g;

/** The text with what markup gives a meaning to written as entities; good in text and in a quoted attribute. */
export function escapeHtml(text: string): string {
  if (!ANY_SPECIAL.test(text)) return text;
  ALL_SPECIAL.lastIndex = 0;
  let out = '';
  let from = 0;
  for (let match = ALL_SPECIAL.exec(text); match !== null; match = ALL_SPECIAL.exec(text)) {
    out += text.slice(from, match.index) + (ENTITIES[match[0]] ?? '');
    from = match.index + 1;
  }
  return out + text.slice(from);
}

/** The same for what stands between tags only, where quotation marks mean nothing: long texts are full of them. */
export const escapeText = (text: string): string =>
  TEXT_SPECIAL.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;

/** For writers that escape by themselves, for speed: everything else goes through {@link html}. */
export function trusted(...texts: readonly string[]): Html {
  let begun = NONE;
  let end = '';
  for (const text of texts) {
    end += text;
    if (end.length < PIECE) continue;
    begun = [...begun, end];
    end = '';
  }
  return new Html(end, begun);
}

export const nothing: Html = new Html('');

/**
 * A block of data in a page, which no browser runs: JSON, of which nothing can end the block or begin another
 * element, since what markup gives a meaning to stands as an escape of JSON.
 */
export const dataBlock = (mediaType: 'application/ld+json', data: unknown): Html =>
  new Html(
    `<script type="${mediaType}">${JSON.stringify(data).replace(ALL_IN_DATA, escapeInData)}</script>\n`,
  );

const ALL_IN_DATA = /[<>&\u2028\u2029]/g;
const escapeInData = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A template that escapes every value, and throws at a place where escaping could not protect. */
export function html(strings: TemplateStringsArray, ...values: readonly Child[]): Html {
  let places = placesOf.get(strings);
  if (places === undefined) placesOf.set(strings, (places = findPlaces(strings)));
  let begun = NONE;
  let out = strings[0] ?? '';
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (places[at] === 'in-tag' && !(value instanceof Attributes))
      throw new TypeError(`html: only attributes() may stand within a tag: ${ending(strings[at])}`);
    if (value instanceof Html && value.begun.length > 0) {
      begun = [...begun, out, ...value.begun];
      out = value.end;
    } else out += printChild(value);
    out += strings[at + 1] ?? '';
    if (out.length < PIECE) continue;
    begun = [...begun, out];
    out = '';
  }
  return new Html(out, begun);
}

function printChild(child: Child): string {
  if (typeof child === 'string') return escapeHtml(child);
  if (child instanceof Html) return child.text;
  if (child === undefined || child === null || child === false) return '';
  if (typeof child === 'number') return String(child);
  let out = '';
  for (const one of child) out += printChild(one);
  return out;
}

type AttributeValue = string | number | boolean | undefined;

const SAFE_NAME = /^(?!on)(?!style$)[a-z][a-z0-9:-]*$/i;
const ADDRESS_NAME = /^(href|src|action|formaction|cite|poster)$/;
const SCRIPT_ADDRESS = /^[\s\p{Cc}]*(javascript|data|vbscript)\s*:/iu;

/** The names that were asked for: the code has a few hundred, and values are none. */
const known = new Map<string, 'address' | 'plain'>();

function learn(name: string): void {
  if (!SAFE_NAME.test(name)) throw new TypeError(`html: not an attribute for a value: ${name}`);
  known.set(name, ADDRESS_NAME.test(name) ? 'address' : 'plain');
}

/**
 * Attributes for a tag: `{ checked: true, value: 'a"b' }` -> ` checked value="a&quot;b"`. What is undefined or
 * false is left out; event handlers, styles and addresses that run are refused.
 */
export function attributes(values: Readonly<Record<string, AttributeValue>>): Html {
  let out = '';
  for (const name in values) {
    const value = values[name];
    if (value === undefined || value === false) continue;
    if (!known.has(name)) learn(name);
    if (value === true) {
      out += ` ${name}`;
      continue;
    }
    const text = String(value);
    if (known.get(name) === 'address' && !text.startsWith('/') && SCRIPT_ADDRESS.test(text))
      throw new TypeError(`html: an address that runs: ${name}`);
    out += ` ${name}="${escapeHtml(text)}"`;
  }
  return new Attributes(out);
}

/** `attributes` for the language and direction of a passage; empty where nothing is known. */
export const langAttributes = (lang: string | undefined, dir: 'rtl' | 'ltr' | undefined): Html =>
  attributes({ lang: lang === 'und' ? '' : lang, dir });

type Place = 'text' | 'in-tag';
type State = 'text' | 'tag' | '"' | "'" | 'comment' | 'raw';

const placesOf = new WeakMap<TemplateStringsArray, readonly Place[]>();
const ending = (part: string | undefined): string => `…${(part ?? '').slice(-50)}\${…}`;
const ADDRESS_OPEN = /\s(href|src|action|formaction)=["']$/;
const UNSAFE_OPEN = /\s(on[a-z]+|style)=["'][^"']*$/;

function findPlaces(strings: TemplateStringsArray): readonly Place[] {
  const places: Place[] = [];
  let state: State = 'text';
  let raw = '';
  strings.forEach((part, at) => {
    ({ state, raw } = readMarkup(part, state, raw));
    if (at === strings.length - 1) return;
    const isRefused =
      state === 'comment' ||
      state === 'raw' ||
      (state === 'tag' && /[=/<]$/.test(part)) ||
      (state === 'text' && part.endsWith('<')) ||
      UNSAFE_OPEN.test(part);
    if (isRefused) throw new TypeError(`html: no value may stand here: ${ending(part)}`);
    if ((state === '"' || state === "'") && ADDRESS_OPEN.test(part))
      throw new TypeError(`html: an address that is all value is given by attributes(): ${ending(part)}`);
    places.push(state === 'tag' ? 'in-tag' : 'text');
  });
  return places;
}

function readMarkup(part: string, from: State, rawFrom: string): { state: State; raw: string } {
  let state = from;
  let raw = rawFrom;
  for (let at = 0; at < part.length; at++) {
    const character = part[at];
    if (state === 'text') {
      if (part.startsWith('<!--', at)) state = 'comment';
      else if (character === '<' && /[a-z/!]/i.test(part[at + 1] ?? '')) {
        state = 'tag';
        raw = /^<(script|style|textarea|title)\b/i.exec(part.slice(at, at + 10))?.[1]?.toLowerCase() ?? '';
      }
    } else if (state === 'tag') {
      if (character === '"' || character === "'") state = character;
      else if (character === '>') state = raw === 'script' || raw === 'style' ? 'raw' : 'text';
    } else if (state === 'comment') {
      if (part.startsWith('-->', at)) state = 'text';
    } else if (state === 'raw') {
      if (part.slice(at, at + raw.length + 2).toLowerCase() === `</${raw}`) state = 'tag';
    } else if (character === state) state = 'tag';
  }
  return { state, raw };
}
