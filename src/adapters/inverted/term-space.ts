import { PASSAGE_FIELDS, type FacetField, type PassageField } from '../../core/query.ts';

/*
 * One dictionary holds all that documents are looked up by. Words begin with a letter or digit; what
 * else there is begins with a control character, and so stands before them.
 */

export const facetTerm = (field: FacetField | 'id', value: string): string =>
  field === 'id' ? idTerm(value) : facetPrefix(field) + value;
export const facetPrefix = (field: FacetField): string => `\u0001${field}\u0000`;
/** Which field a facet's term is of; undefined for other terms. */
export const facetFieldOf = (term: string): string | undefined =>
  term.startsWith('\u0001') ? term.slice(1, term.indexOf('\u0000')) : undefined;
export const idTerm = (id: string): string => `\u0002${id}`;

/** What a reader may begin to type, by how it is ranked: names, later words of names, titles of documents. */
export const BEGINNINGS = ['\u0003', '\u0004', '\u0005'] as const;
const SIX_BITS = Array.from({ length: 64 }, (_, value) => String.fromCharCode(0x30 + value));
/** One number of a text's fingerprint, the lowest bits first. */
export function printTerm(print: number): string {
  let letters = '\u0006';
  for (let rest = print; rest > 0; rest = Math.floor(rest / 64)) letters += SIX_BITS[rest % 64] ?? '';
  return letters;
}
/** What a text leads to by a link. */
export const citeTerm = (identifier: string): string => `\u0007${identifier}`;
/** The first letter that a word can begin with is beyond it. */
export const BEFORE_WORDS = '\u0008';

/** A field as a bit of a mask, by its place in `PASSAGE_FIELDS`. */
export const fieldBit = (field: PassageField): number => 1 << PASSAGE_FIELDS.indexOf(field);
export const ONLY_TEXT = fieldBit('text');
export const ANY_FIELD = 0xff;

/** What a word weighs in each field, twice over so that a note's is whole. */
const WEIGHT: Readonly<Record<PassageField, number>> = {
  title: 12,
  summary: 6,
  text: 2,
  note: 1,
  name: 6,
  variant: 6,
  source: 2,
  number: 8,
};
export const WEIGHTS: readonly number[] = PASSAGE_FIELDS.map((field) => WEIGHT[field]);

/** Positions of a document: its field and the place in it, in one number that sorts by field and then by place. */
export const PLACE_BITS = 28;
export const PLACES = 2 ** PLACE_BITS;
/** Where the positions of texts begin, and what a word of a text weighs. */
export const TEXT_PLACES = PASSAGE_FIELDS.indexOf('text') * PLACES;
export const TEXT_WEIGHT = WEIGHT.text;
