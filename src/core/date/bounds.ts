import type { Day } from './day.ts';
import { dayOf, dayOrder, daysIn, twoDigits } from './day.ts';
import type { Edtf } from './edtf.ts';
import type { End, Point, Shape } from './shape.ts';
import { isPoint, shapeOf } from './shape.ts';
import { impossible } from '../result.ts';

/** One end of the time in which something can have happened. */
export type Bound =
  { readonly kind: 'day'; readonly day: Day } | { readonly kind: 'open' } | { readonly kind: 'unknown' };

export interface Bounds {
  readonly first: Bound;
  readonly last: Bound;
}

export const UNKNOWN_BOUNDS: Bounds = { first: { kind: 'unknown' }, last: { kind: 'unknown' } };

/**
 * The first and last day a dated thing can have happened on, both included.
 *
 *   "1962"          -> 1962-01-01 .. 1962-12-31
 *   "../1949-10-01" -> open       .. 1949-10-01
 *   "1949/"         -> 1949-01-01 .. unknown
 *   "XXXX"          -> unknown    .. unknown      (matches no date filter)
 *   "1953~"         -> 1953-01-01 .. 1953-12-31   (about is not widened: no two catalogues mean the same)
 *   "1947-22"       -> 1947-06-01 .. 1947-08-31   (summer: seasons without a hemisphere are northern)
 *   "1947-24"       -> 1947-01-01 .. 1948-02-29   (winter: of either end of the year)
 *
 * Source: ISO 8601-2:2019, EDTF levels 0–2.
 */
export function boundsOf(date: Edtf): Bounds {
  const shape = shapeOf(date);
  return (shape && boundsOfShape(shape)) ?? UNKNOWN_BOUNDS;
}

/**
 * Whether the two can have happened on one day. An end that is open or unknown excludes nothing on its
 * side; what is wholly unknown overlaps with nothing.
 */
export function overlaps(a: Bounds, b: Bounds): boolean {
  if (isUnknown(a) || isUnknown(b)) return false;
  return notAfter(a.first, b.last) && notAfter(b.first, a.last);
}

/** Whether all of `inner` certainly lies in `outer`: an open or unknown end lies only in an open one. */
export function within(inner: Bounds, outer: Bounds): boolean {
  if (isUnknown(inner) || isUnknown(outer)) return false;
  const startsIn =
    outer.first.kind === 'open' || (inner.first.kind === 'day' && notAfterDay(outer.first, inner.first.day));
  const endsIn =
    outer.last.kind === 'open' || (inner.last.kind === 'day' && notBeforeDay(outer.last, inner.last.day));
  return startsIn && endsIn;
}

/** Whether nothing is known of when. */
export const isUnknown = (bounds: Bounds): boolean =>
  bounds.first.kind === 'unknown' && bounds.last.kind === 'unknown';

/**
 * The bounds as two days for columns and filters; an end that is open or unknown is absent.
 * Undefined when nothing is known: such a date matches no filter.
 */
export function daysOf(bounds: Bounds): { readonly earliest?: Day; readonly latest?: Day } | undefined {
  if (isUnknown(bounds)) return undefined;
  return {
    ...(bounds.first.kind === 'day' ? { earliest: bounds.first.day } : {}),
    ...(bounds.last.kind === 'day' ? { latest: bounds.last.day } : {}),
  };
}

const notAfter = (first: Bound, last: Bound): boolean =>
  first.kind !== 'day' || last.kind !== 'day' || dayOrder(first.day, last.day) <= 0;
const notAfterDay = (bound: Bound, day: Day): boolean =>
  bound.kind === 'day' && dayOrder(bound.day, day) <= 0;
const notBeforeDay = (bound: Bound, day: Day): boolean =>
  bound.kind === 'day' && dayOrder(bound.day, day) >= 0;

/** Bounds of what is not yet known to be a date: undefined where no calendar has such a day. */
export function boundsOfShape(shape: Shape): Bounds | undefined {
  switch (shape.kind) {
    case 'interval': {
      const [from, to] = [boundsOfEnd(shape.from), boundsOfEnd(shape.to)];
      return from && to && { first: from.first, last: to.last };
    }
    case 'set': {
      const points = shape.members.flatMap((member) => (isPoint(member) ? [member] : member));
      const all = points.map(boundsOfPoint).filter((bounds) => bounds !== undefined);
      if (all.length < points.length) return undefined;
      return {
        first: shape.orEarlier ? { kind: 'open' } : outermost(all, 'first', -1),
        last: shape.orLater ? { kind: 'open' } : outermost(all, 'last', 1),
      };
    }
    default:
      return boundsOfPoint(shape);
  }
}

function outermost(all: readonly Bounds[], end: keyof Bounds, sign: 1 | -1): Bound {
  let found: Bound | undefined;
  for (const bounds of all) {
    const bound = bounds[end];
    if (bound.kind !== 'day') return bound;
    if (found?.kind !== 'day' || dayOrder(bound.day, found.day) * sign > 0) found = bound;
  }
  return found ?? { kind: 'unknown' };
}

function boundsOfEnd(end: End): Bounds | undefined {
  if (end.kind === 'open') return { first: { kind: 'open' }, last: { kind: 'open' } };
  return end.kind === 'unknown' ? UNKNOWN_BOUNDS : boundsOfPoint(end);
}

function boundsOfPoint(point: Point): Bounds | undefined {
  switch (point.kind) {
    case 'date':
      return boundsOfDate(point.year, point.month ?? 'XX', point.day ?? 'XX');
    case 'season': {
      const [first, last] = MONTHS_OF_SEASON[point.season - 21] ?? [1, 12];
      return months(point.year, first, last);
    }
    case 'year': {
      const digits = String(Math.abs(point.year)).length;
      const size = 10 ** Math.max(0, digits - (point.significant ?? digits));
      const from = Math.floor(Math.abs(point.year) / size) * size;
      const years = [from, from + size - 1].map((year) => (point.year < 0 ? -year : year));
      return days(dayOf(Math.min(...years), 1, 1), dayOf(Math.max(...years), 12, 31));
    }
    case 'span': {
      // "-19" are the years -1999 to -1900, as "-19XX" are.
      const [from, to] =
        point.first < 0
          ? [point.first - point.years + 1, point.first]
          : [point.first, point.first + point.years - 1];
      return days(dayOf(from, 1, 1), dayOf(to, 12, 31));
    }
    default:
      return impossible(point);
  }
}

/**
 * First and last month of seasons 21 to 41; above 12 in the next year. Northern seasons by whole months;
 * a season that lies across New Year can be meant of either end of its year.
 */
const NORTHERN = [
  [3, 5],
  [6, 8],
  [9, 11],
  [1, 14],
] as const;
const SOUTHERN = [
  [9, 11],
  [1, 14],
  [3, 5],
  [6, 8],
] as const;
const MONTHS_OF_SEASON: readonly (readonly [number, number])[] = [
  ...NORTHERN,
  ...NORTHERN,
  ...SOUTHERN,
  ...([
    [1, 3],
    [4, 6],
    [7, 9],
    [10, 12],
  ] as const),
  ...([
    [1, 4],
    [5, 8],
    [9, 12],
  ] as const),
  ...([
    [1, 6],
    [7, 12],
  ] as const),
];

function months(year: number, from: number, to: number): Bounds | undefined {
  const [endYear, endMonth] = to > 12 ? [year + 1, to - 12] : [year, to];
  return days(dayOf(year, from, 1), dayOf(endYear, endMonth, daysIn(endYear, endMonth)));
}

const days = (first: Day | undefined, last: Day | undefined): Bounds | undefined =>
  first && last && { first: { kind: 'day', day: first }, last: { kind: 'day', day: last } };

/** Digits may be `X`. A year of which nothing is known says nothing, whatever its month. */
function boundsOfDate(year: string, month: string, day: string): Bounds | undefined {
  if (month === 'XX' && day === 'XX' && /^\d+$/.test(year))
    return days(dayOf(Number(year), 1, 1), dayOf(Number(year), 12, 31));
  if (year.endsWith('XXXX')) return dayIn(2000, month, day, false) && UNKNOWN_BOUNDS;
  const isBefore = year.startsWith('-');
  const digits = isBefore ? year.slice(1) : year;
  const [least, most] = [Number(digits.replaceAll('X', '0')), Number(digits.replaceAll('X', '9'))];
  const [from, to] = isBefore ? [-most, -least] : [least, most];
  const fits = (value: number): boolean => matches(String(Math.abs(value)).padStart(4, '0'), digits);
  return days(firstDay(from, to, fits, month, day), lastDay(from, to, fits, month, day));
}

type Fits = (year: number) => boolean;

/** Nearly always found in the first year: only a February 29 is looked for further. */
function firstDay(from: number, to: number, fits: Fits, month: string, day: string): Day | undefined {
  for (let year = from; year <= to; year++) {
    const found = fits(year) ? dayIn(year, month, day, false) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function lastDay(from: number, to: number, fits: Fits, month: string, day: string): Day | undefined {
  for (let year = to; year >= from; year--) {
    const found = fits(year) ? dayIn(year, month, day, true) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first or last day of a year that its month and day can stand for. */
function dayIn(year: number, month: string, day: string, isLast: boolean): Day | undefined {
  for (let nth = 1; nth <= 12; nth++) {
    const aMonth = isLast ? 13 - nth : nth;
    if (!matches(twoDigits(aMonth), month)) continue;
    const length = daysIn(year, aMonth);
    for (let at = 1; at <= length; at++) {
      const aDay = isLast ? length + 1 - at : at;
      if (matches(twoDigits(aDay), day)) return dayOf(year, aMonth, aDay);
    }
  }
  return undefined;
}

/** Whether digits are those of a pattern in which some may be `X`. */
function matches(digits: string, pattern: string): boolean {
  if (pattern === digits || pattern === 'XX') return true;
  for (let at = 0; at < pattern.length; at++)
    if (pattern.charAt(at) !== 'X' && pattern.charAt(at) !== digits.charAt(at)) return false;
  return pattern.length === digits.length;
}
