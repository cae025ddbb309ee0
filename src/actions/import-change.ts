import type { Draft, SourceKey } from '../core/draft.ts';
import { withAddition } from '../core/addition.ts';
import { printIdentifier, type RecordId } from '../core/id.ts';
import type { Standing } from '../core/lifecycle.ts';
import { identifiersOf } from '../core/links.ts';
import { problem, type Problem, type Where } from '../core/problem.ts';
import type { ArchiveRecord } from '../core/record.ts';
import type { PrintedRecord } from '../core/texts.ts';
import type { RecordChange } from '../ports/record-store.ts';
import type { Staged } from './import-stage.ts';

/** What an import makes of one draft. */
export type Outcome =
  | { readonly kind: 'created' | 'updated'; readonly change: RecordChange }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'conflict'; readonly problem: Problem };

export interface Incoming {
  readonly staged: Staged;
  readonly record: ArchiveRecord;
  readonly draftDigest: string;
  /** The draft's record as JSON, where `record` is just that. */
  readonly printed?: PrintedRecord;
  /** The newest version, of an authority or a collection. */
  readonly head?: ArchiveRecord;
  readonly isPublishing: boolean;
  readonly file?: { readonly name: string; readonly digest?: string };
}

const PUBLISHED = { publish: {}, state: { kind: 'published' }, announce: 'public' } as const;

/**
 * What becomes of a draft that meets what is here:
 *
 *   nothing here                          created
 *   the same draft as last time           unchanged (published now, if told to)
 *   another draft, nobody since           updated: a new version
 *   another draft, a hand was here since  conflict, shown; both stay
 */
export function changeOf(incoming: Incoming, standing: Standing | undefined): Outcome {
  const { staged, record, draftDigest, file } = incoming;
  const published = incoming.isPublishing ? PUBLISHED : {};
  const version = { record, draftDigest, ...(file?.digest ? { fromFile: file.digest } : {}) };
  const { id } = staged;
  if (!standing) {
    const asPrinted = incoming.printed ? { ...version, printed: incoming.printed } : version;
    return {
      kind: 'created',
      change: { id, kind: record.kind, expected: 'absent', version: asPrinted, ...published },
    };
  }
  if (staged.draft.joins === 'stub') return { kind: 'unchanged' };
  if (standing.kind !== record.kind) return conflict(incoming, standing, standing.kind);
  const base = { id, kind: record.kind, expected: standing.revision };
  if (staged.draft.joins === 'addition') return additionTo(incoming, standing, base);
  const isSame = standing.imported?.draftDigest === draftDigest;
  if (isSame)
    return incoming.isPublishing && mayPublish(standing)
      ? { kind: 'updated', change: { ...base, ...editionOf(standing) } }
      : { kind: 'unchanged' };
  if (standing.state.kind === 'withdrawn') return conflict(incoming, standing, 'withdrawn');
  const expectedHead = staged.draft.basedOn ?? standing.imported?.version;
  if (expectedHead !== undefined && expectedHead !== standing.head)
    return conflict(incoming, standing, `version ${standing.head}`);
  const isOpen = standing.state.kind !== 'embargoed' && standing.state.kind !== 'merged';
  return {
    kind: 'updated',
    change: {
      ...base,
      version: { ...version, record: withBorrowedNames(record, incoming.head) },
      ...(isOpen ? published : {}),
    },
  };
}

/** Added to whatever stands here, also by hand: nothing is replaced. */
function additionTo(
  { record, head, isPublishing }: Incoming,
  standing: Standing,
  base: Pick<RecordChange, 'id' | 'kind' | 'expected'>,
): Outcome {
  const joined = head && withAddition(head, record);
  if (!joined || joined === head)
    return isPublishing && mayPublish(standing)
      ? { kind: 'updated', change: { ...base, ...editionOf(standing) } }
      : { kind: 'unchanged' };
  const isOpen =
    standing.state.kind === 'draft' ||
    standing.state.kind === 'in-review' ||
    standing.state.kind === 'published';
  const change = { ...base, version: { record: joined }, ...importedAfter(standing) };
  return { kind: 'updated', change: { ...change, ...(isPublishing && isOpen ? PUBLISHED : {}) } };
}

/** A version that is no hand's: the next import of the same draft still finds its own work. */
export function importedAfter({ imported, head }: Standing): Pick<RecordChange, 'imported'> {
  return imported?.version === head ? { imported: { ...imported, version: head + 1 } } : {};
}

/** Names that merges brought to an authority stay when its own list is read again. */
function withBorrowedNames(record: ArchiveRecord, head: ArchiveRecord | undefined): ArchiveRecord {
  if (!('names' in record) || !head || !('names' in head)) return record;
  const borrowed = head.names.filter((name) => name.from !== undefined);
  return borrowed.length === 0 ? record : { ...record, names: [...record.names, ...borrowed] };
}

/** Not published as it stands, and nothing of today forbids it. */
const mayPublish = ({ state, editions, head }: Standing): boolean =>
  state.kind === 'draft' ||
  state.kind === 'in-review' ||
  (state.kind === 'published' && editions.at(-1)?.version !== head);

const editionOf = ({ editions, head }: Standing): Omit<RecordChange, 'id' | 'kind' | 'expected'> =>
  editions.at(-1)?.version === head ? { state: PUBLISHED.state, announce: PUBLISHED.announce } : PUBLISHED;

const conflict = ({ staged, file }: Incoming, standing: Standing, value: string): Outcome => ({
  kind: 'conflict',
  problem: problem(
    'version-conflict',
    { ...whereOf(staged.draft, file?.name), record: standing.id },
    { value },
  ),
});

export const whereOf = (draft: Draft, file: string | undefined): Where => ({
  ...(file === undefined ? {} : { file }),
  ...(draft.line === undefined ? {} : { line: draft.line }),
  record: draft.key,
});

/** The record with its key among its identifiers, so that it is found again under it. */
export function withKey(record: ArchiveRecord, key: SourceKey): ArchiveRecord {
  if (key.startsWith('id:') || identifiersOf(record).includes(key)) return record;
  const colon = key.indexOf(':');
  const identifier = { scheme: key.slice(0, colon), value: key.slice(colon + 1) };
  if (record.identifiers.some((one) => printIdentifier(one) === key)) return record;
  return { ...record, identifiers: [...record.identifiers, identifier] };
}

/** A document as a part of one more collection. */
export function inCollection(record: ArchiveRecord, collection: RecordId | undefined): ArchiveRecord {
  if (collection === undefined || record.kind !== 'document') return record;
  if (record.collections.some((one) => one.collection === collection)) return record;
  return { ...record, collections: [...record.collections, { collection, sequence: 0 }] };
}
