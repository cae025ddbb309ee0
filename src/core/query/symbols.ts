/** Characters that begin or end a phrase. */
export const QUOTES = '"“”„«»';
/** What may stand before a colon as the name of a field. */
export const FIELD_NAME = /^[a-z][a-z-]*$/i;

/** How much a query may ask for. */
export const LIMITS = { characters: 2000, terms: 64, depth: 8 } as const;
