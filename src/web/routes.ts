import type { Answer } from './answer.ts';
import * as pages from './public/handlers.ts';
import { searchAsAtom, searchAsCsv, searchAsRis } from './public/search-exports.ts';
import { search, searchAsJson } from './public/search-handlers.ts';
import * as ways from './public/way-handlers.ts';
import { LISTS } from './public/authority-list.ts';
import type { Visit } from './site.ts';

/** What is said to a visit; undefined: nothing stands there. */
export type Handle = (visit: Visit) => Promise<Answer | undefined>;

/** One address, or a family of addresses. A promise: it never changes its meaning. */
export interface Route {
  /** As it is written after the language's prefix; `:name` is one segment, `*` the rest. */
  readonly path: string;
  /** What one finds there: printed in the reference. */
  readonly says: string;
  readonly for: 'readers' | 'programs';
  /** Needs a server: left out where the site is written as files. */
  readonly isLiveOnly?: boolean;
  /** Asks the index whatever a reader wants: only so many are answered at once, and its address may be long. */
  readonly isQuestion?: boolean;
  readonly handle: Handle;
}

const lists: readonly Route[] = LISTS.flatMap((of): readonly Route[] => {
  const handle = pages.authorityList(of);
  const says = `${of.path}, by name`;
  return [
    { path: `/${of.path}`, says, for: 'readers', handle },
    { path: `/${of.path}/page/:page`, says: `${says}, further pages`, for: 'readers', handle },
    { path: `/${of.path}/:letter`, says: `${says}, of one letter`, for: 'readers', handle },
    {
      path: `/${of.path}/:letter/page/:page`,
      says: `${says}, of one letter, further pages`,
      for: 'readers',
      handle,
    },
  ];
});

const RECORD_PATHS = {
  person: 'a person',
  organization: 'a body or office',
  place: 'a place',
  subject: 'a subject',
  term: 'an abbreviation or code word',
  event: 'an event, with its accounts',
  repository: 'an archive',
} as const;

const authorities: readonly Route[] = Object.entries(RECORD_PATHS).flatMap(
  ([segment, says]): readonly Route[] => [
    {
      path: `/${segment}/:asked`,
      says: `${says}; any slug may follow the id`,
      for: 'readers',
      handle: pages.authority,
    },
    {
      path: `/${segment}/:asked/:slug`,
      says: `${says}: the canonical address`,
      for: 'readers',
      handle: pages.authority,
    },
    {
      path: `/${segment}/:asked/page/:page`,
      says: `${says}: further pages of its documents`,
      for: 'readers',
      handle: pages.authority,
    },
  ],
);

const waysIn: readonly Route[] = [
  { path: '/new', says: 'what readers had last', for: 'readers', handle: ways.newest },
  { path: '/new/page/:page', says: 'the same, further pages', for: 'readers', handle: ways.newest },
  { path: '/types', says: 'types of document, counted', for: 'readers', handle: ways.valueList('type') },
  { path: '/languages', says: 'languages, counted', for: 'readers', handle: ways.valueList('language') },
  {
    path: '/timeline',
    says: 'documents, collections and events by year',
    for: 'readers',
    handle: ways.timeline,
  },
  {
    path: '/timeline/:stretch',
    says: 'a year by its months (1945), a month by its days (1945-07)',
    for: 'readers',
    handle: ways.timeline,
  },
];

/** Every address of the site, in one table: what it is, and who answers. */
export const ROUTES: readonly Route[] = [
  { path: '/', says: 'home: search, collections, what is new', for: 'readers', handle: pages.home },
  { path: '/collections', says: 'every collection', for: 'readers', handle: pages.collections },
  {
    path: '/collection/:asked',
    says: 'a collection; any slug may follow the id',
    for: 'readers',
    handle: pages.collection,
  },
  {
    path: '/collection/:asked/:slug',
    says: 'a collection: the canonical address',
    for: 'readers',
    handle: pages.collection,
  },
  {
    path: '/collection/:asked/page/:page',
    says: 'further pages of its documents',
    for: 'readers',
    handle: pages.collection,
  },
  {
    path: '/collection/:asked/matter/:matter',
    says: 'a piece of its front or back matter',
    for: 'readers',
    handle: pages.matter,
  },
  {
    path: '/collection/:asked/timeline',
    says: 'its documents and events by year',
    for: 'readers',
    handle: ways.collectionTimeline,
  },
  {
    path: '/collection/:asked/timeline/:stretch',
    says: 'a year or month of it',
    for: 'readers',
    handle: ways.collectionTimeline,
  },
  {
    path: '/document/:asked',
    says: 'a document; any slug may follow the id. With a suffix (.json .md .txt .tei): in another form',
    for: 'readers',
    handle: pages.document,
  },
  {
    path: '/document/:asked/:slug',
    says: 'a document: the canonical address',
    for: 'readers',
    handle: pages.document,
  },
  {
    path: '/document/:asked/v/:edition',
    says: 'a document as an earlier edition had it',
    for: 'readers',
    handle: pages.edition,
  },
  ...lists,
  ...waysIn,
  ...authorities,
  {
    path: '/source/:repository/*',
    says: 'a level of an archive: one step of the reference, one segment; "/" in a code is written "~"',
    for: 'readers',
    handle: pages.source,
  },
  {
    path: '/source/:repository',
    says: 'an archive’s fonds, and its documents',
    for: 'readers',
    handle: pages.source,
  },
  {
    path: '/unit/:asked',
    says: 'a unit of description: leads to its level',
    for: 'readers',
    handle: pages.unit,
  },
  { path: '/unit/:asked/:slug', says: 'the same', for: 'readers', handle: pages.unit },
  {
    path: '/search',
    says: 'search; q, in, sort, page and filters by field; facet= lists all values of one, among= those that begin so',
    for: 'readers',
    isLiveOnly: true,
    isQuestion: true,
    handle: search,
  },
  {
    path: '/search.json',
    says: 'the same, for programs',
    for: 'programs',
    isLiveOnly: true,
    isQuestion: true,
    handle: searchAsJson,
  },
  {
    path: '/search.csv',
    says: 'its results as a table, 1,000 to a page; the columns are below',
    for: 'programs',
    isLiveOnly: true,
    isQuestion: true,
    handle: searchAsCsv,
  },
  {
    path: '/search.ris',
    says: 'its documents and collections for managers of references, 1,000 to a page',
    for: 'programs',
    isLiveOnly: true,
    isQuestion: true,
    handle: searchAsRis,
  },
  {
    path: '/search.atom',
    says: 'a feed of what is newly opened and answers to it, 50 to a page, whatever sort= says',
    for: 'programs',
    isLiveOnly: true,
    isQuestion: true,
    handle: searchAsAtom,
  },
  { path: '/about', says: 'about the archive', for: 'readers', handle: pages.about },
  { path: '/rights', says: 'rights, citing, reuse', for: 'readers', handle: pages.rights },
  { path: '/help', says: 'help', for: 'readers', handle: pages.help },
  { path: '/help/search', says: 'how to search', for: 'readers', handle: pages.helpSearch },
  {
    path: '/srv/file/:digest',
    says: 'an image that a public record shows',
    for: 'programs',
    handle: pages.file,
  },
  { path: '/assets/:version/:name', says: 'style and type', for: 'programs', handle: pages.asset },
];
