import { workInBackground } from './background-work.ts';
import { listen, type Listening } from './listen.ts';
import type { OpenArchive } from '../compose.ts';
import { problem } from '../core/problem.ts';
import { CouldNot, type Call, type ExitCode } from './command.ts';
import { logTo } from './opened.ts';
import { numberOf } from './read-values.ts';

/** Where the archive is found unless something else is said. */
export const DEFAULT_PORT = 4848;
export const DEFAULT_HOST = '127.0.0.1';
const PORTS = [0, 65_535] as const;

/** Serves the archive until the person, or the system, asks to stop; requests that are under way are answered. */
export async function serveArchive(
  archive: Pick<OpenArchive, 'app' | 'follow' | 'workStatus'>,
  folder: string,
  { line, terminal, isJson }: Pick<Call, 'line' | 'terminal' | 'isJson'>,
): Promise<ExitCode> {
  const written = line.option('port') ?? (terminal.env['PORT'] || String(DEFAULT_PORT));
  const port = numberOf('serve', 'PORT', written, PORTS);
  const host = line.option('host') ?? (terminal.env['HOST'] || DEFAULT_HOST);
  const server = await listenOr(archive, host, port);
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${server.port}`;
  terminal.out(isJson ? `${JSON.stringify({ address, port: server.port })}\n` : `${address}\n`);
  if (!isJson) terminal.err('Ctrl-C stops it.\n');
  const stopFollowing = archive.follow();
  const stopWorking = workInBackground(archive, folder, logTo(terminal));
  await terminal.stopped();
  await Promise.all([server.close(), stopWorking()]);
  await stopFollowing();
  return 0;
}

async function listenOr(archive: Pick<OpenArchive, 'app'>, host: string, port: number): Promise<Listening> {
  try {
    return await listen(archive.app, host, port);
  } catch (reason) {
    const code = reason instanceof Error && 'code' in reason ? reason.code : undefined;
    const why = code === 'EADDRINUSE' ? 'in-use' : code === 'EACCES' ? 'not-allowed' : undefined;
    if (why === undefined) throw reason;
    throw new CouldNot(
      problem('option-wrong', { field: 'PORT' }, { value: String(port), facts: { command: 'serve', why } }),
    );
  }
}
