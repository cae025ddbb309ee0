import { boundsOf, daysOf as daysOfBounds } from '../date/bounds.ts';
import { dayOf, daysIn, parseDay, partsOfDay, type Day } from '../date/day.ts';
import { readDateWords } from '../date/read-date-words.ts';
import { foldDateWords, meaningOf } from '../date/vocabulary.ts';
import { dayNumber } from './span.ts';

/** What a reader's words for a time stand for: days, both included, an open end absent; or a day that no calendar has. */
export type ReadDays =
  { readonly kind: 'days'; readonly from?: string; readonly to?: string } | { readonly kind: 'impossible' };

const PART = /^([+-]?\d{4,9})(?:-(\d\d)(?:-(\d\d))?)?$/;
const DECADE = /^(\d{3})0s$/;
const BETWEEN = /\s*(?:\.{2,}|…)\s*/u;
/** Longer words for a time than anyone needs. */
const LONGEST = 120;

/**
 * A stretch of days as readers write it; undefined if it is not understood. A range that runs backwards is
 * turned round.
 *
 *   "1945"                  -> 1945-01-01 .. 1945-12-31
 *   "1945-07..1946"         -> 1945-07-01 .. 1946-12-31
 *   "July 1945..March 1946" -> 1945-07-01 .. 1946-03-31
 *   "summer 1947"           -> 1947-06-01 .. 1947-08-31
 *   "1950s"                 -> 1950-01-01 .. 1959-12-31
 *   "..1949-10-01"          -> open       .. 1949-10-01
 *   "before 1950"           -> open       .. 1949-12-31   (the year itself is not meant, as it may be in a catalogue)
 *   "after July 1950"       -> 1950-08-01 .. open
 *   "ca. 1953"              -> 1953-01-01 .. 1953-12-31
 *   "31 Feb 1945"           -> impossible
 */
export function readDays(text: string): ReadDays | undefined {
  const said = text.trim();
  if (said === '' || said.length > LONGEST) return undefined;
  const [start = '', end, ...more] = said.split(BETWEEN);
  if (end === undefined) return readOne(said) ?? readInterval(said);
  return more.length > 0 ? undefined : between(start, end);
}

function between(start: string, end: string): ReadDays | undefined {
  const first: ReadDays | undefined = start === '' ? { kind: 'days' } : readOne(start);
  const last: ReadDays | undefined = end === '' ? { kind: 'days' } : readOne(end);
  if (first === undefined || last === undefined) return undefined;
  if (first.kind === 'impossible' || last.kind === 'impossible') return { kind: 'impossible' };
  if (start !== '' && end !== '' && isBefore(last.to, first.from)) return days(last.from, first.to);
  return days(start === '' ? undefined : first.from, end === '' ? undefined : last.to);
}

const isBefore = (day: string | undefined, other: string | undefined): boolean =>
  (dayNumber(day ?? '') ?? Infinity) < (dayNumber(other ?? '') ?? -Infinity);

/** "1945-07/1946": an interval as ISO 8601 writes it, where the words themselves are no date. */
function readInterval(text: string): ReadDays | undefined {
  const [start = '', end, ...more] = text.split('/');
  return end === undefined || more.length > 0 ? undefined : between(start, end);
}

const days = (from: string | undefined, to: string | undefined): ReadDays => ({
  kind: 'days',
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

function readOne(text: string): ReadDays | undefined {
  return readNumbers(text) ?? readSide(text) ?? readWords(text);
}

/** The days of "1945", "1945-07", "1945-07-02" or "1950s". */
export function readNumbers(text: string): ReadDays | undefined {
  const decade = DECADE.exec(text)?.[1];
  if (decade !== undefined) return days(`${decade}0-01-01`, `${decade}9-12-31`);
  const [, year, month, day] = PART.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return days(`${year}-01-01`, `${year}-12-31`);
  if (Number(month) < 1 || Number(month) > 12) return { kind: 'impossible' };
  const length = daysIn(Number(year), Number(month));
  if (day === undefined) return days(`${year}-${month}-01`, `${year}-${month}-${length}`);
  if (Number(day) < 1 || Number(day) > length) return { kind: 'impossible' };
  return days(`${year}-${month}-${day}`, `${year}-${month}-${day}`);
}

/** "before 1950", "after July 1950", in each language whose words for it are known. */
function readSide(text: string): ReadDays | undefined {
  const [word = '', ...rest] = text.split(/\s+/u);
  const meaning = rest.length === 0 ? undefined : meaningOf(foldDateWords(word));
  if (meaning?.kind !== 'mark' || (meaning.value !== 'before' && meaning.value !== 'after')) return undefined;
  const of = readOne(rest.join(' '));
  if (of === undefined || of.kind === 'impossible') return of;
  const day = parseDay((meaning.value === 'before' ? of.from : of.to) ?? '');
  if (day === undefined) return undefined;
  return meaning.value === 'before' ? days(undefined, beside(day, -1)) : days(beside(day, 1), undefined);
}

/** The day before or after. */
function beside(day: Day, step: 1 | -1): Day | undefined {
  const { year, month, day: inMonth } = partsOfDay(day);
  const within = dayOf(year, month, inMonth + step);
  if (within !== undefined) return within;
  if (step === 1) return month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return month === 1 ? dayOf(year - 1, 12, 31) : dayOf(year, month - 1, daysIn(year, month - 1));
}

function readWords(text: string): ReadDays | undefined {
  const reading = readDateWords(text);
  if (reading === undefined || reading.kind === 'undated') return undefined;
  if (reading.kind === 'impossible') return { kind: 'impossible' };
  const found = daysOfBounds(boundsOf(reading.edtf));
  if (found === undefined || (found.earliest === undefined && found.latest === undefined)) return undefined;
  return days(found.earliest, found.latest);
}
