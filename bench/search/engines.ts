import { join } from 'node:path';
import { openFts5Index } from '../../src/adapters/fts5/search-index.ts';
import { openHere } from '../../src/adapters/inverted/search-index.ts';
import { diskFiles } from '../../src/adapters/inverted/disk-files.ts';
import { PageCache } from '../../src/adapters/inverted/paged-bytes.ts';
import { readContents } from '../../src/adapters/inverted/sections.ts';
import type { SearchIndex } from '../../src/ports/search-index.ts';
import { openPeer } from './peer.ts';

/** What is measured of a search index; the peer corrects nothing. */
export interface Engine
  extends
    Pick<SearchIndex, 'update' | 'search' | 'suggest' | 'close'>,
    Partial<Pick<SearchIndex, 'corrections'>> {
  /** When all is in: what an engine does once to be quick. */
  finish?(): Promise<void>;
  /** What of the index are texts kept to show passages of, packed. */
  textsMb?(): number;
}

/** The search indexes of the archive by name, each opened in a folder of its own. */
const INDEXES: Readonly<Record<string, (folder: string) => Promise<SearchIndex>>> = {
  inverted: async (folder) => openHere(join(folder, 'search')),
  fts5: async (folder) => openFts5Index(join(folder, 'index.sqlite')),
};

const methodsOf = (index: SearchIndex): Engine => ({
  update: (batch) => index.update(batch),
  search: (query) => index.search(query),
  suggest: (query) => index.suggest(query),
  corrections: (query) => index.corrections(query),
  finish: async () => {
    while (await index.settle()) continue;
  },
  close: () => index.close(),
});

/** The sections of segments that hold packed texts, together. */
function keptTextsMb(folder: string): number {
  const files = diskFiles(folder);
  const cache = new PageCache(1);
  return files
    .names()
    .filter((name) => /^(?:segment|merged?)-/.test(name))
    .reduce((sum, name) => {
      const file = files.open(name);
      const stored = file && readContents(file, cache).sections.get('stored');
      file?.close();
      return sum + (stored?.length ?? 0) / 1e6;
    }, 0);
}

/** The same, and the peer. */
export const ENGINES: Readonly<Record<string, (folder: string) => Promise<Engine>>> = {
  ...INDEXES,
  inverted: async (folder) => ({
    ...methodsOf(openHere(join(folder, 'search'))),
    textsMb: () => keptTextsMb(join(folder, 'search')),
  }),
  peer: async (folder) => openPeer(join(folder, 'peer.sqlite')),
};

/** Opens one of the archive's own. */
export async function openSearchIndex(name: string, folder: string): Promise<SearchIndex> {
  const open = INDEXES[name];
  if (open === undefined) throw new RangeError(`engines are ${Object.keys(INDEXES).join(', ')}`);
  return open(folder);
}
