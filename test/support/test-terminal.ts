import type { Terminal } from '../../src/cli/terminal.ts';

/** A terminal that remembers what was written, and whose clock goes on when told. */
export interface TestTerminal extends Terminal {
  outText(): string;
  errText(): string;
  /** The first thing that is answered, once it is; what was said beside it if nothing ever will be. */
  firstOut(): Promise<string>;
  pass(ms: number): void;
  stop(): void;
}

/** A terminal for tests: no colour, no environment, and the folder it is told. */
export function testTerminal(
  given: Partial<Pick<Terminal, 'isWatched' | 'env' | 'cwd' | 'user'>> = {},
): TestTerminal {
  const decoder = new TextDecoder();
  const [out, err]: [string[], string[]] = [[], []];
  const { promise, resolve } = Promise.withResolvers<void>();
  const first = Promise.withResolvers<string>();
  let clockMs = 0;
  return {
    isWatched: given.isWatched ?? false,
    hasColour: false,
    env: given.env ?? {},
    cwd: given.cwd ?? '.',
    user: given.user ?? 'tester',
    out: (text) => {
      out.push(typeof text === 'string' ? text : decoder.decode(text));
      first.resolve(out.join(''));
    },
    err: (text) => {
      err.push(text);
      first.resolve(err.join(''));
    },
    clockMs: () => clockMs,
    stopped: () => promise,
    outText: () => out.join(''),
    errText: () => err.join(''),
    firstOut: () => first.promise,
    pass: (ms) => void (clockMs += ms),
    stop: () => resolve(),
  };
}
