import type { Filter } from '../query.ts';

export type DateFilter = Extract<Filter, { field: 'date' }>;

const PART = /^([+-]?\d{4,9})(?:-(\d\d)(?:-(\d\d))?)?$/;
const DECADE = /^(\d{3})0s$/;

/** Days in a month of the proleptic Gregorian calendar. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

interface Days {
  readonly first: string;
  readonly last: string;
}

/** The days of "1945", "1945-07", "1945-07-02" or "1950s"; undefined if it is none of these. */
function daysOf(text: string): Days | undefined {
  const decade = DECADE.exec(text)?.[1];
  if (decade !== undefined) return { first: `${decade}0-01-01`, last: `${decade}9-12-31` };
  const [, year, month, day] = PART.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const length = daysIn(Number(year), Number(month));
  if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${length}` };
  if (Number(day) < 1 || Number(day) > length) return undefined;
  return { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` };
}

/**
 * A stretch of days as readers write it; undefined if it is not understood.
 *
 *   "1945"           -> 1945-01-01 .. 1945-12-31
 *   "1945-07..1946"  -> 1945-07-01 .. 1946-12-31
 *   "..1949-10-01"   -> open       .. 1949-10-01
 *   "1950s"          -> 1950-01-01 .. 1959-12-31
 */
export function readDateRange(text: string, certainly: boolean): DateFilter | undefined {
  const how = certainly ? { certainly } : {};
  const range = /^(.*?)(?:\.\.|\/|…)(.*)$/u.exec(text);
  if (range === null) {
    const days = daysOf(text);
    return days && { field: 'date', condition: 'between', from: days.first, to: days.last, ...how };
  }
  const [, start = '', end = ''] = range;
  const from = start === '' ? undefined : daysOf(start);
  const to = end === '' ? undefined : daysOf(end);
  if ((start !== '' && from === undefined) || (end !== '' && to === undefined)) return undefined;
  return {
    field: 'date',
    condition: 'between',
    ...(from === undefined ? {} : { from: from.first }),
    ...(to === undefined ? {} : { to: to.last }),
    ...how,
  };
}

/** The shortest text that `readDateRange` reads as the same days. */
export function printDateRange({ from, to }: DateFilter): string {
  if (from !== undefined && to !== undefined)
    for (const short of [from.replace(/-\d\d-\d\d$/, ''), from.replace(/-\d\d$/, ''), from]) {
      const days = daysOf(short);
      if (days?.first === from && days.last === to) return short;
    }
  return `${shortest(from, 'first')}..${shortest(to, 'last')}`;
}

function shortest(day: string | undefined, end: keyof Days): string {
  if (day === undefined) return '';
  const shorter = [day.replace(/-\d\d-\d\d$/, ''), day.replace(/-\d\d$/, '')];
  return shorter.find((short) => daysOf(short)?.[end] === day) ?? day;
}
