import { styleText } from 'node:util';

/** Where a command reads from and writes to. Tests bring their own. */
export interface Terminal {
  /** What was asked for: the answer, and nothing else when a program asks. */
  out(text: string | Uint8Array): void;
  /** What is said about it: problems, progress, the way out. */
  err(text: string): void;
  /** Whether `err` is watched by a person: progress may draw over itself. */
  readonly isWatched: boolean;
  readonly hasColour: boolean;
  /** Milliseconds that only rise, for rates. */
  clockMs(): number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly user: string;
  /** Resolves when the person asks to stop (Ctrl-C, or the system's own "terminate"). */
  stopped(): Promise<void>;
}

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan';

/** The text in a style, or as it is where there is no colour. */
export const styled = (terminal: Terminal, style: Style, text: string): string =>
  terminal.hasColour ? styleText(style, text, { validateStream: false }) : text;
