import { shapeOf } from './shape.ts';

export type { Day } from './day.ts';

declare const edtfBrand: unique symbol;
/** A date in EDTF (ISO 8601-2:2019, levels 0 to 2), checked: "1945-07", "1945-07-02", "1946/1948", "195X", "1953~". */
export type Edtf = string & { readonly [edtfBrand]: 'Edtf' };

/**
 * The text as EDTF, or undefined if it is none: also for a day that its month does not have, an interval
 * that ends before it begins, and anything longer than 200 characters. Spaces around it are not forgiven.
 *
 *   "1945-07"    -> "1945-07"
 *   "195X"       -> "195X"
 *   "1945-02-30" -> undefined
 *   "July 1945"  -> undefined      (words are read by `readDateWords`)
 *
 * Source: ISO 8601-2:2019, EDTF levels 0–2; the grammar is that of the package `edtf`.
 */
export function parseEdtf(text: string): Edtf | undefined {
  return shapeOf(text) === undefined ? undefined : (text as Edtf);
}
