import { resolve } from 'node:path';
import { Line, type ExitCode } from './command.ts';
import { logTo, openFolder } from './opened.ts';
import { serveArchive } from './serve-archive.ts';
import { isToBeMade, makeSampleArchive } from './sample-archive.ts';
import { serve } from './commands/serve.ts';
import type { Terminal } from './terminal.ts';

const DEFAULT_FOLDER = 'sample-archive';

/**
 * `npm start`: opens the archive in UNSEALED_DIR (./sample-archive unless said), and makes the sample
 * archive there first when there is nothing, or only a part of it that was stopped half-way.
 */
export async function start(terminal: Terminal): Promise<ExitCode> {
  const folder = resolve(terminal.cwd, terminal.env['UNSEALED_DIR'] || DEFAULT_FOLDER);
  if (await isToBeMade(folder)) {
    terminal.err(`Making the sample archive in ${folder} …\n`);
    await makeSampleArchive(folder);
  }
  const archive = await openFolder(folder, logTo(terminal));
  try {
    return await serveArchive(archive, folder, { terminal, line: new Line(serve, [], {}), isJson: false });
  } finally {
    await archive.close();
  }
}
