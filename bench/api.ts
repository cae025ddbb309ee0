/**
 * What an answer to a program costs: CPU an answer, through the whole app. The app keeps nothing between two
 * questions, as if each found the archive changed; what is only said to be unchanged is asked for by its tag.
 * Packing is apart. Ends with 1 where an answer costs more than it may.
 *
 *   npm run bench:api -- [FOLDER]        an archive, for instance with volumes of FRUS; else the sample
 */
import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolder } from '../src/cli/opened.ts';
import { makeSampleArchive } from '../src/cli/sample-archive.ts';
import { createApp } from '../src/web/app.ts';
import { API_ROWS } from './api/api-rows.ts';
import { HARVEST_ROWS } from './api/harvest-rows.ts';
import type { ApiRow } from './api/rows.ts';
import { machine, printTable } from './table.ts';

/** Further rows stand in a file of their own beside these. */
const ROWS: readonly ApiRow[] = [...API_ROWS, ...HARVEST_ROWS];
const BATCHES = 25;
const BATCH_MS = 40;
/** So many batches of each are asked before any is measured. */
const WARM = 30;

const [given] = process.argv.slice(2);
const made = given === undefined ? await mkdtemp(join(tmpdir(), 'unsealed-bench-')) : undefined;
if (made !== undefined) await makeSampleArchive(made);
const archive = await openFolder(given ?? made ?? '');
const app = createApp({ ...archive.room, isIndexed: async () => false }, { mode: 'live' });
const address = archive.room.settings.address;
const fetch = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  app.fetch(new Request(address + path, { headers }));
const ask = async (path: string): Promise<string> => (await fetch(path)).text();

interface Measured {
  readonly best: number;
  readonly median: number;
  readonly bytes: number;
  readonly records: number;
}

async function measure(row: ApiRow): Promise<Measured> {
  const addresses = await row.addresses(ask);
  const tagged: (readonly [string, Record<string, string>])[] = [];
  let [bytes, records] = [0, 0];
  for (const path of addresses) {
    const first = await archive.app.request(path);
    const text = await first.text();
    bytes += text.length / addresses.length;
    records += (row.records?.(text) ?? 0) / addresses.length;
    tagged.push([path, row.isHad === true ? { 'if-none-match': first.headers.get('etag') ?? '' } : {}]);
  }
  const batches: number[] = [];
  for (let batch = -WARM; batch < BATCHES; batch++) {
    const until = performance.now() + BATCH_MS;
    const before = process.cpuUsage();
    let count = 0;
    while (count < tagged.length || performance.now() < until)
      for (const [path, headers] of tagged) {
        const { status } = await fetch(path, headers);
        if (status !== (row.isHad === true ? 304 : 200)) throw new Error(`${status} ${path}`);
        count += 1;
      }
    const { user, system } = process.cpuUsage(before);
    if (batch >= 0) batches.push((user + system) / 1000 / count);
  }
  batches.sort((a, b) => a - b);
  return { best: batches[0] ?? 0, median: batches[Math.floor(BATCHES / 2)] ?? 0, bytes, records };
}

const lines: string[][] = [];
for (const row of ROWS) {
  const { best, median, bytes, records } = await measure(row);
  const perSecond = records === 0 ? undefined : (1000 * records) / best;
  const isTooMuch =
    (row.mostMs !== undefined && best > row.mostMs) ||
    (row.leastRecords !== undefined && (perSecond ?? 0) < row.leastRecords);
  if (isTooMuch) process.exitCode = 1;
  lines.push([
    row.name,
    (bytes / 1000).toFixed(1),
    best.toFixed(3),
    median.toFixed(3),
    perSecond === undefined ? '' : Math.round(perSecond).toLocaleString('en'),
    row.mostMs !== undefined
      ? `${row.mostMs} ms`
      : row.leastRecords === undefined
        ? ''
        : `${row.leastRecords}/s`,
    isTooMuch ? 'NO' : '',
  ]);
}
printTable(
  `Answers to programs, ${machine()}`,
  ['answer', 'KB', 'CPU ms', 'median', 'records/s', 'bound', ''],
  lines,
);
await archive.close();
if (made !== undefined) await rm(made, { recursive: true, force: true });
