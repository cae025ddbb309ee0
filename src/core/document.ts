import type { Attestation } from './attestation.ts';
import type { Contribution } from './contribution.ts';
import type { CataloguedDate } from './date/catalogued-date.ts';
import type { Identifier, RecordId } from './id.ts';
import type { LanguageTag } from './language.ts';
import type { Release } from './redaction.ts';
import type { Alignment, Rendition } from './rendition.ts';
import type { Rights } from './rights.ts';
import type { SourceNote } from './source.ts';
import type { BlockId } from './text.ts';

/** A text in a language, and who wrote it where that is known. */
export interface LangText {
  readonly text: string;
  readonly lang: LanguageTag;
  readonly by?: string;
}

export interface Title extends LangText {
  readonly titleKind: 'original' | 'supplied' | 'translated';
}

/**
 * A document: described, dated, and held in any number of renditions; or known but not held.
 * `R` is how it refers to other records: ids at rest, source keys in a draft.
 */
export interface ArchiveDocument<R extends string = RecordId> {
  readonly kind: 'document';
  readonly identifiers: readonly Identifier[];
  readonly titles: readonly Title[];
  readonly summaries: readonly LangText[];
  readonly dates: readonly CataloguedDate[];
  /** "Telegram", "Record of conversation". */
  readonly genre?: string;
  readonly contributions: readonly Contribution<R>[];
  readonly subjects: readonly R[];
  readonly places: readonly PlaceMention<R>[];
  readonly languages: readonly LanguageTag[];
  /** Classification and handling as the original bears them: "Secret", "Priority". */
  readonly marking: { readonly classification?: string; readonly handling: readonly string[] };
  /** Numbers that it bears itself, so that "your 1234" leads here. */
  readonly numbers: readonly OwnNumber[];
  readonly source: SourceNote<R>;
  readonly rights: Rights;
  readonly funders: readonly string[];
  readonly creditLine?: string;
  readonly releases: readonly Release[];
  readonly renditions: readonly Rendition[];
  readonly alignments: readonly Alignment[];
  readonly related: readonly RelatedDocument<R>[];
  readonly collections: readonly Membership<R>[];
  /** What the keys of names in its texts stand for. */
  readonly mentions: readonly Mention<R>[];
  readonly holding: Holding;
  /** What a source said under a name of its own, kept and shown as it stood: a spreadsheet's further columns. */
  readonly otherFields?: readonly { readonly name: string; readonly value: string }[];
  readonly attestations: readonly Attestation[];
  /** Passages that earlier versions had, each with the last one that had it: a citation of one leads there. */
  readonly vanished?: readonly { readonly block: BlockId; readonly version: number }[];
  /** Said on its page and in every export: this text was invented, and for what. */
  readonly invented?: string;
}

export interface PlaceMention<R extends string = RecordId> {
  readonly place: R;
  readonly role: 'written-at' | 'sent-from' | 'received-at' | 'about' | 'mentioned' | 'event';
  readonly name?: string;
}

/** "243" as telegram of Geneva; "Tosec 12"; a case or a time group. */
export interface OwnNumber {
  readonly numberKind:
    'telegram' | 'dispatch' | 'airgram' | 'time-group' | 'case' | 'file' | 'circular' | 'other';
  readonly value: string;
  readonly from?: string;
  readonly to?: string;
}

/** How one document stands to another. `not-same-text`: somebody has looked, and they are two, however alike. */
export const RELATIONS = [
  'reply-to',
  'encloses',
  'enclosed-in',
  'same-text',
  'not-same-text',
  'version-of',
  'mentioned-in',
  'related',
] as const;
export type Relation = (typeof RELATIONS)[number];

export interface RelatedDocument<R extends string = RecordId> {
  readonly document: R;
  readonly relation: Relation;
  readonly words?: string;
}

/** A place in a collection; `sequence` is the collection's own order. */
export interface Membership<R extends string = RecordId> {
  readonly collection: R;
  readonly sequence: number;
}

export interface Mention<R extends string = RecordId> {
  readonly key: string;
  readonly to: R;
}

/** Held here, or known but not held: a record all the same, with the reason. */
export type Holding =
  | { readonly kind: 'held' }
  | { readonly kind: 'not-held'; readonly reason: NotHeldReason; readonly words: string };

export type NotHeldReason =
  'withheld-in-full' | 'not-found' | 'closed' | 'not-printed' | 'destroyed' | 'other';

/** The date by which the document is listed, else its first. */
export const catalogueDate = (document: ArchiveDocument<string>): CataloguedDate | undefined =>
  document.dates.find((date) => date.isCatalogueDate) ?? document.dates[0];
