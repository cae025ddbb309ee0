import type { ArchiveRecord } from './record.ts';

/** The digest of every file that a record names: page images and their words, pictures, the originals of its renditions. */
export function filesOf(record: ArchiveRecord<string>): readonly string[] {
  if (record.kind === 'collection') return record.image?.digest === undefined ? [] : [record.image.digest];
  if (record.kind !== 'document') return [];
  const digests = new Set<string>();
  for (const rendition of record.renditions) {
    if (rendition.file) digests.add(rendition.file.digest);
    if (rendition.kind !== 'facsimile') continue;
    for (const { image, textLayer } of rendition.pages) {
      digests.add(image.digest);
      if (textLayer) digests.add(textLayer.digest);
    }
  }
  return [...digests];
}
