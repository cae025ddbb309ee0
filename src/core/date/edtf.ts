declare const edtfBrand: unique symbol;
/** A date in EDTF (ISO 8601-2:2019, levels 0 to 2), checked: "1945-07", "1945-07-02", "1946/1948", "195X", "1953~". */
export type Edtf = string & { readonly [edtfBrand]: 'Edtf' };

declare const dayBrand: unique symbol;
/** A day of history: `YYYY-MM-DD`, proleptic Gregorian, year 0001 to 9999 or signed beyond. Sorts as text within 0001–9999. */
export type Day = string & { readonly [dayBrand]: 'Day' };
