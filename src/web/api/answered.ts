import type { z } from 'zod';
import { kindOf, parseId, type RecordId } from '../../core/id.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { FAMILY_OF } from '../../formats/api/record-answer.ts';
import type { PublicKind } from '../../formats/api/record.ts';
import type { Told } from '../../formats/api/told.ts';
import type { Described } from '../../formats/fields/described.ts';
import { moved, type Answer } from '../answer.ts';
import { isUnchanged, type Version } from '../conditional.ts';
import { away } from '../public/edges.ts';
import type { Visit } from '../site.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/** An answer of the shape that an endpoint declares. `next`: where its list goes on. */
export function answered<S extends z.ZodType>(
  _shape: S,
  value: Told<S>,
  { next, version }: { readonly next?: string | undefined; readonly version?: Version | undefined } = {},
): Answer {
  return {
    kind: 'text',
    mediaType: JSON_TYPE,
    body: JSON.stringify(value),
    ...(next === undefined ? {} : { links: [{ rel: 'next', address: next }] }),
    ...(version === undefined ? {} : { version }),
  };
}

/** Rises when answers about a record are given another form by us. */
const FORM = '1';

/** What answers about a record are known again by: the instant of its last public change. */
const versionAt = (changed: string): Version => ({
  tag: `W/"${FORM}-${Date.parse(changed).toString(36)}"`,
  changed,
});

/** What a record was found to be: to be answered with, or the answer to who asked for it. */
export type Found<T> =
  | { readonly kind: 'found'; readonly value: T; readonly version?: Version }
  | { readonly kind: 'answer'; readonly answer: Answer | undefined };

const said = (answer: Answer | undefined): Found<never> => ({ kind: 'answer', answer });

type Asking = Pick<Visit, 'site' | 'room' | 'headers' | 'url'>;

/**
 * Finds a public record of a kind, as `read` describes it, for who asks. That they have it already is said before
 * anything of it is read; so is that it is of another kind.
 */
export async function findRecord(
  asking: Asking,
  kind: PublicKind,
  asked: string,
  read: (id: RecordId) => Promise<Described | undefined>,
): Promise<Found<Described>> {
  const id = parseId(asked);
  if (id === undefined) return whyNot(asking, kind, asked);
  if (kindOf(id) !== kind) return said(undefined);
  const had = await hadAlready(asking, id);
  if (had !== undefined) return said({ kind: 'unchanged', ...had });
  const value = await read(id);
  return value === undefined
    ? whyNot(asking, kind, asked)
    : { kind: 'found', value, version: versionAt(value.changed) };
}

/** Finds whether a record of a kind is public, for a list that hangs on it. */
export async function findId(asking: Asking, kind: PublicKind, asked: string): Promise<Found<RecordId>> {
  const id = parseId(asked);
  if (id !== undefined && kindOf(id) !== kind) return said(undefined);
  const view = await asking.room.view(asked, kind);
  return view.kind === 'found' ? { kind: 'found', value: view.view.id } : whyNot(asking, kind, asked);
}

/** The version that who asks has already, if that is the last; looked for only where they say that they have one. */
async function hadAlready({ room, headers }: Asking, id: RecordId): Promise<Version | undefined> {
  if (!headers.has('if-none-match') && !headers.has('if-modified-since')) return undefined;
  const change = await room.lastChangeOf(id);
  if (change?.change !== 'public') return undefined;
  const version = versionAt(change.at);
  return isUnchanged(headers, version) ? version : undefined;
}

/** What is said of a record that cannot be answered with: it is gone, or stands elsewhere. */
async function whyNot({ site, room, url }: Asking, kind: PublicKind, asked: string): Promise<Found<never>> {
  const view = await room.view(asked, kind);
  switch (view.kind) {
    case 'unknown':
    case 'found':
      return said(undefined);
    case 'gone':
    case 'withdrawn':
      return said(away(site, view));
    case 'moved':
      return said(
        view.to.kind === kind ? moved(addressAfter(site.prefix, url, kind, asked, view.to.id)) : undefined,
      );
  }
}

/** The same address of what a record was merged into, or of one that was asked for by a former number. */
function addressAfter(prefix: string, url: URL, kind: PublicKind, asked: string, id: RecordId): string {
  const before = `${prefix}/api/v1/${FAMILY_OF[kind]}/`;
  return `${before}${id}${url.pathname.slice(before.length + asked.length)}${url.search}`;
}

export type DescribedOf<K extends PublicKind> = Described<Extract<ArchiveRecord, { kind: K }>>;

export const isOf = <K extends PublicKind>(described: Described, kind: K): described is DescribedOf<K> =>
  described.view.record.kind === kind;
