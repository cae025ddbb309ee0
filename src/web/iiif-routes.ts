import { collection } from './iiif/collection.ts';
import { image, info, rendering } from './iiif/image.ts';
import { manifest } from './iiif/manifest.ts';
import { alto, annotations, canvas, searchWithin } from './iiif/pages.ts';
import type { Route } from './route.ts';

/** Page images, documents and collections for viewers, by the standards of IIIF. Pages of every other site may read them. */
export const iiifRoutes: readonly Route[] = [
  {
    path: '/iiif/image/:name',
    says: 'the image of a page, named document-rendition-page (IIIF Image API 3): leads to its info.json',
    for: 'programs',
    isLiveOnly: true,
    handle: image,
  },
  {
    path: '/iiif/image/:name/info.json',
    says: 'its size, its tiles, and what can be asked of it: level 2',
    for: 'programs',
    isLiveOnly: true,
    handle: info,
  },
  {
    path: '/iiif/image/:name/:region/:size/:rotation/:form',
    says: 'a part of it, in a size, mirrored and turned by right angles, as jpg, png or webp; what is held back is black',
    for: 'programs',
    isLiveOnly: true,
    costs: 'pictures',
    handle: rendering,
  },
  {
    path: '/iiif/:asked/manifest',
    says: 'a document with pages (IIIF Presentation API 3)',
    for: 'programs',
    isLiveOnly: true,
    handle: manifest,
  },
  {
    path: '/iiif/:asked/collection',
    says: 'a collection: those within it, and its documents with pages; a long one leads to its parts',
    for: 'programs',
    isLiveOnly: true,
    isQuestion: true,
    handle: collection,
  },
  {
    path: '/iiif/:asked/collection/:part',
    says: '500 documents of a long collection',
    for: 'programs',
    isLiveOnly: true,
    isQuestion: true,
    handle: collection,
  },
  {
    path: '/iiif/:asked/canvas/:rendition/:page',
    says: 'a page of a document, as in its manifest',
    for: 'programs',
    isLiveOnly: true,
    handle: canvas,
  },
  {
    path: '/iiif/:asked/annotations/:rendition/:page',
    says: 'the words of a page, a line an annotation, where they stand; none of what is held back',
    for: 'programs',
    isLiveOnly: true,
    handle: annotations,
  },
  {
    path: '/iiif/:asked/alto/:rendition/:page',
    says: 'the same as ALTO 4.4',
    for: 'programs',
    isLiveOnly: true,
    handle: alto,
  },
  {
    path: '/iiif/:asked/search',
    says: 'where the words of q= stand on the pages of a document (IIIF Content Search API 2)',
    for: 'programs',
    isLiveOnly: true,
    isQuestion: true,
    handle: searchWithin,
  },
];
