import { ENTITIES } from '../xml/entities.ts';

/** A piece of HTML as it stands: a tag of a name, or characters. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open' | 'close';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      /** As it stood, for what is not understood. */
      readonly raw: string;
    };

/** Pieces that a browser would not show: their text is no text of the document. */
const HIDDEN = new Set(['script', 'style', 'template', 'iframe', 'object']);

/**
 * HTML cut into tags and characters, its entities read. Comments and declarations are passed over; what is
 * in a script or a style comes as one `hidden` text. A "<" that begins no tag is a character.
 */
export function* tokensOf(
  html: string,
): Generator<HtmlToken | { readonly kind: 'hidden'; readonly text: string }> {
  const tag = /<(?:!--[\s\S]*?-->|![^>]*>|(\/?)([A-Za-z][\w:-]*)((?:[^<>"']|"[^"<>]*"|'[^'<>]*')*)>)/g;
  const lower = html.toLowerCase();
  let from = 0;
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    if (found.index > from) yield { kind: 'text', text: readEntities(html.slice(from, found.index)) };
    from = tag.lastIndex;
    const [raw, slash, written, attributes = ''] = found;
    if (written === undefined) continue;
    const name = written.toLowerCase();
    if (HIDDEN.has(name) && slash === '') {
      const end = lower.indexOf(`</${name}`, from);
      const close = end < 0 ? html.length : html.indexOf('>', end);
      yield { kind: 'hidden', text: html.slice(found.index, close < 0 ? html.length : close + 1) };
      from = close < 0 ? html.length : close + 1;
      tag.lastIndex = from;
      continue;
    }
    yield { kind: slash === '/' ? 'close' : 'open', name, attributes: readAttributes(attributes), raw };
  }
  if (from < html.length) yield { kind: 'text', text: readEntities(html.slice(from)) };
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(
    /([^\s=/"'<>]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g,
  ))
    attributes.set(name.toLowerCase(), readEntities(double ?? single ?? bare ?? ''));
  return attributes;
}

/** Characters for entities: "&amp;", "&#8217;", "&rsquo;"; one that is none stays as written. */
export const readEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([A-Za-z][A-Za-z0-9]*));?/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES.get(String(name)) ?? whole;
      const point = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
      const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
      return isCharacter ? String.fromCodePoint(point).normalize('NFC') : whole;
    },
  );

/** Whether a text holds markup of HTML, and not only a "<" here and there. */
export const looksLikeHtml = (text: string): boolean =>
  /<\/?(p|br|div|span|b|i|em|strong|u|a|ul|ol|li|h[1-6]|table|blockquote|sup|sub)(\s[^<>]*)?\/?>/i.test(text);
