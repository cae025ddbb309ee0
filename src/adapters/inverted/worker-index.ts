import { Worker } from 'node:worker_threads';
import { Failure } from '../../core/failure.ts';
import type { RecordId } from '../../core/id.ts';
import { problem } from '../../core/problem.ts';
import type { SearchIndex } from '../../ports/search-index.ts';
import type { InvertedOptions } from './search-index.ts';
import type { Failed, More, Reply, Request } from './worker-calls.ts';

/** So many questions wait for their turn; a further one is told to come again. */
export const MOST_WAITING = 64;

/** The file of the thread stands beside this one, as TypeScript in a checkout and as JavaScript once packed. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './index-worker.ts' : './index-worker.js',
  import.meta.url,
);

/** Of large lists that are needed for one answer the fewer lie about, the sooner V8 looks for them. */
const LIMITS = { maxYoungGenerationSizeMb: 12 };

interface Waiting {
  readonly isQuestion: boolean;
  answered(value: never): void;
  failed(reason: Error): void;
}

type Sent = Request extends infer One ? (One extends Request ? Omit<One, 'call'> : never) : never;

/** The thread, and who waits for an answer of it. A thread that has died is started again with the next call. */
class Thread {
  readonly #folder: string;
  readonly #log: InvertedOptions['log'];
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #calls = 0;
  #questions = 0;

  constructor(folder: string, log: InvertedOptions['log']) {
    this.#folder = folder;
    this.#log = log;
  }

  get isRunning(): boolean {
    return this.#worker !== undefined;
  }
  nextCall(): number {
    return ++this.#calls;
  }

  /** Sends a request, and waits for what comes back. */
  ask<T>(sent: Sent, isQuestion: boolean, call = this.nextCall()): Promise<T> {
    if (isQuestion && this.#questions >= MOST_WAITING)
      return Promise.reject(new Failure(problem('search-busy', {}), { cause: undefined }));
    return new Promise<T>((resolve, reject) => {
      const worker = (this.#worker ??= this.#start());
      if (isQuestion) this.#questions++;
      this.#waiting.set(call, { isQuestion, answered: resolve, failed: reject });
      worker.ref();
      worker.postMessage({ ...sent, call });
    });
  }

  #start(): Worker {
    const worker = new Worker(WORKER, { workerData: this.#folder, resourceLimits: LIMITS });
    worker.on('message', (reply: Reply) => this.#take(reply));
    worker.on('error', (reason) => this.#log?.(reason));
    worker.on('exit', () => this.#ended(worker));
    return worker;
  }

  #take(reply: Reply): void {
    if ('log' in reply) {
      this.#log?.(new Error(reply.log));
      return;
    }
    const waiting = this.#done(reply.call);
    if ('failed' in reply) waiting?.failed(errorOf(reply.failed));
    else waiting?.answered(reply.value);
  }
  #done(call: number): Waiting | undefined {
    const waiting = this.#waiting.get(call);
    this.#waiting.delete(call);
    if (waiting?.isQuestion === true) this.#questions--;
    // A thread that nobody waits for keeps no process from ending.
    if (this.#waiting.size === 0) this.#worker?.unref();
    return waiting;
  }

  #ended(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const call of [...this.#waiting.keys()])
      this.#done(call)?.failed(
        new Failure(problem('search-busy', {}), { cause: new Error('the thread of the index has ended') }),
      );
  }

  /** Ends the thread without asking it. */
  async end(): Promise<void> {
    await this.#worker?.terminate();
  }
}

const errorOf = ({ message, problem: said }: Failed): Error =>
  said === undefined ? new Error(message) : new Failure(said, { cause: message });

export interface ThreadedIndex extends SearchIndex {
  /** Ends the thread as a crash would; the next call starts another. */
  endThread(): Promise<void>;
}

/** The inverted index of a folder in a thread of its own, so that a search keeps no reader of pages waiting. */
export function openInThread(folder: string, { log }: Pick<InvertedOptions, 'log'> = {}): ThreadedIndex {
  const thread = new Thread(folder, log);
  return {
    update: (...given) => thread.ask({ name: 'update', given }, false),
    coveredTo: (...given) => thread.ask({ name: 'coveredTo', given }, false),
    search: (...given) => thread.ask({ name: 'search', given }, true),
    countValues: (...given) => thread.ask({ name: 'countValues', given }, true),
    suggest: (...given) => thread.ask({ name: 'suggest', given }, true),
    corrections: (...given) => thread.ask({ name: 'corrections', given }, true),
    documentsWith: (...given) => thread.ask({ name: 'documentsWith', given }, true),
    sharingPrints: (...given) => thread.ask({ name: 'sharingPrints', given }, true),
    citing: (...given) => thread.ask({ name: 'citing', given }, true),
    similar: (...given) => thread.ask({ name: 'similar', given }, true),
    scan: (query) => scanned(thread, query),
    settle: (...given) => thread.ask({ name: 'settle', given }, false),
    clear: (...given) => thread.ask({ name: 'clear', given }, false),
    close: async () => {
      if (thread.isRunning) await thread.ask({ name: 'close', given: [] }, false);
      await thread.end();
    },
    endThread: () => thread.end(),
  };
}

async function* scanned(thread: Thread, query: Parameters<SearchIndex['scan']>[0]): AsyncGenerator<RecordId> {
  const scan = thread.nextCall();
  await thread.ask({ name: 'scan', given: [query] }, true, scan);
  let isEnd = false;
  try {
    while (!isEnd) {
      const more = await thread.ask<More>({ name: 'more', scan }, true);
      yield* more.ids;
      isEnd = more.isEnd;
    }
  } finally {
    if (!isEnd) await thread.ask({ name: 'stop', scan }, false);
  }
}
