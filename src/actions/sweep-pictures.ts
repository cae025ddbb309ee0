import { facsimilesOf } from '../core/facsimile/page-of.ts';
import type { RecordId } from '../core/id.ts';
import type { ArchiveRecord } from '../core/record.ts';
import type { PageImage } from '../core/rendition.ts';
import type { Ports } from './archive.ts';
import { PublicViews } from './public-views.ts';

type Deps = Pick<Ports, 'records' | 'world' | 'imager'>;

/**
 * Throws away what was derived of pages that no record has any more, or has otherwise now: with other parts
 * of them held back. Answers how many pictures these were.
 */
export async function sweepPictures(deps: Deps): Promise<number> {
  const views = new PublicViews(deps);
  await views.refresh();
  return deps.imager.sweep((digest) => pagesShown(deps, views, digest));
}

/** The pages of a file as they are public; as they will be, where they are not. */
async function pagesShown(
  { records }: Pick<Deps, 'records'>,
  views: PublicViews,
  digest: string,
): Promise<readonly PageImage[]> {
  const bearers: readonly RecordId[] = await records.showingFile(digest);
  const standings = await records.standings(bearers);
  const wanted: PageImage[] = [];
  for (const id of bearers) {
    const view = await views.view(id, 'description');
    const shown = view.kind === 'public' ? imagesOf(view.view.record, digest) : [];
    const head = await records.version(id, standings.get(id)?.head ?? 0, 'description');
    const isShown = (image: PageImage): boolean => shown.some(({ page = 1 }) => page === (image.page ?? 1));
    wanted.push(...shown, ...(head ? imagesOf(head.record, digest).filter((one) => !isShown(one)) : []));
  }
  return wanted;
}

const imagesOf = (record: ArchiveRecord, digest: string): readonly PageImage[] =>
  record.kind !== 'document'
    ? []
    : facsimilesOf(record).flatMap(({ pages }) =>
        pages.flatMap(({ image }) => (image.digest === digest ? [image] : [])),
      );
