import { data, dataAsJson, dataFile } from './data/data-handlers.ts';
import type { Route } from './route.ts';

/** The whole data. What may be had of it depends on the day, and on what was made meanwhile: nothing is kept. */
export const dataRoutes: readonly Route[] = [
  {
    path: '/data',
    says: 'everything public in one piece: the dumps that there are, with sizes, digests and terms',
    for: 'readers',
    isDated: true,
    handle: data,
  },
  {
    path: '/data.json',
    says: 'the same as linked data: a schema.org DataCatalog with a Dataset for each dump',
    for: 'programs',
    isDated: true,
    handle: dataAsJson,
  },
  {
    path: '/data/:date/:file',
    says: 'a file of a dump, or a stretch of it (Range); under “latest” it leads to the newest. 410 once something in it was taken back',
    for: 'programs',
    isDated: true,
    handle: dataFile,
  },
];
