import type { Listed } from '../../actions/list-everything.ts';
import { writeSitemap, writeSitemapIndex, type SitemapEntry } from '../../formats/sitemap/write-sitemap.ts';
import { addressOf, addressOfImage, imageName } from '../addresses.ts';
import type { Answer } from '../answer.ts';
import type { Site, Visit } from '../site.ts';

const XML = 'application/xml; charset=utf-8';
const FIRST = { prefix: '' };

/** Pages that are no record. */
const PAGES = [
  '/',
  '/collections',
  '/people',
  '/organizations',
  '/places',
  '/subjects',
  '/terms',
  '/events',
  '/repositories',
  '/types',
  '/languages',
  '/timeline',
  '/map',
  '/new',
  '/about',
  '/rights',
  '/help',
  '/help/search',
  '/help/citing',
  '/data',
] as const;
/** And those that only a server has. */
const LIVE_PAGES = ['/quote', '/api'] as const;
const PAGES_PART = 'pages';

/** Where every part of the list of pages is, and when anything in it last changed. */
export async function sitemapIndex({ site, room }: Visit): Promise<Answer> {
  const at = (part: string): string => `${site.settings.address}/sitemap/${part}.xml`;
  const parts = (await room.everything.buckets()).map(({ beginning, changed }) => ({
    address: at(beginning),
    changed,
  }));
  return { kind: 'text', mediaType: XML, body: writeSitemapIndex([{ address: at(PAGES_PART) }, ...parts]) };
}

/** A part of it: pages that are no record, or the records whose ids begin so. */
export async function sitemapPart({ site, room, params }: Visit): Promise<Answer | undefined> {
  const part = /^(.+)\.xml$/.exec(params['part'] ?? '')?.[1];
  const { address } = site.settings;
  if (part === PAGES_PART) {
    const pages = site.mode === 'live' ? [...PAGES, ...LIVE_PAGES] : PAGES;
    return written(pages.map((path) => ({ address: address + path })));
  }
  const listed = part === undefined ? undefined : await room.everything.bucket(part);
  return listed && written(listed.map((one) => entryOf(site, one)));
}

const written = (entries: readonly SitemapEntry[]): Answer => ({
  kind: 'text',
  mediaType: XML,
  body: writeSitemap(entries),
});

const entryOf = (site: Site, listed: Listed): SitemapEntry => ({
  address: site.settings.address + addressOf(FIRST, listed.label),
  changed: listed.changed,
  images: imagesOf(site, listed),
});

/** Of a long scan the first pages: whoever wants all has its manifest. */
const MOST_IMAGES = 20;
/** As large as pictures are looked at, not as they are kept. */
export const SITEMAP_SIZE = 'full/!1200,1200/0/default.jpg';

function imagesOf({ settings, servesImages }: Site, { view, label }: Listed): readonly string[] {
  const { record } = view;
  if (record.kind !== 'document' || !servesImages) return [];
  return record.renditions
    .flatMap((one) =>
      one.kind === 'facsimile' ? one.pages.map((_, at) => imageName(label.id, one.key, at + 1)) : [],
    )
    .slice(0, MOST_IMAGES)
    .map((name) => `${settings.address}${addressOfImage(name)}/${SITEMAP_SIZE}`);
}
