import type { RecordId } from '../core/id.ts';
import type { ArchiveRecord } from '../core/record.ts';
import type { Commit, RecordChange } from './record-store.ts';

/** Changes that the contract suite and the tests of adapters are made of. */

const AT = '2026-01-02T03:04:05.000Z';

export const commitOf = (...changes: readonly RecordChange[]): Commit => ({
  at: AT,
  by: 'an editor',
  changes,
});

/** A new record, a draft. */
export const added = (
  id: RecordId,
  record: ArchiveRecord,
  more: Partial<RecordChange> = {},
): RecordChange => ({
  id,
  kind: record.kind,
  expected: 'absent',
  version: { record },
  ...more,
});

/** A new record that is published at once. */
export const published = (id: RecordId, record: ArchiveRecord, more: Partial<RecordChange> = {}) =>
  added(id, record, { publish: {}, state: { kind: 'published' }, announce: 'public', ...more });

/** A further version of a record that was seen at a revision. */
export const revised = (
  id: RecordId,
  expected: number,
  record: ArchiveRecord,
  more: Partial<RecordChange> = {},
): RecordChange => ({ id, kind: record.kind, expected, version: { record }, ...more });
