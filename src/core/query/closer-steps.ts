import { daysIn, parseDay, partsOfDay, printYear, twoDigits } from '../date/day.ts';

/** Months or days, each with its first and last. */
export interface CloserSteps {
  readonly unit: 'month' | 'day';
  readonly steps: readonly { readonly stretch: string; readonly from: string; readonly to: string }[];
}

const MOST_YEARS_OF_MONTHS = 4;
const MOST_MONTHS_OF_DAYS = 2;
const MOST_MONTHS = 37;

/**
 * What a histogram closer in than years shows of a range: undefined where it is too wide, or open at an end.
 *
 *   1945-07-01 .. 1946-12-31 -> the months of 1945 and 1946
 *   1945-07-01 .. 1945-08-15 -> the days of July and August
 *   1930-01-01 .. 1960-12-31 -> undefined
 */
export function closerSteps(from: string | undefined, to: string | undefined): CloserSteps | undefined {
  const [first, last] = [parseDay(from ?? ''), parseDay(to ?? '')];
  if (first === undefined || last === undefined) return undefined;
  const [start, end] = [partsOfDay(first), partsOfDay(last)];
  const months = (end.year - start.year) * 12 + end.month - start.month + 1;
  const years = end.year - start.year + 1;
  if (months < 1 || months > MOST_MONTHS || years > MOST_YEARS_OF_MONTHS) return undefined;
  if (months <= MOST_MONTHS_OF_DAYS)
    return {
      unit: 'day',
      steps: Array.from({ length: months }, (_, at) => monthAfter(start.year, start.month, at)).flatMap(
        daysOfMonth,
      ),
    };
  return {
    unit: 'month',
    steps: Array.from({ length: years * 12 }, (_, at) => monthAfter(start.year, 1, at)).map(
      ([year, month]) => {
        const stretch = `${printYear(year)}-${twoDigits(month)}`;
        return { stretch, from: `${stretch}-01`, to: `${stretch}-${daysIn(year, month)}` };
      },
    ),
  };
}

type Month = readonly [year: number, month: number];

const monthAfter = (year: number, month: number, by: number): Month => [
  year + Math.floor((month - 1 + by) / 12),
  ((month - 1 + by) % 12) + 1,
];

const daysOfMonth = ([year, month]: Month): CloserSteps['steps'] =>
  Array.from({ length: daysIn(year, month) }, (_, at) => {
    const day = `${printYear(year)}-${twoDigits(month)}-${twoDigits(at + 1)}`;
    return { stretch: day, from: day, to: day };
  });
