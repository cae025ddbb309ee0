/**
 * Import of TEI volumes, all in: read, stored, published, indexed. Beside it, in the same run, what the
 * XML parser alone takes for the same files: no import can be quicker.
 *
 *   npm run bench:import            every volume found
 *   npm run bench:import -- 3       the first three
 *   npm run bench:import -- 3 fts5  with FTS5 for the index
 */
import { readdirSync, readFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { SaxesParser } from 'saxes';
import { openRecordStore } from '../src/adapters/sqlite/record-store.ts';
import { openFileStore } from '../src/adapters/disk/file-store.ts';
import { openFts5Index } from '../src/adapters/fts5/search-index.ts';
import { openHere } from '../src/adapters/inverted/search-index.ts';
import { systemWorld } from '../src/adapters/system/world.ts';
import { diskIntake } from '../src/adapters/intake/intake.ts';
import { followChanges } from '../src/actions/follow-changes.ts';
import { importRecords } from '../src/actions/import-records.ts';
import { readFiles } from '../src/actions/read-files.ts';
import { nameKeysOf } from '../src/core/names/name-keys.ts';
import { printTable, machine } from './table.ts';

const corpora = process.env['UNSEALED_CORPORA'] ?? join(import.meta.dirname, '../../shared/corpora');
const most = Number(process.argv[2] ?? Infinity);
const isFts5 = process.argv.includes('fts5');

function cpuMs(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function indexBytes(dir: string): number {
  if (isFts5) return statSync(join(dir, 'index.sqlite')).size;
  const folder = join(dir, 'search');
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

async function main(): Promise<void> {
  const folder = join(corpora, 'frus');
  const paths = readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .slice(0, most)
    .map((name) => join(folder, name));
  const sizeMb = paths.reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;
  const dir = mkdtempSync(join(tmpdir(), 'unsealed-bench-'));
  const opened = await openRecordStore(join(dir, 'archive.sqlite'), { nameKeysOf, ifAbsent: 'make' });
  if (!opened.ok) throw new Error(opened.problem.code);
  const ports = {
    records: opened.value,
    files: await openFileStore(join(dir, 'files')),
    index: isFts5 ? openFts5Index(join(dir, 'index.sqlite')) : openHere(join(dir, 'search')),
    world: systemWorld({ timeZone: 'UTC' }),
    intake: diskIntake({ isZip: () => false }),
  };
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, process.memoryUsage().rss / 1e6);
  }, 50);
  const problems = new Map<string, number>();
  const before = process.cpuUsage();
  const run = importRecords(ports, readFiles(ports, paths, { format: 'auto', isDryRun: false }), {
    by: 'bench',
    isPublishing: true,
    isDryRun: false,
  });
  let step = await run.next();
  while (!step.done) {
    if (step.value.kind === 'problem')
      problems.set(step.value.problem.code, (problems.get(step.value.problem.code) ?? 0) + 1);
    step = await run.next();
  }
  const stored = cpuMs(before);
  const beforeIndex = process.cpuUsage();
  for await (const _ of followChanges(ports)) continue;
  const indexed = cpuMs(beforeIndex);
  clearInterval(watch);
  const beforeParse = process.cpuUsage();
  for (const path of paths) {
    const parser = new SaxesParser({ xmlns: false });
    let elements = 0;
    parser.on('opentag', () => {
      elements++;
    });
    parser.write(readFileSync(path, 'utf8')).close();
  }
  const parsed = cpuMs(beforeParse);
  const { documents, created, merged } = step.value;
  const perSecond = (ms: number): string => (documents / (ms / 1000)).toFixed(0);
  printTable(
    `Import of ${paths.length} volumes, ${sizeMb.toFixed(0)} MB, ${documents} documents, ${created} records, ${merged} persons merged; ${machine()}`,
    ['step', 'CPU s', 'documents a CPU s'],
    [
      ['read and store', (stored / 1000).toFixed(1), perSecond(stored)],
      ['index', (indexed / 1000).toFixed(1), perSecond(indexed)],
      ['all in', ((stored + indexed) / 1000).toFixed(1), perSecond(stored + indexed)],
      ['peer: saxes alone, nothing kept', (parsed / 1000).toFixed(1), perSecond(parsed)],
    ],
  );
  await ports.index.close();
  await ports.records.close();
  console.log(
    `peak memory ${peakMb.toFixed(0)} MB; archive ${(statSync(join(dir, 'archive.sqlite')).size / 1e6).toFixed(0)} MB; index ${(indexBytes(dir) / 1e6).toFixed(0)} MB`,
  );
  console.log('problems', Object.fromEntries(problems));
  rmSync(dir, { recursive: true });
}

await main();
