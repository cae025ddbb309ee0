import type { Redaction, RedactionUnit } from '../../core/redaction.ts';
import type { Inline } from '../../core/text.ts';

const WITHHELD =
  /not (?:yet )?declassified|\b(?:names?|lines?|words?|text|paragraphs?|passage|sentences?) deleted\b|\bredacted\b|\bexcised\b|\bsanitized\b|\bwithheld\b/i;
const EDITORIAL = /^(?:here follow|omitted here|footnote)/i;

/** Whether words in brackets say that an agency held something back, rather than that an editor left something out. */
export const isRedactionWords = (words: string): boolean =>
  words.length <= 300 && WITHHELD.test(words) && (!EDITORIAL.test(words) || /not declassified/i.test(words));

const UNITS: readonly (readonly [RegExp, RedactionUnit])[] = [
  [/^paragraphs?$/i, 'paragraph'],
  [/^lines?$/i, 'line'],
  [/^pages?$/i, 'page'],
  [/^words?$/i, 'word'],
  [/^sentences?$/i, 'sentence'],
  [/^sections?$/i, 'section'],
  [/^names?$/i, 'name'],
  [/^figures?$/i, 'figure'],
  [/^items?$/i, 'item'],
];
const UNIT_WORDS =
  'paragraphs?|lines?|pages?|words?|sentences?|sections?|names?|figures?|items?|places?|seconds?|columns?';
const AMOUNT = '(\\d+(?:[-–—\\s](?=\\d/))?(?:\\d/\\d)?|\\d*[½¼¾]|\\d+(?:\\.\\d+)?)';
const RANGE = new RegExp(`${AMOUNT}(?:\\s*[–-]\\s*${AMOUNT})?\\s+(?:[\\w-]+\\s)?(${UNIT_WORDS})\\b`, 'i');
const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

function amountOf(words: string): number | undefined {
  const half = /^(\d*)([½¼¾])$/.exec(words);
  if (half) return Number(half[1] || 0) + (FRACTIONS[half[2] ?? ''] ?? 0);
  const mixed = /^(?:(\d+)[-–—\s])?(\d)\/(\d)$/.exec(words);
  if (mixed) return Number(mixed[1] ?? 0) + Number(mixed[2]) / Number(mixed[3]);
  const plain = Number(words);
  return Number.isFinite(plain) ? plain : undefined;
}

function extentOf(words: string): Redaction['extent'] {
  const found = RANGE.exec(words);
  if (!found) return undefined;
  const amount = amountOf((found[1] ?? '').trim());
  if (amount === undefined || amount === 0) return undefined;
  const unit = UNITS.find(([pattern]) => pattern.test(found[3] ?? ''))?.[1] ?? 'other';
  const isApproximate =
    found[2] !== undefined || /\b(?:less th[ae]n|more than|about|approximately|over)\b/i.test(words);
  return { amount, unit, ...(isApproximate ? { isApproximate } : {}) };
}

const MEASURE = /^(?:(?:less th[ae]n|more than|about)\s)?[\dI½¼¾]/i;
const EXEMPTION = /\(b\)\s?\(\d\)(?:\([A-Z]\))?|\b3\.[35]\s?\(b\)\s?\(\d+\)/;

/**
 * What an editor's words in brackets say was held back. A kind and an extent only where the words give them.
 *
 *   "less than 1 line of source text not declassified" -> extent { amount: 1, unit: "line", isApproximate: true }
 *   "dollar amount not declassified"                   -> withheldKind "dollar amount"
 *   "text not declassified"                            -> words alone, kind "text"
 */
export function readRedaction(words: string): Redaction {
  const extent = extentOf(words);
  const kind = MEASURE.test(words)
    ? undefined
    : /^(.*?)\s+(?:not (?:yet )?declassified|deleted|redacted|excised|withheld)/i.exec(words)?.[1];
  const exemption = EXEMPTION.exec(words)?.[0];
  const withheldKind = kind
    ?.replace(/\band less than.*$/i, '')
    .trim()
    .toLowerCase();
  return {
    words,
    ...(withheldKind ? { withheldKind } : {}),
    ...(extent ? { extent } : {}),
    ...(exemption ? { exemption } : {}),
  };
}

const BRACKETED = /\[([^[\]]{4,300})\]/g;

function splitString(text: string, out: Inline[]): void {
  let from = 0;
  for (const found of text.matchAll(BRACKETED)) {
    const words = found[1]?.trim() ?? '';
    if (!isRedactionWords(words)) continue;
    if (found.index > from) out.push(text.slice(from, found.index));
    out.push({ kind: 'redaction', redaction: readRedaction(words) });
    from = found.index + found[0].length;
  }
  if (from === 0) out.push(text);
  else if (from < text.length) out.push(text.slice(from));
}

/** The words of an emphasis that stands alone between "[" and "]", if they say that something was held back. */
function wordsBetween(
  before: Inline | undefined,
  part: Inline,
  after: Inline | undefined,
): string | undefined {
  if (typeof before !== 'string' || typeof after !== 'string') return undefined;
  if (typeof part === 'string' || part.kind !== 'emphasis') return undefined;
  if (!before.endsWith('[') || !after.startsWith(']')) return undefined;
  const [only, ...more] = part.content;
  return typeof only === 'string' && more.length === 0 && isRedactionWords(only) ? only.trim() : undefined;
}

/**
 * The same inlines with each bracketed excision as a redaction, its brackets taken off: in a string, in an
 * emphasis, or as an emphasis between two brackets.
 */
export function markRedactions(content: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  let isOpen = false;
  content.forEach((part, at) => {
    const words = wordsBetween(content[at - 1], part, content[at + 1]);
    if (words !== undefined) {
      const last = out.at(-1);
      out.pop();
      if (typeof last === 'string' && last.length > 1) out.push(last.slice(0, -1));
      out.push({ kind: 'redaction', redaction: readRedaction(words) });
      isOpen = true;
    } else if (typeof part === 'string') {
      const rest = isOpen ? part.slice(1) : part;
      isOpen = false;
      if (rest.includes('[')) splitString(rest, out);
      else if (rest !== '') out.push(rest);
    } else if ('content' in part && hasBracket(part.content)) {
      isOpen = false;
      out.push({ ...part, content: markRedactions(part.content) });
    } else out.push(part);
  });
  return out;
}

/** Whether an opening bracket stands anywhere within: only then is there anything to mark. */
export function hasBracket(content: readonly Inline[]): boolean {
  for (const part of content)
    if (typeof part === 'string' ? part.includes('[') : 'content' in part && hasBracket(part.content))
      return true;
  return false;
}
