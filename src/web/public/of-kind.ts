import type { RecordPage } from '../../actions/pages.ts';
import type { ArchiveRecord, RecordOf } from '../../core/record.ts';

/** Whether a page is of a record of a kind. */
export const isOfKind = <K extends ArchiveRecord['kind']>(
  page: RecordPage,
  kind: K,
): page is RecordPage<RecordOf<K>> => page.view.record.kind === kind;
