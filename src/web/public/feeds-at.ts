import type { Page } from './layout.ts';

/** The two forms of a feed, for the head of the page that says the same: their address without its ending. */
export const feedsAt = (address: string): NonNullable<Page['alternates']> => [
  { mediaType: 'application/atom+xml', address: `${address}.atom` },
  { mediaType: 'application/rss+xml', address: `${address}.rss` },
];
