import type { SearchIndex } from '../../ports/search-index.ts';
import { diskFiles } from './disk-files.ts';
import { Damaged } from './index-files.ts';
import { readManifest } from './manifest.ts';
import { openHere, type InvertedOptions } from './search-index.ts';
import { openInThread } from './worker-index.ts';

/** An index of more documents than these is opened in a thread of its own. */
export const MOST_HERE = 100_000;

/** The inverted index of a folder: in this thread while it is small, in one of its own once it is large. */
export function openInvertedIndex(
  folder: string,
  { log, mostHere = MOST_HERE }: Pick<InvertedOptions, 'log'> & { readonly mostHere?: number } = {},
): SearchIndex {
  const options = log === undefined ? {} : { log };
  return documentsIn(folder) > mostHere ? openInThread(folder, options) : openHere(folder, options);
}

function documentsIn(folder: string): number {
  try {
    const segments = readManifest(diskFiles(folder))?.segments ?? [];
    return segments.reduce((sum, { documents }) => sum + documents, 0);
  } catch (reason) {
    if (reason instanceof Damaged) return 0;
    throw reason;
  }
}
