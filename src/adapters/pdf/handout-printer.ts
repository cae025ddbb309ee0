import { Worker } from 'node:worker_threads';
import type { Handout } from '../../core/handout.ts';
import { problem, type Problem } from '../../core/problem.ts';
import { accepted, refused, type Result } from '../../core/result.ts';
import type { HandoutPrinter } from '../../ports/handout-printer.ts';
import type { Printed, ToPrint } from './printing.ts';

/** The file of the thread stands beside this one, as TypeScript in a checkout and as JavaScript once packed. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './handout-worker.ts' : './handout-worker.js',
  import.meta.url,
);

/** What a printer may take for itself. */
export interface PrinterLimits {
  readonly mostPages: number;
  /** For one handout, once its turn has come. */
  readonly timeLimitMs: number;
  readonly mostWaiting: number;
  /** Its thread ends when nothing was printed for so long. */
  readonly idleMs: number;
  readonly memoryMb: number;
}

const LIMITS: PrinterLimits = {
  mostPages: 1500,
  timeLimitMs: 60_000,
  mostWaiting: 16,
  idleMs: 20_000,
  memoryMb: 512,
};

type Bytes = Uint8Array<ArrayBuffer>;

/** Sets handouts in a thread of its own, one after the other; it begins with the first and ends when idle. */
export function handoutPrinter(limits: Partial<PrinterLimits> = {}): HandoutPrinter {
  const press = new Press({ ...LIMITS, ...limits });
  return { print: (handout) => press.print(handout), close: () => press.close() };
}

class Press {
  readonly #limits: PrinterLimits;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(limits: PrinterLimits) {
    this.#limits = limits;
  }

  async print(handout: Handout): Promise<Result<Bytes, Problem>> {
    if (this.#waiting >= this.#limits.mostWaiting) return refused(problem('handout-busy', {}));
    this.#waiting++;
    const before = this.#turn;
    const mine = before.then(() => this.#set(handout));
    // Whoever comes next waits for this one, whatever becomes of it.
    this.#turn = mine.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await mine;
    } finally {
      this.#waiting--;
    }
  }

  async #set(handout: Handout): Promise<Result<Bytes, Problem>> {
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#start());
    worker.ref();
    const asked: ToPrint = { handout, mostPages: this.#limits.mostPages };
    const printed = await this.#answer(worker, asked);
    worker.unref();
    this.#idle = setTimeout(() => void this.close(), this.#limits.idleMs);
    this.#idle.unref();
    switch (printed.kind) {
      case 'printed':
        return accepted(printed.bytes);
      case 'too-long':
        return refused(problem('handout-too-long', {}, { facts: { limit: this.#limits.mostPages } }));
      case 'failed':
        throw new Error('a handout could not be set', { cause: printed.message });
    }
  }

  #start(): Worker {
    return new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: this.#limits.memoryMb } });
  }

  /** What the thread answers. One that runs out of time or memory is ended: the next handout starts another. */
  #answer(worker: Worker, asked: ToPrint): Promise<Printed> {
    return new Promise((resolve) => {
      const settle = (printed: Printed, isOver: boolean): void => {
        clearTimeout(timer);
        worker.off('message', told).off('error', broke).off('exit', ended);
        if (isOver && this.#worker === worker) this.#worker = undefined;
        if (isOver) void worker.terminate();
        resolve(printed);
      };
      const told = (printed: Printed): void => settle(printed, false);
      const broke = (reason: Error): void => {
        const isMemory = 'code' in reason && reason.code === 'ERR_WORKER_OUT_OF_MEMORY';
        settle(isMemory ? { kind: 'too-long' } : { kind: 'failed', message: reason.stack ?? '' }, true);
      };
      const ended = (): void => settle({ kind: 'failed', message: 'the thread has ended' }, true);
      const timer = setTimeout(() => settle({ kind: 'too-long' }, true), this.#limits.timeLimitMs);
      worker.on('message', told).on('error', broke).on('exit', ended);
      worker.postMessage(asked);
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}
