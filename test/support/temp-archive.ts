import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSampleArchive } from '../../src/cli/sample-archive.ts';
import { openFolder } from '../../src/cli/opened.ts';
import { initArchive, type OpenArchive } from '../../src/compose.ts';
import type { Settings } from '../../src/actions/archive.ts';
import type { Problem } from '../../src/core/problem.ts';

/** What a test gives to clean up after it. */
export interface Cleanup {
  after(clean: () => Promise<void>): void;
}

/**
 * The same for a suite, made in the suite's own body (within a `before` hook, `after` would belong to the
 * hook): what was made last is taken away first.
 */
export function suiteCleanup(after: (clean: () => Promise<void>) => void): Cleanup {
  const steps: (() => Promise<void>)[] = [];
  after(async () => {
    for (const clean of steps.reverse()) await clean();
  });
  return { after: (clean) => void steps.push(clean) };
}

/** An empty folder, taken away when the test is over. */
export async function temporaryFolder(test: Cleanup): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'unsealed-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Where the archives of tests say that they are. */
export const ORIGIN = 'https://archive.example';

/** The number under which they give names. */
export const NAAN = '12345';

const settings: Settings = {
  name: 'Papers',
  motto: '',
  address: ORIGIN,
  languages: ['en'],
  timeZone: 'UTC',
  naan: NAAN,
  contact: 'editors@archive.example',
};

/** A new, empty archive on the disk, open. */
export async function emptyArchive(
  test: Cleanup,
): Promise<{ readonly folder: string; readonly archive: OpenArchive }> {
  const folder = await temporaryFolder(test);
  const made = await initArchive(folder, settings);
  if (!made.ok) throw new Error(made.problem.code);
  const archive = await openFolder(folder);
  test.after(() => archive.close());
  return { folder, archive };
}

/** The sample archive, as `npm start` makes it, open. */
export async function sampleArchive(
  test: Cleanup,
): Promise<{ readonly folder: string; readonly archive: OpenArchive }> {
  const folder = await temporaryFolder(test);
  await makeSampleArchive(folder);
  const archive = await openFolder(folder);
  test.after(() => archive.close());
  return { folder, archive };
}

/** Imports lines of our own JSON, as a file; answers the problems. */
export async function importLines(
  { folder, archive }: { readonly folder: string; readonly archive: OpenArchive },
  lines: readonly object[],
  isPublishing: boolean,
): Promise<readonly Problem[]> {
  const file = join(folder, 'lines.jsonl');
  await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const problems: Problem[] = [];
  for await (const event of archive.importPaths([file], {
    by: 'test',
    format: 'auto',
    isPublishing,
    isDryRun: false,
  }))
    if (event.kind === 'problem') problems.push(event.problem);
  return problems;
}
