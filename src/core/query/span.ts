import type { Filter } from '../query.ts';

/** First and last day as numbers that sort as a calendar does; ends without limit are infinite. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * A day as a number: year * 10,000 + month * 100 + day. Undefined if the text is no `YYYY-MM-DD`.
 *
 *   "1945-07-02"  -> 19450702
 *   "-0044-03-15" -> -439685
 */
export function dayNumber(day: string): number | undefined {
  const read = /^([+-]?\d{4,9})-(\d\d)-(\d\d)$/.exec(day);
  if (read === null) return undefined;
  const [, year, month, dayOfMonth] = read;
  return Number(year) * 10_000 + Number(month) * 100 + Number(dayOfMonth);
}

/** The year in which a day of `dayNumber` lies. */
export const yearOfDay = (day: number): number => Math.floor(day / 10_000);

/** When a thing may have happened; undefined if nothing at all is known. */
export function spanOf(earliest: string | undefined, latest: string | undefined): Span | undefined {
  const from = earliest === undefined ? undefined : dayNumber(earliest);
  const to = latest === undefined ? undefined : dayNumber(latest);
  if (from === undefined && to === undefined) return undefined;
  return { from: from ?? -Infinity, to: to ?? Infinity };
}

/** Whether a span meets a date filter: it may have happened in it, or (`certainly`) lies within it. */
export const meets = (span: Span | undefined, filter: DateFilter): boolean => meeting(filter)(span);

type DateFilter = Extract<Filter, { field: 'date' }>;

/** The same as {@link meets} for many spans: the filter's days are read once. */
export function meeting(filter: DateFilter): (span: Span | undefined) => boolean {
  const from = (filter.from === undefined ? undefined : dayNumber(filter.from)) ?? -Infinity;
  const to = (filter.to === undefined ? undefined : dayNumber(filter.to)) ?? Infinity;
  return filter.certainly === true
    ? (span) => span !== undefined && span.from >= from && span.to <= to
    : (span) => span !== undefined && span.from <= to && span.to >= from;
}

/** How many spans lie within each stretch of days, and how many may but need not. Cost: spans times stretches. */
export function tallyStretches(
  spans: readonly Span[],
  stretches: readonly { readonly from: string; readonly to: string }[],
): readonly { readonly certain: number; readonly possible: number }[] {
  return stretches.map((stretch) => {
    const from = dayNumber(stretch.from) ?? -Infinity;
    const to = dayNumber(stretch.to) ?? Infinity;
    let [certain, possible] = [0, 0];
    for (const span of spans) {
      if (span.from > to || span.to < from) continue;
      if (span.from >= from && span.to <= to) certain++;
      else possible++;
    }
    return { certain, possible };
  });
}

/** Documents by year: `certain` lie within it, `possible` may also fall in another. */
export interface YearTally {
  readonly year: number;
  readonly certain: number;
  readonly possible: number;
}

/**
 * Counts spans by each year in which they may fall. An open end reaches as far as the years that others
 * are dated to, and no further. Years without any are left out.
 */
export function tallyYears(spans: Iterable<Span>): readonly YearTally[] {
  const certain = new Map<number, number>();
  const uncertain: Span[] = [];
  let first = Infinity;
  let last = -Infinity;
  for (const span of spans) {
    const from = Number.isFinite(span.from) ? yearOfDay(span.from) : -Infinity;
    const to = Number.isFinite(span.to) ? yearOfDay(span.to) : Infinity;
    for (const year of [from, to])
      if (Number.isFinite(year)) {
        first = Math.min(first, year);
        last = Math.max(last, year);
      }
    if (from === to) certain.set(from, (certain.get(from) ?? 0) + 1);
    else uncertain.push({ from, to });
  }
  if (first > last) return [];
  const steps = new Map<number, number>();
  const step = (year: number, by: number): unknown => steps.set(year, (steps.get(year) ?? 0) + by);
  for (const { from, to } of uncertain) {
    step(Math.max(from, first), 1);
    step(Math.min(to, last) + 1, -1);
  }
  return spread(first, last, certain, steps);
}

/** Longer than any archive's: beyond it only years that have a certain document or a change are told. */
const LONGEST_HISTOGRAM = 12_000;

function spread(
  first: number,
  last: number,
  certain: ReadonlyMap<number, number>,
  steps: ReadonlyMap<number, number>,
): readonly YearTally[] {
  const tallies: YearTally[] = [];
  let possible = 0;
  const tell = (year: number): void => {
    possible += steps.get(year) ?? 0;
    const sure = certain.get(year) ?? 0;
    if (sure > 0 || possible > 0) tallies.push({ year, certain: sure, possible });
  };
  if (last - first <= LONGEST_HISTOGRAM) for (let year = first; year <= last; year++) tell(year);
  else
    for (const year of [...new Set([...certain.keys(), ...steps.keys()])].sort((a, b) => a - b)) tell(year);
  return tallies;
}
