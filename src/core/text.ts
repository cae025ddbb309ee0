import type { LanguageTag } from './language.ts';
import type { Edtf } from './date/edtf.ts';
import type { Redaction } from './redaction.ts';

/**
 * A text at rest: blocks in reading order, and the notes that they point to, in the order in which
 * their marks stand. TEI comes in as this and goes out from it.
 */
export interface Text {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

declare const brand: unique symbol;
/** Minted once and never reused within its document: "b7k2". The address of a passage is `#b7k2`. */
export type BlockId = string & { readonly [brand]: 'BlockId' };

const BLOCK_ID = /^b[0-9a-z]{1,12}$/;
export const parseBlockId = (text: string): BlockId | undefined =>
  BLOCK_ID.test(text) ? (text as BlockId) : undefined;
/** The n-th block id of a document; n only ever grows. */
export const blockId = (n: number): BlockId => `b${n.toString(36)}` as BlockId;

interface BlockBase {
  readonly id: BlockId;
  /** Only where it differs from its rendition's. */
  readonly lang?: LanguageTag;
  readonly dir?: 'rtl' | 'ltr';
  /** The id that the source gave it (`xml:id`), by which a re-import knows it again. */
  readonly sourceId?: string;
  /** How the source laid it out, where that carries meaning: "center", "right", "indent". */
  readonly place?: 'center' | 'right' | 'indent';
}

export type Block =
  | (BlockBase & {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3 | 4 | 5 | 6;
      readonly content: readonly Inline[];
    })
  | (BlockBase & { readonly kind: 'paragraph'; readonly content: readonly Inline[] })
  /** Dateline, salutation, "present", enclosure line: what stands before the body. */
  | (BlockBase & { readonly kind: 'opener'; readonly content: readonly Inline[] })
  /** Greeting, signature, postscript: what stands after it. */
  | (BlockBase & { readonly kind: 'closer'; readonly content: readonly Inline[] })
  | (BlockBase & {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly ListItem[];
      readonly caption?: readonly Inline[];
    })
  | (BlockBase & {
      readonly kind: 'table';
      readonly rows: readonly TableRow[];
      readonly caption?: readonly Inline[];
    })
  | (BlockBase & { readonly kind: 'quote'; readonly blocks: readonly Block[] })
  | (BlockBase & { readonly kind: 'verse'; readonly lines: readonly (readonly Inline[])[] })
  | (BlockBase & { readonly kind: 'figure'; readonly file?: string; readonly caption?: readonly Inline[] })
  /** A part with blocks of its own: an attachment, an enclosure, a section. `role` is the source's word. */
  | (BlockBase & { readonly kind: 'part'; readonly role: string; readonly blocks: readonly Block[] })
  /** Where a page of the source begins. Also stands inside paragraphs, as an inline. */
  | (BlockBase & { readonly kind: 'page-break'; readonly page: PageMark })
  | (BlockBase & { readonly kind: 'redaction'; readonly redaction: Redaction })
  /** A thematic break, asterisks, a rule. */
  | (BlockBase & { readonly kind: 'rule'; readonly content: readonly Inline[] });

export interface ListItem {
  readonly label?: readonly Inline[];
  readonly blocks: readonly Block[];
}

export interface TableRow {
  readonly isHeader: boolean;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly content: readonly Inline[];
  readonly columns?: number;
  readonly rows?: number;
  readonly isHeader?: boolean;
}

export interface PageMark {
  /** As printed: "4", "IV", "l. 67". */
  readonly label: string;
  /** The image of the page in the source, as the source names it. */
  readonly image?: string;
  readonly sourceId?: string;
}

/** What stands within a block. Text itself is a plain string, in Unicode NFC, white space as it should be read. */
export type Inline =
  | string
  | { readonly kind: 'emphasis'; readonly style: EmphasisStyle; readonly content: readonly Inline[] }
  /** A person, body, place or term as it stands here. `key` is bound to a record by the document's `mentions`. */
  | {
      readonly kind: 'name';
      readonly of: 'agent' | 'place' | 'term';
      readonly key?: string;
      readonly content: readonly Inline[];
    }
  | { readonly kind: 'date'; readonly date?: Edtf; readonly content: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: LinkTarget; readonly content: readonly Inline[] }
  | { readonly kind: 'note-mark'; readonly note: BlockId; readonly label: string }
  | { readonly kind: 'page-mark'; readonly page: PageMark }
  | { readonly kind: 'line-break' }
  | { readonly kind: 'redaction'; readonly redaction: Redaction }
  /** Editorial marks (TEI unclear, supplied, del, add, gap, sic/corr, abbr/expan, hand shift). */
  | {
      readonly kind: 'mark';
      readonly mark: EditorialMark;
      readonly note?: string;
      readonly content: readonly Inline[];
    }
  /** Of another language or direction than what surrounds it. */
  | {
      readonly kind: 'span';
      readonly lang?: LanguageTag;
      readonly dir?: 'rtl' | 'ltr';
      readonly content: readonly Inline[];
    };

export const EMPHASIS_STYLES = [
  'italic',
  'bold',
  'underline',
  'strikethrough',
  'small-caps',
  'superscript',
  'subscript',
  'spaced',
  'roman',
  'code',
] as const;
export type EmphasisStyle = (typeof EMPHASIS_STYLES)[number];
export const EDITORIAL_MARKS = [
  'unclear',
  'supplied',
  'deleted',
  'added',
  'gap',
  'sic',
  'corrected',
  'abbreviation',
  'expansion',
  'hand',
] as const;
export type EditorialMark = (typeof EDITORIAL_MARKS)[number];

export type LinkTarget =
  /** Another record, or a passage of it, under an identifier: "tei:frus1955-57v02#d261fn2". Resolved when read. */
  | { readonly kind: 'identifier'; readonly identifier: string; readonly block?: string }
  /** A place in this same text. */
  | { readonly kind: 'block'; readonly block: BlockId }
  /** "Your 1234": a document by the number that it bears itself. */
  | { readonly kind: 'number'; readonly number: string; readonly from?: string; readonly to?: string }
  /** Outside the archive; only http, https and mailto are ever made a link. */
  | { readonly kind: 'web'; readonly url: string };

export interface Note {
  readonly id: BlockId;
  readonly label: string;
  readonly noteKind: 'source' | 'footnote' | 'editorial' | 'margin';
  readonly lang?: LanguageTag;
  readonly sourceId?: string;
  readonly blocks: readonly Block[];
}

/** The characters of inlines as read, without marks of notes and pages. Line breaks read as a space. */
export function plainInline(content: readonly Inline[]): string {
  let out = '';
  for (const part of content) {
    if (typeof part === 'string') out += part;
    else if (part.kind === 'line-break') out += ' ';
    else if (part.kind === 'redaction') out += part.redaction.words;
    else if (part.kind !== 'note-mark' && part.kind !== 'page-mark') out += plainInline(part.content);
  }
  return out;
}

/** Each block that has words of its own, in reading order, with those words: what is searched, quoted and numbered. */
export function* passagesOf(
  blocks: readonly Block[],
): Generator<{ readonly block: Block; readonly text: string }> {
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
      case 'opener':
      case 'closer':
      case 'rule':
        yield { block, text: plainInline(block.content) };
        break;
      case 'list':
        if (block.caption) yield { block, text: plainInline(block.caption) };
        for (const item of block.items) {
          if (item.label) yield { block, text: plainInline(item.label) };
          yield* passagesOf(item.blocks);
        }
        break;
      case 'table':
        yield {
          block,
          text: [
            ...(block.caption ? [plainInline(block.caption)] : []),
            ...block.rows.map((row) => row.cells.map((cell) => plainInline(cell.content)).join(' · ')),
          ].join('\n'),
        };
        break;
      case 'quote':
      case 'part':
        yield* passagesOf(block.blocks);
        break;
      case 'verse':
        yield { block, text: block.lines.map(plainInline).join('\n') };
        break;
      case 'figure':
        if (block.caption) yield { block, text: plainInline(block.caption) };
        break;
      case 'redaction':
        yield { block, text: block.redaction.words };
        break;
      case 'page-break':
        break;
    }
  }
}
