/** The first element of an XML text and its namespace; undefined where there is none to see. */
export function firstElement(
  text: string,
): { readonly element: string; readonly namespace?: string } | undefined {
  let at = 0;
  for (;;) {
    at = text.indexOf('<', at);
    if (at < 0) return undefined;
    const next = text[at + 1];
    if (next === '?') at = after(text, '?>', at);
    else if (text.startsWith('<!--', at)) at = after(text, '-->', at);
    else if (next === '!') at = afterDoctype(text, at);
    else return elementAt(text, at);
    if (at < 0) return undefined;
  }
}

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? -1 : at + end.length;
}

/** The end of a document type declaration, over the internal subset if it has one. */
function afterDoctype(text: string, from: number): number {
  const subset = text.indexOf('[', from);
  const end = text.indexOf('>', from);
  if (subset < 0 || (end >= 0 && end < subset)) return end < 0 ? -1 : end + 1;
  const close = /\]\s*>/g;
  close.lastIndex = subset;
  return close.exec(text) === null ? -1 : close.lastIndex;
}

function elementAt(
  text: string,
  at: number,
): { readonly element: string; readonly namespace?: string } | undefined {
  const tag = /<([\p{L}_][\p{L}\p{N}_.-]*:)?([\p{L}_][\p{L}\p{N}_.-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)/uy;
  tag.lastIndex = at;
  const [, prefix, element, attributes = ''] = tag.exec(text) ?? [];
  if (element === undefined) return undefined;
  const name = prefix === undefined ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  for (const attribute of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (attribute[1] === name) return { element, namespace: attribute[2] ?? attribute[3] ?? '' };
  return { element };
}
