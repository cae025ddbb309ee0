import { noDumps } from '../../src/adapters/memory/dump-store.ts';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ports } from '../../src/actions/archive.ts';
import { importRecords } from '../../src/actions/import-records.ts';
import { readFiles } from '../../src/actions/read-files.ts';
import { workJobs } from '../../src/actions/work-jobs.ts';
import { openFileStore } from '../../src/adapters/disk/file-store.ts';
import { memorySearchIndex } from '../../src/adapters/memory/search-index.ts';
import { openJobs } from '../../src/adapters/sqlite/jobs.ts';
import { openRecordStore } from '../../src/adapters/sqlite/record-store.ts';
import { systemWorld } from '../../src/adapters/system/world.ts';
import { fakeImage, fakeImager } from '../support/fake-imager.ts';
import { fakeReader } from '../support/fake-reader.ts';
import { offering } from '../support/offer-files.ts';
import { noPrinter } from '../support/memory-archive.ts';
import { plainCitations } from '../support/plain-citations.ts';

/**
 * The process that is killed: brings the same box of scans in, and works through what it asks for. `life`: how
 * many died before it; each lives two minutes later, so that what a dead one held may be taken.
 */
const [, , folder = '.', life = '0', documents = '4'] = argv;
const path = join(folder, 'archive.sqlite');
const records = await openRecordStore(path, { nameKeysOf: () => [], ifAbsent: 'make' });
const jobs = openJobs(path);
if (!records.ok || !jobs.ok) throw new Error('the archive does not open');
const files = await openFileStore(join(folder, 'files'));
const world = systemWorld({ timeZone: 'UTC' });
const later = (): string => new Date(Date.UTC(2030, 0, 1) + Number(life) * 120_000).toISOString();
const imager = fakeImager(files);
const reader = fakeReader();
reader.before = async () => void (await pause(1));
const ports: Ports = {
  records: records.value,
  files,
  index: memorySearchIndex(),
  world: { ...world, now: later },
  settings: { name: 'x', motto: '', address: 'https://x.example', languages: ['en'], timeZone: 'UTC' },
  jobs: jobs.value,
  imager,
  reader,
  citations: plainCitations,
  printer: noPrinter,
  dumps: noDumps(),
};

const box = Object.fromEntries(
  Array.from({ length: Number(documents) }, (_, n) => n + 1).flatMap((n) =>
    Array.from({ length: n }, (_, page) => [`box/${n}/p${page + 1}.png`, fakeImage(`${n} ${page}`)]),
  ),
);
const read = readFiles({ ...ports, intake: offering(box) }, ['box'], { format: 'auto', isDryRun: false });
const options = { by: 'test', isPublishing: true, isDryRun: false };
for await (const _ of importRecords(ports, read, options)) continue;
writeSync(1, 'imported\n');
await workJobs(ports, {
  worker: `life ${life}`,
  stop: new AbortController().signal,
  patienceMs: 0,
  say: ({ kind }) => void writeSync(1, `${kind}\n`),
});
await jobs.value.close();
await records.value.close();
