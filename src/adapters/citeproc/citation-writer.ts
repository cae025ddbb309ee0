import { Worker } from 'node:worker_threads';
import type { CitationAsked, CitationWriter } from '../../ports/citation-writer.ts';
import type { ToWrite, Written } from './citation-worker.ts';

/** How many written citations are kept at hand: those of the last few hundred pages. */
const MOST_KEPT = 2000;

/** The file of the thread stands beside this one, as TypeScript in a checkout and as JavaScript once packed. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './citation-worker.ts' : './citation-worker.js',
  import.meta.url,
);

/** What the thread may take for itself. */
export interface WriterLimits {
  /** For one page of citations, the making ready of styles included. */
  readonly timeLimitMs: number;
  readonly memoryMb: number;
}

const LIMITS: WriterLimits = { timeLimitMs: 30_000, memoryMb: 256 };

/**
 * Writes with citeproc-js, in a thread of its own that begins with the first citation: making a style ready takes
 * up to half a second, and the server answers others meanwhile. What was written is kept.
 */
export function citeprocWriter(limits: Partial<WriterLimits> = {}): CitationWriter {
  const desk = new Desk({ ...LIMITS, ...limits });
  const kept = new Map<string, string>();
  const keep = (key: string, written: string): void => {
    if (kept.size >= MOST_KEPT)
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        break;
      }
    kept.set(key, written);
  };
  return {
    async write(asked) {
      const keys = asked.map((one) => JSON.stringify(one));
      const missing = asked.flatMap((one, at) => (kept.has(keys[at] ?? '') ? [] : [{ one, at }]));
      const known = keys.map((key) => kept.get(key) ?? '');
      if (missing.length === 0) return known;
      const written = await desk.write(missing.map(({ one }) => one));
      missing.forEach(({ at }, n) => {
        known[at] = written[n] ?? '';
        keep(keys[at] ?? '', known[at]);
      });
      return known;
    },
    close: () => desk.close(),
  };
}

interface Asking {
  settle(written: Written): void;
}

/** The thread, and who waits for it. */
class Desk {
  readonly #limits: WriterLimits;
  readonly #asking = new Map<number, Asking>();
  #worker: Worker | undefined;
  #count = 0;

  constructor(limits: WriterLimits) {
    this.#limits = limits;
  }

  write(asked: readonly CitationAsked[]): Promise<readonly string[]> {
    const worker = (this.#worker ??= this.#start());
    const number = this.#count++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#end(worker, 'citations took too long'), this.#limits.timeLimitMs);
      const settle = (written: Written): void => {
        clearTimeout(timer);
        this.#asking.delete(number);
        // A thread that nobody waits for keeps no process alive.
        if (this.#asking.size === 0) worker.unref();
        if (written.kind === 'written') resolve(written.written);
        else reject(new Error('a citation could not be written', { cause: written.message }));
      };
      this.#asking.set(number, { settle });
      worker.ref();
      worker.postMessage({ number, asked } satisfies ToWrite);
    });
  }

  #start(): Worker {
    const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: this.#limits.memoryMb } });
    worker.on('message', (written: Written) => this.#asking.get(written.number)?.settle(written));
    worker.on('error', (reason: Error) => this.#end(worker, reason.stack ?? reason.message));
    worker.on('exit', () => this.#end(worker, 'the thread has ended'));
    return worker;
  }

  /** Whoever waits for it is told; the next citation starts another. */
  #end(worker: Worker, message: string): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const [number, { settle }] of [...this.#asking]) settle({ number, kind: 'failed', message });
    void worker.terminate();
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    this.#end(worker, 'the archive was closed');
    await worker.terminate();
  }
}
