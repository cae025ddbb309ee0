import { z } from 'zod';
import type { Listing, Row } from '../../actions/pages.ts';

/** An answer has so many rows; lists of the archive have longer pages, which are cut. */
export const HITS = 10;
const MOST_PAGES = 100_000;

export const page = z
  .int()
  .min(1)
  .max(MOST_PAGES)
  .default(1)
  .describe(`Which ${HITS} of the results, from 1.`);

/** On which page of a list of the archive the rows of an answer stand; its pages are a multiple of ours. */
export const listPage = (asked: number, pageSize: number): number =>
  Math.floor(((asked - 1) * HITS) / pageSize) + 1;

/** The rows of one answer, of those of that page. */
export function slice(rows: readonly Row[], asked: number, pageSize: number): readonly Row[] {
  const from = ((asked - 1) * HITS) % pageSize;
  return rows.slice(from, from + HITS);
}

export const pagesOf = ({ total }: Pick<Listing, 'total'>): number => Math.ceil(total / HITS);
