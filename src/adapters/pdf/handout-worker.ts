import { constants, setPriority } from 'node:os';
import { platform } from 'node:process';
import { parentPort } from 'node:worker_threads';
import { TooLong } from './sheet.ts';
import { writeHandout } from './write-handout.ts';
import type { Printed, ToPrint } from './printing.ts';

// On Linux this is said of the thread alone: whoever waits for a page goes before whoever waits for a file.
if (platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

/** The thread that sets handouts: one at a time, so that the server goes on answering meanwhile. */
parentPort?.on('message', ({ handout, mostPages }: ToPrint) => {
  const say = (printed: Printed, moved: readonly ArrayBuffer[] = []): void =>
    parentPort?.postMessage(printed, [...moved]);
  writeHandout(handout, mostPages).then(
    (bytes) => say({ kind: 'printed', bytes }, [bytes.buffer]),
    (reason: unknown) =>
      reason instanceof TooLong
        ? say({ kind: 'too-long' })
        : say({ kind: 'failed', message: reason instanceof Error ? (reason.stack ?? reason.message) : '' }),
  );
});
