import { inspect } from 'node:util';
import { Failure } from '../core/failure.ts';
import { problem, type Problem } from '../core/problem.ts';
import { CouldNot, type ExitCode } from './command.ts';
import { commandNamed } from './commands.ts';
import { helpOf } from './help.ts';
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

/** Ways of asking for help before there is a command. */
const HELP = new Set(['--help', '-h']);

async function dispatch(words: readonly string[], terminal: Terminal, isJson: boolean): Promise<ExitCode> {
  const [first = 'help', ...rest] = words;
  const command = commandNamed(HELP.has(first) ? 'help' : first);
  const line = parseLine(command, rest);
  if (!line.ok) throw new CouldNot(line.problem);
  if (line.value.has('help')) {
    terminal.out(helpOf(command));
    return 0;
  }
  const by = line.value.option('by') ?? terminal.user;
  return command.run({ line: line.value, terminal, isJson, by });
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
