/** How much of a date a cell shows. */
export type Shown = 'year' | 'month' | 'day' | 'time';

/** Formats that workbooks need not spell out. Source: ECMA-376 part 1, 18.8.30, read 2026-11-23. */
const BUILT_IN: ReadonlyMap<number, Shown> = new Map<number, Shown>([
  [14, 'day'],
  [15, 'day'],
  [16, 'day'],
  [17, 'month'],
  [22, 'time'],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id): [number, Shown] => [id, 'day']),
]);

/**
 * What of a date a number format shows, or undefined if it is none of a date. A format of hours alone is
 * none either: there is no day in it.
 *
 *   "mmmm, yyyy"        -> month
 *   "yyyy"              -> year
 *   "d. mmm yyyy hh:mm" -> time
 *   "0.00%"             -> undefined
 */
export function shownBy(id: number, code: string | undefined): Shown | undefined {
  if (code === undefined) return BUILT_IN.get(id);
  const [positive = ''] = withoutLiterals(code).split(';');
  const marks = positive.toLowerCase();
  if (/general|[0#?%]/.test(marks.replace(/\.0+/g, ''))) return undefined;
  const withoutMinutes = marks.replace(/h+[^a-z]*m+|m+[^a-z]*s+/g, (time) => time.replace(/m/g, 'n'));
  const hasYear = /[ye]/.test(withoutMinutes);
  const hasMonth = withoutMinutes.includes('m');
  const hasDay = withoutMinutes.includes('d');
  if (!hasYear && !hasMonth && !hasDay) return undefined;
  if (/[hsn]/.test(withoutMinutes)) return 'time';
  if (hasDay || (hasMonth && !hasYear)) return 'day';
  return hasMonth ? 'month' : 'year';
}

/** A format without its quoted words, escaped characters, fills and colours: the marks that stand for something. */
const withoutLiterals = (code: string): string =>
  code.replace(/"[^"]*"|\\.|_.|\*./gsu, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');

/**
 * The date that a workbook's number stands for, as much of it as the cell shows, in ISO form; undefined if
 * the number is no day. `is1904`: the workbook counts from 1904, as old ones of the Macintosh do.
 *
 *   16619, month -> "1945-07"       (1 July 1945, shown as "July, 1945")
 *   16622.625, time -> "1945-07-04T15:00"
 */
export function dateOfNumber(serial: number, shown: Shown, is1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return undefined;
  const whole = Math.floor(serial + 1e-9);
  const since1970 = is1904 ? whole - 24_107 : whole - 25_569 + (whole < 60 ? 1 : 0);
  const { year, month, day } = civilOf(since1970);
  const date = [String(year).padStart(4, '0'), two(month), two(day)];
  switch (shown) {
    case 'year':
      return date.slice(0, 1).join('-');
    case 'month':
      return date.slice(0, 2).join('-');
    case 'day':
      return date.join('-');
    case 'time': {
      const minutes = Math.round((serial - whole) * 1440) % 1440;
      return minutes <= 0
        ? date.join('-')
        : `${date.join('-')}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    }
  }
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The day of the calendar that is so many days after 1 January 1970. */
function civilOf(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}
