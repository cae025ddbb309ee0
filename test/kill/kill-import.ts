import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openRecordStore } from '../../src/adapters/sqlite/record-store.ts';
import { checkArchive } from './check-archive.ts';
import { assertSame, contentsOf } from './contents-of.ts';

const COMMAND = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface ImportRound {
  readonly killedAtMs: number;
  /** What lay in the archive after it. */
  readonly records: number;
}

/** Done, or done with problems listed: what a real volume always has. */
const FINE = [0, 1];

/** The command, killed when the time is up. Answers its exit code, or null when it was killed. */
async function unsealed(
  args: readonly string[],
  { killAtMs, fine = [0] }: { readonly killAtMs?: number; readonly fine?: readonly number[] } = {},
): Promise<number | null> {
  const child = spawn(execPath, [COMMAND, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const ended = once(child, 'exit');
  const stop = new AbortController();
  if (killAtMs !== undefined)
    void pause(killAtMs, undefined, { signal: stop.signal }).then(
      () => child.kill('SIGKILL'),
      () => false,
    );
  const [code] = await ended;
  stop.abort();
  if (typeof code === 'number' && !fine.includes(code))
    throw new Error(`unsealed ${args.join(' ')}: ${complaints.join('').slice(-2000)}`);
  return code;
}

const importInto = (folder: string, file: string, killAtMs?: number) =>
  unsealed(['import', file, '--publish', '--dir', folder], {
    fine: FINE,
    ...(killAtMs === undefined ? {} : { killAtMs }),
  });

/**
 * Imports a file by the real command, killed again and again until it is through; checks the archive
 * after each death, and that what is in it at the end is what an import that nobody killed brings in.
 */
export async function killImport(
  root: string,
  { file, rounds, chance }: { readonly file: string; readonly rounds: number; readonly chance: () => number },
): Promise<readonly ImportRound[]> {
  const unkilled = join(root, 'unkilled');
  const startedMs = performance.now();
  await makeArchive(unkilled, file);
  const durationMs = performance.now() - startedMs;
  const expected = await contentsIn(unkilled);
  const done: ImportRound[] = [];
  for (let archive = 0; done.length < rounds; archive++) {
    const folder = join(root, `killed-${archive}`);
    await unsealed(['init', folder]);
    for (let isDone = false; !isDone && done.length < rounds;) {
      const killedAtMs = 150 + Math.floor(chance() * durationMs);
      isDone = (await importInto(folder, file, killedAtMs)) !== null;
      const { records } = await checkArchive(folder);
      if (!isDone) done.push({ killedAtMs, records });
    }
    await importInto(folder, file);
    await checkArchive(folder);
    checkIndexed(folder);
    assertSame(await contentsIn(folder), expected);
    rmSync(folder, { recursive: true, force: true });
  }
  return done;
}

/** Readers' searches know every public change. */
function checkIndexed(folder: string): void {
  const said = spawnSync(execPath, [COMMAND, 'status', '--json', '--dir', folder], { encoding: 'utf8' });
  const { lastChange, indexedTo } = JSON.parse(said.stdout);
  assert.ok(typeof lastChange === 'number' && lastChange > 0);
  assert.equal(indexedTo, lastChange);
}

async function makeArchive(folder: string, file: string): Promise<void> {
  await unsealed(['init', folder]);
  await importInto(folder, file);
  await checkArchive(folder);
}

async function contentsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const path = join(folder, 'archive.sqlite');
  const opened = await openRecordStore(path, { nameKeysOf: () => [], ifAbsent: 'refuse' });
  assert.ok(opened.ok);
  const contents = await contentsOf(opened.value);
  await opened.value.close();
  return contents;
}
