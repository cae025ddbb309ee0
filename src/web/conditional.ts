/** What an answer is known again by: its tag, and when it last changed (ISO instant), where that is said. */
export interface Version {
  readonly tag: string;
  readonly changed?: string;
}

/**
 * Whether who asks has the answer already, by what the request says. `If-None-Match` goes before
 * `If-Modified-Since`, which is heeded only where it is a date. Source: RFC 9110, 13.1 and 13.2.2, read 2026-11-23.
 *
 *   If-None-Match: "a", W/"b"   and the tag W/"a"   -> true
 *   If-None-Match: "c"          whatever else stands -> false
 */
export function isUnchanged(headers: Headers, { tag, changed }: Version): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null) return hasTag(tags, tag);
  const since = headers.get('if-modified-since');
  if (since === null || changed === undefined || !/^[A-Z][a-z]{2}, \d\d /.test(since)) return false;
  return Date.parse(httpDate(changed)) <= Date.parse(since);
}

/** Whether who asks has whatever there is (`If-None-Match: *`): nobody knows that before it is found. */
export const hasAny = (headers: Headers): boolean => headers.get('if-none-match')?.trim() === '*';

const LONGEST_TAGS = 4000;

function hasTag(given: string, tag: string): boolean {
  if (given === tag || given.trim() === '*') return true;
  const opaque = tag.replace(/^W\//, '');
  return given
    .slice(0, LONGEST_TAGS)
    .split(',')
    .some((one) => one.trim().replace(/^W\//, '') === opaque);
}

/** "2026-11-23T09:30:00.123Z" -> "Mon, 23 Nov 2026 09:30:00 GMT" */
export const httpDate = (instant: string): string => new Date(instant).toUTCString();
