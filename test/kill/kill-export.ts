import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openFolder } from '../../src/cli/opened.ts';
import { documentLine, testId, transcription } from '../support/record-lines.ts';

const COMMAND = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** Where in the making of a dump it is killed: once such a file has come, or so far through, from 0 to 1. */
export type Moment = 'begun' | 'database.sqlite.gz' | 'manifest.json' | 'SHA256SUMS' | '.standing.json' | number;

export interface ExportRound {
  readonly moment: Moment;
  /** False: it was through before the moment came. */
  readonly isKilled: boolean;
  /** The dumps that were offered afterwards, by their days. */
  readonly offered: readonly string[];
}

const [BEFORE, SAME, NEW] = ['2020-01-01', '2020-01-02', '2020-01-03'] as const;

/**
 * Makes dumps by the real command, killed at moments of its work: one in the place of another of its day, and one of
 * a new day. After each death every dump that is offered must be whole, byte for byte what a run that nobody killed
 * makes, the one of a day that nobody touched must still be there, and the next run must make the right one.
 */
export async function killExport(
  root: string,
  { documents, moments }: { readonly documents: number; readonly moments: readonly Moment[] },
): Promise<readonly ExportRound[]> {
  const folder = join(root, 'archive');
  const data = join(folder, 'derived', 'data');
  await unsealed(['init', folder]);
  await unsealed(['import', writeRecords(root, documents), '--publish', '--dir', folder]);
  await exportTo(folder, BEFORE);
  const startedMs = performance.now();
  await exportTo(folder, SAME);
  const durationMs = performance.now() - startedMs;
  const expected = contentsIn(join(data, SAME));
  const done: ExportRound[] = [];
  for (const [at, moment] of moments.entries()) {
    const date = at % 2 === 0 ? SAME : NEW;
    const isKilled = await exportKilled(folder, date, { moment, durationMs });
    const offered = await offeredIn(folder);
    assert.ok(offered.includes(BEFORE), 'the one of another day is left alone');
    for (const one of offered.filter((day) => day !== BEFORE))
      assertSame(contentsIn(join(data, one)), expected);
    done.push({ moment, isKilled, offered });
    await exportTo(folder, date);
    assertSame(contentsIn(join(data, date)), expected);
    assert.ok((await offeredIn(folder)).includes(date));
  }
  return done;
}

function writeRecords(root: string, documents: number): string {
  const path = join(root, 'records.jsonl');
  const words = 'All that was said of the harbour and its lamps. '.repeat(40);
  const lines = Array.from({ length: documents }, (_, n) =>
    JSON.stringify(
      documentLine(testId('document', n), `Paper ${n}`, { renditions: [transcription(`${n} ${words}`)] }),
    ),
  );
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const start = (args: readonly string[]) =>
  spawn(execPath, ['--disable-warning=ExperimentalWarning', COMMAND, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });

async function unsealed(args: readonly string[]): Promise<void> {
  const [code] = await once(start(args), 'exit');
  assert.equal(code, 0, args.join(' '));
}

const exporting = (folder: string, date: string): readonly string[] => [
  'export',
  '--data',
  '--date',
  date,
  '--dir',
  folder,
];
const exportTo = (folder: string, date: string): Promise<void> => unsealed(exporting(folder, date));

/** Whether it was killed before it was through. */
async function exportKilled(
  folder: string,
  date: string,
  { moment, durationMs }: { readonly moment: Moment; readonly durationMs: number },
): Promise<boolean> {
  const data = join(folder, 'derived', 'data');
  const old = new Set(readdirSync(data));
  const child = start(exporting(folder, date));
  let isOver = false;
  const ended = once(child, 'exit').then(([code]: readonly unknown[]) => {
    isOver = true;
    return code === null;
  });
  const hasCome = (): boolean => {
    const aside = readdirSync(data).find((name) => name.startsWith('unfinished-') && !old.has(name));
    if (aside === undefined || typeof moment === 'number') return false;
    return moment === 'begun' || existsSync(join(data, aside, moment));
  };
  if (typeof moment === 'number') await Promise.race([pause(moment * durationMs), ended]);
  else while (!isOver && !hasCome()) await turn();
  child.kill('SIGKILL');
  return ended;
}

/** The days of the dumps that readers may have, each file of which is what the manifest says. */
async function offeredIn(folder: string): Promise<readonly string[]> {
  const archive = await openFolder(folder);
  try {
    const offered = await archive.room.dumps();
    for (const one of offered) {
      assert.equal(one.kind, 'open');
      for (const { name, sizeBytes, sha256 } of one.kind === 'open' ? one.files : []) {
        const path = join(folder, 'derived', 'data', one.date, name);
        assert.equal(statSync(path).size, sizeBytes, path);
        if (sha256 !== undefined) assert.equal(digestOf(path), sha256, path);
      }
    }
    return offered.map(({ date }) => date);
  } finally {
    await archive.close();
  }
}

const digestOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** What lies in a dump, by name; what says its own day is left out. */
const contentsIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder)
      .filter((name) => !['manifest.json', 'README.md', 'SHA256SUMS'].includes(name))
      .toSorted()
      .map((name) => [name, digestOf(join(folder, name))]),
  );

const assertSame = (found: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>): void =>
  assert.deepEqual(Object.fromEntries(found), Object.fromEntries(expected));
