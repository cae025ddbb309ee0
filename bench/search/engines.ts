import { join } from 'node:path';
import { openFts5Index } from '../../src/adapters/fts5/search-index.ts';
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

/** The engines by name, each opened in a folder of its own. */
export const ENGINES: Readonly<Record<string, (folder: string) => Promise<Engine>>> = {
  fts5: async (folder) => openFts5Index(join(folder, 'index.sqlite')),
  peer: async (folder) => openPeer(join(folder, 'peer.sqlite')),
};
