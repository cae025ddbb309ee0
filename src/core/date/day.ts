declare const dayBrand: unique symbol;
/** A day of history: `YYYY-MM-DD`, proleptic Gregorian, year 0000 to 9999 or signed beyond. Sorts as text within 0000–9999. */
export type Day = string & { readonly [dayBrand]: 'Day' };

/** A day from its numbers, or undefined if the calendar has none such. Year 0 is 1 BC. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (!Number.isSafeInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${printYear(year)}-${twoDigits(month)}-${twoDigits(day)}` as Day;
}

/** A day as text ("1945-07-02"), or undefined if it is none. */
export function parseDay(text: string): Day | undefined {
  const match = /^([+-]?\d{4,13})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return undefined;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return day === text ? day : undefined;
}

/** How many days a month has, in the proleptic Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The numbers of a day. */
export function partsOfDay(day: Day): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return { year: Number(day.slice(0, -6)), month: Number(day.slice(-5, -3)), day: Number(day.slice(-2)) };
}

/** Below zero if `a` is before `b`, zero if they are one day; years of any size. */
export function dayOrder(a: Day, b: Day): number {
  const [one, other] = [partsOfDay(a), partsOfDay(b)];
  return one.year - other.year || one.month - other.month || one.day - other.day;
}

/** A year as EDTF and `Day` write it: four digits, more only with a sign. */
export function printYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  if (year < 0) return `-${digits}`;
  return year > 9999 ? `+${digits}` : digits;
}

export const twoDigits = (number: number): string => String(number).padStart(2, '0');
