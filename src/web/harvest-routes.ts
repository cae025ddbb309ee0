import { oai } from './oai/oai.ts';
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
];
