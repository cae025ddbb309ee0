import { boundsOf, daysOf } from '../../core/date/bounds.ts';
import { readDateWords } from '../../core/date/read-date-words.ts';
import type { Filter } from '../../core/query.ts';
import { readDateRange } from '../../core/query/date-range.ts';

type DateFilter = Extract<Filter, { field: 'date' }>;

/**
 * A range of days from what stands in two fields, or in one; undefined where it is not understood.
 *
 *   "July 1945", "1953"      -> 1945-07-01 .. 1953-12-31
 *   "summer 1947", ""        -> 1947-06-01 .. 1947-08-31
 *   "1945 to 1953", ""       -> 1945-01-01 .. 1953-12-31
 *   "", "1949"               -> open       .. 1949-12-31
 */
export function readDateFields(from: string, to: string, certainly: boolean): DateFilter | undefined {
  const how = certainly ? { certainly: true } : {};
  if (to === '' && from !== '') {
    const days = daysSaid(from);
    return days && { field: 'date', condition: 'between', ...days, ...how };
  }
  const first = from === '' ? {} : daysSaid(from);
  const last = to === '' ? {} : daysSaid(to);
  if (first === undefined || last === undefined || (from === '' && to === '')) return undefined;
  const start = first.from === undefined ? {} : { from: first.from };
  const end = last.to === undefined ? {} : { to: last.to };
  if (first.from !== undefined && last.to !== undefined && first.from > last.to && last.from && first.to)
    return { field: 'date', condition: 'between', from: last.from, to: first.to, ...how };
  return { field: 'date', condition: 'between', ...start, ...end, ...how };
}

interface Days {
  readonly from?: string;
  readonly to?: string;
}

function daysSaid(words: string): Days | undefined {
  const written = readDateRange(words, false);
  if (written !== undefined) return written;
  const reading = readDateWords(words);
  if (reading?.kind !== 'date') return undefined;
  const days = daysOf(boundsOf(reading.edtf));
  return (
    days && {
      ...(days.earliest === undefined ? {} : { from: days.earliest }),
      ...(days.latest === undefined ? {} : { to: days.latest }),
    }
  );
}
