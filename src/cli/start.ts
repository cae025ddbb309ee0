import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { makeSampleArchive } from '../compose.ts';
import { CouldNot, Line, type ExitCode } from './command.ts';
import { openFolder } from './opened.ts';
import { processTerminal } from './process-terminal.ts';
import { guarded } from './run.ts';
import { serveArchive } from './serve-archive.ts';
import { serve } from './commands/serve.ts';
import type { Terminal } from './terminal.ts';

const DEFAULT_FOLDER = 'sample-archive';

/**
 * `npm start`: opens the archive in UNSEALED_DIR (./sample-archive unless said), and makes the sample
 * archive there first when there is nothing.
 */
export async function start(terminal: Terminal): Promise<ExitCode> {
  const folder = resolve(terminal.cwd, terminal.env['UNSEALED_DIR'] || DEFAULT_FOLDER);
  if (await isEmpty(folder)) {
    terminal.err(`Making the sample archive in ${folder} …\n`);
    const made = await makeSampleArchive(folder);
    if (!made.ok) throw new CouldNot(made.problem);
  }
  const archive = await openFolder(folder);
  try {
    return await serveArchive(archive, { terminal, line: new Line(serve, [], {}), isJson: false });
  } finally {
    await archive.close();
  }
}

/** Whether there is nothing: no folder, or one with nothing in it. */
async function isEmpty(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return true;
    throw reason;
  }
}

if (import.meta.main) {
  const terminal = processTerminal();
  process.exitCode = await guarded(() => start(terminal), terminal, false);
}
