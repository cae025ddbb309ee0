import type { RecordId, RecordKind } from '../../core/id.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import type { ArchiveRecord } from '../../core/record.ts';

/** Another public record by an id under which it is named; undefined where it is not public. */
export type Known = (id: RecordId) => PublicRecord | undefined;

export const isRecordOf = <K extends RecordKind>(
  view: PublicRecord,
  kind: K,
): view is PublicRecord<Extract<ArchiveRecord, { kind: K }>> => view.record.kind === kind;
