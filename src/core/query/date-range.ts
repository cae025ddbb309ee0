import type { Filter } from '../query.ts';
import { readDays, readNumbers } from './read-days.ts';

export type DateFilter = Extract<Filter, { field: 'date' }>;

/** A stretch of days (see {@link readDays}) as a filter; undefined if it is not understood, or in no calendar. */
export function readDateRange(text: string, certainly: boolean): DateFilter | undefined {
  const read = readDays(text);
  if (read?.kind !== 'days') return undefined;
  const { from, to } = read;
  return {
    field: 'date',
    condition: 'between',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(certainly ? { certainly } : {}),
  };
}

/**
 * The shortest text that `readDateRange` reads as the same days.
 *
 *   1945-07-01 .. 1945-07-31 -> 1945-07
 *   1945-07-01 .. 1946-12-31 -> 1945-07..1946
 *   open       .. 1949-10-01 -> ..1949-10-01
 */
export function printDateRange({ from, to }: DateFilter): string {
  if (from !== undefined && to !== undefined)
    for (const short of shorter(from)) {
      const days = readNumbers(short);
      if (days?.kind === 'days' && days.from === from && days.to === to) return short;
    }
  return `${shortest(from, 'from')}..${shortest(to, 'to')}`;
}

const shorter = (day: string): readonly string[] => [
  day.replace(/-\d\d-\d\d$/, ''),
  day.replace(/-\d\d$/, ''),
  day,
];

function shortest(day: string | undefined, end: 'from' | 'to'): string {
  if (day === undefined) return '';
  const isSame = (short: string): boolean => {
    const days = readNumbers(short);
    return days?.kind === 'days' && days[end] === day;
  };
  return shorter(day).find(isSame) ?? day;
}
