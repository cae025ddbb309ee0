import type { ReadingRoom } from '../../actions/archive.ts';
import { kindOf, type RecordId, type RecordKind } from '../../core/id.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import { isRecordOf } from '../../formats/srv/known.ts';
import type { OldModel } from '../../formats/srv/old-id.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { moved, type Answer } from '../answer.ts';
import { away } from '../public/edges.ts';
import type { Visit } from '../site.ts';

export const KIND_OF = {
  record: 'document',
  collection: 'collection',
  theme: 'collection',
  subject: 'subject',
  contributor: 'agent',
  publisher: 'agent',
  coverage: 'place',
  repository: 'repository',
} as const satisfies Record<OldModel, RecordKind>;

export type Asked<T extends ArchiveRecord> =
  | { readonly kind: 'found'; readonly view: PublicRecord<T> }
  /** What is said instead; undefined: nothing stands there. */
  | { readonly kind: 'answer'; readonly answer: Answer | undefined };

export const nothingThere: Asked<never> = { kind: 'answer', answer: undefined };

/** The id that is meant by a number of before, or by an id; undefined: by none of this kind that is public. */
export async function idMeant(
  room: ReadingRoom,
  asked: string,
  kind: RecordKind,
): Promise<RecordId | undefined> {
  const answer = await room.view(asked, kind);
  const id = answer.kind === 'found' ? answer.view.id : answer.kind === 'moved' ? answer.to.id : undefined;
  return id !== undefined && kindOf(id) === kind ? id : undefined;
}

/** The public record that "{id}.json" asks for. A number of before answers in place; what was merged has moved. */
export async function recordAsked<K extends ArchiveRecord['kind']>(
  { site, room }: Visit,
  name: string,
  model: OldModel | 'theme',
  kind: K,
): Promise<Asked<Extract<ArchiveRecord, { kind: K }>>> {
  const asked = /^(.{1,80})\.json$/.exec(name)?.[1];
  if (asked === undefined) return nothingThere;
  const answer = await room.view(asked, kind);
  switch (answer.kind) {
    case 'unknown':
      return nothingThere;
    case 'gone':
    case 'withdrawn':
      return { kind: 'answer', answer: kindOf(answer.id) === kind ? away(site, answer) : undefined };
    case 'moved': {
      if (answer.to.kind !== kind) return nothingThere;
      if (/^\d+$/.test(asked))
        return shown((await room.publicRecords([answer.to.id])).get(answer.to.id), kind);
      return { kind: 'answer', answer: moved(`/srv/${model}/${answer.to.id}.json`) };
    }
    case 'found':
      return shown(answer.view, kind);
  }
}

const shown = <K extends ArchiveRecord['kind']>(
  view: PublicRecord | undefined,
  kind: K,
): Asked<Extract<ArchiveRecord, { kind: K }>> =>
  view !== undefined && isRecordOf(view, kind) ? { kind: 'found', view } : nothingThere;
