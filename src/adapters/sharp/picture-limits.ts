/** A picture of more pixels is refused before any of them is read: 20,000 by 15,000 go in. */
export const MOST_PIXELS = 300_000_000;
/** A file of more pages is a book, and belongs cut up. */
export const MOST_PAGES = 10_000;
/** Pieces that may be held back of one page. */
export const MOST_REGIONS = 1000;
/** How long looking into a file, and making a pyramid, may take before its process is ended. */
export const INSPECT_MS = 20_000;
export const DERIVE_MS = 120_000;
/** How many wait for the process that looks into pictures; more are told to come again. */
export const MOST_WAITING = 64;
/** Of those who want a part of an original without loss, which costs as much as a pyramid, so many wait. */
export const MOST_EXACT_WAITING = 16;
