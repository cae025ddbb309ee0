import type { RecordId } from '../../src/core/id.ts';
import { kindOf } from '../../src/core/id.ts';
import { viewFor } from '../../src/core/public-record.ts';
import type { PublicRecord } from '../../src/core/public-record.ts';
import type { ArchiveRecord } from '../../src/core/record.ts';
import type { Restriction } from '../../src/core/redaction.ts';

/** A record as readers get it who ask on a day in 2026: published once, held back where a restriction says so. */
export function asPublic<T extends ArchiveRecord>(
  id: RecordId,
  record: T,
  restrictions: readonly Restriction[] = [],
): PublicRecord<T> {
  const edition = { number: 1, version: 1, at: '2026-11-23T00:00:00Z', by: 'test' };
  const standing = {
    id,
    kind: kindOf(id),
    head: 1,
    editions: [edition],
    state: { kind: 'published' as const },
    restrictions,
    revision: 1,
  };
  const version = { number: 1, at: edition.at, by: edition.by, record };
  const view = viewFor(standing, version, edition, '2026-11-23');
  if (view.kind !== 'public' || !isOfKind(view.view, record))
    throw new RangeError('a published record is public');
  return view.view;
}

const isOfKind = <T extends ArchiveRecord>(view: PublicRecord, record: T): view is PublicRecord<T> =>
  view.record.kind === record.kind;
