import type { ReadingRoom } from '../../actions/archive.ts';
import { kindOf, type RecordId, type RecordKind } from '../../core/id.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import { isRecordOf, type Known } from '../../formats/srv/known.ts';
import type { OldModel } from '../../formats/srv/old-id.ts';
import type { Described } from '../../formats/fields/described.ts';
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
  | { readonly kind: 'found'; readonly described: Described<T> }
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
      if (/^\d+$/.test(asked)) return describedOf(room, answer.to.id, kind);
      return { kind: 'answer', answer: moved(`/srv/${model}/${answer.to.id}.json`) };
    }
    case 'found':
      return describedOf(room, answer.view.id, kind);
  }
}

async function describedOf<K extends ArchiveRecord['kind']>(
  room: ReadingRoom,
  id: RecordId,
  kind: K,
): Promise<Asked<Extract<ArchiveRecord, { kind: K }>>> {
  const [described] = await room.describe([id], 'description');
  return described !== undefined && isOf(described, kind) ? { kind: 'found', described } : nothingThere;
}

const isOf = <K extends ArchiveRecord['kind']>(
  described: Described,
  kind: K,
): described is Described<Extract<ArchiveRecord, { kind: K }>> => isRecordOf(described.view, kind);

/** The public records that one names, each under the id it is named by, also where that was merged. */
export async function knownOf(
  room: ReadingRoom,
  { named }: Described,
  ids: readonly RecordId[],
): Promise<Known> {
  const meant = new Map<RecordId, RecordId>();
  for (const id of ids.slice(0, MOST_NAMED)) {
    const to = named(id)?.label.id;
    if (to !== undefined) meant.set(id, to);
  }
  const views = new Map<RecordId, PublicRecord>();
  for (const { view } of await room.describe([...new Set(meant.values())], 'description'))
    views.set(view.id, view);
  return (id) => {
    const to = meant.get(id);
    return to === undefined ? undefined : views.get(to);
  };
}

/** Of what a record names beyond these, only the names are told. */
const MOST_NAMED = 2000;
