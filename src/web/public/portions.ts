import type { Facsimile } from '../../core/rendition.ts';
import type { FindPage } from '../../core/facsimile/page-of-mark.ts';
import type { Block, BlockId, Inline, PageMark } from '../../core/text.ts';
import type { Article } from './articles.ts';
import { cellsOfRow } from './rows.ts';

/** From and up to, but not with. */
export type Range = readonly [from: number, to: number];

/** As much of a document as one page of the site shows. */
export interface Portion {
  /** Of each article the rows. */
  readonly rows: readonly Range[];
  /** Of each scan the pages. */
  readonly pages: readonly Range[];
  /** Notes whose marks stand here. The first portion also has those that have no mark. */
  readonly hasNote: (note: BlockId) => boolean;
}

/** A document up to so many characters and page images is one page of the site. Every document of FRUS is. */
export const WHOLE_CHARACTERS = 160_000;
export const WHOLE_PAGES = 100;
/** What is longer is cut into portions of about so many characters, where a page begins if one is near. */
const PORTION_CHARACTERS = 30_000;
/** Scans that no text goes with have so many images on a page. */
const PORTION_PAGES = 40;

/**
 * A document in portions, the first of which is written as quickly as a document of one page. `finders`:
 * for each scan, which page image a mark in the text means; a scan turns with the text as far as marks say so.
 */
export function portionsOf(
  articles: readonly Article[],
  scans: readonly Facsimile[],
  finders: readonly FindPage[],
): readonly [Portion, ...Portion[]] {
  const most = Math.max(0, ...scans.map((scan) => scan.pages.length));
  const measured = articles.map(measure);
  const isLong = most > WHOLE_PAGES || measured.some(({ total }) => total > WHOLE_CHARACTERS);
  if (!isLong) return [wholeOf(articles, scans)];
  const cuts = measured.map(cut);
  const [main] = measured;
  const matched = scans.map((_, at) => pagesByMarks(main, cuts[0] ?? [], finders[at]));
  const byText = Math.max(1, ...cuts.map((one) => one.length));
  const unmatched = scans.filter((_, at) => matched[at] === undefined);
  const count = Math.max(byText, ...unmatched.map((scan) => Math.ceil(scan.pages.length / PORTION_PAGES)));
  const noteRows = new Map(
    measured.flatMap(({ notes }, article) =>
      [...notes].map(([note, row]) => [note, { article, row }] as const),
    ),
  );
  const make = (n: number): Portion => {
    const rows = cuts.map((one, article): Range => {
      const end = articles[article]?.starts.length ?? 0;
      return [one[n] ?? end, one[n + 1] ?? end];
    });
    return {
      rows,
      pages: scans.map((scan, at) => pagesOf(scan, matched[at], n, count)),
      hasNote: (note) => {
        const at = noteRows.get(note);
        if (at === undefined) return n === 0;
        const [from, to] = rows[at.article] ?? [0, 0];
        return at.row >= from && at.row < to;
      },
    };
  };
  return [make(0), ...Array.from({ length: count - 1 }, (_, n) => make(n + 1))];
}

/** All of a document as one portion. */
export const wholeOf = (articles: readonly Article[], scans: readonly Facsimile[]): Portion => ({
  rows: articles.map(({ starts }) => [0, starts.length]),
  pages: scans.map(({ pages }) => [0, pages.length]),
  hasNote: () => true,
});

/** The first page of each portion where marks say so, else an equal share of the pages. */
function pagesOf(scan: Facsimile, begins: readonly number[] | undefined, n: number, count: number): Range {
  const end = scan.pages.length;
  if (begins === undefined) return [Math.floor((n * end) / count), Math.floor(((n + 1) * end) / count)];
  return [n === 0 ? 0 : (begins[n] ?? end), begins[n + 1] ?? end];
}

interface Measured {
  readonly total: number;
  /** Characters of each row: of its longest cell. */
  readonly sizes: readonly number[];
  /** At which rows a page begins. */
  readonly leaves: ReadonlySet<number>;
  /** The marks of pages, with the row that they stand in. */
  readonly marks: readonly (readonly [row: number, mark: PageMark])[];
  /** The row in which each note is first marked. */
  readonly notes: ReadonlyMap<BlockId, number>;
}

function measure(article: Article): Measured {
  const sizes: number[] = [];
  const leaves = new Set<number>();
  const marks: (readonly [number, PageMark])[] = [];
  const notes = new Map<BlockId, number>();
  let total = 0;
  for (let row = 0; row < article.starts.length; row++) {
    const cells = cellsOfRow(article, row);
    if (cells[0]?.[0]?.kind === 'leaf') leaves.add(row);
    const seen: Seen = {
      mark: (mark) => void marks.push([row, mark]),
      note: (note) => void (notes.has(note) || notes.set(note, row)),
    };
    const size = Math.max(
      0,
      ...cells.map((cell) => cell.reduce((sum, { block }) => sum + sizeOf(block, seen), 0)),
    );
    sizes.push(size);
    total += size;
  }
  return { total, sizes, leaves, marks, notes };
}

/** At which rows portions begin, the first at 0. */
function cut({ sizes, leaves }: Measured): readonly number[] {
  const begins = [0];
  let size = 0;
  sizes.forEach((own, row) => {
    const isDue = leaves.has(row) ? size > PORTION_CHARACTERS * 0.75 : size > PORTION_CHARACTERS * 1.25;
    if (row > 0 && isDue) {
      begins.push(row);
      size = 0;
    }
    size += own;
  });
  return begins;
}

/** Where in a scan each portion of the text begins; undefined where marks do not say it, or not in order. */
function pagesByMarks(
  measured: Measured | undefined,
  begins: readonly number[],
  find: FindPage | undefined,
): readonly number[] | undefined {
  if (measured === undefined || find === undefined || begins.length < 2) return undefined;
  const found = measured.marks.flatMap(([row, mark]) => {
    const page = find(mark);
    return page === undefined ? [] : [[row, page] as const];
  });
  const pages = begins.map((begin, n) => (n === 0 ? 0 : found.find(([row]) => row >= begin)?.[1]));
  const isOrdered = pages.every((page, n) => page !== undefined && (n === 0 || page >= (pages[n - 1] ?? 0)));
  return isOrdered ? pages.flatMap((page) => page ?? []) : undefined;
}

interface Seen {
  mark(mark: PageMark): void;
  note(note: BlockId): void;
}

/** The characters of a block of a piece; a part's blocks are pieces of their own. */
function sizeOf(block: Block, seen: Seen): number {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'opener':
    case 'closer':
    case 'rule':
      return inlineSize(block.content, seen);
    case 'list':
      return block.items.reduce(
        (sum, item) => sum + inlineSize(item.label ?? [], seen) + sizesOf(item.blocks, seen),
        0,
      );
    case 'table':
      return block.rows.reduce(
        (sum, row) => sum + row.cells.reduce((own, cell) => own + inlineSize(cell.content, seen), 0),
        0,
      );
    case 'verse':
      return block.lines.reduce((sum, line) => sum + inlineSize(line, seen), 0);
    case 'quote':
      return sizesOf(block.blocks, seen);
    case 'page-break':
      seen.mark(block.page);
      return 0;
    case 'figure':
      return inlineSize(block.caption ?? [], seen);
    case 'redaction':
      return block.redaction.words.length;
    case 'part':
      return 0;
  }
}

const sizesOf = (blocks: readonly Block[], seen: Seen): number =>
  blocks.reduce((sum, block) => sum + sizeOf(block, seen), 0);

function inlineSize(content: readonly Inline[], seen: Seen): number {
  let size = 0;
  for (const part of content) {
    if (typeof part === 'string') size += part.length;
    else if (part.kind === 'note-mark') seen.note(part.note);
    else if (part.kind === 'page-mark') seen.mark(part.page);
    else if (part.kind === 'redaction') size += part.redaction.words.length;
    else if (part.kind !== 'line-break') size += inlineSize(part.content, seen);
  }
  return size;
}
