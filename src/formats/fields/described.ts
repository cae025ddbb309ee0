import type { RecordId } from '../../core/id.ts';
import type { Label } from '../../core/label.ts';
import type { PublicRecord } from '../../core/public-record.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import type { Written } from './said-of-record.ts';

/** Another public record that is named: what it is called, and its canonical address. */
export interface NamedRecord {
  readonly label: Label;
  readonly url: string;
}

/**
 * A public record with all that its forms for programs say of it beyond its own words. Made of many at a
 * time by `actions/describe.ts`, whatever way they go out: a form of one record, a harvest, a dump.
 */
export interface Described<T extends ArchiveRecord = ArchiveRecord> extends Written {
  readonly view: PublicRecord<T>;
  readonly label: Label;
  /** The archive's name, and its address without a slash at the end. */
  readonly archive: { readonly name: string; readonly url: string };
  /** Another public record; of a merged one what it was merged into; undefined where that is not public. */
  readonly named: (id: RecordId) => NamedRecord | undefined;
  /** When its public form last changed, and when readers first had it: ISO instants. */
  readonly changed: string;
  readonly opened: string;
  /** Of a document: the place of the archive that holds its original. */
  readonly repositoryPlace?: string;
  /** "ark:/12345/dk4m7q2zxh", where the archive gives such names. */
  readonly ark?: string;
}
