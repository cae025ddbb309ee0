import type { Settings } from '../actions/archive.ts';
import type { Problem } from '../core/problem.ts';
import { accepted, type Result } from '../core/result.ts';
import { openKept } from './kept.ts';
import { workOf, type Work } from './work.ts';

/** An archive as whoever works on its scans needs it: without the index, which follows what is written by itself. */
export interface Workshop extends Pick<Work, 'work'> {
  close(): Promise<void>;
}

/** Opens the archive in a folder for work on its scans alone. */
export async function openWorkshop(folder: string, settings: Settings): Promise<Result<Workshop, Problem>> {
  const kept = await openKept(folder, settings);
  if (!kept.ok) return kept;
  const { work } = workOf(kept.value.ports, async () => undefined);
  return accepted({ work, close: () => kept.value.close() });
}
