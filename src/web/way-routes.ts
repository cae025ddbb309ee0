import { LISTS, rolesOfList, type ListOf } from './public/authority-list.ts';
import * as ways from './public/way-handlers.ts';
import type { Handle, Route } from './route.ts';

/** A way in: of all there is under "/people", of a collection under "/collection/c…/people". */
interface Way {
  readonly path: string;
  readonly says: string;
  readonly handle: Handle;
}

/** How the lists of names are narrowed, by segments in this order. */
function narrowed(of: ListOf): string {
  const roles = rolesOfList(of);
  const by = [
    ...(roles.length === 0 ? [] : [`role (${roles.join(', ')})`]),
    ...(of.kind === 'term' || of.kind === 'event' ? [] : ['years (1945, 1945-1949)']),
    'letter',
  ];
  return `the same by ${by.join(', ')}, in that order; further pages end in page/2`;
}

const lists: readonly Way[] = LISTS.flatMap((of) => {
  const handle = ways.names(of);
  return [
    { path: `/${of.path}`, says: `${of.path}, by name`, handle },
    { path: `/${of.path}/*`, says: narrowed(of), handle },
  ];
});

const others: readonly Way[] = [
  { path: '/new', says: 'what readers had last', handle: ways.newest },
  { path: '/new/page/:page', says: 'the same, further pages', handle: ways.newest },
  { path: '/types', says: 'types of document, counted', handle: ways.valueList('type') },
  { path: '/languages', says: 'languages, counted', handle: ways.valueList('language') },
  { path: '/timeline', says: 'documents, collections and events by year', handle: ways.timeline },
  {
    path: '/timeline/:stretch',
    says: 'a year by its months (1945), a month by its days (1945-07)',
    handle: ways.timeline,
  },
  { path: '/map', says: 'places of documents, drawn and listed', handle: ways.map },
  {
    path: '/map/*',
    says: 'the same by role (written-at, sent-to, about), part of the world (europe) and years (1945, 1945-1949), in that order',
    handle: ways.map,
  },
];

const isIntoCollections = ({ path }: Way): boolean => !path.startsWith('/terms');

/** Every way into all there is. */
export const waysIn: readonly Route[] = [...lists, ...others].map((way) => ({ ...way, for: 'readers' }));

/** The same ways into one collection with all within it: they stand before its slug, which never equals one. */
export const waysIntoCollections: readonly Route[] = [...lists, ...others]
  .filter(isIntoCollections)
  .map(({ path, says, handle }) => ({
    path: `/collection/:asked${path}`,
    says: `of a collection: ${says}`,
    for: 'readers',
    handle,
  }));
