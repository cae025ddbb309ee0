import { z } from 'zod';
import type { ApiRow } from './rows.ts';

const list = z.object({ items: z.array(z.object({ id: z.string() })) });

type Ask = (address: string) => Promise<string>;
const some = async (ask: Ask, family: string, count: number): Promise<readonly string[]> =>
  list
    .parse(JSON.parse(await ask(`/api/v1/${family}?limit=${count}`)))
    .items.map(({ id }) => `/api/v1/${family}/${id}`);

/** Addresses by how long their answers are, the shortest first. */
async function bySize(ask: Ask, addresses: readonly string[]): Promise<readonly string[]> {
  const sized: (readonly [string, number])[] = [];
  for (const address of addresses) sized.push([address, (await ask(address)).length]);
  return sized.toSorted((a, b) => a[1] - b[1]).map(([address]) => address);
}
const documents = async (ask: Ask): Promise<readonly string[]> =>
  bySize(ask, await some(ask, 'documents', 200));

/** The API itself: what a record, a list and a search cost, and what it costs to say that nothing changed. */
export const API_ROWS: readonly ApiRow[] = [
  {
    name: 'document, of common length',
    addresses: async (ask) => {
      const all = await documents(ask);
      return all.slice(Math.floor(all.length / 2)).slice(0, 20);
    },
    mostMs: 0.3,
  },
  { name: 'document, the longest', addresses: async (ask) => (await documents(ask)).slice(-1) },
  {
    name: 'document, description alone',
    addresses: async (ask) => (await documents(ask)).slice(0, 50).map((one) => `${one}?texts=false`),
    mostMs: 0.3,
  },
  { name: 'person', addresses: (ask) => some(ask, 'agents', 50), mostMs: 0.3 },
  {
    name: 'document, had already (304)',
    addresses: async (ask) => (await documents(ask)).slice(0, 100),
    isHad: true,
  },
  { name: 'list of 50 documents', addresses: async () => ['/api/v1/documents'] },
  { name: 'list of 50, had already (304)', addresses: async () => ['/api/v1/documents'], isHad: true },
  {
    name: 'search, 20 hits, all facets',
    addresses: async () => ['/api/v1/search?q=the', '/api/v1/search?q=of'],
  },
  {
    name: 'search, 20 hits alone',
    addresses: async () => [
      '/api/v1/search?q=the&facets=none&years=false',
      '/api/v1/search?q=of&facets=none&years=false',
    ],
  },
  { name: '200 changes', addresses: async () => ['/api/v1/changes'] },
];
