import type { Shared } from '../core/alignment/signs.ts';
import type { Span } from '../core/difference/wording.ts';
import type { ArchiveDocument } from '../core/document.ts';
import type { Label } from '../core/label.ts';
import type { Release } from '../core/redaction.ts';
import type { Alignment, Transcription, Translation } from '../core/rendition.ts';
import type { Block } from '../core/text.ts';
import type { ReadAnswer, RecordPage } from './pages.ts';

export type TextRendition = Transcription | Translation;

/** What is set side by side: accounts of the same by several documents; or of one document its releases, editions or texts. */
export type Comparison = 'accounts' | 'releases' | 'editions' | 'texts' | 'mixed';

/** One of two to four that stand side by side. */
export interface CompareColumn {
  /** As the address names it: a document's id, "v3", "r2", the key of a text. */
  readonly name: string;
  readonly page: RecordPage<ArchiveDocument>;
  /** Absent where no text of it is public: a release that let nothing out, a document that is only described. */
  readonly text?: TextRendition;
  readonly release?: Release;
  /** Whose account it is. */
  readonly side?: string;
}

/** A stretch of a cell's words that is to be seen: characters of the wordings of its blocks, joined. */
export interface Mark extends Span {
  /** `opened`: held back in the release before; `told`: named or counted here and not beside it. */
  readonly kind: 'added' | 'removed' | 'opened' | 'told';
}

export interface CompareCell {
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
  /** The number that each of its blocks has in its text, as its own page counts; headings and the like have none. */
  readonly numbers: readonly (number | undefined)[];
}

export interface CompareRow {
  readonly cells: readonly CompareCell[];
  /** How it is known that they answer to each other; absent where one stands alone. */
  readonly basis?: Alignment['links'][number]['basis'];
  /** What made a guess. */
  readonly shared: readonly Shared[];
  /** What it is about, where a hand has said so. */
  readonly topics: readonly string[];
}

/** A field of the description that differs between two editions; its words where it has any. */
export interface FieldChange {
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
}

export interface ComparePage {
  readonly kind: Comparison;
  readonly page: RecordPage<ArchiveDocument>;
  readonly columns: readonly CompareColumn[];
  readonly rows: readonly CompareRow[];
  /** How many rows follow that are not shown. */
  readonly more: number;
  /** What the names that made guesses stand for. */
  readonly labels: ReadonlyMap<string, Label>;
  /** The event that all of them are accounts of. */
  readonly event?: Label;
  /** What else differs between one edition and the next. */
  readonly changes: readonly FieldChange[];
  /** Redactions in each column, and passages opened in it that the one before it held back. */
  readonly counts: readonly { readonly held: number; readonly opened: number; readonly alone: number }[];
}

export type CompareAnswer =
  | { readonly kind: 'found'; readonly page: ComparePage }
  /** Asked for under other ids, or the same twice: 301. Without `others`, the document itself is meant. */
  | { readonly kind: 'moved'; readonly to: Label; readonly others: readonly string[] }
  | Extract<ReadAnswer, { kind: 'gone' | 'withdrawn' | 'unknown' }>;
