import type { RecordId, RecordKind } from './id.ts';
import type { LanguageTag } from './language.ts';
import type { FacetField, PassageField } from './query.ts';

/** What an index is given of a record: made only from a public record, so that it can know nothing else. */
export interface SearchDocument {
  readonly id: RecordId;
  readonly kind: RecordKind;
  /** What is searched, passage by passage. A passage of a text names its block. */
  readonly passages: readonly SearchPassage[];
  /** Values by field: ids for collection (its ancestors too), person, place, subject, archive; words for the rest. */
  readonly facets: Readonly<Partial<Record<FacetField, readonly string[]>>>;
  /** First and last day (`YYYY-MM-DD`) on which it may have happened; absent ends are open. */
  readonly earliest?: string;
  readonly latest?: string;
  /** Sorts by date as a calendar does: earliest, then precision, then the collection's own sequence. */
  readonly dateKey: string;
  readonly titleKey: string;
  /** When it was first opened, ISO instant. */
  readonly openedAt: string;
  /** The fingerprint of its texts (`printsOf`), by which the same text is found elsewhere; absent where none is long enough. */
  readonly prints?: readonly number[];
  /** The identifiers that links in its texts ask for (`identifierOfLink`), each once; absent where there are none. */
  readonly cites?: readonly string[];
}

export interface SearchPassage {
  readonly field: PassageField;
  readonly text: string;
  readonly lang?: LanguageTag;
  readonly block?: string;
  readonly rendition?: string;
}
