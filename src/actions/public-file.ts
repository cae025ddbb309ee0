import type { RecordId } from '../core/id.ts';
import type { PublicRecord, View } from '../core/public-record.ts';
import type { PageImage } from '../core/rendition.ts';
import type { Ports, ReadingRoom } from './archive.ts';
import type { PublicViews } from './public-views.ts';

type Deps = Pick<Ports, 'records' | 'files'> & { readonly views: PublicViews };

/**
 * A file leaves only through a public record that shows it: who bears it is asked, never the file store
 * alone. It leaves only whole: where anything of it is made black, in any record, or it has pages that
 * somebody may not see, its pages leave one by one and as they may be shown.
 */
export async function publicFile(
  { records, files, views }: Deps,
  digest: string,
): ReturnType<ReadingRoom['file']> {
  const bearers: readonly RecordId[] = await records.showingFile(digest);
  const all = [...(await views.views(bearers, 'description')).values()];
  const shown = all.flatMap((view) => (view.kind === 'public' ? [view.view] : []));
  const images = shown.flatMap((view) => imagesOf(view, digest));
  if (images.some(({ blackened }) => blackened !== undefined && blackened.length > 0)) return undefined;
  if (images.some(({ page }) => page !== undefined) && !isWholeOpen(all, digest)) return undefined;
  const mediaType = images[0]?.mediaType ?? shown.map((view) => pictureType(view, digest)).find(Boolean);
  const bytes = mediaType === undefined ? undefined : await files.open(digest);
  return bytes && mediaType !== undefined ? { bytes, mediaType } : undefined;
}

const imagesOf = ({ record }: PublicRecord, digest: string): readonly PageImage[] =>
  record.kind !== 'document'
    ? []
    : record.renditions.flatMap((rendition) =>
        rendition.kind === 'facsimile'
          ? rendition.pages.flatMap(({ image }) => (image.digest === digest ? [image] : []))
          : [],
      );

const pictureType = ({ record }: PublicRecord, digest: string): string | undefined =>
  record.kind === 'collection' && record.image?.digest === digest ? record.image.mediaType : undefined;

/** A file of several pages: everyone who bears it is public with nothing held back, and one is made of all of it. */
const isWholeOpen = (all: readonly View[], digest: string): boolean =>
  all.every((view) => view.kind === 'public' && view.view.withheld.length === 0) &&
  all.some(
    (view) =>
      view.kind === 'public' &&
      view.view.record.kind === 'document' &&
      view.view.record.renditions.some(({ file }) => file?.digest === digest),
  );
