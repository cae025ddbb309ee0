import { boundsOf, daysOf } from '../../core/date/bounds.ts';
import { parseEdtf } from '../../core/date/edtf.ts';

/** Months beyond the twelfth are seasons of EDTF. */
const DAY = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?`;
const PLAIN = new RegExp(`^${DAY}(?:/${DAY})?$`);

/**
 * The time that an EDTF date can mean, for readers that know ISO 8601 alone: the date itself where it is plain,
 * else from its first day to its last; an end that nobody knows is "..". Undefined where nothing is known.
 *
 *   "1945-07" -> "1945-07"      "195X" -> "1950-01-01/1959-12-31"      "1949/.." -> "1949-01-01/.."
 *   "1947-22" -> "1947-06-01/1947-08-31"
 */
export function isoDateOf(text: string): string | undefined {
  if (PLAIN.test(text)) return text;
  const edtf = parseEdtf(text);
  const days = edtf && daysOf(boundsOf(edtf));
  if (days === undefined || (days.earliest === undefined && days.latest === undefined)) return undefined;
  return `${days.earliest ?? '..'}/${days.latest ?? '..'}`;
}
