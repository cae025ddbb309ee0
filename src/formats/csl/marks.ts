/**
 * What CSL has no field for goes through the processor between marks, and is put right in what it wrote: a
 * description that no style may set in quotation marks, what stands behind a title outside of its marks, and an
 * author who is not to be named. The marks are code points for private use, which no text that we are given
 * keeps.
 */
const MARKS = {
  described: ['\uE010', '\uE011'],
  bracketed: ['\uE012', '\uE013'],
  dated: ['\uE014', '\uE015'],
} as const;
export const NOBODY = '\uE016';
const SECOND = '\uE017';
const QUOTES = { '“': '\uE018', '”': '\uE019' } as const;
/** Angle brackets of a text: to the processor they would be markup, and vanish. */
const ANGLES = { '<': '\uE01A', '>': '\uE01B' } as const;
const ALL = /[\uE010-\uE019]/g;

/** An apostrophe that the processor would look for the other mark of: "the keepers’ lamp". */
const APOSTROPHE = '\uE01C';

/** Straight single marks that open and close: the processor would curl only one of them. */
const STRAIGHT_PAIR =
  /(?<![\p{L}\p{N}'])'(?=[^\s'])([^']*(?:(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}])[^']*)*)(?<=[^\s'])'(?![\p{L}\p{N}'])/gu;

/** Nothing that is given may look like a mark, nor like markup. */
export const unmarked = (text: string): string =>
  withApostrophes(text.replace(ALL, '').replace(STRAIGHT_PAIR, '‘$1’'))
    .replaceAll('<', ANGLES['<'])
    .replaceAll('>', ANGLES['>']);

/** Where no single mark opens, none closes. */
const withApostrophes = (text: string): string =>
  text.includes('‘')
    ? text.replace(/(?<=[\p{L}\p{N}])[’'](?=[\p{L}\p{N}])/gu, APOSTROPHE)
    : text.replace(/’|(?<=[\p{L}\p{N}])'/gu, APOSTROPHE);

/** Within a title a processor turns quotation marks into single ones; what will not stand within one keeps its own. */
const keptQuotes = (text: string): string =>
  unmarked(text).replaceAll('“', QUOTES['“']).replaceAll('”', QUOTES['”']);

const between = (kind: keyof typeof MARKS, text: string): string => {
  const [open, close] = MARKS[kind];
  return `${open}<span class="nocase">${text}</span>${close}`;
};

/** A title that is none: what describes a document. Its capitals stay as they are. */
export const described = (text: string): string => between('described', keptQuotes(text));
/** Behind a title, in square brackets: "Bericht" [Report]. */
export const bracketed = (text: string): string => between('bracketed', ` [${keptQuotes(text)}]`);
/** Behind a title, after a comma: "Telegram," July 2, 1945. */
export const dated = (text: string): string => between('dated', `, ${keptQuotes(text)}`);
/** A title in a language whose titles have no capitals of their own. */
export const asWritten = (text: string): string => `<span class="nocase">${unmarked(text)}</span>`;

/** A container that begins a sentence of its own, as MLA's second one. */
export const apart = (text: string): string => SECOND + unmarked(text);

const [OPEN, CLOSE] = MARKS.described;
const STRIP_SPANS = /<\/?(?!i>|\/i>)[a-z][^>]*>/g;

/** Puts right what was written with marks. `inBrackets`: descriptions stand in square brackets, as in APA. */
export function settleMarks(markup: string, { inBrackets }: { readonly inBrackets: boolean }): string {
  const shown = (text: string): string =>
    inBrackets ? `[${text.replaceAll('[', '(').replaceAll(']', ')')}]` : text;
  return (
    markup
      .replace(STRIP_SPANS, '')
      // Spans that the processor took for text; those of a text itself are marks.
      .replace(/&#60;(?:span class="nocase"|\/span)&#62;/g, '')
      .trim()
      // “Title⟨ [T]⟩,” -> “Title” [T],   and the same where titles slant
      .replace(/\uE012([^\uE013]*)\uE013([,.]?)”/g, (_, inner: string, stop: string) => `”${inner}${stop}`)
      .replace(/\uE012([^\uE013]*)\uE013([.,]?)<\/i>/g, '</i>$1$2')
      // “Title⟨, date⟩,” -> “Title,” date,
      .replace(
        /\uE014, ([^\uE015]*)\uE015([,.]?)”/g,
        (_, inner: string, stop: string) => `,” ${inner}${stop}`,
      )
      .replace(/\uE014([^\uE015]*)\uE015([.,]?)<\/i>/g, '</i>$1$2')
      .replace(
        new RegExp(`“${OPEN}([^${CLOSE}]*)${CLOSE}([^”]*)”`, 'g'),
        (_, inner: string, rest: string) => shown(inner) + rest,
      )
      .replace(
        new RegExp(`<i>${OPEN}([^${CLOSE}]*)${CLOSE}([^<]*)</i>`, 'g'),
        (_, inner: string, rest: string) => shown(inner) + rest,
      )
      .replace(new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'g'), (_, inner: string) => shown(inner))
      // What ends in a mark of its own has no full stop behind it.
      .replace(/([?!])\.(?= |$)/g, '$1')
      // Nobody (1986). Title. In … -> Title. (1986). In …
      .replace(new RegExp(`^${NOBODY}\\.? (\\([^)]*\\)\\.) (.*?\\.) (?=In )`), '$2 $1 ')
      .replace(new RegExp(`^${NOBODY}[.,]? `), '')
      .replace(new RegExp(`[,.] (<i>)?${SECOND}`, 'g'), '. $1')
      // A document's number is called so already; MLA's paragraphs are "par."
      .replace(/\(No\. (?=\p{L})/gu, '(')
      .replaceAll(QUOTES['“'], '“')
      .replaceAll(QUOTES['”'], '”')
      .replaceAll(APOSTROPHE, '’')
      .replaceAll(ANGLES['<'], '&lt;')
      .replaceAll(ANGLES['>'], '&gt;')
      .replace(ALL, '')
  );
}
