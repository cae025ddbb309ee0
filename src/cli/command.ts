import type { Problem } from '../core/problem.ts';
import { Impossible } from '../core/result.ts';
import type { Terminal } from './terminal.ts';

/** 0 done; 1 done, with problems listed; 2 could not. */
export type ExitCode = 0 | 1 | 2;

export interface Argument {
  /** As the help shows it: "ID", "PATH". */
  readonly name: string;
  readonly about: string;
  readonly isOptional?: boolean;
  /** Takes all that follow. Only the last may. */
  readonly isMany?: boolean;
  /** When only these words will do. */
  readonly words?: readonly string[];
}

export interface Option {
  readonly about: string;
  /** What its value is, as the help shows it: "FILE". A switch takes none. */
  readonly takes?: string;
  /** When only these values will do. */
  readonly words?: readonly string[];
  /** What holds when it is not given, as the help shows it. */
  readonly otherwise?: string;
  readonly isRequired?: boolean;
}

/** A command: all that its help, the reference page and the line's reading need. */
export interface Command {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** More, for its own help. */
  readonly about?: string;
  readonly args: readonly Argument[];
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly { readonly line: string; readonly about: string }[];
  run(call: Call): Promise<ExitCode>;
}

/** One call of a command. */
export interface Call {
  readonly line: Line;
  readonly terminal: Terminal;
  /** Whether a program asks: the answer is JSON. */
  readonly isJson: boolean;
  /** Who acts, for the history of records. */
  readonly by: string;
}

/** Options of every command. */
export const GLOBAL_OPTIONS: Readonly<Record<string, Option>> = {
  dir: {
    takes: 'FOLDER',
    about: 'The folder of the archive.',
    otherwise: 'UNSEALED_DIR, else this folder if it holds unsealed.json',
  },
  by: { takes: 'NAME', about: 'Who does it, for the history of records.', otherwise: 'your name here' },
  json: { about: 'Answer in JSON, for programs.' },
  help: { about: 'Show how the command is used.' },
};

/** What stood on the line, read against its command. Asking for what the command does not declare is our fault. */
export class Line {
  readonly #command: Pick<Command, 'args' | 'options' | 'name'>;
  readonly #args: readonly string[];
  readonly #options: Readonly<Record<string, string | boolean | undefined>>;

  constructor(
    command: Pick<Command, 'args' | 'options' | 'name'>,
    args: readonly string[],
    options: Readonly<Record<string, string | boolean | undefined>>,
  ) {
    this.#command = command;
    this.#args = args;
    this.#options = options;
  }

  /** An argument by its name; undefined when it is optional and was not given. */
  arg(name: string): string | undefined {
    return this.#args[this.#place(name)];
  }

  /** An argument that the reading of the line has made sure of. */
  must(name: string): string {
    const value = this.arg(name);
    if (value === undefined) throw new Impossible(`${this.#command.name}: ${name} was not made sure of`);
    return value;
  }

  /** All values of an argument that takes many. */
  many(name: string): readonly string[] {
    return this.#args.slice(this.#place(name));
  }

  /** The value of an option; undefined when it was not given. */
  option(name: string): string | undefined {
    const value = this.#options[this.#declared(name)];
    return typeof value === 'string' ? value : undefined;
  }

  /** Whether a switch was given. */
  has(name: string): boolean {
    return this.#options[this.#declared(name)] === true;
  }

  #place(name: string): number {
    const place = this.#command.args.findIndex((argument) => argument.name === name);
    if (place < 0) throw new Impossible(`${this.#command.name} declares no argument ${name}`);
    return place;
  }

  #declared(name: string): string {
    if (name in this.#command.options || name in GLOBAL_OPTIONS) return name;
    throw new Impossible(`${this.#command.name} declares no option --${name}`);
  }
}

/** Ends a command that could not: the problems are said, and the exit code is 2. */
export class CouldNot extends Error {
  readonly problems: readonly Problem[];
  constructor(...problems: readonly Problem[]) {
    super(problems.map(({ code }) => code).join(', '));
    this.problems = problems;
  }
}
