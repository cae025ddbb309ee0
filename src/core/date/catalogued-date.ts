import type { Edtf } from './edtf.ts';

/**
 * A date as a catalogue has it: its words kept, and what they mean as EDTF where that is known.
 *
 *   { kind: "created", words: "July, 1945", edtf: "1945-07", isCatalogueDate: true }
 *   { kind: "sent", words: "August 2, 1955—3 p.m.", edtf: "1955-08-02", time: { hour: 15 } }
 *   { kind: "created", words: "undated" }                         -> not known
 */
export interface CataloguedDate {
  readonly kind: 'created' | 'sent' | 'received' | 'event';
  readonly words: string;
  readonly edtf?: Edtf;
  readonly time?: { readonly hour: number; readonly minute?: number; readonly zone?: string };
  /** Why it is believed, where it does not stand in the document: "from the file's order". */
  readonly inferredFrom?: string;
  /** The one by which the document is listed. Exactly one of a document's dates has it. */
  readonly isCatalogueDate?: boolean;
  /** Kept as given, but a person should look: 1994 in a volume of 1944, February 30. */
  readonly doubt?: { readonly kind: 'impossible' | 'out-of-range'; readonly words: string };
}
