/** Characters that begin or end a phrase. */
export const QUOTES = '"“”„«»';
/** What may stand before a colon as the name of a field. */
export const FIELD_NAME = /^[a-z][a-z-]*$/i;

/** How much a query may ask for. `openWords`: words that may begin with anything (`*land`, `?tlee`); `dates`: fields with a date. */
export const LIMITS = { characters: 2000, terms: 64, depth: 8, openWords: 2, dates: 16 } as const;
