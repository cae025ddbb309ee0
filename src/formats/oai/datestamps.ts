import { parseDay } from '../../core/date/day.ts';

/** A datestamp that was asked with: a whole day, or a second. */
export interface Datestamp {
  readonly granularity: 'day' | 'second';
  /** As it was written: "2026-11-23", "2026-11-23T10:00:00Z". */
  readonly written: string;
  /** What every instant in it begins with: "2026-11-23", "2026-11-23T10:00:00". */
  readonly stem: string;
}

const SECOND = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/**
 * A datestamp in one of the two granularities of OAI-PMH, or undefined if it is none, or no day of the calendar.
 * Nor is one of the year 0000, which the schema of its answers (XML Schema 1.0) does not know.
 */
export function readDatestamp(text: string): Datestamp | undefined {
  if (text.startsWith('0000')) return undefined;
  if (/^\d{4}-\d\d-\d\d$/.test(text))
    return parseDay(text) && { granularity: 'day', written: text, stem: text };
  const day = SECOND.exec(text)?.[1];
  if (day === undefined || parseDay(day) === undefined) return undefined;
  return { granularity: 'second', written: text, stem: text.slice(0, -1) };
}

/** An instant as OAI-PMH writes it, to the second: "2026-11-23T10:00:00.123Z" -> "2026-11-23T10:00:00Z". */
export const printDatestamp = (instant: string): string => `${instant.slice(0, 19)}Z`;
