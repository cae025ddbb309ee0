import { parseDay } from '../core/date/day.ts';
import { parseId, type RecordId } from '../core/id.ts';
import { problem } from '../core/problem.ts';
import { CouldNot } from './command.ts';

/** The id that was written, or the end of the command. */
export function idOf(written: string): RecordId {
  const id = parseId(written);
  if (id === undefined) throw new CouldNot(problem('not-found', { record: written }));
  return id;
}

/** The day that was written for an option, or the end of the command. */
export function dayOf(command: string, option: string, written: string): string {
  const day = parseDay(written);
  if (day === undefined)
    throw new CouldNot(
      problem('option-wrong', { field: option }, { value: written, facts: { command, why: 'not-a-day' } }),
    );
  return day;
}

/** A whole number within bounds, or the end of the command. */
export function numberOf(
  command: string,
  option: string,
  written: string,
  [least, most]: readonly [number, number],
): number {
  const value = /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new CouldNot(
    problem(
      'option-wrong',
      { field: option },
      { value: written, facts: { command, why: 'not-a-number', least, most } },
    ),
  );
}
