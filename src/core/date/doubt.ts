import { boundsOf, isUnknown, overlaps } from './bounds.ts';
import type { Bounds } from './bounds.ts';
import type { CataloguedDate } from './catalogued-date.ts';

/**
 * The date with a doubt where none of it can lie in the range that its volume or collection covers. The
 * words and the EDTF stay as they are. An impossible date keeps its first doubt; what is not known is not doubted.
 *
 *   1994-09-12 in a volume of 1944/1945 -> doubt { kind: "out-of-range", words: "1944-01-01/1945-12-31" }
 */
export function doubted(date: CataloguedDate, expected: Bounds): CataloguedDate {
  const doubt = doubtOf(date, expected);
  return doubt === undefined ? date : { ...date, doubt };
}

/** What a person should look at in a date, or undefined. `words` is the range that was expected, as EDTF. */
export function doubtOf(date: CataloguedDate, expected: Bounds): CataloguedDate['doubt'] {
  if (date.doubt !== undefined || date.edtf === undefined || isUnknown(expected)) return date.doubt;
  const bounds = boundsOf(date.edtf);
  if (isUnknown(bounds) || overlaps(bounds, expected)) return undefined;
  return { kind: 'out-of-range', words: printRange(expected) };
}

function printRange({ first, last }: Bounds): string {
  return `${first.kind === 'day' ? first.day : '..'}/${last.kind === 'day' ? last.day : '..'}`;
}
