import type { CataloguedDate } from '../core/date/catalogued-date.ts';
import { parseEdtf } from '../core/date/edtf.ts';
import { printDate } from './dates.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "1945-07-02" -> "July 2, 1945" */
export function day(text: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  return year === undefined ? text : `${MONTHS[Number(month) - 1]} ${Number(date)}, ${year}`;
}

/** A date or span of dates in EDTF, in words; what is no EDTF as it stands. */
export function date(text: string): string {
  const edtf = parseEdtf(text);
  return edtf === undefined ? text : printDate(edtf, 'en');
}

/** The years of a life or of an office: what is known to the day is said on the page itself. */
export function life(text: string): string {
  const years = text.split('/').map((end) => /^(\d{4})(-\d\d){0,2}$/.exec(end)?.[1]);
  const [from, to] = years;
  return years.length === 2 && from !== undefined && to !== undefined ? `${from}–${to}` : date(text);
}

/** Most dates are a day and no more: these are said without reading their notation. */
const PLAIN_DAY = /^[1-9]\d{3}-\d\d-\d\d$/;

/** A catalogued date in words, with its time of day or without. */
export function catalogued(given: CataloguedDate, withTime: boolean): string {
  const { edtf } = given;
  const isPlainDay = edtf !== undefined && PLAIN_DAY.test(edtf) && given.doubt?.kind !== 'impossible';
  if (isPlainDay && !(withTime && given.time !== undefined)) return day(edtf);
  const { time: _time, ...untimed } = given;
  return printDate(withTime ? given : untimed, 'en');
}
