import { createHash } from 'node:crypto';
import { parseId, type RecordId } from '../../core/id.ts';
import type { PlaceInList } from '../../actions/stretch.ts';
import type { Asked } from './endpoint.ts';

/** The form of cursors, so that one from another time is known for what it is. */
const FORM = '1';
const MOST_OFFSET = 10_000_000;

/**
 * What a cursor belongs to: the archive, the endpoint, and the question without the cursor and the number that
 * is asked for. The order of its parameters means nothing.
 */
function questionOf({ site, url, endpoint }: Pick<Asked, 'site' | 'url' | 'endpoint'>): string {
  const parts = [...url.searchParams].filter(([name]) => name !== 'cursor' && name !== 'limit');
  const asked = parts.map(([name, value]) => `${name}=${value}`).sort();
  return [site.settings.name, endpoint.operation, url.pathname, ...asked].join('\n');
}

/** So much of a digest tells a cursor of this question from one of another, and from one that was tampered with. */
const signOf = (place: string, asked: Parameters<typeof questionOf>[0]): string =>
  createHash('sha256')
    .update(`${FORM}\n${place}\n${questionOf(asked)}`)
    .digest('base64url')
    .slice(0, 12);

/** A cursor: opaque to who gets it; nothing in it is secret. */
const print = (place: string, asked: Parameters<typeof questionOf>[0]): string =>
  `${FORM}${signOf(place, asked)}${Buffer.from(place).toString('base64url')}`;

function read(cursor: string, asked: Parameters<typeof questionOf>[0]): string | undefined {
  if (!/^[\w-]{14,200}$/.test(cursor) || !cursor.startsWith(FORM)) return undefined;
  const place = Buffer.from(cursor.slice(13), 'base64url').toString();
  return signOf(place, asked) === cursor.slice(1, 13) ? place : undefined;
}

/** The address of the next stretch of what is asked. */
function nextAddress(asked: Asked, cursor: string): string {
  const params = new URLSearchParams(asked.url.searchParams);
  params.delete('cursor');
  params.append('cursor', cursor);
  return `${asked.site.settings.address}${asked.url.pathname}?${params}`;
}

/** After which record of a list by id the rest stands. */
export const afterId = (asked: Asked, id: RecordId): string => nextAddress(asked, print(`id ${id}`, asked));
export function readAfterId(asked: Asked, cursor: string): RecordId | undefined {
  const [, id = ''] = /^id (\w+)$/.exec(read(cursor, asked) ?? '') ?? [];
  return parseId(id);
}

/** After how many hits, and after which of them, the rest of a search stands. */
export const afterPlace = (asked: Asked, { offset, last }: PlaceInList): string =>
  nextAddress(asked, print(`at ${offset} ${last.join('.')}`, asked));
export function readAfterPlace(asked: Asked, cursor: string): PlaceInList | undefined {
  const [, offset = '', ids = ''] = /^at ([1-9]\d{0,7}) ([\w.]+)$/.exec(read(cursor, asked) ?? '') ?? [];
  const last = ids.split('.').flatMap((id) => parseId(id) ?? []);
  const count = Number(offset);
  return last.length === 0 || count > MOST_OFFSET ? undefined : { offset: count, last };
}

/** A page of values that were counted when the archive stood at a change. */
export const afterPage = (asked: Asked, page: number, change: number): string =>
  nextAddress(asked, print(`page ${page} ${change}`, asked));
export function readPage(
  asked: Asked,
  cursor: string,
): { readonly page: number; readonly change: number } | undefined {
  const [, page, change] = /^page ([1-9]\d{0,5}) (\d{1,15})$/.exec(read(cursor, asked) ?? '') ?? [];
  return page === undefined ? undefined : { page: Number(page), change: Number(change) };
}
