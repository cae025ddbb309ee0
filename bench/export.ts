/**
 * The whole data of an archive of TEI volumes, as `unsealed export --data` makes them: each form by itself, and all.
 * Beside it, in the same run, the plainest peers: a copy of the database's file, and every public record by
 * JSON.stringify, unpacked.
 *
 *   npm run bench:export              every volume found is imported first
 *   npm run bench:export -- ARCHIVE   an archive that is there
 */
import { createWriteStream, copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openFolder } from '../src/cli/opened.ts';
import { FORM_NAMES, initArchive, type FormName, type OpenArchive } from '../src/compose.ts';
import { machine, printTable } from './table.ts';

const corpora = process.env['UNSEALED_CORPORA'] ?? join(import.meta.dirname, '../../shared/corpora');
const scratch = mkdtempSync(join(tmpdir(), 'unsealed-bench-'));

async function archiveOf(given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const folder = join(scratch, 'archive');
  const settings = {
    name: 'Bench',
    motto: '',
    address: 'https://archive.example',
    languages: ['en'],
    timeZone: 'UTC',
  };
  await initArchive(folder, settings);
  const archive = await openFolder(folder);
  const asked = { by: 'bench', format: 'tei', isPublishing: true, isDryRun: false };
  for await (const _ of archive.importPaths([join(corpora, 'frus')], asked)) continue;
  await archive.close();
  return folder;
}

const bytesIn = (path: string): number =>
  statSync(path).isFile()
    ? statSync(path).size
    : readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);

/** A row: what it took, and what came of it. */
async function measure(what: string, out: string, work: () => Promise<unknown>): Promise<readonly string[]> {
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, process.memoryUsage().rss / 1e6);
  }, 20);
  const [cpu, wallMs] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  return [
    what,
    ((user + system) / 1e6).toFixed(1),
    ((performance.now() - wallMs) / 1000).toFixed(1),
    (bytesIn(out) / 1e6).toFixed(0),
    peakMb.toFixed(0),
  ];
}

async function dump(archive: OpenArchive, forms: readonly FormName[], at: string): Promise<number> {
  const making = archive.makeDump({ forms, at });
  for (;;) {
    const step = await making.next();
    if (step.done !== true) continue;
    if (!step.value.ok) throw new Error(step.value.problem.code);
    return step.value.value.dump.counts['document'] ?? 0;
  }
}

async function plainLines(archive: OpenArchive, at: string): Promise<void> {
  const lines = async function* (): AsyncGenerator<string> {
    for await (const line of archive.publicLines()) yield `${line}\n`;
  };
  await pipeline(Readable.from(lines()), createWriteStream(at));
}

const folder = await archiveOf(process.argv[2]);
const archive = await openFolder(folder);
try {
  let documents = 0;
  const rows: (readonly string[])[] = [];
  const out = (name: string): string => join(scratch, name);
  for (const form of FORM_NAMES)
    rows.push(await measure(form, out(form), () => dump(archive, [form], out(form))));
  rows.push(
    await measure('all four', out('all'), async () => {
      documents = await dump(archive, FORM_NAMES, out('all'));
    }),
    await measure('peer: JSON.stringify of each record', out('lines'), () =>
      plainLines(archive, out('lines')),
    ),
    await measure('peer: a copy of archive.sqlite', out('copy'), async () =>
      copyFileSync(join(folder, 'archive.sqlite'), out('copy')),
    ),
  );
  printTable(
    `A dump of ${documents.toLocaleString('en')} documents. ${machine()}`,
    ['form', 'CPU s', 'wall s', 'MB', 'peak MB'],
    rows,
  );
} finally {
  await archive.close();
  rmSync(scratch, { recursive: true, force: true });
}
