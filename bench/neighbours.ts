/**
 * What a reader waits for a search while a crawler follows every link over fifty connections: alone first, then
 * beside it. The server is a process of its own. Fails where more than 100 ms are added (median or 95 of a hundred).
 *
 *   npm run bench:neighbours                     the sample archive
 *   npm run bench:neighbours -- --dir archive    another
 *   npm run bench:neighbours -- --seconds 20     each
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeSampleArchive } from '../src/cli/sample-archive.ts';
import { loadSettings } from '../src/config.ts';
import { client } from './neighbours/ask.ts';
import type { Crawled, CrawlOptions } from './neighbours/crawler.ts';
import { machine, printTable } from './table.ts';

const MOST_ADDED_MS = 100;
const BETWEEN_MS = 60;
const WARM = 40;
const WORDS =
  'the letter report office minister war treaty harbour light army council trade peace border ship memorandum conversation president question government note agreement people north south east west china britain russia union secretary ambassador military economic aid policy plan'.split(
    ' ',
  );

const { values } = parseArgs({
  options: { dir: { type: 'string' }, seconds: { type: 'string', default: '15' } },
});

/** Different questions, so that none is answered from what is kept. */
function* questions(): Generator<string> {
  for (const third of ['', ...WORDS])
    for (const [at, first] of WORDS.entries())
      for (const second of WORDS.slice(at + 1)) yield `/search?q=${first}+${second}${third && `+${third}`}`;
}

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

interface Waits {
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
  /** Of the 95 of a hundred that were quickest, the longest: what the server's thread worked from question to answer. */
  readonly worked: number;
}

interface Server {
  readonly port: number;
  /** What the thread worked for each question since it was last asked. */
  worked(): Promise<readonly number[]>;
  stop(): void;
}

/** Searches one after the other, from one address after the other, for so many seconds. */
async function read({ port, worked }: Server, asked: Iterator<string>, seconds: number): Promise<Waits> {
  await worked();
  const times: number[] = [];
  const endMs = performance.now() + seconds * 1000;
  for (let at = 0; performance.now() < endMs; at++) {
    const ask = client(port, 1, '127.0.0.1', `198.51.100.${Math.floor(at / WARM) % 250}`);
    const next = asked.next();
    if (next.done === true) break;
    const answer = await ask(next.value);
    if (answer.status !== 200) throw new Error(`a reader was told ${answer.status}`);
    times.push(answer.ms);
    await pause(BETWEEN_MS);
  }
  times.sort((a, b) => a - b);
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    longest: quantile(times, 1),
    worked: quantile(
      [...(await worked())].sort((a, b) => a - b),
      0.95,
    ),
  };
}

async function serve(folder: string): Promise<Server> {
  const script = fileURLToPath(new URL('./neighbours/serve.ts', import.meta.url));
  const child = fork(script, [folder], {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--min-semi-space-size=32',
      '--max-semi-space-size=32',
    ],
  });
  const [message]: readonly unknown[] = await once(child, 'message');
  const port =
    typeof message === 'object' && message !== null && 'port' in message ? message.port : undefined;
  if (typeof port !== 'number') throw new Error('the server said no port');
  const worked = async (): Promise<readonly number[]> => {
    child.send('worked');
    const [told]: { readonly workedMs: readonly number[] }[] = await once(child, 'message');
    return told?.workedMs ?? [];
  };
  return { port, worked, stop: () => child.disconnect() };
}

/** A crawler that runs until it is stopped; how far it has come. */
function crawler(options: CrawlOptions) {
  const script = fileURLToPath(new URL('./neighbours/crawler.ts', import.meta.url));
  const child = fork(script, [JSON.stringify(options)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const ask = async (what: 'far' | 'stop'): Promise<Crawled> => {
    child.send(what);
    const [crawled]: Crawled[] = await once(child, 'message');
    if (crawled === undefined) throw new Error('the crawler said nothing');
    return crawled;
  };
  return { far: () => ask('far'), stop: () => ask('stop').finally(() => child.disconnect()) };
}

const CRAWLERS = [
  { says: 'in the house, not limited', localAddress: '127.0.0.2', isPatient: false },
  {
    says: 'from outside, heedless',
    localAddress: '127.0.0.2',
    forwardedFor: '203.0.113.7',
    isPatient: false,
  },
  {
    says: 'from outside, waits as told',
    localAddress: '127.0.0.2',
    forwardedFor: '203.0.113.7',
    isPatient: true,
  },
] as const;

async function measure(folder: string, origin: string): Promise<boolean> {
  const seconds = Number(values.seconds);
  const asked = questions();
  const rows: string[][] = [];
  let isPolite = true;
  for (const { says, ...who } of CRAWLERS) {
    const server = await serve(folder);
    const { port, stop } = server;
    const warm = client(port, 4, '127.0.0.1');
    for (let at = 0; at < WARM; at++) await warm(asked.next().value ?? '/');
    const alone = await read(server, asked, seconds);
    const crowd = crawler({ port, origin, ...who });
    await pause(2000);
    const [before, startMs] = [(await crowd.far()).asked, performance.now()];
    const beside = await read(server, asked, seconds);
    const [count, ms] = [(await crowd.far()).asked - before, performance.now() - startMs];
    const { statuses, slowest, slowestMs } = await crowd.stop();
    stop();
    const added = [beside.p50 - alone.p50, beside.p95 - alone.p95];
    if (added.some((one) => one > MOST_ADDED_MS)) isPolite = false;
    rows.push(
      [
        says,
        ...[
          alone.p50,
          alone.p95,
          beside.p50,
          beside.p95,
          beside.longest,
          alone.worked,
          beside.worked,
          ...added,
        ].map(whole),
      ].concat([
        whole((count * 1000) / ms),
        Object.entries(statuses)
          .map(([status, times]) => `${times} of ${status}`)
          .join(', '),
      ]),
    );
    console.error(`  slowest: ${slowest} ${whole(slowestMs)} ms`);
  }
  printTable(
    `A reader’s search beside a crawler of 50 connections, ms, ${machine()}`,
    [
      'crawler',
      'alone p50',
      'p95',
      'beside p50',
      'p95',
      'longest',
      'works alone, p95',
      'beside, p95',
      'added p50',
      'p95',
      'asks a s',
      'answers',
    ],
    rows,
  );
  return isPolite;
}

const whole = (number: number): string => number.toFixed(number < 10 ? 1 : 0);

const root = mkdtempSync(join(tmpdir(), 'unsealed-neighbours-'));
try {
  const folder = values.dir ?? join(root, 'archive');
  if (values.dir === undefined) await makeSampleArchive(folder);
  const settings = await loadSettings(folder);
  if (!settings.ok) throw new Error(`no archive: ${folder}`);
  if (!(await measure(folder, settings.value.address))) {
    console.log(`\nMore than ${MOST_ADDED_MS} ms were added.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
