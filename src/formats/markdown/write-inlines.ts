import type { BlockId, EmphasisStyle, Inline } from '../../core/text.ts';
import { impossible } from '../../core/result.ts';

/** The number under which a note stands in the file. */
export type NumberOf = (note: BlockId) => number | undefined;

const MARKS: Readonly<Record<EmphasisStyle, readonly [before: string, after: string]>> = {
  italic: ['*', '*'],
  bold: ['**', '**'],
  strikethrough: ['~~', '~~'],
  underline: ['<u>', '</u>'],
  superscript: ['<sup>', '</sup>'],
  subscript: ['<sub>', '</sub>'],
  code: ['', ''],
  'small-caps': ['', ''],
  spaced: ['', ''],
  roman: ['', ''],
};

/** Inlines as Markdown that {@link readInlines} reads back; line breaks as `lineBreak`. */
export function writeInlines(content: readonly Inline[], numberOf: NumberOf, lineBreak = '\\\n'): string {
  return content.map((part) => writeInline(part, numberOf, lineBreak)).join('');
}

function writeInline(part: Inline, numberOf: NumberOf, lineBreak: string): string {
  if (typeof part === 'string') return escaped(part);
  switch (part.kind) {
    case 'emphasis':
      return emphasised(writeInlines(part.content, numberOf, lineBreak), part.style);
    case 'name':
    case 'date':
    case 'span':
      return writeInlines(part.content, numberOf, lineBreak);
    case 'mark':
      return part.content.length === 0 && part.mark === 'gap'
        ? '\\[…\\]'
        : writeInlines(part.content, numberOf, lineBreak);
    case 'link': {
      const words = writeInlines(part.content, numberOf, lineBreak);
      return part.to.kind === 'web'
        ? `[${words}](<${part.to.url.replace(/[<>\s]/g, encodeURIComponent)}>)`
        : words;
    }
    case 'note-mark': {
      const number = numberOf(part.note);
      return number === undefined ? escaped(`[${part.label}]`) : `[^${number}]`;
    }
    case 'page-mark':
      return escaped(`[p. ${part.page.label}]`);
    case 'line-break':
      return lineBreak;
    case 'redaction':
      return escaped(`[${part.redaction.words}]`);
    default:
      return impossible(part);
  }
}

/** Marks cling to words: white space at the ends stands outside of them. */
function emphasised(words: string, style: EmphasisStyle): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
  if (inner === '') return words;
  if (style === 'code') return before + coded(inner) + after;
  const [open, close] = MARKS[style];
  return before + open + inner + close + after;
}

const coded = (inner: string): string => {
  const text = inner.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  const ticks = '`'.repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return /^`|`$/.test(text) ? `${ticks} ${text} ${ticks}` : ticks + text + ticks;
};

/** Characters that would mean something, as themselves. */
export const escaped = (text: string): string =>
  text
    .replace(/[\\*_`[\]<>~|]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\s*\n\s*/g, ' ');

/** What would begin a block, at the beginning of a line. */
export const escapedStart = (line: string): string =>
  line.replace(/^(\s*)([#+=-])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');
