import type { CataloguedDate } from '../core/date/catalogued-date.ts';
import type { Label } from '../core/label.ts';
import type { LanguageTag } from '../core/language.ts';
import type { Comparison } from '../core/quotation/compare.ts';
import type { PassageCheck } from './check-passage.ts';

/** A quotation to be checked, with what is said of where it stands. */
export interface QuoteAsked {
  readonly text: string;
  readonly reference: string;
}

/** A document in which a quotation stands, so or nearly so. */
export interface QuotePlace {
  readonly label: Label;
  readonly date?: CataloguedDate;
  readonly rendition: { readonly kind: 'transcription' | 'translation'; readonly language: LanguageTag };
  /** The edition it stands in, and the newest one. */
  readonly edition: number;
  readonly newest: number;
  readonly comparison: Comparison;
  /** The document is the one that the reference names. */
  readonly isReferred: boolean;
}

/** What a reference was read as. */
export type ReferenceReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'document'; readonly label: Label; readonly sign?: CheckedSign }
  /** A file of an archive, with how many of its documents are compared. */
  | { readonly kind: 'file'; readonly words: string; readonly documents: number }
  /** It names something that is not here, or could not be read. */
  | { readonly kind: 'not-here' };

export interface CheckedSign {
  readonly place: string;
  readonly digest: string;
  readonly check: PassageCheck;
}

export interface QuoteAnswer {
  readonly asked: QuoteAsked;
  readonly reading: ReferenceReading;
  /** Best first; none: it was found in none of those that were compared. */
  readonly places: readonly QuotePlace[];
  /** How many questions were put to the index, and how many documents were compared word by word. */
  readonly questions: number;
  readonly compared: number;
  /** Why nothing was looked for. */
  readonly refused?: 'empty' | 'too-long' | 'too-short';
}
