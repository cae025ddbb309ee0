import { randomUUID } from 'node:crypto';
import type { OpenArchive, WorkEvent } from '../compose.ts';
import type { Problem } from '../core/problem.ts';
import type { Call } from './command.ts';
import { Progress } from './progress.ts';
import { printProblem, problemForPrograms } from './say-problems.ts';

/** What came of the work on scans. */
export interface Worked {
  readonly derived: number;
  /** Pages whose text was read. */
  readonly read: number;
  readonly failed: number;
  /** What still waits: to be tried again, or because it was stopped. */
  readonly left: number;
  readonly problems: readonly object[];
}

/** A try that is due so soon is waited for; others are left to the server. */
const PATIENCE_MS = 10_000;

/**
 * Works through what scans ask for, with progress, until it is done or the person stops it; what is left then
 * waits for the next command or the server. Says nothing where there is nothing to do.
 */
export async function workThrough(call: Call, archive: OpenArchive): Promise<Worked | undefined> {
  const { terminal, isJson } = call;
  const { counts } = await archive.workStatus();
  const total = pagesIn(counts, ['waiting', 'running']);
  if (total === 0) return undefined;
  const stop = new AbortController();
  void terminal.stopped().then(() => stop.abort());
  const tally = new Tally(total, new Progress(terminal, 'steps'));
  if (!isJson) terminal.err('Working on scans. Ctrl-C leaves what is left to "unsealed serve".\n');
  await archive.work({
    worker: `${process.pid} ${randomUUID()}`,
    stop: stop.signal,
    patienceMs: PATIENCE_MS,
    say: (event) => {
      const failure = tally.take(event);
      if (failure && !isJson) terminal.err(printProblem(terminal, failure));
    },
  });
  tally.progress.end();
  const after = await archive.workStatus();
  const worked = { ...tally.worked(), left: pagesIn(after.counts, ['waiting', 'running']) };
  if (!isJson) terminal.out(printWorked(worked));
  return worked;
}

type Counts = Awaited<ReturnType<OpenArchive['workStatus']>>['counts'];

const pagesIn = (counts: Counts, states: readonly Counts[number]['state'][]): number =>
  counts.filter(({ state }) => states.includes(state)).reduce((sum, { pages }) => sum + pages, 0);

/** Counts steps: a page prepared, or read, is one. */
class Tally {
  readonly progress: Progress;
  readonly #total: number;
  readonly #problems: Problem[] = [];
  #derived = 0;
  #read = 0;
  #failed = 0;
  /** Of the job that is under way. */
  #within = 0;

  constructor(total: number, progress: Progress) {
    this.#total = total;
    this.progress = progress;
  }

  /** A problem to be told now, if the event is one. */
  take(event: WorkEvent): Problem | undefined {
    const { job } = event;
    switch (event.kind) {
      case 'began':
        this.#within = 0;
        break;
      case 'reached':
        this.#within = event.done;
        break;
      case 'done':
        if (job.task.kind === 'derive') this.#derived++;
        else this.#read += this.#within;
        this.#within = 0;
        break;
      case 'failed':
        this.#within = 0;
        if (event.isFinal) {
          this.#failed++;
          this.#problems.push(event.problem);
          this.progress.end();
          return event.problem;
        }
    }
    this.progress.reach({
      done: this.#derived + this.#read + this.#within,
      total: this.#total,
      at: job.task.kind === 'derive' ? 'preparing pictures' : `reading ${job.task.document}`,
    });
    return undefined;
  }

  worked(): Omit<Worked, 'left'> {
    const problems = this.#problems.map(problemForPrograms);
    return { derived: this.#derived, read: this.#read, failed: this.#failed, problems };
  }
}

function printWorked({ derived, read, failed, left }: Worked): string {
  const number = (value: number): string => value.toLocaleString('en');
  const parts = [
    `Scans: ${number(derived)} pictures prepared, ${number(read)} pages read`,
    ...(failed > 0 ? [`${number(failed)} failed ("unsealed status" says why)`] : []),
    ...(left > 0 ? [`${number(left)} steps left for "unsealed serve"`] : []),
  ];
  return `${parts.join(', ')}.\n`;
}
