import { userInfo } from 'node:os';
import type { Terminal } from './terminal.ts';

/** The terminal of this process. A reader that goes away early (`| head`) ends it quietly. */
export function processTerminal(): Terminal {
  const { env, stdout, stderr } = process;
  stdout.on('error', (reason: NodeJS.ErrnoException) => {
    if (reason.code !== 'EPIPE') throw reason;
    process.exit(0);
  });
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    isWatched: stderr.isTTY === true && env['TERM'] !== 'dumb',
    hasColour: stderr.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    clockMs: () => performance.now(),
    env,
    cwd: folderOfCaller(env),
    user: userName(),
    stopped: () =>
      new Promise((resolve) => {
        process.once('SIGINT', () => resolve());
        process.once('SIGTERM', () => resolve());
      }),
  };
}

/** A process in a container may have a number for a user, and no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ERR_SYSTEM_ERROR') return 'unknown';
    throw reason;
  }
}

/** `npm run` changes to the folder of the package; the paths that a person gives begin where they stand. */
const folderOfCaller = (env: NodeJS.ProcessEnv): string =>
  (env['npm_lifecycle_event'] === 'unsealed' ? env['INIT_CWD'] : undefined) ?? process.cwd();
