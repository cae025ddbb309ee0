import { inspect } from 'node:util';
import { findArchive, loadSettings } from '../config.ts';
import { openArchive, type Log, type OpenArchive, type OpenOptions } from '../compose.ts';
import { CouldNot, type Call, type ExitCode } from './command.ts';
import type { Terminal } from './terminal.ts';

/** The folder of the archive that a call is about. */
export async function folderOf({ line, terminal }: Pick<Call, 'line' | 'terminal'>): Promise<string> {
  const dir = line.option('dir');
  const { env, cwd } = terminal;
  const found = await findArchive({ ...(dir === undefined ? {} : { dir }), env, cwd });
  if (!found.ok) throw new CouldNot(found.problem);
  return found.value;
}

/** Opens the archive that a call is about, and closes it whatever happens. */
export async function withArchive(
  call: Pick<Call, 'line' | 'terminal'>,
  work: (archive: OpenArchive) => Promise<ExitCode>,
  options: Pick<OpenOptions, 'isReading'> = {},
): Promise<ExitCode> {
  const archive = await openFolder(await folderOf(call), logTo(call.terminal), options);
  try {
    return await work(archive);
  } finally {
    await archive.close();
  }
}

/** Says what failed behind a page that readers were told failed. */
export const logTo =
  (terminal: Terminal): Log =>
  (failure, address) =>
    terminal.err(`${address}: ${inspect(failure)}\n`);

/** Opens the archive in a folder; refuses one that is none, or whose settings are wrong. */
export async function openFolder(
  folder: string,
  log?: Log,
  options: Pick<OpenOptions, 'isReading'> = {},
): Promise<OpenArchive> {
  const settings = await loadSettings(folder);
  if (!settings.ok) throw new CouldNot(...settings.problem);
  const opened = await openArchive(folder, settings.value, { ...options, ...(log ? { log } : {}) });
  if (!opened.ok) throw new CouldNot(opened.problem);
  return opened.value;
}
