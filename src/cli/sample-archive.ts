import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initArchive } from '../compose.ts';
import { loadSettings, SETTINGS_FILE } from '../config.ts';
import { CouldNot } from './command.ts';
import { openFolder } from './opened.ts';

const SAMPLE = fileURLToPath(new URL('../../sample', import.meta.url));

/** Stands in the folder while the sample is being made: whoever finds it goes on with the making. */
const UNFINISHED = '.sample-unfinished';

/** Whether the sample belongs here: no folder, an empty one, or one in which its making was stopped. */
export async function isToBeMade(folder: string): Promise<boolean> {
  const held = await namesIn(folder);
  return held.length === 0 || held.includes(UNFINISHED);
}

/** Makes the sample archive: its own settings, and its records by the import that everybody uses. */
export async function makeSampleArchive(folder: string): Promise<void> {
  const settings = await loadSettings(SAMPLE);
  if (!settings.ok) throw new CouldNot(...settings.problem);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, UNFINISHED), '');
  if (!(await namesIn(folder)).includes(SETTINGS_FILE)) {
    const made = await initArchive(folder, settings.value);
    if (!made.ok) throw new CouldNot(made.problem);
  }
  const archive = await openFolder(folder);
  try {
    const events = archive.importPaths([join(SAMPLE, 'files'), join(SAMPLE, 'records')], {
      by: 'the sample',
      format: 'auto',
      isPublishing: true,
      isDryRun: false,
    });
    for await (const event of events)
      if (event.kind === 'problem' && event.problem.severity === 'error') throw new CouldNot(event.problem);
  } finally {
    await archive.close();
  }
  await rm(join(folder, UNFINISHED));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return [];
    throw reason;
  }
}
