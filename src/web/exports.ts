import type { RecordPage } from '../actions/pages.ts';
import type { ReadingRoom, Settings } from '../actions/archive.ts';
import type { ArchiveDocument } from '../core/document.ts';
import type { Handout } from '../core/handout.ts';
import type { RecordKind } from '../core/id.ts';
import type { Described } from '../formats/fields/described.ts';
import type { Site } from './site.ts';

/** Another form of a record, under its id and a suffix: written as text, written while it is sent, or set in type. */
export type RecordForm = WrittenForm | StreamedForm | PrintedForm;

interface FormBase {
  readonly suffix: string;
  readonly mediaType: string;
  /** The address of its namespace or vocabulary, where its media type does not say what it is (RFC 6906). */
  readonly profile?: string;
  /** Other media types by which programs ask for it. */
  readonly alsoAs?: readonly string[];
  /** It has the words of a document; the others tell of it. */
  readonly isContent?: true;
  /** The kinds of record that can be had in it. */
  readonly kinds: readonly RecordKind[];
}

export interface WrittenForm extends FormBase {
  readonly write: (described: Described, settings: Settings) => string;
}

/** What may be too long to be held: its pieces in order. */
export interface StreamedForm extends FormBase {
  readonly stream: (described: Described, room: ReadingRoom) => AsyncIterable<string>;
}

export interface PrintedForm extends FormBase {
  readonly handout: (site: Site, page: RecordPage<ArchiveDocument>) => Handout;
}
