import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openRecordStore } from '../../src/adapters/sqlite/record-store.ts';
import { printIdentifier, type RecordId } from '../../src/core/id.ts';
import type { Standing } from '../../src/core/lifecycle.ts';
import { checkArchive, everyStanding } from './check-archive.ts';

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
  const expected = await contentsOf(unkilled);
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
    assertSame(await contentsOf(folder), expected);
    rmSync(folder, { recursive: true, force: true });
  }
  return done;
}

async function makeArchive(folder: string, file: string): Promise<void> {
  await unsealed(['init', folder]);
  await importInto(folder, file);
  await checkArchive(folder);
}

/** Heads by their first identifier, with each id of the archive's own put as the identifier of what it names. */
async function contentsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const opened = await openRecordStore(join(folder, 'archive.sqlite'), {
    nameKeysOf: () => [],
    ifAbsent: 'refuse',
  });
  assert.ok(opened.ok);
  const store = opened.value;
  const heads = new Map<
    RecordId,
    { readonly standing: Standing; readonly json: string; readonly name: string }
  >();
  for await (const standing of everyStanding(store)) {
    const head = await store.version(standing.id, standing.head);
    assert.ok(head);
    const names = head.record.identifiers.map(printIdentifier).sort();
    heads.set(standing.id, { standing, json: JSON.stringify(head.record), name: names[0] ?? standing.id });
  }
  await store.close();
  const named = (text: string) =>
    text.replace(/\b[dcapsrfteh][0-9a-hjkmnp-tv-z]{9}\b/g, (id) => nameOf(heads, id));
  return new Map(
    [...heads.values()].map(({ standing: { state, editions }, json, name }) => {
      const into = state.kind === 'merged' ? ` into ${named(state.into)}` : '';
      return [name, `${state.kind}${into}${editions.length > 0 ? ', public' : ''} ${named(json)}`];
    }),
  );
}

function nameOf(heads: ReadonlyMap<string, { readonly name: string }>, id: string): string {
  return heads.get(id)?.name ?? id;
}

function assertSame(actual: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>): void {
  const wrong: string[] = [];
  for (const [name, content] of expected)
    if (actual.get(name) !== content) wrong.push(`${name}\n  is   ${actual.get(name)}\n  not  ${content}`);
  for (const name of actual.keys()) if (!expected.has(name)) wrong.push(`${name} is too many`);
  assert.equal(wrong.length, 0, `${wrong.length} differ:\n${wrong.slice(0, 3).join('\n').slice(0, 4000)}`);
}
