import { problem, type Problem } from '../../core/problem.ts';
import { FACET_FIELDS, TEXT_FIELDS } from '../../core/query.ts';
import { readDays } from '../../core/query/read-days.ts';

/** A filter's value is read so far. */
export const LONGEST_VALUE = 300;
/** So many filters, each value one, are read. */
export const MOST_FILTERS = 50;
const FILTERS: ReadonlySet<string> = new Set([...FACET_FIELDS, ...TEXT_FIELDS, 'date']);
/** Whether a part of a search's address is a filter. */
export const isFilter = (name: string): boolean => FILTERS.has(name);
const MOST_SAID = 5;

/** What of a search's address can't be read, to be said beside the field: dates that are none, values without end. */
export function unreadIn(params: URLSearchParams): readonly Problem[] {
  const found: Problem[] = [];
  let filters = 0;
  for (const [name, value] of params) {
    if (found.length >= MOST_SAID) break;
    if (!isFilter(name) || value === '') continue;
    if (++filters === MOST_FILTERS + 1)
      found.push(problem('query-too-long', { field: name }, { facts: { limit: MOST_FILTERS } }));
    if (value.length > LONGEST_VALUE)
      found.push(problem('query-too-long', { field: name }, { facts: { limit: LONGEST_VALUE } }));
    if (name !== 'date') continue;
    const days = readDays(value.slice(0, LONGEST_VALUE).replace(/!$/, ''));
    if (days?.kind === 'days') continue;
    const code = days === undefined ? 'value-not-read' : 'day-impossible';
    found.push(problem(code, { field: name }, { value }));
  }
  return found;
}
