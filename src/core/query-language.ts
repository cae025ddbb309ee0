/** The language of the search box: what reads it also writes it. */
export { readQuery, type ReadQuery } from './query/read-query.ts';
export { printFilter, printQuery } from './query/print-query.ts';
