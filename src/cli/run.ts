import { inspect } from 'node:util';
import { Failure } from '../core/failure.ts';
import { problem, type Problem } from '../core/problem.ts';
import { CouldNot, type Command, type ExitCode } from './command.ts';
import { COMMANDS } from './commands.ts';
import { helpOf, helpOfAll } from './help.ts';
import { nearest } from './nearest.ts';
import { parseLine } from './parse-line.ts';
import { printProblem, problemForPrograms } from './say-problems.ts';
import type { Terminal } from './terminal.ts';

/** Runs one line of words ("import", "volume.xml") and answers with the exit code. */
export function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const isJson = words.includes('--json');
  return guarded(() => dispatch(words, terminal, isJson), terminal, isJson);
}

/** Says what could not be done, once, with its way out; what was our own fault is shown whole. */
export async function guarded(
  work: () => Promise<ExitCode>,
  terminal: Terminal,
  isJson: boolean,
): Promise<ExitCode> {
  try {
    return await work();
  } catch (reason) {
    const problems = reason instanceof CouldNot ? reason.problems : worldFailure(reason);
    if (problems === undefined) terminal.err(printFault(reason));
    else sayProblems(problems, terminal, isJson);
    return 2;
  }
}

const printFault = (reason: unknown): string =>
  `This is a fault of Unsealed; please report it with what follows.\n${inspect(reason)}\n`;

async function dispatch(words: readonly string[], terminal: Terminal, isJson: boolean): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h')
    return help(
      rest.find((word) => !word.startsWith('-')),
      terminal,
    );
  const command = commandNamed(name);
  const line = parseLine(command, rest);
  if (!line.ok) throw new CouldNot(line.problem);
  if (line.value.has('help')) return help(name, terminal);
  const by = line.value.option('by') ?? terminal.user;
  return command.run({ line: line.value, terminal, isJson, by });
}

function help(name: string | undefined, terminal: Terminal): ExitCode {
  terminal.out(name === undefined ? helpOfAll(COMMANDS) : helpOf(commandNamed(name)));
  return 0;
}

function commandNamed(name: string): Command {
  const command = COMMANDS.find((one) => one.name === name);
  if (command) return command;
  const meant = nearest(
    name,
    COMMANDS.map((one) => one.name),
  );
  throw new CouldNot(
    problem('command-unknown', {}, { value: name, ...(meant === undefined ? {} : { facts: { meant } }) }),
  );
}

function sayProblems(problems: readonly Problem[], terminal: Terminal, isJson: boolean): void {
  if (isJson) terminal.out(`${JSON.stringify({ problems: problems.map(problemForPrograms) })}\n`);
  else for (const one of problems) terminal.err(printProblem(terminal, one));
}

/** A failure of the world that has a clear word; undefined for any other. */
function worldFailure(reason: unknown): readonly Problem[] | undefined {
  for (let cause = reason; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Failure) return [cause.problem];
    if (!('code' in cause)) continue;
    const file = 'path' in cause && typeof cause.path === 'string' ? { file: cause.path } : {};
    if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT') return [problem('disk-full', file)];
    if (typeof cause.code === 'string' && UNREADABLE.has(cause.code))
      return [problem('file-unreadable', file)];
  }
  return undefined;
}

const UNREADABLE = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'EISDIR',
  'ENOTDIR',
  'ENOENT',
  'EEXIST',
  'ELOOP',
  'ENAMETOOLONG',
]);
