import type { RecordPage } from '../actions/pages.ts';
import type { ArchiveDocument } from '../core/document.ts';
import type { Settings } from '../actions/archive.ts';

/** Another form of a document, under its id and a suffix. */
export interface DocumentExport {
  readonly suffix: string;
  readonly mediaType: string;
  write(page: RecordPage<ArchiveDocument>, settings: Settings): string;
}
