import { dayOf, partsOfDay, type Day } from './day.ts';

const DAYS_IN_ERA = 146_097;

/**
 * A day as a count of days, so that days can be added and taken from each other: proleptic Gregorian,
 * 0 is 0000-03-01.
 *
 *   countOfDay("1949-03-01") - countOfDay("1949-02-28") -> 1
 */
export function countOfDay(day: Day): number {
  const parts = partsOfDay(day);
  const year = parts.month <= 2 ? parts.year - 1 : parts.year;
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * ((parts.month + 9) % 12) + 2) / 5) + parts.day - 1;
  return era * DAYS_IN_ERA + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
}

/** The day of a count, or undefined for what is no whole number that a calendar reaches. */
export function dayOfCount(count: number): Day | undefined {
  if (!Number.isSafeInteger(count)) return undefined;
  const era = Math.floor(count / DAYS_IN_ERA);
  const ofEra = count - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}
