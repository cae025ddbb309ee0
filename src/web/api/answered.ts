import type { z } from 'zod';
import type { ReadAnswer } from '../../actions/pages.ts';
import { kindOf, parseId, type RecordId } from '../../core/id.ts';
import type { PublicChange } from '../../core/lifecycle.ts';
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

/** What answers about a record are known again by: its last public change, which nobody can guess who did not have it. */
const versionOf = ({ seq, at }: PublicChange): Version => ({
  tag: `W/"${FORM}-${seq.toString(36)}-${Date.parse(at).toString(36)}"`,
  changed: at,
});

/** What a record was found to be: to be answered with, or the answer to who asked for it. */
export type Found<T> =
  | { readonly kind: 'found'; readonly value: T; readonly version: Version | undefined }
  | { readonly kind: 'answer'; readonly answer: Answer | undefined };

const said = (answer: Answer | undefined): Found<never> => ({ kind: 'answer', answer });

type Asking = Pick<Visit, 'site' | 'room' | 'headers' | 'url'>;

/**
 * Finds a public record of a kind for who asks. That they have it already is said before anything is read; so
 * is that it is of another kind.
 */
export async function findRecord<T>(
  { site, room, headers, url }: Asking,
  kind: PublicKind,
  asked: string,
  read: (id: RecordId) => Promise<T | undefined>,
): Promise<Found<T>> {
  const id = parseId(asked);
  if (id !== undefined && kindOf(id) !== kind) return said(undefined);
  const change = id === undefined ? undefined : await room.lastChangeOf(id);
  const version = change?.change === 'public' ? versionOf(change) : undefined;
  if (version !== undefined && isUnchanged(headers, version)) return said({ kind: 'unchanged', ...version });
  const view = await room.view(asked, kind);
  switch (view.kind) {
    case 'unknown':
      return said(undefined);
    case 'gone':
    case 'withdrawn':
      return said(away(site, view satisfies ReadAnswer));
    case 'moved':
      return said(
        view.to.kind === kind ? moved(addressAfter(site.prefix, url, kind, asked, view.to.id)) : undefined,
      );
    case 'found': {
      const value = await read(view.view.id);
      return value === undefined ? said(undefined) : { kind: 'found', value, version };
    }
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
