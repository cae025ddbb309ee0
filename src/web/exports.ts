import type { RecordPage } from '../actions/pages.ts';
import type { ArchiveDocument } from '../core/document.ts';
import type { Settings } from '../actions/archive.ts';
import type { Handout } from '../core/handout.ts';
import type { Site } from './site.ts';

/** Another form of a document, under its id and a suffix: written as text, or set in type. */
export type DocumentExport = WrittenExport | PrintedExport;

export interface WrittenExport {
  readonly suffix: string;
  readonly mediaType: string;
  write(page: RecordPage<ArchiveDocument>, settings: Settings): string;
}

export interface PrintedExport {
  readonly suffix: string;
  readonly mediaType: string;
  handout(site: Site, page: RecordPage<ArchiveDocument>): Handout;
}
