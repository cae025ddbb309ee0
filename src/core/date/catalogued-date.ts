import { impossible } from '../result.ts';
import type { Edtf } from './edtf.ts';
import type { DateWordsOptions } from './read-date-words.ts';
import { readDateWords } from './read-date-words.ts';

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
  /** As the source's clock showed it; hour 24 is the midnight that ends the day. */
  readonly time?: { readonly hour: number; readonly minute?: number; readonly zone?: string };
  /** Why it is believed, where it does not stand in the document: "from the file's order". */
  readonly inferredFrom?: string;
  /** The one by which the document is listed. Exactly one of a document's dates has it. */
  readonly isCatalogueDate?: boolean;
  /** Kept as given, but a person should look: 1994 in a volume of 1944, February 30. */
  readonly doubt?: { readonly kind: 'impossible' | 'out-of-range'; readonly words: string };
}

/**
 * A date of a record from the words of its source, which are kept whatever they say.
 *
 *   "July, 1945"        -> { words, edtf: "1945-07" }
 *   "undated"           -> { words }
 *   "February 30, 1945" -> { words, edtf: "1945-02", doubt: impossible }
 *   "second draft"      -> undefined: no date is said, and a problem should name it
 */
export function readCataloguedDate(
  kind: CataloguedDate['kind'],
  words: string,
  options: DateWordsOptions = {},
): CataloguedDate | undefined {
  const reading = readDateWords(words, options);
  if (reading === undefined) return undefined;
  switch (reading.kind) {
    case 'undated':
      return { kind, words };
    case 'impossible': {
      const doubt = { kind: 'impossible', words } as const;
      return { kind, words, ...(reading.edtf === undefined ? {} : { edtf: reading.edtf }), doubt };
    }
    case 'date': {
      const { edtf, time } = reading;
      return { kind, words, edtf, ...(time === undefined ? {} : { time }) };
    }
    default:
      return impossible(reading);
  }
}
