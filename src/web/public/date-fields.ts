import { readDateRange, type DateFilter } from '../../core/query/date-range.ts';

/** A range of days from what stands in two fields, or in the first alone; undefined where it is not understood. */
export const readDateFields = (from: string, to: string, certainly: boolean): DateFilter | undefined =>
  readDateRange(to === '' ? from : `${from}..${to}`, certainly);
