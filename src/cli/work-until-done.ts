import { randomUUID } from 'node:crypto';
import { constants, setPriority } from 'node:os';
import { inspect } from 'node:util';
import { openWorkshop } from '../compose.ts';
import { loadSettings } from '../config.ts';

/** Work that comes so soon after the last is waited for; then the process ends, and what it holds in memory with it. */
const PATIENCE_MS = 15_000;

/**
 * The process that works beside a server, behind all else that the machine has to do. It stops when the server
 * lets go of it, or is gone. Answers the exit code.
 */
export async function workUntilDone(folder: string): Promise<number> {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const stop = new AbortController();
  process.once('disconnect', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  // Ctrl-C reaches the whole group: the server ends in order, and so do we.
  process.on('SIGINT', () => stop.abort());
  const settings = await loadSettings(folder);
  const workshop = settings.ok ? await openWorkshop(folder, settings.value) : settings;
  if (!workshop.ok) {
    process.stderr.write(`work: ${inspect(workshop.problem)}\n`);
    return 2;
  }
  try {
    const worker = `${process.pid} ${randomUUID()}`;
    await workshop.value.work({ worker, stop: stop.signal, patienceMs: PATIENCE_MS });
    return 0;
  } finally {
    await workshop.value.close();
    if (process.connected) process.disconnect?.();
  }
}
