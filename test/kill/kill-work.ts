import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openJobs } from '../../src/adapters/sqlite/jobs.ts';
import { openRecordStore } from '../../src/adapters/sqlite/record-store.ts';
import { checkArchive } from './check-archive.ts';
import { assertSame, contentsOf } from './contents-of.ts';

const WORKER = fileURLToPath(new URL('./work-scans.ts', import.meta.url));

export interface WorkRound {
  /** What it had said when it died. */
  readonly heard: number;
}

interface Asked {
  readonly documents: number;
  readonly rounds: number;
  readonly chance: () => number;
}

/** Runs the work; kills it when it has said so much, and a moment passed. */
async function work(
  folder: string,
  life: number,
  documents: number,
  kill?: { readonly after: number; readonly waitMs: number },
): Promise<{ readonly heard: number; readonly isDone: boolean }> {
  mkdirSync(folder, { recursive: true });
  const child = spawn(execPath, [WORKER, folder, String(life), String(documents)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let heard = 0;
  for await (const _ of createInterface({ input: child.stdout })) {
    heard++;
    if (kill === undefined || heard !== kill.after) continue;
    await pause(kill.waitMs);
    child.kill('SIGKILL');
  }
  const [code] = await ended;
  return { heard, isDone: code === 0 };
}

/**
 * Kills the bringing in of scans and the work on them again and again, checks after each death that the archive
 * is whole, and at the end that nothing is left to do and all is as in a run that nobody killed.
 */
export async function killWork(
  root: string,
  { documents, rounds, chance }: Asked,
): Promise<readonly WorkRound[]> {
  const unkilled = join(root, 'unkilled');
  const { heard: all, isDone } = await work(unkilled, 0, documents);
  assert.ok(isDone, 'the work is carried through');
  const expected = await endOf(unkilled);
  const done: WorkRound[] = [];
  for (let archive = 0; done.length < rounds; archive++) {
    const folder = join(root, `killed-${archive}`);
    let life = 0;
    for (let isOver = false; !isOver && done.length < rounds; life++) {
      const after = 1 + Math.floor(chance() * all);
      const lived = await work(folder, life, documents, { after, waitMs: Math.floor(chance() * 8) });
      isOver = lived.isDone;
      await checkArchive(folder);
      if (!isOver) done.push({ heard: lived.heard });
    }
    assert.ok((await work(folder, life, documents)).isDone);
    assertSame(await endOf(folder), expected);
    rmSync(folder, { recursive: true, force: true });
  }
  return done;
}

/** What an archive holds when all its work is done: no text twice, no page without one. */
async function endOf(folder: string): Promise<ReadonlyMap<string, string>> {
  await checkArchive(folder);
  const path = join(folder, 'archive.sqlite');
  const [records, jobs] = [
    await openRecordStore(path, { nameKeysOf: () => [], ifAbsent: 'refuse' }),
    openJobs(path),
  ];
  assert.ok(records.ok && jobs.ok);
  const left = (await jobs.value.counts()).filter(({ state }) => state !== 'done');
  assert.deepEqual(left, [], 'no work is left, and none failed');
  const contents = await contentsOf(records.value);
  await jobs.value.close();
  await records.value.close();
  return contents;
}
