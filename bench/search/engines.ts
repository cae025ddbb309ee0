import { join } from 'node:path';
import { openFts5Index } from '../../src/adapters/fts5/search-index.ts';
import { openHere } from '../../src/adapters/inverted/search-index.ts';
import type { SearchIndex } from '../../src/ports/search-index.ts';
import { openPeer } from './peer.ts';

/** What is measured of a search index; the peer corrects nothing. */
export interface Engine
  extends
    Pick<SearchIndex, 'update' | 'search' | 'suggest' | 'close'>,
    Partial<Pick<SearchIndex, 'corrections'>> {
  /** When all is in: what an engine does once to be quick. */
  finish?(): Promise<void>;
}

/** The search indexes of the archive by name, each opened in a folder of its own. */
const INDEXES: Readonly<Record<string, (folder: string) => Promise<SearchIndex>>> = {
  inverted: async (folder) => openHere(join(folder, 'search')),
  fts5: async (folder) => openFts5Index(join(folder, 'index.sqlite')),
};

/** The same, and the peer. */
export const ENGINES: Readonly<Record<string, (folder: string) => Promise<Engine>>> = {
  ...INDEXES,
  peer: async (folder) => openPeer(join(folder, 'peer.sqlite')),
};

/** Opens one of the archive's own. */
export async function openSearchIndex(name: string, folder: string): Promise<SearchIndex> {
  const open = INDEXES[name];
  if (open === undefined) throw new RangeError(`engines are ${Object.keys(INDEXES).join(', ')}`);
  return open(folder);
}
