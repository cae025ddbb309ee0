import type { RecordId } from '../../core/id.ts';
import type { Edition } from '../../core/lifecycle.ts';
import type { PublicRecord, Withheld } from '../../core/public-record.ts';
import type { ArchiveRecord } from '../../core/record.ts';

/** A public record as programs get it at `/document/{id}.json`. */
export interface PublicJson {
  readonly id: RecordId;
  /** The canonical address. */
  readonly url: string;
  readonly edition: Edition;
  /** What is held back today, without a word of what that is. */
  readonly withheld: readonly Withheld[];
  readonly record: ArchiveRecord;
}

/** The public JSON of a record: all that the public record says, where it is found, and which edition it is. */
export const documentJson = (view: PublicRecord, url: string): PublicJson => ({
  id: view.id,
  url,
  edition: view.edition,
  withheld: view.withheld,
  record: view.record,
});
