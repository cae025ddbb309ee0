import type { Told } from '../../formats/api/told.ts';
import { form } from '../../formats/api/record.ts';
import type { Described } from '../../formats/fields/described.ts';
import { addressOfRecordForm, addressOfScans, addressOfViewing } from '../addresses.ts';
import type { Site } from '../site.ts';

const FIRST = { prefix: '' };
const VIEWING = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"';

/** The other forms in which a record is had, each with its media type and address. */
export function formsOf(
  { forms, settings: { address } }: Pick<Site, 'forms' | 'settings'>,
  { view, label }: Described,
): readonly Told<typeof form>[] {
  const { record, id } = view;
  const written = [...(forms.get(record.kind)?.values() ?? [])].map(({ suffix, mediaType }) => ({
    mediaType: mediaType.replace(/;.*$/, ''),
    url: address + addressOfRecordForm(FIRST, label, suffix),
  }));
  if (record.kind === 'collection')
    return [...written, { mediaType: VIEWING, url: address + addressOfViewing(id, 'collection') }];
  if (
    record.kind !== 'document' ||
    !record.renditions.some((one) => one.kind === 'facsimile' && one.pages.length > 0)
  )
    return written;
  return [
    ...written,
    { mediaType: 'application/pdf', url: address + addressOfScans(FIRST, id) },
    { mediaType: VIEWING, url: address + addressOfViewing(id, 'manifest') },
  ];
}
