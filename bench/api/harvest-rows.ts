import type { ApiRow } from './rows.ts';

/** What is harvested: by records, not by answers. `npm run bench:oai` walks whole lists. */
export const HARVEST_ROWS: readonly ApiRow[] = [
  {
    name: 'OAI ListRecords, oai_dc',
    addresses: async () => ['/oai?verb=ListRecords&metadataPrefix=oai_dc'],
    records: (answer) => answer.split('</header>').length - 1,
    leastRecords: 2000,
  },
];
