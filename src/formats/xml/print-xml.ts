/** Characters that XML 1.0 cannot hold at all; they are written as U+FFFD. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as the content of an element: "A & B" -> "A &amp; B". */
export const printText = (text: string): string =>
  text
    .replace(FORBIDDEN, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#13;');

const printValue = (text: string): string =>
  printText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');

export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** Attributes in their order, those without a value left out: { n: 1, rend: undefined } -> ' n="1"'. */
export const printAttributes = (attributes: XmlAttributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${printValue(String(value))}"`))
    .join('');

/** An element around content that is XML already; an empty one closes itself. */
export const printElement = (name: string, attributes: XmlAttributes, content = ''): string =>
  content === ''
    ? `<${name}${printAttributes(attributes)}/>`
    : `<${name}${printAttributes(attributes)}>${content}</${name}>`;

/** An element around words; nothing where there are none. */
export const printWords = (name: string, attributes: XmlAttributes, words: string | undefined): string =>
  words === undefined || words === '' ? '' : printElement(name, attributes, printText(words));

/** An element around XML; nothing where there is none. */
export const printAround = (name: string, attributes: XmlAttributes, content: string): string =>
  content === '' ? '' : printElement(name, attributes, content);
