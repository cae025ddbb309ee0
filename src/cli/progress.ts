import type { Terminal } from './terminal.ts';

/** How far a long work has come, in whatever it counts. */
export interface Reached {
  readonly done: number;
  /** Absent while it is not known. */
  readonly total?: number;
  /** What it is at: a file's name. */
  readonly at?: string;
}

const DRAW_EVERY_MS = 100;
const SAY_EVERY_MS = 5000;

/**
 * Shows progress: one line that draws over itself for a person, plain lines now and then in a pipe.
 *
 *   "1,250 of 9,000 records · 412/s · 19 s left · frus1955-57v03.xml"
 */
export class Progress {
  readonly #terminal: Terminal;
  readonly #unit: string;
  readonly #startMs: number;
  #lastMs: number;
  #isDrawn = false;

  constructor(terminal: Terminal, unit: string) {
    this.#terminal = terminal;
    this.#unit = unit;
    this.#startMs = terminal.clockMs();
    this.#lastMs = this.#startMs;
  }

  reach(reached: Reached): void {
    const now = this.#terminal.clockMs();
    if (now - this.#lastMs < (this.#terminal.isWatched ? DRAW_EVERY_MS : SAY_EVERY_MS)) return;
    this.#lastMs = now;
    const line = printReached(reached, this.#unit, now - this.#startMs);
    if (this.#terminal.isWatched) this.#terminal.err(`\r\u001b[2K${line}`);
    else this.#terminal.err(`${line}\n`);
    this.#isDrawn = this.#terminal.isWatched;
  }

  /** Takes the drawn line away, so that what follows begins on a clean one. */
  end(): void {
    if (this.#isDrawn) this.#terminal.err('\r\u001b[2K');
    this.#isDrawn = false;
  }
}

/** One line of progress. */
export function printReached({ done, total, at }: Reached, unit: string, elapsedMs: number): string {
  const number = (value: number) => value.toLocaleString('en');
  const rate = elapsedMs > 0 ? (done / elapsedMs) * 1000 : 0;
  const parts = [
    total === undefined ? `${number(done)} ${unit}` : `${number(done)} of ${number(total)} ${unit}`,
    rate > 0 ? printRate(rate) : '',
    total !== undefined && rate > 0 && total > done ? `${printSpan((total - done) / rate)} left` : '',
    at ?? '',
  ];
  return parts.filter(Boolean).join(' · ');
}

/** "412/s"; what takes longer than a second, by the minute: "12 a minute". */
function printRate(rate: number): string {
  if (rate >= 1) return `${Math.round(rate).toLocaleString('en')}/s`;
  const perMinute = rate * 60;
  return `${perMinute < 10 ? perMinute.toFixed(1) : Math.round(perMinute)} a minute`;
}

/** "19 s", "4 min", "3 h" */
export function printSpan(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 100) return `${whole} s`;
  const minutes = Math.ceil(whole / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
}
