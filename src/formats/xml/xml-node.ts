/**
 * A piece of an XML tree: an element or the characters between elements, both as they stood.
 *
 *   <p rend="right">A <hi>b</hi></p> -> { name: "p", attributes: { rend: "right" }, children: ["A ", { name: "hi", … }], line: 12 }
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  /** One-based line on which its start tag ends. */
  readonly line: number;
}
export type XmlNode = XmlElement | string;

const BLANK = /^[ \t\r\n]*$/;
/** Whether a text is XML white space only. A no-break space is a character to be read. */
export const isBlank = (text: string): boolean => BLANK.test(text);

/** The first child element of that name, if any. */
export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  if (parent === undefined) return undefined;
  for (const child of parent.children) if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
}

/** Every child element of that name, in order. */
export function childrenOf(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of parent?.children ?? [])
    if (typeof child !== 'string' && child.name === name) found.push(child);
  return found;
}

/** The child reached by going down one name after another, if there is one. */
export function pathOf(from: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let at = from;
  for (const name of names) at = childOf(at, name);
  return at;
}

/** Every element below, in document order, itself excepted; `skip` names elements not to enter. */
export function descendantsOf(
  parent: XmlElement,
  name?: string,
  skip?: ReadonlySet<string>,
): readonly XmlElement[] {
  const found: XmlElement[] = [];
  collect(parent, name, skip, found);
  return found;
}

function collect(
  parent: XmlElement,
  name: string | undefined,
  skip: ReadonlySet<string> | undefined,
  found: XmlElement[],
): void {
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    if (name === undefined || child.name === name) found.push(child);
    if (!skip?.has(child.name)) collect(child, name, skip, found);
  }
}

function gather(parent: XmlElement, skip: ReadonlySet<string> | undefined, out: string[]): void {
  for (const child of parent.children) {
    if (typeof child === 'string') out.push(child);
    else if (child.name === 'lb' || child.name === 'pb') out.push(child.name === 'lb' ? ' ' : '');
    else if (!skip?.has(child.name)) gather(child, skip, out);
  }
}

/** White space that is more than single spaces: a single one is passed over, not written anew. */
const SPACED = /[\t\r\n]| {2}/;
const SPACES = /[\t\r\n][ \t\r\n]*| [ \t\r\n]+/g;
/** Anything beyond Latin and punctuation, where a character reference may have left a letter decomposed. */
const COMPOSABLE = /[^\u0000-\u02ff\u2000-\u206f]/;

/** The characters within an element, white space collapsed; `skip` names elements left out. */
export function plainOf(element: XmlElement | undefined, skip?: ReadonlySet<string>): string {
  if (element === undefined) return '';
  const parts: string[] = [];
  gather(element, skip, parts);
  const joined = parts.length === 1 ? (parts[0] ?? '') : parts.join('');
  const spaced = SPACED.test(joined) ? joined.replace(SPACES, ' ') : joined;
  const plain = spaced.trim();
  return COMPOSABLE.test(plain) ? plain.normalize('NFC') : plain;
}
