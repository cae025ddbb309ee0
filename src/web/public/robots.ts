import type { Answer } from '../answer.ts';
import { SITEMAP_SIZE } from '../lists/sitemap.ts';
import type { Visit } from '../site.ts';

/**
 * What has no end, or is made for one reader: questions, and of each document its citations by paragraph and what it
 * may be set beside. Everything that is a record, and every list of records, stays open.
 */
const ENDLESS = [
  '/search?',
  '/search.',
  '/search-results/',
  '/suggest',
  '/quote?',
  '/document/*/cite$',
  '/document/*/cite?',
  '/document/*/cite/',
  '/document/*/compare/',
  '/document/*/check/',
  '/document/*/at/',
  '/iiif/image/',
  '/iiif/*/search',
  '/api/v1/search',
  '/api/v1/suggestions',
  '/api/v1/quotation',
] as const;

/** But the pictures of pages, in the one size in which the sitemap names them: the longer rule goes before. */
const SHOWN = `/iiif/image/*/${SITEMAP_SIZE}`;

/** Seconds between two requests of one robot: a fifth of what each is given. */
const DELAY_SECONDS = 1;

/**
 * Where everything is had at once, before what is better left alone.
 *
 * Source: RFC 9309, read 2026-11-23; `Crawl-delay` is no part of it, and many robots heed it.
 */
export async function robots({ site }: Visit): Promise<Answer> {
  const { settings, mode, words } = site;
  const at = (path: string): string => settings.address + path;
  const prefixes = settings.languages.map((language, which) => (which === 0 ? '' : `/${language}`));
  const says = words.robots;
  const lines = [
    `# ${says.welcome}`,
    `# ${says.everything}`,
    `#   ${says.dumps} ${at('/data')}`,
    ...(mode === 'live' ? [`#   ${says.harvest} ${at('/oai')}`] : []),
    `#   ${says.assistants} ${at('/llms.txt')}`,
    `Sitemap: ${at('/sitemap.xml')}`,
    '',
    'User-agent: *',
    ...prefixes.flatMap((prefix) => ENDLESS.map((path) => `Disallow: ${prefix}${path}`)),
    `Allow: ${SHOWN}`,
    `Crawl-delay: ${DELAY_SECONDS}`,
    '',
  ];
  return { kind: 'text', mediaType: 'text/plain; charset=utf-8', body: lines.join('\n') };
}
