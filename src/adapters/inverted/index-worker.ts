import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../../core/failure.ts';
import type { RecordId } from '../../core/id.ts';
import { openHere } from './search-index.ts';
import { IDS_AT_ONCE, type Failed, type More, type Request } from './worker-calls.ts';

/*
 * The thread that has a large index. It answers one request after another, in the order in which they come.
 */

const messageOf = (reason: unknown): string =>
  reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);

const folder = String(workerData);
const index = openHere(folder, { log: (reason) => parentPort?.postMessage({ log: messageOf(reason) }) });
const scans = new Map<number, AsyncIterator<RecordId>>();

async function answer(request: Request): Promise<unknown> {
  switch (request.name) {
    case 'update':
      return index.update(...request.given);
    case 'coveredTo':
      return index.coveredTo();
    case 'search':
      return index.search(...request.given);
    case 'countValues':
      return index.countValues(...request.given);
    case 'suggest':
      return index.suggest(...request.given);
    case 'corrections':
      return index.corrections(...request.given);
    case 'documentsWith':
      return index.documentsWith(...request.given);
    case 'sharingPrints':
      return index.sharingPrints(...request.given);
    case 'citing':
      return index.citing(...request.given);
    case 'similar':
      return index.similar(...request.given);
    case 'settle':
      return index.settle();
    case 'clear':
      return index.clear();
    case 'close':
      return index.close();
    case 'scan':
      scans.set(request.call, index.scan(...request.given)[Symbol.asyncIterator]());
      return undefined;
    case 'more':
      return more(request.scan);
    case 'stop':
      await scans.get(request.scan)?.return?.();
      scans.delete(request.scan);
      return undefined;
  }
}

async function more(number: number): Promise<More> {
  const scan = scans.get(number);
  const ids: RecordId[] = [];
  while (scan !== undefined && ids.length < IDS_AT_ONCE) {
    const next = await scan.next();
    if (next.done === true) {
      scans.delete(number);
      return { ids, isEnd: true };
    }
    ids.push(next.value);
  }
  return { ids, isEnd: scan === undefined };
}

const failedBy = (reason: unknown): Failed => ({
  message: messageOf(reason),
  ...(reason instanceof Failure ? { problem: reason.problem } : {}),
});

let last = Promise.resolve();
parentPort?.on('message', (request: Request) => {
  last = last.then(async () => {
    try {
      parentPort?.postMessage({ call: request.call, value: await answer(request) });
    } catch (reason) {
      parentPort?.postMessage({ call: request.call, failed: failedBy(reason) });
    }
  });
});
