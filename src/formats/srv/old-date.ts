import { boundsOf, daysOf } from '../../core/date/bounds.ts';
import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import { shapeOf, type End, type Point } from '../../core/date/shape.ts';

type Dated = Pick<CataloguedDate, 'edtf'>;

const UNKNOWN = '00000000';

/**
 * A date in eight digits, with zeros for what is not known of it. Of a stretch of time its beginning.
 *
 *   "1945-07-02" -> 19450702      "194X"        -> 19400000
 *   "1945-07"    -> 19450700      "1946/1948"   -> 19460000
 *   undated      -> 00000000      before year 1 -> 00000000
 */
export function oldDate(date: Dated | undefined): string {
  const shape = date?.edtf === undefined ? undefined : shapeOf(date.edtf);
  if (shape === undefined) return UNKNOWN;
  switch (shape.kind) {
    case 'interval':
      return eightDigits(isKnown(shape.from) ? shape.from : isKnown(shape.to) ? shape.to : undefined);
    case 'set': {
      const [first] = shape.members;
      return eightDigits(first === undefined || 'kind' in first ? first : first[0]);
    }
    default:
      return eightDigits(shape);
  }
}

const isKnown = (end: End): end is Point => end.kind !== 'open' && end.kind !== 'unknown';

function eightDigits(point: Point | undefined): string {
  switch (point?.kind) {
    case undefined:
      return UNKNOWN;
    case 'date': {
      const year = point.year.replaceAll('X', '0');
      return /^(?!0000)\d{4}$/.test(year) ? year + knownPart(point.month) + knownPart(point.day) : UNKNOWN;
    }
    case 'span':
      return wholeYear(point.first);
    case 'season':
    case 'year':
      return wholeYear(point.year);
  }
}

const knownPart = (digits: string | undefined): string =>
  /^\d\d$/.test(digits ?? '') ? (digits ?? '') : '00';

const wholeYear = (year: number): string =>
  year >= 1 && year <= 9999 ? `${String(year).padStart(4, '0')}0000` : UNKNOWN;

/** The first day that a date may mean, in eight digits; null where that is not known, or of no year from 1 to 9999. */
export function firstDay(date: Dated | undefined): string | null {
  return eightOf(date, 'earliest');
}

/** The last day, the same way. */
export function lastDay(date: Dated | undefined): string | null {
  return eightOf(date, 'latest');
}

function eightOf(date: Dated | undefined, end: 'earliest' | 'latest'): string | null {
  const day = date?.edtf === undefined ? undefined : daysOf(boundsOf(date.edtf))?.[end];
  return day !== undefined && /^(?!0000)\d{4}-/.test(day) ? day.replaceAll('-', '') : null;
}

/** An instant as the old interface wrote it: "2026-06-01 12:00:00", in UTC. */
export const oldInstant = (iso: string): string => iso.slice(0, 19).replace('T', ' ');
