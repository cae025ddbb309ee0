import { setTimeout as pause } from 'node:timers/promises';
import { linksOf } from '../../test/support/crawl.ts';
import { setPriority } from 'node:os';
import { client } from './ask.ts';

const CONNECTIONS = 50;
/** So many links are kept in mind; a crawler without end needs no more. */
const MOST_KNOWN = 500_000;

export interface Crawled {
  asked: number;
  readonly statuses: Record<number, number>;
  slowestMs: number;
  slowest: string;
}

export interface CrawlOptions {
  readonly port: number;
  readonly origin: string;
  readonly localAddress: string;
  readonly forwardedFor?: string;
  /** Waits as long as it is told to. */
  readonly isPatient: boolean;
}

/** Follows every link it finds, over fifty connections, until it is told to stop. */
function crawl({ port, origin, localAddress, forwardedFor, isPatient }: CrawlOptions) {
  const ask = client(port, CONNECTIONS, localAddress, forwardedFor);
  const known = new Set(['/']);
  const next = ['/'];
  const crawled: Crawled = { asked: 0, statuses: {}, slowestMs: 0, slowest: '' };
  let isOver = false;
  const learn = (link: string): void => {
    if (known.size >= MOST_KNOWN || known.has(link)) return;
    known.add(link);
    next.push(link);
  };
  const connection = async (): Promise<void> => {
    while (!isOver) {
      // Of what it knows it takes any, so that a short run meets every kind of address.
      const at = Math.floor(Math.random() * next.length);
      const path = next[at];
      const last = next.pop();
      if (path === undefined || last === undefined) {
        await pause(10);
        continue;
      }
      if (at < next.length) next[at] = last;
      const answer = await ask(path);
      crawled.asked++;
      crawled.statuses[answer.status] = (crawled.statuses[answer.status] ?? 0) + 1;
      if (answer.ms > crawled.slowestMs) [crawled.slowestMs, crawled.slowest] = [answer.ms, path];
      if (answer.status === 429 || answer.status === 503) next.push(path);
      if (isPatient && answer.retryAfterSeconds !== undefined) await pause(answer.retryAfterSeconds * 1000);
      if (answer.location !== undefined) learn(answer.location);
      for (const link of linksOf(answer.text, path, origin)) learn(link);
    }
  };
  for (let at = 0; at < CONNECTIONS; at++) void connection();
  return { crawled, stop: () => void (isOver = true) };
}

/** A process of its own, last in line for the cores: a crawler would be another machine. */
setPriority(19);
const options: CrawlOptions = JSON.parse(process.argv[2] ?? '{}');
const { crawled, stop } = crawl(options);
process.on('message', (message) => {
  process.send?.(crawled);
  if (message === 'stop') stop();
});
process.on('disconnect', () => process.exit());
