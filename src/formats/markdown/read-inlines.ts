import type { BlockId, EmphasisStyle, Inline } from '../../core/text.ts';
import { readEntities } from '../html/html-tokens.ts';
import { trimmed } from '../html/inlines.ts';

/** Finds the note that a mark such as "[^1]" points to, if the text has it. */
export type NoteOf = (label: string) => BlockId | undefined;

const DELIMITERS: readonly (readonly [mark: string, style: EmphasisStyle])[] = [
  ['**', 'bold'],
  ['__', 'bold'],
  ['~~', 'strikethrough'],
  ['*', 'italic'],
  ['_', 'italic'],
];
const TAGS: ReadonlyMap<string, EmphasisStyle> = new Map<string, EmphasisStyle>([
  ['sup', 'superscript'],
  ['sub', 'subscript'],
  ['u', 'underline'],
]);
/** A mark that is not closed within this many characters is a character. */
const REACH = 10_000;
const DEPTH_LIMIT = 12;

/**
 * The inlines of a paragraph in Markdown: emphasis, code, links, notes, hard line breaks. A mark that opens
 * nothing is a character; of HTML only `br`, `u`, `sup` and `sub` are read.
 */
export function readInlines(text: string, noteOf: NoteOf, depth = 0): Inline[] {
  const content: Inline[] = [];
  let plain = '';
  const add = (...parts: readonly Inline[]): void => {
    if (plain) content.push(readEntities(plain));
    plain = '';
    content.push(...parts);
  };
  for (let at = 0; at < text.length;) {
    const piece = depth < DEPTH_LIMIT ? pieceAt(text, at, noteOf, depth) : undefined;
    if (piece === undefined) {
      plain += text[at] === '\n' ? ' ' : text[at];
      at++;
    } else {
      if (piece.plain !== undefined) {
        add();
        content.push(piece.plain);
      } else add(...piece.inlines);
      at = piece.end;
    }
  }
  add();
  return depth === 0 ? trimmed(content) : joined(content);
}

interface Piece {
  readonly end: number;
  readonly inlines: readonly Inline[];
  /** Characters that stand for themselves, entities and all. */
  readonly plain?: string;
}

function pieceAt(text: string, at: number, noteOf: NoteOf, depth: number): Piece | undefined {
  switch (text[at]) {
    case '\\': {
      const next = text[at + 1];
      if (next === '\n') return { end: at + 2, inlines: [{ kind: 'line-break' }] };
      return next !== undefined && /[!-/:-@[-`{-~]/.test(next)
        ? { end: at + 2, inlines: [], plain: next }
        : undefined;
    }
    case ' ': {
      const found = match(/ {2,}\n/y, text, at);
      return found && { end: at + found[0].length, inlines: [{ kind: 'line-break' }] };
    }
    case '`': {
      const found = match(/(`+)(?!`)([\s\S]{0,10000}?[^`])\1(?!`)/y, text, at);
      const code = found?.[2]?.replace(/\n/g, ' ').replace(/^ (.*\S.*) $/, '$1');
      return found && code
        ? { end: at + found[0].length, inlines: [{ kind: 'emphasis', style: 'code', content: [code] }] }
        : undefined;
    }
    case '[':
    case '!':
      return bracketAt(text, at, noteOf, depth);
    case '<':
      return angleAt(text, at, noteOf, depth);
    case '*':
    case '_':
    case '~':
      return emphasisAt(text, at, noteOf, depth);
    default:
      return undefined;
  }
}

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
};

function bracketAt(text: string, at: number, noteOf: NoteOf, depth: number): Piece | undefined {
  const mark = match(/\[\^([^\]\s]{1,60})\]/y, text, at);
  if (mark?.[1] !== undefined) {
    const note = noteOf(mark[1]);
    return note && { end: at + mark[0].length, inlines: [{ kind: 'note-mark', note, label: mark[1] }] };
  }
  const link = match(
    /!?\[((?:[^[\]\\]|\\.|\[[^[\]]{0,500}\]){0,5000})\]\(\s*<?([^\s<>()]{0,2000}(?:\([^\s()]{0,500}\)[^\s<>()]{0,500})?)>?(?:\s+"[^"]{0,500}")?\s*\)/y,
    text,
    at,
  );
  if (link === undefined) return undefined;
  const [whole, words = '', address = ''] = link;
  const content = withoutLinks(readInlines(words, noteOf, depth + 1));
  const end = at + whole.length;
  if (/^(https?:\/\/|mailto:)/i.test(address))
    return {
      end,
      inlines: [
        {
          kind: 'link',
          to: { kind: 'web', url: address },
          content: content.length > 0 ? content : [address],
        },
      ],
    };
  return { end, inlines: [...content, ...(address && !address.startsWith('#') ? [` (${address})`] : [])] };
}

/** A link holds no other: of one within only the words are kept. */
const withoutLinks = (content: readonly Inline[]): Inline[] =>
  content.flatMap((part): Inline[] => {
    if (typeof part === 'string') return [part];
    if (part.kind === 'link') return withoutLinks(part.content);
    return part.kind === 'emphasis' ? [{ ...part, content: withoutLinks(part.content) }] : [part];
  });

function angleAt(text: string, at: number, noteOf: NoteOf, depth: number): Piece | undefined {
  const auto = match(/<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/iy, text, at);
  if (auto?.[1] !== undefined)
    return {
      end: at + auto[0].length,
      inlines: [{ kind: 'link', to: { kind: 'web', url: auto[1] }, content: [auto[1]] }],
    };
  const lineBreak = match(/<br\s*\/?>\n?/iy, text, at);
  if (lineBreak) return { end: at + lineBreak[0].length, inlines: [{ kind: 'line-break' }] };
  const tag = match(/<(sup|sub|u)>([\s\S]{1,5000}?)<\/\1>/iy, text, at);
  const style = TAGS.get(tag?.[1]?.toLowerCase() ?? '');
  if (tag === undefined || style === undefined) return undefined;
  return {
    end: at + tag[0].length,
    inlines: [{ kind: 'emphasis', style, content: readInlines(tag[2] ?? '', noteOf, depth + 1) }],
  };
}

function emphasisAt(text: string, at: number, noteOf: NoteOf, depth: number): Piece | undefined {
  for (const [mark, style] of DELIMITERS) {
    if (!text.startsWith(mark, at)) continue;
    const start = at + mark.length;
    if (/^\s|^$/.test(text.slice(start, start + 1))) continue;
    if (mark.startsWith('_') && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) continue;
    const end = closingOf(text, start, mark);
    if (end === undefined) continue;
    const content = readInlines(text.slice(start, end), noteOf, depth + 1);
    return { end: end + mark.length, inlines: [{ kind: 'emphasis', style, content }] };
  }
  return undefined;
}

/** Where the mark that closes emphasis stands: after a letter, not escaped, not part of a longer one. */
function closingOf(text: string, start: number, mark: string): number | undefined {
  const character = mark.charAt(0);
  const end = Math.min(text.length, start + REACH);
  for (let at = start; at < end; at++) {
    if (text[at] === '\\') {
      at++;
      continue;
    }
    if (text[at] !== character) continue;
    let length = 1;
    while (text[at + length] === character) length++;
    const isAfterWord = at > start && !/\s/.test(text[at - 1] ?? ' ');
    const isInWord = character === '_' && /[\p{L}\p{N}]/u.test(text[at + length] ?? '');
    if (length >= mark.length && (length === mark.length || length === 3) && isAfterWord && !isInWord)
      return at + length - mark.length;
    at += length - 1;
  }
  return undefined;
}

/** Strings that stand side by side as one. */
function joined(content: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const part of content) {
    const last = out.at(-1);
    if (typeof part === 'string' && typeof last === 'string') out.splice(-1, 1, last + part);
    else out.push(part);
  }
  return out;
}
