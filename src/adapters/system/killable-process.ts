import { fork, type ChildProcess } from 'node:child_process';

/** What came of a call: its reply, or that the process took too long, or died of it. */
export type Outcome<Reply> = Reply | { readonly kind: 'late' } | { readonly kind: 'died' };

export interface ProcessLimits {
  /** The most memory that WebAssembly may take in it. */
  readonly memoryBytes: number;
  /** Without a call for so long, the process is ended. */
  readonly idleMs: number;
  /** What it may do beside reading files: "--allow-addons", "--allow-worker". */
  readonly permissions?: readonly string[];
}

const WASM_PAGE_BYTES = 65_536;
const HEAP_MB = 1024;
const MOST_STDERR = 4096;

/** The program beside a module: as TypeScript in a checkout and as JavaScript once packed. */
export const programBeside = (moduleUrl: string, name: string): URL =>
  new URL(`./${name}${moduleUrl.endsWith('.ts') ? '.ts' : '.js'}`, moduleUrl);

/**
 * A process in which strangers' bytes are read: it may read files, and may not write, start anything or reach
 * the network. It is started by the first call, and again after it was ended. One call at a time.
 */
export class KillableProcess<Call extends object, Reply extends object> {
  readonly #program: URL;
  readonly #limits: ProcessLimits;
  #process: ChildProcess | undefined;
  #waiting: ((outcome: Outcome<Reply>) => void) | undefined;
  #idle: NodeJS.Timeout | undefined;
  #said = '';

  constructor(program: URL, limits: ProcessLimits) {
    this.#program = program;
    this.#limits = limits;
  }

  /** True while the process of the last call lives, and with it what it holds. */
  get isAlive(): boolean {
    return this.#process !== undefined;
  }

  /** What the last process complained of, for those who look into why it cannot be started. */
  get complaint(): string {
    return this.#said;
  }

  /** Late means that the process was killed. */
  ask(call: Call, timeoutMs: number): Promise<Outcome<Reply>> {
    clearTimeout(this.#idle);
    const child = (this.#process ??= this.#start());
    child.ref();
    child.channel?.ref();
    return new Promise<Outcome<Reply>>((resolve) => {
      const late = setTimeout(() => {
        this.end();
        resolve({ kind: 'late' });
      }, timeoutMs);
      this.#waiting = (outcome) => {
        clearTimeout(late);
        this.#waiting = undefined;
        this.#rest(child);
        resolve(outcome);
      };
      child.send(call, (failed) => {
        if (failed) this.#ended(child);
      });
    });
  }

  #start(): ChildProcess {
    const wasmPages = Math.floor(this.#limits.memoryBytes / WASM_PAGE_BYTES);
    const child = fork(this.#program, [], {
      execArgv: [
        '--permission',
        '--allow-fs-read=*',
        ...(this.#limits.permissions ?? []),
        '--disable-warning=ExperimentalWarning',
        '--disable-warning=SecurityWarning',
        `--wasm-max-mem-pages=${wasmPages}`,
        `--max-old-space-size=${HEAP_MB}`,
      ],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#said = (this.#said + text).slice(0, MOST_STDERR);
    });
    child.on('message', (reply: Reply) => this.#waiting?.(reply));
    child.on('error', () => this.#ended(child));
    child.on('exit', () => this.#ended(child));
    return child;
  }

  /** A process that nobody waits for keeps no other from ending. */
  #rest(child: ChildProcess): void {
    child.unref();
    child.channel?.unref();
    this.#idle = setTimeout(() => this.end(), this.#limits.idleMs).unref();
  }

  #ended(child: ChildProcess): void {
    if (this.#process !== child) return;
    this.#process = undefined;
    this.#waiting?.({ kind: 'died' });
  }

  end(): void {
    clearTimeout(this.#idle);
    const child = this.#process;
    this.#process = undefined;
    this.#waiting = undefined;
    child?.kill('SIGKILL');
  }
}
