import { boundsOf, isUnknown } from './bounds.ts';
import type { Bound } from './bounds.ts';
import type { CataloguedDate } from './catalogued-date.ts';
import { partsOfDay, twoDigits } from './day.ts';
import type { Edtf } from './edtf.ts';
import type { End } from './shape.ts';
import { shapeOf } from './shape.ts';
import { impossible } from '../result.ts';

/** How fine a date is, finest first. An interval or a set has the precision of the ends that are named. */
export const PRECISIONS = ['time', 'day', 'month', 'season', 'year', 'decade', 'century', 'unknown'] as const;
export type Precision = (typeof PRECISIONS)[number];

/**
 * How fine a date is: of an interval or set, as its coarsest named date.
 *
 *   "1945-07-02"           -> day
 *   "1945-07/1946"         -> year
 *   "194X"                 -> decade
 *   "XXXX", "XXXX-12-25"   -> unknown
 */
export function precisionOf(date: Edtf): Precision {
  const shape = shapeOf(date);
  if (shape === undefined) return 'unknown';
  if (shape.kind === 'interval') return coarsest([shape.from, shape.to]);
  return coarsest(shape.kind === 'set' ? shape.members.flat() : [shape]);
}

function coarsest(ends: readonly End[]): Precision {
  const named = ends.filter((end) => end.kind !== 'open' && end.kind !== 'unknown');
  if (named.length === 0) return 'unknown';
  return PRECISIONS[Math.max(...named.map((end) => PRECISIONS.indexOf(precisionOfEnd(end))))] ?? 'unknown';
}

function precisionOfEnd(end: End): Precision {
  switch (end.kind) {
    case 'open':
    case 'unknown':
      return 'unknown';
    case 'season':
      return 'season';
    case 'span':
      return end.years === 10 ? 'decade' : 'century';
    case 'year':
      return 'year';
    case 'date': {
      const unspecified = end.year.length - end.year.replaceAll('X', '').length;
      if (unspecified > 0) return unspecified === 1 ? 'decade' : unspecified < 4 ? 'century' : 'unknown';
      if (end.time !== undefined) return 'time';
      if (end.month === undefined || end.month.includes('X')) return 'year';
      return end.day !== undefined && !end.day.includes('X') ? 'day' : 'month';
    }
    default:
      return impossible(end);
  }
}

/**
 * A text that sorts dates as a calendar does, by plain comparison of code units: the earliest day; then the
 * latest, so that a day stands before its month and that before its year; what is open before what has a
 * beginning; then the hour, without one first; then the collection's own sequence. Not known comes last.
 *
 *   1945-07-02 15:00, 12th -> "m19450702m19450702" + "1500" + "0000000012"
 */
export function dateKeyOf(date: CataloguedDate | undefined, sequence = 0): string {
  const bounds = date?.edtf === undefined ? undefined : boundsOf(date.edtf);
  const end =
    bounds === undefined || isUnknown(bounds)
      ? 'z'
      : keyOfBound(bounds.first, bounds.last) + keyOfBound(bounds.last);
  const time = date?.time ? twoDigits(date.time.hour) + twoDigits(date.time.minute ?? 0) : '----';
  const place = Math.min(Math.max(0, Math.trunc(sequence)), 9_999_999_999);
  return `${end}${time}${String(place).padStart(10, '0')}`;
}

/** `k` open at the beginning, `l` before year 0 (counted backwards), `m` to 9999, `n` after, `y` open, `z` unknown. */
function keyOfBound(bound: Bound, last?: Bound): string {
  if (bound.kind === 'open') return last === undefined ? 'y' : 'k';
  if (bound.kind === 'unknown') return last === undefined || last.kind === 'unknown' ? 'z' : 'k';
  const { year, month, day } = partsOfDay(bound.day);
  const rest = twoDigits(month) + twoDigits(day);
  if (year < 0) return `l${String(1e13 + year).padStart(14, '0')}${rest}`;
  return year > 9999
    ? `n${String(year).padStart(14, '0')}${rest}`
    : `m${String(year).padStart(4, '0')}${rest}`;
}

/** The order of two dates without their collections: below zero if `a` comes first. */
export function compareDates(a: CataloguedDate | undefined, b: CataloguedDate | undefined): number {
  const [one, other] = [dateKeyOf(a), dateKeyOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
