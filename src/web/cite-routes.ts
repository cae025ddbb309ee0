import * as citing from './public/cite-handlers.ts';
import { ark } from './public/ark.ts';
import { quote } from './public/quote-handlers.ts';
import type { Route } from './route.ts';

/** Where documents and passages are cited, and citations checked. They say what day it is, and so are made anew. */
export const citeRoutes: readonly Route[] = [
  {
    path: '/document/:asked/cite',
    says: 'how a document is cited: Chicago, MLA, APA, archival, FRUS',
    for: 'readers',
    isDated: true,
    handle: citing.cite,
  },
  {
    path: '/document/:asked/cite/:place',
    says: 'how a passage is cited: a block (b5), or all from one to another (b5-b9), with the digest of its words',
    for: 'readers',
    isDated: true,
    handle: citing.citePassage,
  },
  {
    path: '/document/:asked/cite/scan/:key/:page',
    says: 'how a page of a scan is cited, by the key of the scan and the number of the image',
    for: 'readers',
    isDated: true,
    handle: citing.citeScan,
  },
  {
    path: '/document/:asked/v/:edition/cite',
    says: 'how an earlier edition is cited',
    for: 'readers',
    isDated: true,
    handle: citing.cite,
  },
  {
    path: '/document/:asked/v/:edition/cite/:place',
    says: 'how a passage of an earlier edition is cited',
    for: 'readers',
    isDated: true,
    handle: citing.citePassage,
  },
  {
    path: '/document/:asked/check/:place/:digest',
    says: 'whether a passage still has the words from which a citation of it was made, and which edition has them',
    for: 'readers',
    isLiveOnly: true,
    handle: citing.check,
  },
  {
    path: '/ark:/:naan/:asked',
    says: 'a record by its archival resource key, where the archive has a number (naan in its settings); .v3 names an edition; with ?info what it is, in plain text. The form without the slash (/ark:12345/…) is answered too',
    for: 'readers',
    handle: ark,
  },
  {
    path: '/ark:/:naan/:asked/:place',
    says: 'a passage of a document by its key',
    for: 'readers',
    handle: ark,
  },
  {
    path: '/quote',
    says: 'whether a quotation stands so: text= and reference=, in the address or sent by the form',
    for: 'readers',
    isLiveOnly: true,
    isQuestion: true,
    takesForm: true,
    handle: quote,
  },
];
