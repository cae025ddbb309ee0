import { facsimilesOf, pageOf, type NumberedPage } from '../core/facsimile/page-of.ts';
import { findOnPage, soughtWords, type FoundOnPage } from '../core/facsimile/find-on-page.ts';
import type { ArchiveDocument } from '../core/document.ts';
import type { ImageRequest } from '../core/facsimile/image-request.ts';
import type { RecordId } from '../core/id.ts';
import type { PublicRecord } from '../core/public-record.ts';
import type { Ports, ReadingRoom } from './archive.ts';
import { PageTexts } from './page-texts.ts';
import type { PublicViews } from './public-views.ts';

/** A document with more pages, or places, is searched so far, and it is said. */
const MOST_PAGES = 2000;
const MOST_HITS = 500;
const MOST_HITS_ON_A_PAGE = 100;

export interface PageHits {
  readonly hits: readonly PageHit[];
  /** There may be more: the search stopped at its bounds. */
  readonly isCut: boolean;
}

export interface PageHit extends FoundOnPage {
  readonly on: NumberedPage;
}

/** Opens the pages of documents to readers: their pictures, their words, and what stands where on them. */
export function openPages(
  ports: Ports,
  views: PublicViews,
  fresh: <T>(answer: () => Promise<T>) => Promise<T>,
): Pick<ReadingRoom, 'picture' | 'pageText' | 'searchPages'> {
  const texts = new PageTexts(ports);
  return {
    picture: (document, rendition, page, request) => pictureOf(ports, document, rendition, page, request),
    pageText: (document, rendition, page) =>
      fresh(() => pageTextOf({ views, texts }, document, rendition, page)),
    searchPages: (document, words) => searchPages(texts, document, words),
  };
}

/** A picture of a page of a public document, as it may be shown; undefined where it has no such page. */
async function pictureOf(
  { imager }: Pick<Ports, 'imager'>,
  { record }: PublicRecord<ArchiveDocument>,
  rendition: string,
  page: number,
  request: ImageRequest,
): ReturnType<ReadingRoom['picture']> {
  const numbered = pageOf(record, rendition, page);
  return numbered && imager.render(numbered.page.image, request);
}

async function pageTextOf(
  { views, texts }: { readonly views: PublicViews; readonly texts: PageTexts },
  document: RecordId,
  rendition: string,
  page: number,
): ReturnType<ReadingRoom['pageText']> {
  const view = await views.view(document, 'description');
  if (view.kind !== 'public' || view.view.record.kind !== 'document') return undefined;
  const numbered = pageOf(view.view.record, rendition, page);
  return numbered && texts.of(numbered);
}

/** Where all of these words stand on a page, page after page. */
async function searchPages(
  texts: PageTexts,
  { record }: PublicRecord<ArchiveDocument>,
  words: string,
): Promise<PageHits> {
  const sought = soughtWords(words);
  const hits: PageHit[] = [];
  let pages = 0;
  if (sought.length === 0) return { hits, isCut: false };
  for (const facsimile of facsimilesOf(record))
    for (const [at, page] of facsimile.pages.entries()) {
      if (++pages > MOST_PAGES || hits.length >= MOST_HITS) return { hits, isCut: true };
      const on = { facsimile, page, number: at + 1 };
      const text = await texts.of(on);
      if (text === undefined) continue;
      const most = Math.min(MOST_HITS_ON_A_PAGE, MOST_HITS - hits.length);
      hits.push(...findOnPage(text, sought, most).map((found) => ({ ...found, on })));
    }
  return { hits, isCut: false };
}
