import type { RecordId } from '../../core/id.ts';
import type { Label } from '../../core/label.ts';
import { languageMap } from '../../formats/iiif/language-map.ts';
import type { Neighbour, Viewing } from '../../formats/iiif/viewing.ts';
import { addressOf, addressOfImage, addressOfViewing, imageName } from '../addresses.ts';
import type { Site } from '../site.ts';

/** Viewers are told addresses in the archive's first language. */
const FIRST = { prefix: '' };

/** Where everything of a record is, for viewers on any site. */
export const viewingOf = ({ settings, language }: Site, label: Label): Viewing => ({
  language,
  at: (...segments) => settings.address + addressOfViewing(label.id, ...segments),
  imageAt: (rendition, page) => settings.address + addressOfImage(imageName(label.id, rendition, page)),
  homepage: settings.address + addressOf(FIRST, label),
  archive: { name: settings.name, address: settings.address },
});

export const collectionNeighbour = ({ settings }: Site, label: Label): Neighbour => ({
  address: settings.address + addressOfViewing(label.id, 'collection'),
  label: languageMap([{ text: label.title, lang: label.lang }]),
});

export const manifestAddress = ({ settings }: Site, id: RecordId): string =>
  settings.address + addressOfViewing(id, 'manifest');
