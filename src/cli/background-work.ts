import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { OpenArchive } from '../compose.ts';

const WORKER = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './work-main.ts' : './work-main.js', import.meta.url),
);

/** How often the server looks whether there is work for its worker. */
const LOOK_EVERY_MS = 2000;
/** Work that another process left lying is looked for less often. */
const LOOK_FOR_LEFT_MS = 60_000;
/** A worker that ends at once is started again after ever longer rests. */
const LONGEST_REST_MS = 60_000;
/** What a worker is given to lay its work back. */
const PATIENCE_MS = 5000;

type Log = (failure: unknown, address: string) => void;

/**
 * Works on what scans ask for while the archive is served, in a process of its own that can die without harm: it
 * is started when there is work and ends when there is none. Answers how to stop.
 */
export function workInBackground(
  archive: Pick<OpenArchive, 'workStatus'>,
  folder: string,
  log: Log,
): () => Promise<void> {
  let isStopped = false;
  let child: ChildProcess | undefined;
  let restMs = 0;
  let lookedForLeft = 0;
  const start = (): void => {
    const began = performance.now();
    const worker = spawn(process.execPath, [...flagsOf(process.execArgv), WORKER, folder], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child = worker;
    worker.once('error', (reason) => log(reason, 'work'));
    worker.once('exit', (code) => {
      child = undefined;
      if (code === 0 || isStopped) restMs = 0;
      else
        restMs =
          performance.now() - began > LONGEST_REST_MS
            ? LOOK_EVERY_MS
            : Math.min(LONGEST_REST_MS, Math.max(LOOK_EVERY_MS, restMs * 2));
    });
  };
  const look = async (): Promise<void> => {
    if (child) return;
    const { counts } = await archive.workStatus();
    const isWaiting = counts.some(({ state }) => state === 'waiting');
    const isLeft =
      counts.some(({ state }) => state === 'running') && performance.now() - lookedForLeft > LOOK_FOR_LEFT_MS;
    if (isLeft) lookedForLeft = performance.now();
    if ((isWaiting || isLeft) && !isStopped) start();
  };
  const running = (async () => {
    while (!isStopped) {
      // The world may fail for a while: readers are answered all the same, and it is looked again.
      await look().catch((reason: unknown) => log(reason, 'work'));
      await rest(restMs + LOOK_EVERY_MS, () => isStopped);
    }
  })();
  return async () => {
    isStopped = true;
    await endOf(child);
    await running;
  };
}

/** How this Node was told to read our program: an installed one has its types taken off as it is loaded. */
const flagsOf = (flags: readonly string[]): readonly string[] =>
  flags.filter(
    (flag, at) => /^--(?:import|disable-warning)(?:=|$)/.test(flag) || flags[at - 1] === '--import',
  );

/** Waits, in small steps, until the time is over or there is no more need to. */
async function rest(ms: number, isOver: () => boolean): Promise<void> {
  for (let left = ms; left > 0 && !isOver(); left -= 100)
    await new Promise((resolve) => setTimeout(resolve, Math.min(100, left)));
}

/** Asks the worker to lay its work back, and ends it if it does not. */
async function endOf(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null) return;
  const closed = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  if (child.connected) child.disconnect();
  await closed;
  clearTimeout(kill);
}
