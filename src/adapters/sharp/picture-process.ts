import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PictureReply, PictureTask } from './picture-calls.ts';
import { MOST_WAITING } from './picture-limits.ts';

/** The program of the process stands beside this file, as TypeScript in a checkout and as JavaScript once packed. */
const PROGRAM = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './picture-child.ts' : './picture-child.js', import.meta.url),
);
/** A process that has had nothing to do for so long is let go. */
const IDLE_MS = 15_000;

/** What became of a task: an answer, or the process was ended by time or by itself, or too many wait. */
export type Outcome =
  PictureReply | { readonly kind: 'too-slow' } | { readonly kind: 'died' } | { readonly kind: 'busy' };

interface Waiting {
  readonly task: PictureTask;
  readonly limitMs: number;
  readonly settle: (outcome: Outcome) => void;
}

export interface PictureProcessOptions {
  /** What is run: a test brings one that fails. */
  readonly program?: string;
  readonly mostWaiting?: number;
}

/** The process that touches strangers' pictures, started when there is one, one task at a time. */
export class PictureProcess {
  readonly #waiting: Waiting[] = [];
  readonly #program: string;
  readonly #mostWaiting: number;
  #child: ChildProcess | undefined;
  #current: Waiting | undefined;
  #limit: NodeJS.Timeout | undefined;
  #idle: NodeJS.Timeout | undefined;
  #calls = 0;
  #isClosed = false;

  constructor({ program = PROGRAM, mostWaiting = MOST_WAITING }: PictureProcessOptions = {}) {
    this.#program = program;
    this.#mostWaiting = mostWaiting;
  }

  ask(task: PictureTask, limitMs: number): Promise<Outcome> {
    if (this.#waiting.length >= this.#mostWaiting || this.#isClosed) return Promise.resolve({ kind: 'busy' });
    return new Promise((settle) => {
      this.#waiting.push({ task, limitMs, settle });
      this.#next();
    });
  }

  /** Ends the process; what waits is told that it died. */
  close(): void {
    this.#isClosed = true;
    const waiting = this.#waiting.splice(0);
    this.#end({ kind: 'died' });
    for (const { settle } of waiting) settle({ kind: 'died' });
  }

  #next(): void {
    if (this.#current !== undefined) return;
    const next = this.#waiting.shift();
    clearTimeout(this.#idle);
    if (next === undefined) {
      this.#child?.unref();
      this.#child?.channel?.unref();
      this.#idle = setTimeout(() => this.#end({ kind: 'died' }), IDLE_MS);
      this.#idle.unref();
      return;
    }
    this.#current = next;
    this.#limit = setTimeout(() => this.#end({ kind: 'too-slow' }), next.limitMs);
    const child = (this.#child ??= this.#start());
    child.ref();
    child.channel?.ref();
    child.send({ call: ++this.#calls, task: next.task });
  }

  #start(): ChildProcess {
    const child = fork(this.#program, {
      execArgv: inherited(process.execArgv),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const isOurs = (): boolean => child === this.#child;
    child.on('message', (reply: PictureReply) => {
      if (isOurs() && reply.call === this.#calls) this.#settle(reply);
    });
    const gone = (): void => {
      if (isOurs()) this.#end({ kind: 'died' });
    };
    child.on('error', gone);
    child.on('exit', gone);
    return child;
  }

  /** Ends the process at once, whatever it does; what it was doing comes out so. */
  #end(outcome: Outcome): void {
    clearTimeout(this.#idle);
    const child = this.#child;
    this.#child = undefined;
    child?.kill('SIGKILL');
    this.#settle(outcome);
  }

  #settle(outcome: Outcome): void {
    clearTimeout(this.#limit);
    const current = this.#current;
    this.#current = undefined;
    current?.settle(outcome);
    if (current !== undefined && !this.#isClosed) this.#next();
  }
}

/** The flags by which this Node reads our files; those of a test run are its own. */
function inherited(flags: readonly string[]): string[] {
  return flags.flatMap((flag, at) => {
    if (flag === '--import') return [flag, flags[at + 1] ?? ''];
    return flag.startsWith('--disable-warning') || flag.startsWith('--import=') ? [flag] : [];
  });
}
