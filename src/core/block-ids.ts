import type { ArchiveDocument } from './document.ts';
import type { Rendition } from './rendition.ts';
import { impossible } from './result.ts';
import {
  plainInline,
  type Block,
  type BlockId,
  type Inline,
  type ListItem,
  type Note,
  type Text,
} from './text.ts';

/** A place of a text that has an id, with what it is known again by. */
export interface Place {
  readonly id: BlockId;
  readonly sourceId?: string;
  /** Its own words, white space made even; of a part or a quotation those of all that is in it. */
  readonly words: string;
  readonly kind: Block['kind'] | 'note';
}

const even = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Every place of a text that has an id, in reading order, notes after the blocks. */
export function placesOf(text: Text): readonly Place[] {
  const places: Place[] = [];
  addBlocks(text.blocks, places);
  for (const note of text.notes) {
    const at = places.length;
    places.push({ id: note.id, kind: 'note', words: '', ...source(note) });
    addBlocks(note.blocks, places);
    places[at] = {
      id: note.id,
      kind: 'note',
      words: even(
        places
          .slice(at + 1)
          .map(({ words }) => words)
          .join(' '),
      ),
      ...source(note),
    };
  }
  return places;
}

const source = ({ sourceId }: { readonly sourceId?: string }): { readonly sourceId?: string } =>
  sourceId === undefined ? {} : { sourceId };

function addBlocks(blocks: readonly Block[], places: Place[]): void {
  for (const block of blocks) {
    const at = places.length;
    places.push({ id: block.id, kind: block.kind, words: ownWords(block), ...source(block) });
    for (const inner of innerBlocks(block)) addBlocks(inner, places);
    if (places.length > at + 1) {
      const words = even([ownWords(block), ...places.slice(at + 1).map((place) => place.words)].join(' '));
      places[at] = { id: block.id, kind: block.kind, words, ...source(block) };
    }
  }
}

/** The lists of blocks that lie right in a block. */
export function innerBlocks(block: Block): readonly (readonly Block[])[] {
  if (block.kind === 'quote' || block.kind === 'part') return [block.blocks];
  return block.kind === 'list' ? block.items.map((item) => item.blocks) : [];
}

function ownWords(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'opener':
    case 'closer':
    case 'rule':
      return even(plainInline(block.content));
    case 'list':
      return even(
        [
          ...(block.caption ? [block.caption] : []),
          ...block.items.flatMap(({ label }) => (label ? [label] : [])),
        ]
          .map(plainInline)
          .join(' '),
      );
    case 'table':
      return even(
        block.rows.flatMap(({ cells }) => cells.map(({ content }) => plainInline(content))).join(' '),
      );
    case 'verse':
      return even(block.lines.map(plainInline).join(' '));
    case 'figure':
      return even(`${block.file ?? ''} ${plainInline(block.caption ?? [])}`);
    case 'page-break':
      return `page ${block.page.label}`;
    case 'redaction':
      return even(block.redaction.words);
    case 'quote':
    case 'part':
      return '';
    default:
      return impossible(block);
  }
}

type Rename = (id: BlockId) => BlockId;

/** The document with every id of its texts read as another, wherever it stands: marks, links and alignments too. */
export function renameBlocks(document: ArchiveDocument, rename: Rename): ArchiveDocument {
  return {
    ...document,
    renditions: document.renditions.map((one): Rendition =>
      one.kind === 'facsimile' ? one : { ...one, text: renameText(one.text, rename) },
    ),
    alignments: document.alignments.map((alignment) => ({
      ...alignment,
      links: alignment.links.map((link) => ({
        ...link,
        from: link.from.map(rename),
        to: link.to.map(rename),
      })),
    })),
  };
}

/** A text under other ids. */
export const renameText = (text: Text, rename: Rename): Text => ({
  blocks: text.blocks.map((block) => renameBlock(block, rename)),
  notes: text.notes.map((note): Note => ({
    ...note,
    id: rename(note.id),
    blocks: note.blocks.map((block) => renameBlock(block, rename)),
  })),
});

function renameBlock(block: Block, rename: Rename): Block {
  const id = rename(block.id);
  const inlines = (content: readonly Inline[]): readonly Inline[] =>
    content.map((part) => renameInline(part, rename));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'opener':
    case 'closer':
    case 'rule':
      return { ...block, id, content: inlines(block.content) };
    case 'list':
      return {
        ...block,
        id,
        ...caption(block, inlines),
        items: block.items.map((item) => renameItem(item, rename, inlines)),
      };
    case 'table':
      return {
        ...block,
        id,
        ...caption(block, inlines),
        rows: block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, content: inlines(cell.content) })),
        })),
      };
    case 'quote':
    case 'part':
      return { ...block, id, blocks: block.blocks.map((inner) => renameBlock(inner, rename)) };
    case 'verse':
      return { ...block, id, lines: block.lines.map(inlines) };
    case 'figure':
      return { ...block, id, ...caption(block, inlines) };
    case 'page-break':
    case 'redaction':
      return { ...block, id };
    default:
      return impossible(block);
  }
}

const caption = (
  block: { readonly caption?: readonly Inline[] },
  inlines: (content: readonly Inline[]) => readonly Inline[],
) => (block.caption ? { caption: inlines(block.caption) } : {});

const renameItem = (
  item: ListItem,
  rename: Rename,
  inlines: (content: readonly Inline[]) => readonly Inline[],
): ListItem => ({
  ...(item.label ? { label: inlines(item.label) } : {}),
  blocks: item.blocks.map((block) => renameBlock(block, rename)),
});

function renameInline(part: Inline, rename: Rename): Inline {
  if (typeof part === 'string') return part;
  if (part.kind === 'note-mark') return { ...part, note: rename(part.note) };
  if (!('content' in part)) return part;
  const content = part.content.map((inner) => renameInline(inner, rename));
  if (part.kind === 'link' && part.to.kind === 'block')
    return { ...part, to: { ...part.to, block: rename(part.to.block) }, content };
  return { ...part, content };
}
