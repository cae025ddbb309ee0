import type { Told } from '../../formats/api/told.ts';
import { form } from '../../formats/api/record.ts';
import type { Described } from '../../formats/fields/described.ts';
import { addressOfForm, addressOfViewing } from '../addresses.ts';
import type { Site } from '../site.ts';

/** The other forms in which a record is had, each with its media type and address. */
export function formsOf(
  { exports, settings }: Pick<Site, 'exports' | 'settings'>,
  { view }: Described,
): readonly Told<typeof form>[] {
  if (view.record.kind !== 'document') return [];
  const written = [...exports.values()].map(({ suffix, mediaType }) => ({
    mediaType: mediaType.replace(/;.*$/, ''),
    url: settings.address + addressOfForm({ prefix: '' }, view.id, suffix),
  }));
  const hasPages = view.record.renditions.some((one) => one.kind === 'facsimile' && one.pages.length > 0);
  return hasPages
    ? [
        ...written,
        {
          mediaType: 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
          url: settings.address + addressOfViewing(view.id, 'manifest'),
        },
      ]
    : written;
}
