import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openRecordStore } from '../../src/adapters/sqlite/record-store.ts';
import type { RecordId } from '../../src/core/id.ts';
import type { Standing } from '../../src/core/lifecycle.ts';
import type { RecordStore } from '../../src/ports/record-store.ts';
import { checkArchive, type Checked } from './check-archive.ts';
import { idIn, idsIn } from './plan.ts';

const WRITER = fileURLToPath(new URL('./write-plan.ts', import.meta.url));

export interface Round {
  readonly killedAfter: number | undefined;
  readonly found: number;
}

/** Runs the plan; kills it when it was acknowledged so many commits, and a moment passed. */
async function write(
  folder: string,
  commits: number,
  kill?: { readonly after: number; readonly waitMs: number },
) {
  const child = spawn(execPath, [WRITER, folder, String(commits)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let acknowledged = -1;
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line);
    if (kill === undefined || acknowledged !== kill.after) continue;
    await pause(kill.waitMs);
    child.kill('SIGKILL');
  }
  const [code] = await ended;
  return { acknowledged, isDone: code === 0 };
}

/**
 * Kills a run of the plan again and again until it is through, checks what is found after each death,
 * and that the end is the same as that of a run nobody killed.
 */
export async function killPlan(
  root: string,
  {
    rounds,
    commits,
    chance,
  }: { readonly rounds: number; readonly commits: number; readonly chance: () => number },
): Promise<readonly Round[]> {
  const unkilled = await endOf(join(root, 'unkilled'), commits);
  const done: Round[] = [];
  for (let archive = 0; done.length < rounds; archive++) {
    const folder = join(root, `killed-${archive}`);
    mkdirSync(folder, { recursive: true });
    for (let from = 0; from < commits && done.length < rounds;) {
      const after = Math.min(commits - 1, from + Math.floor(chance() * (commits / 4)));
      const { acknowledged } = await write(folder, commits, { after, waitMs: Math.floor(chance() * 12) });
      const found = await checkPlan(folder, commits);
      assert.ok(found > acknowledged, `commit ${acknowledged} was acknowledged, ${found} are there`);
      await checkArchive(folder);
      done.push({ killedAfter: acknowledged, found });
      from = found;
    }
    assert.deepEqual(await endOf(folder, commits), unkilled);
    rmSync(folder, { recursive: true, force: true });
  }
  return done;
}

async function endOf(folder: string, commits: number): Promise<Checked> {
  mkdirSync(folder, { recursive: true });
  assert.ok((await write(folder, commits)).isDone, 'the plan is carried through');
  assert.equal(await checkPlan(folder, commits), commits);
  return checkArchive(folder);
}

/** Commits lie whole and without gap from the first; how many there are. */
async function checkPlan(folder: string, commits: number): Promise<number> {
  const opened = await openRecordStore(join(folder, 'archive.sqlite'), {
    nameKeysOf: () => [],
    ifAbsent: 'refuse',
  });
  assert.ok(opened.ok);
  let found = 0;
  for (let n = 0; n < commits; n++) {
    const standings: ReadonlyMap<RecordId, Standing> = await opened.value.standings(idsIn(n));
    if (standings.size === 0) continue;
    assert.equal(standings.size, idsIn(n).length, `commit ${n} is there in part`);
    assert.equal(n, found, `a commit before ${n} is missing`);
    found += 1;
    if (n === 0) continue;
    assert.equal(await revisionOf(opened.value, idIn(n - 1, 0)), 2, `commit ${n} is there in part`);
  }
  await opened.value.close();
  return found;
}

async function revisionOf(store: RecordStore, id: RecordId): Promise<number | undefined> {
  return (await store.standings([id])).get(id)?.revision;
}
