import type { ReadingRoom } from '../../actions/archive.ts';
import type { HarvestHead } from '../../actions/harvest.ts';
import type { Described } from '../../formats/fields/described.ts';
import type { MetadataFormat } from '../../formats/oai/metadata-formats.ts';
import { oaiIdentifier, type OaiRecord } from '../../formats/oai/write-answer.ts';

/** The host in identifiers is that of the settings, however one asks: they name the same record for good. */
export const hostOf = ({ settings }: Pick<ReadingRoom, 'settings'>): string =>
  new URL(settings.address).hostname;

/** A record with its header alone. */
export const headerOf = (host: string, { id, changed, sets, isGone }: HarvestHead): OaiRecord => ({
  identifier: oaiIdentifier(host, id),
  changed,
  sets: isGone ? [] : sets,
  isGone,
});

/** A record in a format. One that cannot be described any more went while it was being read, and is told as gone. */
export function recordOf(
  host: string,
  head: HarvestHead,
  format: MetadataFormat,
  described: Described | undefined,
): OaiRecord {
  const metadata = described && format.write(described);
  if (described === undefined || metadata === undefined) return headerOf(host, { ...head, isGone: true });
  return { ...headerOf(host, head), changed: described.changed, metadata };
}
