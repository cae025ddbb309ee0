import type { ArchiveRecord } from './record.ts';

/** The digest of every file that a record names: page images, pictures, the originals of its renditions. */
export function filesOf(record: ArchiveRecord<string>): readonly string[] {
  if (record.kind === 'collection') return record.image?.digest === undefined ? [] : [record.image.digest];
  if (record.kind !== 'document') return [];
  const digests = new Set<string>();
  for (const rendition of record.renditions) {
    if (rendition.file) digests.add(rendition.file.digest);
    if (rendition.kind === 'facsimile') for (const page of rendition.pages) digests.add(page.image.digest);
  }
  return [...digests];
}
