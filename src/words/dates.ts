import type { CataloguedDate } from '../core/date/catalogued-date.ts';
import { daysIn } from '../core/date/day.ts';
import type { Edtf } from '../core/date/edtf.ts';
import { readDateWords } from '../core/date/read-date-words.ts';
import type { End, Point, Shape } from '../core/date/shape.ts';
import { isPoint, shapeOf } from '../core/date/shape.ts';
import { impossible } from '../core/result.ts';
import type { DateTable } from './date-tables.ts';
import { dateTable } from './date-tables.ts';

/**
 * A date in the reader's words. A catalogued date whose meaning is not known, or that is impossible, is
 * said in the catalogue's own words.
 *
 *   "1945-07-02"    -> July 2, 1945            "1946/1948"   -> 1946–1948
 *   "1953~"         -> about 1953              "[1946..1948]" -> between 1946 and 1948
 *   "195X"          -> 1950s                   "1947-22"     -> summer 1947
 *   { words: "undated" } -> date not known
 */
export function printDate(date: CataloguedDate | Edtf, lang = 'en'): string {
  const table = dateTable(lang);
  if (typeof date === 'string') return printShape(shapeOf(date), date, table);
  if (date.doubt?.kind === 'impossible') return date.words;
  if (date.edtf === undefined)
    return date.words.trim() === '' || readDateWords(date.words)?.kind === 'undated'
      ? table.unknown
      : date.words;
  const day = printShape(shapeOf(date.edtf), date.edtf, table);
  return date.time === undefined ? day : `${day}, ${table.time(date.time)}`;
}

/**
 * The value of `<time datetime>`: a year, month or day, with the time of day where there is one; undefined
 * for what HTML cannot say.
 *
 *   { edtf: "1955-08-02", time: { hour: 15 } } -> "1955-08-02T15:00"
 *   "1953~"                                    -> undefined
 */
export function datetimeOf(date: CataloguedDate | Edtf): string | undefined {
  const edtf = typeof date === 'string' ? date : date.edtf;
  const plain = /^(?!0000)\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/.exec(edtf ?? '');
  if (plain === null || (typeof date !== 'string' && date.doubt?.kind === 'impossible')) return undefined;
  const time = typeof date === 'string' || plain[3] === undefined ? undefined : date.time;
  if (time === undefined || time.hour > 23) return plain[0];
  const clock = [time.hour, time.minute ?? 0].map((part) => String(part).padStart(2, '0')).join(':');
  return `${plain[0]}T${clock}${/^(?:Z|[+-]\d\d:?\d\d)$/.test(time.zone ?? '') ? time.zone : ''}`;
}

function printShape(shape: Shape | undefined, text: string, table: DateTable): string {
  if (shape === undefined) return text;
  switch (shape.kind) {
    case 'interval':
      return printInterval(shape.from, shape.to, table);
    case 'set': {
      const each = shape.members.map((member) =>
        isPoint(member) ? printPoint(member, table) : printPair(member, shape.all, table),
      );
      const list = joined(each, shape.all ? table.and : table.or);
      const earlier = shape.orEarlier ? table.orEarlier(governedOf(shape.members[0], table, list)) : list;
      return shape.orLater ? table.orLater(governedOf(shape.members[0], table, earlier)) : earlier;
    }
    default:
      return printPoint(shape, table);
  }
}

const joined = (each: readonly string[], last: string): string =>
  each.length < 2 ? (each[0] ?? '') : `${each.slice(0, -1).join(', ')}${last}${each.at(-1)}`;

/** One date alone as a preposition wants it; several stay as they are. */
const governedOf = (
  member: Point | readonly [Point, Point] | undefined,
  table: DateTable,
  list: string,
): string =>
  member && isPoint(member) && list === printPoint(member, table) ? printPoint(member, table, true) : list;

const printPair = ([from, to]: readonly [Point, Point], all: boolean, table: DateTable): string =>
  all
    ? printInterval(from, to, table)
    : table.between(printPoint(from, table, true), printPoint(to, table, true));

function printPoint(point: Point, table: DateTable, governed = false): string {
  switch (point.kind) {
    case 'season':
      if (point.season >= 37 && point.season <= 39)
        return table.part(PARTS[point.season - 37] ?? 'early', printYear(point.year, table));
      return table.season(point.season, printYear(point.year, table));
    case 'year':
      return point.significant === undefined
        ? printYear(point.year, table)
        : table.about(printYear(point.year, table));
    case 'span':
      return qualified(
        point.years === 10 ? table.decade(String(point.first)) : centuryOf(point.first, table),
        point,
        table,
      );
    case 'date':
      return qualified(printDay(point, table, governed || point.qualifier === 'approximate'), point, table);
    default:
      return impossible(point);
  }
}

const PARTS = ['early', 'mid', 'late'] as const;

type PlainDate = Extract<Point, { kind: 'date' }>;

function qualified(text: string, { qualifier }: Pick<PlainDate, 'qualifier'>, table: DateTable): string {
  if (qualifier === undefined) return text;
  if (qualifier === 'approximate') return table.about(text);
  return table.perhaps(qualifier === 'both' ? table.about(text) : text);
}

/** Numbers of a date as far as they are specified: of "1945-XX-02" only the year. */
function numbersOf({ year, month, day }: PlainDate): {
  readonly month?: number;
  readonly day?: number;
  readonly year: string;
} {
  const isMonth = month !== undefined && !month.includes('X');
  const isDay = isMonth && day !== undefined && !day.includes('X');
  return { year, ...(isMonth ? { month: Number(month) } : {}), ...(isDay ? { day: Number(day) } : {}) };
}

function printDay(date: PlainDate, table: DateTable, governed: boolean): string {
  const { year, month, day } = numbersOf(date);
  const isUnknown = /^-?XXXX$/.test(year);
  if (month === undefined) return isUnknown ? table.unknown : yearOrSpan(year, table);
  if (isUnknown) {
    const known = day === undefined ? table.monthName(month) : table.dayOfMonth(month, day);
    return `${known}, ${table.unknownYear}`;
  }
  const shown = yearOrSpan(year, table);
  if (day === undefined) return table.month(shown, month, governed);
  const time = /^(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(date.time ?? '');
  const text = table.day(shown, month, day);
  if (time === null) return text;
  const zone = time[3] === undefined ? {} : { zone: time[3] };
  return `${text}, ${table.time({ hour: Number(time[1]), minute: Number(time[2]), ...zone })}`;
}

function yearOrSpan(year: string, table: DateTable): string {
  if (!year.includes('X')) return printYear(Number(year), table);
  if (/^\d{3}X$/.test(year)) return table.decade(year.replace('X', '0'));
  if (/^\d\dXX$/.test(year)) return centuryOf(Number(year.replace('XX', '00')), table);
  const [first, last] = [year.replaceAll('X', '0'), year.replaceAll('X', '9')]
    .map(Number)
    .sort((a, b) => a - b);
  return table.between(printYear(first ?? 0, table), printYear(last ?? 0, table));
}

const centuryOf = (first: number, table: DateTable): string => table.century(Math.floor(first / 100) + 1);

/** Year 0 is 1 BC. */
const printYear = (year: number, table: DateTable): string =>
  year > 0 ? String(year) : table.beforeChrist(1 - year);

function printInterval(from: End, to: End, table: DateTable): string {
  if (!isNamed(from)) return isNamed(to) ? table.until(printPoint(to, table, true)) : table.unknown;
  if (!isNamed(to)) return table.from(printPoint(from, table, true));
  return partOf(from, to, table) ?? printSpan(from, to, table);
}

const isNamed = (end: End): end is Point => end.kind !== 'open' && end.kind !== 'unknown';

/** What "late July 1950" and "early 1950s" were read as is said so again. */
function partOf(from: Point, to: Point, table: DateTable): string | undefined {
  if (from.kind !== 'date' || to.kind !== 'date') return undefined;
  if (from.qualifier !== 'approximate' || to.qualifier !== 'approximate') return undefined;
  const [a, b] = [numbersOf(from), numbersOf(to)];
  if (a.month === undefined && b.month === undefined && a.year.slice(0, 3) === b.year.slice(0, 3)) {
    const part = ['03', '46', '79'].indexOf(a.year.slice(3) + b.year.slice(3));
    return part < 0 ? undefined : table.part(PARTS[part] ?? 'mid', table.decade(`${a.year.slice(0, 3)}0`));
  }
  if (a.day === undefined || b.month === undefined || a.year !== b.year || a.month !== b.month)
    return undefined;
  const ends = [10, 20, daysIn(Number(b.year), b.month)];
  const part = [1, 11, 21].indexOf(a.day);
  if (part < 0 || ends[part] !== b.day) return undefined;
  return table.part(PARTS[part] ?? 'mid', table.month(yearOrSpan(b.year, table), b.month, true));
}

/** What both ends have in common is said once. */
function printSpan(from: Point, to: Point, table: DateTable): string {
  const whole = `${printPoint(from, table)} – ${printPoint(to, table)}`;
  if (from.kind !== 'date' || to.kind !== 'date' || from.qualifier || to.qualifier || from.time || to.time)
    return whole;
  const [a, b] = [numbersOf(from), numbersOf(to)];
  if (/X/.test(a.year + b.year)) return whole;
  const year = yearOrSpan(b.year, table);
  if (a.month === undefined && b.month === undefined)
    return a.year === b.year ? year : `${yearOrSpan(a.year, table)}–${year}`;
  if (a.year !== b.year || a.month === undefined || b.month === undefined) return whole;
  if (a.day !== undefined && b.day !== undefined) {
    if (a.month !== b.month)
      return `${table.dayOfMonth(a.month, a.day)} – ${table.dayOfMonth(b.month, b.day)}${table.yearAfterDay}${year}`;
    return a.day === b.day ? table.day(year, b.month, b.day) : table.days(year, b.month, a.day, b.day);
  }
  if (a.day !== undefined || b.day !== undefined) return whole;
  return a.month === b.month
    ? table.month(year, b.month, false)
    : `${table.monthName(a.month)}–${table.month(year, b.month, false)}`;
}
