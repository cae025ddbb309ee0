import type { Facsimile, Transcription, Translation } from '../rendition.ts';
import { impossible } from '../result.ts';
import type { Block, Inline, PageMark, Text } from '../text.ts';
import { pageFinder, type FindPage } from './page-of-mark.ts';

/** Which page of a scan, and which blocks of its text stand nowhere near what is held back of it. */
export interface CutPage {
  /** From 1. */
  readonly page: number;
  readonly clear: ReadonlySet<string>;
}

/**
 * A text that a machine made, or that words read from the pages make, without what may stand on one page of its
 * scan, but for the blocks known to be clear. What cannot be said to stand on another page goes, too, and so do
 * the notes. Undefined where the text is a person's, or loses nothing.
 */
export function textOffPage(
  rendition: Transcription | Translation,
  facsimile: Facsimile,
  { page, clear }: CutPage,
): Text | undefined {
  if (!isFromPage(rendition, facsimile, page)) return undefined;
  const stays = keptOffPage(pageFinder(facsimile.pages), page - 1, clear);
  const blocks = stays(rendition.text.blocks);
  return sizeOf(blocks) === sizeOf(rendition.text.blocks) ? undefined : { blocks, notes: [] };
}

/** The blocks of such a text that may stand on a page, those of its quotations and parts one by one. */
export function blocksOnPage(
  rendition: Transcription | Translation,
  facsimile: Facsimile,
  page: number,
): readonly Block[] {
  if (!isFromPage(rendition, facsimile, page)) return [];
  const on: Block[] = [];
  keptOffPage(pageFinder(facsimile.pages), page - 1, new Set(), on)(rendition.text.blocks);
  return on;
}

/**
 * The blocks of a person's own text that may stand on a page: nothing that is held back of the page reaches them.
 * Of a text that {@link textOffPage} cuts there are none.
 */
export function ownBlocksOnPage(
  rendition: Transcription | Translation,
  facsimile: Facsimile,
  page: number,
): readonly Block[] {
  if (isFromPage(rendition, facsimile, page)) return [];
  const on: Block[] = [];
  keptOffPage(pageFinder(facsimile.pages), page - 1, new Set(), on)(rendition.text.blocks);
  return on;
}

/** A machine made it; or its page has words of its own, and it begins as the text does that they make. */
const isFromPage = (
  { madeBy, text }: Transcription | Translation,
  { pages }: Facsimile,
  page: number,
): boolean =>
  madeBy !== undefined || (pages[page - 1]?.textLayer !== undefined && text.blocks[0]?.kind === 'page-break');

function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce(
    (sum, block) => sum + 1 + (block.kind === 'part' || block.kind === 'quote' ? sizeOf(block.blocks) : 0),
    0,
  );
}

/** Keeps the blocks that stand on other pages, or are clear; `left` takes the others. A page nobody knows may be this one. */
function keptOffPage(
  find: FindPage,
  page: number,
  clear: ReadonlySet<string>,
  left: Block[] = [],
): (blocks: readonly Block[]) => readonly Block[] {
  let at: number | undefined;
  const keep = (blocks: readonly Block[]): readonly Block[] =>
    blocks.flatMap((block): readonly Block[] => {
      if (block.kind === 'page-break') {
        at = find(block.page);
        return [block];
      }
      if (block.kind === 'part' || block.kind === 'quote') return [{ ...block, blocks: keep(block.blocks) }];
      const on = [at, ...marksIn(block).map(find)];
      at = on.at(-1);
      const isElsewhere = on.every((one) => one !== undefined && one !== page);
      if (isElsewhere || clear.has(block.id)) return [block];
      left.push(block);
      return [];
    });
  return keep;
}

/** The pages that begin within a block, in reading order. */
export function marksIn(block: Block): readonly PageMark[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'opener':
    case 'closer':
    case 'rule':
      return marksOf(block.content);
    case 'verse':
      return block.lines.flatMap(marksOf);
    case 'figure':
      return marksOf(block.caption ?? []);
    case 'table':
      return [
        ...marksOf(block.caption ?? []),
        ...block.rows.flatMap(({ cells }) => cells.flatMap(({ content }) => marksOf(content))),
      ];
    case 'list':
      return [
        ...marksOf(block.caption ?? []),
        ...block.items.flatMap(({ label, blocks }) => [...marksOf(label ?? []), ...blocks.flatMap(marksIn)]),
      ];
    case 'part':
    case 'quote':
      return block.blocks.flatMap(marksIn);
    case 'page-break':
      return [block.page];
    case 'redaction':
      return [];
    default:
      return impossible(block);
  }
}

const marksOf = (content: readonly Inline[]): readonly PageMark[] =>
  content.flatMap((part) => {
    if (typeof part === 'string') return [];
    if (part.kind === 'page-mark') return [part.page];
    return 'content' in part ? marksOf(part.content) : [];
  });
