import * as documents from './public/document-handlers.ts';
import { comparison } from './public/compare-handler.ts';
import * as pages from './public/handlers.ts';
import { searchAsBibtex, searchAsCsl, searchAsCsv, searchAsRis } from './public/search-exports.ts';
import { search, searchAsJson } from './public/search-handlers.ts';
import { dataRoutes } from './data-routes.ts';
import { collectionFeeds, harvestRoutes, searchFeeds } from './harvest-routes.ts';
import { assistantRoutes } from './assistant-routes.ts';
import { iiifRoutes } from './iiif-routes.ts';
import { authorities, inOtherForms } from './authority-routes.ts';
import type { Route } from './route.ts';
import { apiRoutes } from './api/api-routes.ts';
import { citeRoutes } from './cite-routes.ts';
import { oldRoutes } from './srv-routes.ts';
import { waysIn, waysIntoCollections } from './way-routes.ts';
import { robots } from './public/robots.ts';
import { scans } from './public/scans-pdf.ts';
import { suggest } from './public/suggest.ts';
import { unapi } from './public/unapi.ts';

export type { Route } from './route.ts';

const COMPARED = 'what is beside is a document (its id), an edition (v3), a release (r2) or a text (t-en-1)';

const comparisons: readonly Route[] = [
  {
    path: '/document/:asked/compare/:one',
    says: `a document beside another, or one of its releases, editions or texts beside that of today; ${COMPARED}`,
    for: 'readers',
    handle: comparison,
  },
  {
    path: '/document/:asked/compare/:one/:two',
    says: 'a document beside two others; or two of its releases, editions or texts beside each other',
    for: 'readers',
    handle: comparison,
  },
  {
    path: '/document/:asked/compare/:one/:two/:three',
    says: 'the same with three, the most there may be',
    for: 'readers',
    handle: comparison,
  },
];

/** Every address of the site, in one table: what it is, and who answers. */
export const ROUTES: readonly Route[] = [
  { path: '/', says: 'home: search, collections, what is new', for: 'readers', handle: pages.home },
  { path: '/collections', says: 'every collection', for: 'readers', handle: pages.collections },
  {
    path: '/collection/:asked',
    says: `a collection; any slug may follow the id. ${inOtherForms('collection')}`,
    for: 'readers',
    leadsToForms: 'collection',
    handle: pages.collection,
  },
  ...waysIntoCollections,
  ...collectionFeeds,
  {
    path: '/collection/:asked/:slug',
    says: 'a collection: the canonical address',
    for: 'readers',
    leadsToForms: 'collection',
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
    path: '/document/:asked',
    says: `a document; any slug may follow the id. ${inOtherForms('document')}`,
    for: 'readers',
    leadsToForms: 'document',
    handle: documents.document,
  },
  ...citeRoutes,
  {
    path: '/document/:asked/scans.pdf',
    says: 'its page images as one PDF that can be searched; what is held back of them is black, and has no words beneath',
    for: 'readers',
    costs: 'asking',
    handle: scans,
  },
  {
    path: '/document/:asked/:slug',
    says: 'a document: the canonical address',
    for: 'readers',
    leadsToForms: 'document',
    handle: documents.document,
  },
  {
    path: '/document/:asked/v/:edition',
    says: 'a document as an earlier edition had it',
    for: 'readers',
    handle: documents.edition,
  },
  {
    path: '/document/:asked/page/:page',
    says: 'further parts of a document that is too long for one page, from 2',
    for: 'readers',
    handle: documents.documentPart,
  },
  {
    path: '/document/:asked/at/:place',
    says: 'a place in a document by its fragment (b2k, p12, s1-30): leads to the part that has it',
    for: 'readers',
    isLiveOnly: true,
    handle: documents.documentPlace,
  },
  ...comparisons,
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
    says: `a unit of description: leads to its level. ${inOtherForms('unit')}`,
    for: 'readers',
    handle: pages.unit,
  },
  { path: '/unit/:asked/:slug', says: 'the same', for: 'readers', handle: pages.unit },
  {
    path: '/search',
    says: 'search; q, in, sort, page and filters by field; without= leaves out another form of a name or word, exact=1 all of them; facet= lists all values of one, among= those that begin so. Accept leads to the forms below (303)',
    for: 'readers',
    isLiveOnly: true,
    isQuestion: true,
    alsoAs: {
      'application/json': 'json',
      'text/csv': 'csv',
      'application/x-research-info-systems': 'ris',
      'application/x-bibtex': 'bib',
      'application/vnd.citationstyles.csl+json': 'csl.json',
      'application/atom+xml': 'atom',
      'application/rss+xml': 'rss',
    },
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
    path: '/search.bib',
    says: 'its documents as BibTeX, 1,000 to a page',
    for: 'programs',
    isLiveOnly: true,
    isQuestion: true,
    handle: searchAsBibtex,
  },
  {
    path: '/search.csl.json',
    says: 'its documents as CSL-JSON, 1,000 to a page',
    for: 'programs',
    isLiveOnly: true,
    isQuestion: true,
    handle: searchAsCsl,
  },
  ...searchFeeds,
  {
    path: '/suggest',
    says: 'what the letters of q= begin, as JSON, for a list below a field; for= names a filter’s field, and its values are listed',
    for: 'programs',
    costs: 'reading',
    isLiveOnly: true,
    isQuestion: true,
    handle: suggest,
  },
  {
    path: '/unapi',
    says: 'documents for managers of references (unAPI): the forms; id= those of a document; id= and format= the document in one',
    for: 'programs',
    isLiveOnly: true,
    handle: unapi,
  },
  { path: '/about', says: 'about the archive', for: 'readers', handle: pages.about },
  { path: '/rights', says: 'rights, citing, reuse', for: 'readers', handle: pages.rights },
  { path: '/help', says: 'help', for: 'readers', handle: pages.help },
  {
    path: '/help/citing',
    says: 'how to cite, and how a citation is checked',
    for: 'readers',
    handle: pages.helpCiting,
  },
  { path: '/help/search', says: 'how to search', for: 'readers', handle: pages.helpSearch },
  ...assistantRoutes,
  ...dataRoutes,
  ...iiifRoutes,
  ...harvestRoutes,
  {
    path: '/robots.txt',
    says: 'for robots: where everything is had at once, and which addresses have no end',
    for: 'programs',
    handle: robots,
  },
  ...apiRoutes,
  {
    path: '/srv/file/:digest',
    says: 'an original that a public record shows whole: nothing of it is held back',
    for: 'programs',
    handle: pages.file,
  },
  ...oldRoutes,
  {
    path: '/assets/:version/:name',
    says: 'style, type and the browser’s modules',
    for: 'programs',
    costs: 'nothing',
    handle: pages.asset,
  },
];
