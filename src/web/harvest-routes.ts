import { oai } from './oai/oai.ts';
import { archiveFeed, collectionFeed } from './lists/feeds.ts';
import * as sync from './lists/resource-sync.ts';
import { securityTxt } from './lists/security-txt.ts';
import { sitemapIndex, sitemapPart } from './lists/sitemap.ts';
import { searchAsAtom, searchAsRss } from './public/search-exports.ts';
import type { Route } from './route.ts';

/** Where those ask who take everything, or all that is new. */
export const harvestRoutes: readonly Route[] = [
  {
    path: '/oai',
    says: 'OAI-PMH 2.0: documents and collections to be harvested, by an address or a form; verb=Identify says the rest',
    for: 'programs',
    isLiveOnly: true,
    isDated: true,
    takesForm: true,
    costs: 'asking',
    handle: oai,
  },
  {
    path: '/sitemap.xml',
    says: 'every page of the site, for robots that search: leads to its parts',
    for: 'programs',
    handle: sitemapIndex,
  },
  {
    path: '/sitemap/:part',
    says: 'a part of it: pages.xml, or the records whose ids begin so (d.xml, d4.xml), each with when it last changed, and pictures of its pages',
    for: 'programs',
    costs: 'asking',
    handle: sitemapPart,
  },
  {
    path: '/feed.atom',
    says: 'a feed of the 50 documents and collections that were opened, changed or taken back last',
    for: 'programs',
    handle: archiveFeed('atom'),
  },
  {
    path: '/feed.rss',
    says: 'the same in RSS, without what was taken back',
    for: 'programs',
    handle: archiveFeed('rss'),
  },
  {
    path: '/.well-known/resourcesync',
    says: 'where one begins who keeps a copy of the archive in step (ResourceSync): leads to what there is for it',
    for: 'programs',
    handle: sync.syncSource,
  },
  {
    path: '/resourcesync/capabilitylist.xml',
    says: 'what there is for it: everything, and what changed',
    for: 'programs',
    handle: sync.syncCapabilities,
  },
  {
    path: '/resourcesync/resourcelist.xml',
    says: 'everything, as the JSON of documents and collections: leads to its parts',
    for: 'programs',
    isDated: true,
    handle: sync.syncResources,
  },
  {
    path: '/resourcesync/resourcelist/:part',
    says: 'a part of it: the records whose ids begin so (d.xml, d4.xml)',
    for: 'programs',
    isDated: true,
    costs: 'asking',
    handle: sync.syncResourcePart,
  },
  {
    path: '/resourcesync/changelist.xml',
    says: 'the 1,000 documents and collections that changed or went last, each once, in order of time',
    for: 'programs',
    costs: 'asking',
    handle: sync.syncChanges,
  },
  {
    path: '/.well-known/security.txt',
    says: 'to whom faults of the site are told, where the archive gives an address',
    for: 'programs',
    isDated: true,
    handle: securityTxt,
  },
];

/** Feeds of collections: before any slug that may follow an id. */
export const collectionFeeds: readonly Route[] = [
  {
    path: '/collection/:asked/feed.atom',
    says: 'a feed of what was opened or changed last in a collection and those within it',
    for: 'programs',
    handle: collectionFeed('atom'),
  },
  {
    path: '/collection/:asked/feed.rss',
    says: 'the same in RSS',
    for: 'programs',
    handle: collectionFeed('rss'),
  },
];

/** Feeds of searches. */
export const searchFeeds: readonly Route[] = [
  {
    path: '/search.atom',
    says: 'a feed of what is newly opened and answers to it, 50 to a page, whatever sort= says',
    for: 'programs',
    isLiveOnly: true,
    isQuestion: true,
    handle: searchAsAtom,
  },
  {
    path: '/search.rss',
    says: 'the same in RSS, for those who read no Atom',
    for: 'programs',
    isLiveOnly: true,
    isQuestion: true,
    handle: searchAsRss,
  },
];
