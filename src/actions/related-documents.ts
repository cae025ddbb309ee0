import type { Relation } from '../core/document.ts';
import type { RecordId } from '../core/id.ts';
import type { Filter } from '../core/query.ts';
import type { RelatedReason } from '../core/related-reason.ts';
import type { Label } from '../core/label.ts';
import type { Row } from './pages.ts';

/** What stands beside a document: all of it public, each with its reason, none twice. */
export interface RelatedDocuments {
  readonly sameText: readonly SameTextRow[];
  readonly groups: readonly RelatedGroup[];
}

/** Where the same text stands elsewhere. */
export interface SameTextRow {
  readonly row: Row;
  /** Parts over 0 and at most 1, counted in words; absent where a person said so and no text is held to be compared. */
  readonly share?: { readonly ofThis: number; readonly ofOther: number };
  /** Somebody has looked and said that they are the same; else it is proposed by the fingerprint. */
  readonly isStated: boolean;
  /** The collection that the other lies in first: the volume. */
  readonly home?: Label;
}

export interface RelatedGroup {
  readonly reason: RelatedReason;
  readonly rows: readonly RelatedRow[];
  /** All of them, as a search finds them. */
  readonly all?: { readonly total: number; readonly filters: readonly Filter[] };
}

export interface RelatedRow {
  readonly row: Row;
  /** Of what the record states: how the other stands to this one. */
  readonly relation?: StatedRelation;
  /** In the record's words. */
  readonly words?: string;
  /** Of the same people and days: who stands in both. */
  readonly people?: readonly Label[];
  /** Days from this one to the other; absent where a date is not a day. */
  readonly daysLater?: number;
}

export type StatedRelation = Exclude<Relation, 'reply-to' | 'same-text' | 'not-same-text' | 'mentioned-in'>;

/** A row before it is read: nothing of the other record but its id. */
export interface FoundRelated extends Omit<RelatedRow, 'row' | 'people'> {
  readonly id: RecordId;
  readonly people?: readonly RecordId[];
}

/** A group before it is read. */
export interface FoundGroup {
  readonly reason: RelatedReason;
  readonly found: readonly FoundRelated[];
  readonly all?: NonNullable<RelatedGroup['all']>;
}

export interface FoundSameText extends Omit<SameTextRow, 'row' | 'home'> {
  readonly id: RecordId;
}
