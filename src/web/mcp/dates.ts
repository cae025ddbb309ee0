import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import { LETTERS, shortened } from './shorten.ts';

/** A date as catalogued, and as it was read (EDTF). */
export const shortDate = ({ words, edtf }: CataloguedDate): object => ({
  words: shortened(words, LETTERS.name),
  edtf,
});
