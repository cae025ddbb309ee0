import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import { shapeOf, type End, type Point } from '../../core/date/shape.ts';

/**
 * A date as ISO 8601 has it, as far as it is known; undefined where that would say more than the catalogue.
 *
 *   "1945-07-02" -> "1945-07-02"      "1945-07-XX" -> "1945-07"
 *   "1953~", "195X", "1945-07-02/1945-07-11" -> undefined
 */
export function isoDateOf(edtf: string | undefined): string | undefined {
  if (edtf === undefined || PLAIN.test(edtf)) return edtf;
  const shape = shapeOf(edtf);
  return shape?.kind === 'date' ? isoOf(shape) : undefined;
}

/** What nearly all dates are: EDTF and ISO 8601 alike. */
const PLAIN = /^(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** The same of a stretch of time: "1945-07-02/1945-07-11", "1949/.."; a single date stands for itself. */
export function isoStretchOf(edtf: string | undefined): string | undefined {
  const ends = isoEndsOf(edtf);
  if (ends.first === undefined && ends.last === undefined) return undefined;
  return ends.first === ends.last ? ends.first : `${ends.first ?? '..'}/${ends.last ?? '..'}`;
}

/** First and last of a stretch; absent where they are open or not known as ISO 8601 dates. */
export function isoEndsOf(edtf: string | undefined): { readonly first?: string; readonly last?: string } {
  const shape = edtf === undefined ? undefined : shapeOf(edtf);
  if (shape === undefined || shape.kind === 'set') return {};
  const [from, to] = shape.kind === 'interval' ? [shape.from, shape.to] : [shape, shape];
  const [first, last] = [isoOf(from), isoOf(to)];
  return { ...(first === undefined ? {} : { first }), ...(last === undefined ? {} : { last }) };
}

function isoOf(end: End | Point): string | undefined {
  if (end.kind !== 'date' || end.qualifier !== undefined) return undefined;
  const { year, month, day } = end;
  if (!/^\d{4}$/.test(year) || year === '0000') return undefined;
  if (month === undefined) return year;
  if (!/^\d\d$/.test(month)) return day === undefined ? year : undefined;
  return day === undefined || !/^\d\d$/.test(day) ? `${year}-${month}` : `${year}-${month}-${day}`;
}

/** When something happened, where no exact date says so: the stretch, or the words of the catalogue. */
export function looseDateOf({ edtf, words }: CataloguedDate): string | undefined {
  if (isoDateOf(edtf) !== undefined) return undefined;
  const { first, last } = isoEndsOf(edtf);
  return first !== undefined && last !== undefined ? `${first}/${last}` : words.trim();
}
