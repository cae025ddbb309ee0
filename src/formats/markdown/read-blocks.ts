import type { Block, BlockId, Inline, ListItem, Note, TableRow } from '../../core/text.ts';
import { levelOf } from '../html/inlines.ts';
import { readInlines } from './read-inlines.ts';
import type { NoteOf } from './read-inlines.ts';

export interface MarkdownText {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  /** Labels of notes that nothing in the text points to; they stand at its end all the same. */
  readonly unmarked: readonly string[];
}

const DEPTH_LIMIT = 20;
const NOTE = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])([ \t]+|$)(.*)$/;
const FENCE = /^ {0,3}(```+|~~~+)/;
const TABLE_RULE = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** A text in Markdown as blocks, and its notes in the order of their marks. */
export function readMarkdownText(lines: readonly string[], mint: () => BlockId): MarkdownText {
  const { body, definitions } = takeNotes(lines);
  const ids = new Map([...definitions.keys()].map((label) => [label, mint()]));
  const marked: string[] = [];
  const noteOf: NoteOf = (label) => {
    const id = ids.get(label);
    if (id !== undefined && !marked.includes(label)) marked.push(label);
    return id;
  };
  const reader = new BlockReader(mint, noteOf);
  const blocks = reader.blocks(body, 0);
  const read = new Map<string, readonly Block[]>();
  for (const [label, text] of definitions) read.set(label, reader.blocks(text, 1));
  const unmarked = [...definitions.keys()].filter((label) => !marked.includes(label));
  const notes = [...marked, ...unmarked].flatMap((label): Note[] => {
    const id = ids.get(label);
    const within = read.get(label);
    return id && within ? [{ id, label, noteKind: 'footnote', blocks: within }] : [];
  });
  return { blocks, notes, unmarked };
}

/** Notes are taken out first: they stand anywhere, and go on in the indented lines below them. */
function takeNotes(lines: readonly string[]): {
  readonly body: readonly string[];
  readonly definitions: ReadonlyMap<string, readonly string[]>;
} {
  const body: string[] = [];
  const definitions = new Map<string, string[]>();
  let open: string[] | undefined;
  let isFenced = false;
  for (const line of lines) {
    if (FENCE.test(line)) isFenced = !isFenced;
    const found = isFenced ? null : NOTE.exec(line);
    if (found?.[1] !== undefined && !definitions.has(found[1])) {
      open = [found[2] ?? ''];
      definitions.set(found[1], open);
    } else if (open !== undefined && (/^( {4}|\t)/.test(line) || line.trim() === ''))
      open.push(line.replace(/^( {4}|\t)/, ''));
    else if (open !== undefined && open.at(-1)?.trim() !== '' && !startsBlock(line)) open.push(line);
    else {
      open = undefined;
      body.push(line);
    }
  }
  return { body, definitions };
}

const startsBlock = (line: string): boolean =>
  HEADING.test(line) || RULE.test(line) || FENCE.test(line) || /^ {0,3}>/.test(line) || ITEM.test(line);

/** Guards what mints ids and finds notes. */
class BlockReader {
  readonly #mint: () => BlockId;
  readonly #noteOf: NoteOf;

  constructor(mint: () => BlockId, noteOf: NoteOf) {
    this.#mint = mint;
    this.#noteOf = noteOf;
  }

  blocks(lines: readonly string[], depth: number): Block[] {
    const blocks: Block[] = [];
    let at = 0;
    while (at < lines.length) {
      const line = lines[at] ?? '';
      if (line.trim() === '') {
        at++;
        continue;
      }
      const read =
        this.#heading(line) ??
        (depth < DEPTH_LIMIT ? this.#nested(lines, at, depth) : undefined) ??
        this.#fence(lines, at) ??
        this.#table(lines, at) ??
        this.#paragraph(lines, at, depth);
      blocks.push(...read.blocks);
      at += read.lines;
    }
    return blocks;
  }

  #heading(line: string): Read | undefined {
    const found = HEADING.exec(line);
    if (found?.[1] !== undefined)
      return {
        lines: 1,
        blocks: [
          {
            kind: 'heading',
            level: levelOf(String(found[1].length)),
            id: this.#mint(),
            content: this.#inlines(found[2] ?? ''),
          },
        ],
      };
    return RULE.test(line)
      ? { lines: 1, blocks: [{ kind: 'rule', id: this.#mint(), content: [] }] }
      : undefined;
  }

  #nested(lines: readonly string[], at: number, depth: number): Read | undefined {
    const line = lines[at] ?? '';
    if (/^ {0,3}>/.test(line)) {
      const inner: string[] = [];
      let end = at;
      for (; end < lines.length; end++) {
        const next = lines[end] ?? '';
        if (/^ {0,3}>/.test(next)) inner.push(next.replace(/^ {0,3}> ?/, ''));
        else if (next.trim() !== '' && inner.at(-1)?.trim() !== '' && !startsBlock(next)) inner.push(next);
        else break;
      }
      const id = this.#mint();
      return { lines: end - at, blocks: [{ kind: 'quote', id, blocks: this.blocks(inner, depth + 1) }] };
    }
    return ITEM.test(line) ? this.#list(lines, at, depth) : undefined;
  }

  #list(lines: readonly string[], at: number, depth: number): Read {
    const ordered = /\d/.test(ITEM.exec(lines[at] ?? '')?.[2] ?? '');
    const id = this.#mint();
    const items: ListItem[] = [];
    let end = at;
    while (end < lines.length) {
      const found = ITEM.exec(lines[end] ?? '');
      if (found === null || /\d/.test(found[2] ?? '') !== ordered || RULE.test(lines[end] ?? '')) break;
      const indent =
        (found[1] ?? '').length + (found[2] ?? '').length + Math.min((found[3] ?? ' ').length || 1, 4);
      const inner = [found[4] ?? ''];
      let next = end + 1;
      for (; next < lines.length; next++) {
        const line = lines[next] ?? '';
        const isInner =
          line.trim() === ''
            ? /^\s+\S/.test(lines[next + 1] ?? '') && leading(lines[next + 1] ?? '') >= indent
            : leading(line) >= indent;
        if (isInner) inner.push(line.slice(Math.min(indent, leading(line))));
        else if (line.trim() !== '' && inner.at(-1)?.trim() !== '' && !startsBlock(line))
          inner.push(line.trimStart());
        else break;
      }
      items.push({ blocks: this.blocks(inner, depth + 1) });
      end = next;
      while (end < lines.length && (lines[end] ?? '').trim() === '' && ITEM.test(lines[end + 1] ?? '')) end++;
    }
    return { lines: Math.max(1, end - at), blocks: [{ kind: 'list', id, ordered, items }] };
  }

  /** Between fences every line stands as it is. */
  #fence(lines: readonly string[], at: number): Read | undefined {
    const opening = lines[at] ?? '';
    const mark = FENCE.exec(opening)?.[1];
    if (mark === undefined) return undefined;
    const info = opening.trim().slice(mark.length).trim();
    const closing = new RegExp(`^ {0,3}${mark}[\`~]*[ \\t]*$`);
    let end = at + 1;
    while (end < lines.length && !closing.test(lines[end] ?? '')) end++;
    // The name of a programming language is a word; anything else is text.
    const code = [...(/^[a-z+-]*$/.test(info) ? [] : [info]), ...lines.slice(at + 1, end)];
    return {
      lines: end - at + 1,
      blocks:
        code.length === 0 ? [] : [{ kind: 'verse', id: this.#mint(), lines: code.map((line) => [line]) }],
    };
  }

  #table(lines: readonly string[], at: number): Read | undefined {
    const [head = '', rule = ''] = lines.slice(at, at + 2);
    if (!head.includes('|') || !rule.includes('-') || !TABLE_RULE.test(rule)) return undefined;
    const width = cellsOf(head).length;
    if (cellsOf(rule).length !== width) return undefined;
    const row = (line: string, isHeader: boolean): TableRow => ({
      isHeader,
      cells: cellsOf(line).map((cell) => ({
        content: this.#inlines(cell),
        ...(isHeader ? { isHeader: true } : {}),
      })),
    });
    const id = this.#mint();
    const rows = [...(cellsOf(head).every((cell) => cell === '') ? [] : [row(head, true)])];
    let end = at + 2;
    for (; end < lines.length && (lines[end] ?? '').includes('|'); end++)
      rows.push(row(lines[end] ?? '', false));
    return { lines: end - at, blocks: [{ kind: 'table', id, rows }] };
  }

  #paragraph(lines: readonly string[], at: number, depth: number): Read {
    let end = at + 1;
    while (
      end < lines.length &&
      (lines[end] ?? '').trim() !== '' &&
      !(depth < DEPTH_LIMIT && startsBlock(lines[end] ?? ''))
    )
      end++;
    const text = lines
      .slice(at, end)
      .map((line) => line.trimStart())
      .join('\n');
    const content = this.#inlines(text);
    return {
      lines: end - at,
      blocks: content.length === 0 ? [] : [{ kind: 'paragraph', id: this.#mint(), content }],
    };
  }

  #inlines(text: string): Inline[] {
    return readInlines(text, this.#noteOf);
  }
}

interface Read {
  readonly lines: number;
  readonly blocks: readonly Block[];
}

const leading = (line: string): number =>
  /^ */.exec(line.replace(/^\t+/, (tabs) => '    '.repeat(tabs.length)))?.[0].length ?? 0;

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replace(/\\\|/g, '|'));
