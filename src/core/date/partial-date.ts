import type { Token, YearMonthDay } from './date-tokens.ts';
import { isInCalendar } from './date-tokens.ts';
import { daysIn, printYear, twoDigits } from './day.ts';
import type { Edtf } from './edtf.ts';
import { parseEdtf } from './edtf.ts';
import type { Part } from './vocabulary.ts';

/** What is said of one date before the rest of its words is looked at: "2" of "2–5 July 1945". */
export interface PartialDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** "195X" */
  readonly decade?: string;
  readonly season?: number;
  readonly part?: Part;
  readonly readings?: readonly YearMonthDay[];
  readonly isAbout: boolean;
  readonly isUncertain: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Gathers tokens without a range among them; undefined if they don't make one date. */
export function partialOf(tokens: readonly Token[], century: number): PartialDate | undefined {
  const found: Mutable<PartialDate> = { isAbout: false, isUncertain: false };
  const numbers: number[] = [];
  const put = <K extends 'year' | 'month' | 'day' | 'season' | 'decade' | 'part' | 'readings'>(
    key: K,
    value: PartialDate[K],
  ): boolean => {
    if (found[key] !== undefined) return false;
    found[key] = value;
    return true;
  };
  for (const token of tokens) {
    switch (token.kind) {
      case 'comma':
        break;
      case 'mark':
        if (token.value === 'about') found.isAbout = true;
        else if (token.value === 'uncertain') found.isUncertain = true;
        else return undefined;
        break;
      case 'number':
        numbers.push(token.value);
        break;
      case 'date':
        if (!put('readings', token.readings)) return undefined;
        break;
      case 'month-year':
        if (!put('year', token.year) || !put('month', token.month)) return undefined;
        break;
      case 'decade':
        if (!put('decade', token.pattern)) return undefined;
        break;
      case 'part':
        if (!put('part', token.value)) return undefined;
        break;
      default:
        if (!put(token.kind, token.value)) return undefined;
    }
  }
  return placeNumbers(found, numbers, century);
}

/** A number without a name is a day beside a month, else a year of two digits. */
function placeNumbers(
  found: Mutable<PartialDate>,
  numbers: readonly number[],
  century: number,
): PartialDate | undefined {
  if (numbers.length === 1 && isYearOnly(found) && found.year === undefined) {
    // "45" alone is no date, but it can be the end of one: "1944–45".
    return { ...found, day: numbers[0] ?? 0 };
  }
  for (const value of numbers) {
    if (value > 31 && found.year === undefined) found.year = century + value;
    else if (found.day === undefined) found.day = value;
    else if (found.year === undefined && found.month !== undefined) found.year = century + value;
    else return undefined;
  }
  const hasWhole = found.readings !== undefined;
  if (hasWhole && (found.year ?? found.month ?? found.day ?? found.decade ?? found.season) !== undefined)
    return undefined;
  if (found.season !== undefined && found.month !== undefined) return undefined;
  if (found.season !== undefined && found.day !== undefined) {
    if (found.year !== undefined) return undefined;
    found.year = century + found.day;
    delete found.day;
  }
  return found;
}

/** Nothing but what is said to be so of it: neither a year, a month, a day nor any other time. */
export const isEmpty = (date: PartialDate): boolean =>
  (date.year ??
    date.month ??
    date.day ??
    date.decade ??
    date.season ??
    date.part ??
    date.readings?.length) === undefined;

/** Both ends of a range, each with what only the other says: "July 2–5, 1945", "2 July – 5 August 1945". */
export function completeRange(
  from: PartialDate,
  to: PartialDate,
): readonly [PartialDate, PartialDate] | undefined {
  let [a, b]: readonly [PartialDate, PartialDate] = [from, to];
  const whole = b.readings?.[0];
  if (whole && a.day !== undefined && a.year === undefined) {
    if (b.readings?.length !== 1) return undefined;
    a = { ...a, month: a.month ?? whole.month, year: whole.year };
  }
  if (
    a.year !== undefined &&
    b.year === undefined &&
    b.day !== undefined &&
    b.month === undefined &&
    !a.month
  )
    return shortYear(a, b, a.year);
  if (a.month !== undefined && b.day !== undefined && b.month === undefined && !b.readings)
    b = { ...b, month: a.month };
  if (a.month === undefined && a.day !== undefined && b.month !== undefined) a = { ...a, month: b.month };
  if (a.year === undefined && !a.readings && !a.decade && b.year !== undefined) {
    const wraps = a.season === 24 || (a.month ?? 0) > (b.month ?? 13);
    a = { ...a, year: wraps && a.season === undefined ? b.year - 1 : b.year };
  }
  if (a.season === 24 && a.year !== undefined && b.year === a.year + 1 && isYearOnly(b))
    b = { ...b, season: 24 };
  if (b.year === undefined && !b.readings && !b.decade && a.year !== undefined) b = { ...b, year: a.year };
  return [a, b];
}

const isYearOnly = ({ month, day, season, part, decade, readings }: PartialDate): boolean =>
  (month ?? day ?? season ?? part ?? decade ?? readings?.length) === undefined;

/** "1945–6", "1945/46": the second number ends a year of the same century. */
function shortYear(
  a: PartialDate,
  b: PartialDate,
  year: number,
): readonly [PartialDate, PartialDate] | undefined {
  const { day: value, ...rest } = b;
  if (value === undefined) return undefined;
  const size = value < 10 ? 10 : 100;
  const full = Math.floor(year / size) * size + value;
  if (full <= year) return undefined;
  return [
    a,
    full === year + 1 && a.season === 24 ? { ...rest, year: full, season: 24 } : { ...rest, year: full },
  ];
}

export type End = 'first' | 'last' | 'only';

/** A date in EDTF, that it is impossible (with as much of it as stands), or undefined if it says too little. */
export type Written =
  | { readonly kind: 'date'; readonly edtf: string; readonly isRange?: boolean }
  | { readonly kind: 'impossible'; readonly edtf?: Edtf };

/** Writes a date; as the first or last of a range, what EDTF has no range of becomes months or years. */
export function writePartial(date: PartialDate, end: End): Written | undefined {
  if (date.readings !== undefined) return writeReadings(date.readings, sign(date));
  if (date.decade !== undefined) return writeDecade(date.decade, date, end);
  const year = date.year === undefined ? 'XXXX' : printYear(date.year);
  if (date.season !== undefined)
    return date.year === undefined ? undefined : writeSeason(date, date.year, end);
  if (date.month !== undefined) return writeMonth(date, year, date.month, end);
  if (date.year === undefined || date.day !== undefined) return undefined;
  if (date.part !== undefined) {
    const third = { early: 37, mid: 38, late: 39 }[date.part];
    return writeSeason({ ...date, season: third }, date.year, end);
  }
  return { kind: 'date', edtf: `${year}${sign(date)}` };
}

const sign = ({ isAbout, isUncertain }: PartialDate): string =>
  isAbout ? (isUncertain ? '%' : '~') : isUncertain ? '?' : '';

function writeMonth(date: PartialDate, year: string, month: number, end: End): Written | undefined {
  if (month < 1 || month > 12) return { kind: 'impossible', ...edtfOf(year) };
  const inYear = `${year}-${twoDigits(month)}`;
  const length = daysIn(date.year ?? 2000, month);
  if (date.day !== undefined) {
    if (date.part !== undefined) return undefined;
    if (date.day < 1 || date.day > length) return { kind: 'impossible', ...edtfOf(inYear) };
    return { kind: 'date', edtf: `${inYear}-${twoDigits(date.day)}${sign(date)}` };
  }
  if (date.part === undefined) return { kind: 'date', edtf: `${inYear}${sign(date)}` };
  const [from, to] = { early: [1, 10], mid: [11, 20], late: [21, length] }[date.part];
  return writeSpan(`${inYear}-${twoDigits(from ?? 1)}~`, `${inYear}-${twoDigits(to ?? length)}~`, end);
}

function writeSeason(date: PartialDate, year: number, end: End): Written {
  const season = date.season ?? 21;
  const signs = sign(date);
  // EDTF has no sign for a season: one that is not sure is told by its months. Winter has two ends, and stays.
  if (end === 'only' && (signs === '' || season === 24))
    return { kind: 'date', edtf: `${printYear(year)}-${season}` };
  const [from, to] = season === 24 ? [12, 2] : (MONTHS[season] ?? [1, 12]);
  const first = `${printYear(year)}-${twoDigits(from)}${signs}`;
  const last = `${printYear(year)}-${twoDigits(to)}${signs}`;
  return writeSpan(first, last, end);
}

/** Of a range that begins in winter 1946 or ends in winter 1947, winter is December 1946 or February 1947. */
const MONTHS: Readonly<Record<number, readonly [number, number]>> = {
  21: [3, 5],
  22: [6, 8],
  23: [9, 11],
  33: [1, 3],
  34: [4, 6],
  35: [7, 9],
  36: [10, 12],
  37: [1, 4],
  38: [5, 8],
  39: [9, 12],
  40: [1, 6],
  41: [7, 12],
};

function writeDecade(pattern: string, date: PartialDate, end: End): Written | undefined {
  if (date.part === undefined) return { kind: 'date', edtf: pattern };
  if (!/^\d{3}X$/.test(pattern)) return undefined;
  const [from, to] = { early: '03', mid: '46', late: '79' }[date.part];
  return writeSpan(pattern.replace('X', `${from}~`), pattern.replace('X', `${to}~`), end);
}

function writeSpan(first: string, last: string, end: End): Written {
  if (end === 'only') return { kind: 'date', edtf: `${first}/${last}`, isRange: true };
  return { kind: 'date', edtf: end === 'first' ? first : last };
}

function writeReadings(readings: readonly YearMonthDay[], signs: string): Written {
  const days = readings
    .filter(isInCalendar)
    .map(({ year, month, day }) => `${printYear(year)}-${twoDigits(month)}-${twoDigits(day)}`)
    .sort();
  if (days.length > 1) return { kind: 'date', edtf: `[${days.join(',')}]`, isRange: true };
  if (days[0] !== undefined) return { kind: 'date', edtf: days[0] + signs };
  const { year = 0, month = 0 } = readings[0] ?? {};
  const isMonth = month >= 1 && month <= 12;
  return {
    kind: 'impossible',
    ...edtfOf(isMonth ? `${printYear(year)}-${twoDigits(month)}` : printYear(year)),
  };
}

function edtfOf(text: string): { readonly edtf?: Edtf } {
  const edtf = text.includes('XXXX') ? undefined : parseEdtf(text);
  return edtf === undefined ? {} : { edtf };
}
