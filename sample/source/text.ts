import { blockId } from '../../src/core/text.ts';
import type { Block, BlockId, Inline, Note, Text } from '../../src/core/text.ts';
import type { LanguageTag } from '../../src/core/language.ts';
import { inlines, lang, redaction } from './markup.ts';

/** What a block of the sample is made with: ids that only grow, and the ids of the notes it may point to. */
interface Making {
  readonly next: () => BlockId;
  readonly noteOf: (label: string) => BlockId;
}
export type Make = (making: Making) => Block;

export const p =
  (words: string, language?: string): Make =>
  (m) => ({
    kind: 'paragraph',
    id: m.next(),
    ...langOf(language),
    content: inlines(words, m.noteOf),
  });
export const h =
  (level: 1 | 2 | 3 | 4 | 5 | 6, words: string): Make =>
  (m) => ({ kind: 'heading', level, id: m.next(), content: inlines(words, m.noteOf) });
export const op =
  (words: string, place?: 'center' | 'right'): Make =>
  (m) => ({ kind: 'opener', id: m.next(), ...(place ? { place } : {}), content: inlines(words, m.noteOf) });
export const cl =
  (words: string, place?: 'center' | 'right'): Make =>
  (m) => ({ kind: 'closer', id: m.next(), ...(place ? { place } : {}), content: inlines(words, m.noteOf) });
export const rule =
  (words = '* * *'): Make =>
  (m) => ({ kind: 'rule', id: m.next(), place: 'center', content: inlines(words, m.noteOf) });
export const pageBreak =
  (label: string): Make =>
  (m) => ({ kind: 'page-break', id: m.next(), page: { label } });
export const held =
  (words: string): Make =>
  (m) => ({ kind: 'redaction', id: m.next(), redaction: redaction(words) });
export const quote =
  (blocks: readonly Make[], language?: string): Make =>
  (m) => ({
    kind: 'quote',
    id: m.next(),
    ...langOf(language),
    blocks: blocks.map((make) => make(m)),
  });
export const part =
  (role: string, blocks: readonly Make[]): Make =>
  (m) => ({ kind: 'part', role, id: m.next(), blocks: blocks.map((make) => make(m)) });
export const verse =
  (lines: readonly string[]): Make =>
  (m) => ({ kind: 'verse', id: m.next(), lines: lines.map((line) => inlines(line, m.noteOf)) });

/** A list; an item "1|words" has the label "1". */
export const list =
  (ordered: boolean, items: readonly string[], caption?: string): Make =>
  (m) => ({
    kind: 'list',
    ordered,
    id: m.next(),
    ...(caption ? { caption: inlines(caption, m.noteOf) } : {}),
    items: items.map((item) => {
      const [, label, words] = /^([^|{]{1,30})\|(.*)$/s.exec(item) ?? [undefined, undefined, item];
      return {
        ...(label ? { label: [label] } : {}),
        blocks: [p(words ?? item)(m)],
      };
    }),
  });

/** A table; its first row is the header, cells are parted by " ¦ ". */
export const table =
  (caption: string, rows: readonly string[]): Make =>
  (m) => ({
    kind: 'table',
    id: m.next(),
    caption: inlines(caption, m.noteOf),
    rows: rows.map((row, at) => ({
      isHeader: at === 0,
      cells: row.split('¦').map((cell) => ({ content: inlines(cell.trim(), m.noteOf) })),
    })),
  });

const langOf = (language?: string): { lang?: LanguageTag } => (language ? { lang: lang(language) } : {});

export interface NoteSource {
  readonly label: string;
  readonly kind?: Note['noteKind'];
  readonly lang?: string;
  readonly words: string;
}
export const note = (
  label: string,
  words: string,
  kind?: Note['noteKind'],
  language?: string,
): NoteSource => ({
  label,
  words,
  ...(kind ? { kind } : {}),
  ...(language ? { lang: language } : {}),
});

/**
 * A text whose block ids begin at a number of its own: `first` is 1000 for the first rendition of a document,
 * 2000 for the second, so that a text may grow without touching its neighbour's ids.
 */
export function text(first: number, makes: readonly Make[], notes: readonly NoteSource[] = []): Text {
  let n = first;
  const noteIds = new Map(notes.map(({ label }, at) => [label, blockId(first + 500 + 10 * at)]));
  const making: Making = {
    next: () => blockId(n++),
    noteOf: (label) => {
      const id = noteIds.get(label);
      if (id === undefined) throw new Error(`no note "${label}"`);
      return id;
    },
  };
  const blocks = makes.map((make) => make(making));
  return {
    blocks,
    notes: notes.map(({ label, kind = 'footnote', lang: language, words }, at) => {
      let inner = first + 501 + 10 * at;
      return {
        id: blockId(first + 500 + 10 * at),
        label,
        noteKind: kind,
        ...langOf(language),
        blocks: [p(words)({ ...making, next: () => blockId(inner++) })],
      };
    }),
  };
}

/** Every inline of some blocks, those within others too. */
export function* inlinesOf(blocks: readonly Block[]): Generator<Inline> {
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
      case 'opener':
      case 'closer':
      case 'rule':
        yield* within(block.content);
        break;
      case 'list':
        if (block.caption) yield* within(block.caption);
        for (const item of block.items) yield* inlinesOf(item.blocks);
        break;
      case 'table':
        if (block.caption) yield* within(block.caption);
        for (const row of block.rows) for (const cell of row.cells) yield* within(cell.content);
        break;
      case 'quote':
      case 'part':
        yield* inlinesOf(block.blocks);
        break;
      case 'verse':
        for (const line of block.lines) yield* within(line);
        break;
      case 'figure':
        if (block.caption) yield* within(block.caption);
        break;
      case 'page-break':
      case 'redaction':
        break;
    }
  }
}

function* within(content: readonly Inline[]): Generator<Inline> {
  for (const inline of content) {
    yield inline;
    if (typeof inline !== 'string' && 'content' in inline) yield* within(inline.content);
  }
}
