import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openHere } from '../../src/adapters/inverted/search-index.ts';
import { heldAfter, heldBy, LIMITS } from './index-plan.ts';

const WRITER = fileURLToPath(new URL('./write-index.ts', import.meta.url));

export interface IndexRound {
  readonly acknowledged: number;
  readonly covered: number;
}

/**
 * Kills what fills an index, at random moments: in changes, in segments written, in merges, and while it
 * opens what the last one left. After each death the index has all that was acknowledged, and nothing else.
 */
export async function killIndex(
  root: string,
  {
    rounds,
    changes,
    chance,
  }: { readonly rounds: number; readonly changes: number; readonly chance: () => number },
): Promise<readonly IndexRound[]> {
  const done: IndexRound[] = [];
  for (let number = 0; done.length < rounds; number++) {
    const folder = join(root, `index-${number}`);
    for (let from = 0; from < changes && done.length < rounds;) {
      const after = from + Math.floor(chance() * (changes / 4));
      const acknowledged = await fill(folder, changes, after, Math.floor(chance() * 12));
      const index = openHere(folder, { limits: LIMITS });
      const { covered, held } = await heldBy(index);
      await index.close();
      assert.ok(covered >= Math.max(from, acknowledged), `${acknowledged} acknowledged, ${covered} covered`);
      assert.equal(held, heldAfter(covered));
      done.push({ acknowledged, covered });
      from = covered;
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return done;
}

/** Fills it until so many changes were acknowledged and a moment passed; before the first if that is none. */
async function fill(folder: string, changes: number, after: number, waitMs: number): Promise<number> {
  const child = spawn(execPath, [WRITER, folder, String(changes)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let acknowledged = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line);
    if (acknowledged < after || child.killed) continue;
    await pause(waitMs);
    child.kill('SIGKILL');
  }
  await ended;
  return acknowledged;
}
