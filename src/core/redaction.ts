import type { RecordId } from './id.ts';
import type { Region } from './rendition.ts';

/**
 * What an agency held back. It has no text field: the text was never ours. It is public, shown and counted.
 *
 *   "[2 lines of source text not declassified]" ->
 *   { words: "2 lines of source text not declassified", extent: { amount: 2, unit: "line" } }
 */
export interface Redaction {
  /** As the editors put it, without the brackets. */
  readonly words: string;
  /** What was held back: "name", "dollar amount", "paragraph". Unknown when the words do not say. */
  readonly withheldKind?: string;
  readonly extent?: {
    readonly amount: number;
    readonly unit: RedactionUnit;
    readonly isApproximate?: boolean;
  };
  /** FOIA "(b)(1)", E.O. 13526 "3.3(b)(1)", a foreign law's article. Absent: none was claimed. */
  readonly exemption?: string;
  /** What a later release showed in this place. */
  readonly shownLater?: { readonly release: string; readonly words: string };
}

export const REDACTION_UNITS = [
  'word',
  'line',
  'paragraph',
  'page',
  'sentence',
  'section',
  'name',
  'figure',
  'item',
  'other',
] as const;
export type RedactionUnit = (typeof REDACTION_UNITS)[number];

/** An agency's decision that let a version of a document out. */
export interface Release {
  /** Local to the document: "r1", "r2", in order of date. */
  readonly key: string;
  readonly date?: string;
  readonly authority: string;
  readonly authorityAgent?: RecordId;
  readonly caseNumber?: string;
  readonly outcome: 'full' | 'part' | 'denied';
  readonly exemptions: readonly string[];
  readonly words?: string;
  /** Which rendition shows the document as this release left it. */
  readonly rendition?: string;
}

/** What *we* hold back, and why. Not an agency's act, and never mixed with one. */
export interface Restriction {
  readonly key: string;
  readonly scope: RestrictionScope;
  readonly reason: (typeof RESTRICTION_REASONS)[number];
  /** For readers; says nothing of what is withheld. */
  readonly words: string;
  /** The first day on which it no longer holds (`YYYY-MM-DD`); absent: until lifted. */
  readonly until?: string;
  readonly at: string;
  readonly by: string;
}

export const RESTRICTION_REASONS = [
  'living-person',
  'court-order',
  'rights',
  'donor',
  'security',
  'other',
] as const;

export type RestrictionScope =
  | { readonly kind: 'whole' }
  | { readonly kind: 'rendition'; readonly rendition: string }
  | { readonly kind: 'blocks'; readonly blocks: readonly string[] }
  | { readonly kind: 'field'; readonly field: RestrictableField }
  /**
   * Parts of a page image, made black in all that leaves; `page` counts from 1. `clear`: the blocks of the text read
   * from it of which no word stands under them, as long as the page has the words that `layer` (a digest) names.
   * All else that a machine read of that page is held back with them.
   */
  | {
      readonly kind: 'regions';
      readonly rendition: string;
      readonly page: number;
      readonly regions: readonly Region[];
      readonly clear?: { readonly layer: string; readonly blocks: readonly string[] };
    };

export const RESTRICTABLE_FIELDS = [
  'summary',
  'contributions',
  'mentions',
  'source',
  'notes',
  'numbers',
] as const;
export type RestrictableField = (typeof RESTRICTABLE_FIELDS)[number];

/** Whether a restriction holds on a day (`YYYY-MM-DD`, the archive's). */
export const holdsOn = (restriction: Restriction, day: string): boolean =>
  restriction.until === undefined || day < restriction.until;
