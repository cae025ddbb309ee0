import type { Described } from '../../src/formats/fields/described.ts';
import { describedBy } from '../../src/actions/describe.ts';
import type { RecordId } from '../../src/core/id.ts';
import { labelOf, type Label } from '../../src/core/label.ts';
import type { ArchiveRecord } from '../../src/core/record.ts';
import type { Restriction } from '../../src/core/redaction.ts';
import { asPublic } from './as-public.ts';
import { fakeRecords } from './fake-records.ts';

const SETTINGS = {
  name: 'Test archive',
  motto: '',
  address: 'https://archive.example',
  languages: ['en'],
  timeZone: 'UTC',
};

const LABELS: ReadonlyMap<RecordId, Label> = new Map(
  [...fakeRecords].map(([id, record]) => [id, labelOf(asPublic(id, record))]),
);

/** A record as its forms for programs tell of it; it may name any of the usual fake ones. */
export function describedRecord<T extends ArchiveRecord>(
  id: RecordId,
  record: T,
  options: { readonly restrictions?: readonly Restriction[]; readonly naan?: string } = {},
): Described<T> {
  const view = asPublic(id, record, options.restrictions);
  const settings = options.naan === undefined ? SETTINGS : { ...SETTINGS, naan: options.naan };
  return { ...describedBy(settings, view, LABELS, view.edition.at), view };
}
