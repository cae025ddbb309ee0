import { parseId, type RecordId } from '../core/id.ts';
import { problem, type Problem } from '../core/problem.ts';
import { refused, type Result } from '../core/result.ts';
import type { Call, ExitCode } from './command.ts';
import { printProblem, problemForPrograms } from './say-problems.ts';

/** Does one thing to each of the records named, says what became of each and what is to be looked at, and answers with the exit code. */
export async function actOnEach<T>(
  { terminal, isJson }: Pick<Call, 'terminal' | 'isJson'>,
  ids: Iterable<string> | AsyncIterable<string>,
  done: string,
  act: (id: RecordId) => Promise<Result<T, Problem>>,
  warningsOf: (value: T) => readonly Problem[] = () => [],
): Promise<ExitCode> {
  const changed: string[] = [];
  const problems: Problem[] = [];
  for await (const written of ids) {
    const id = parseId(written);
    const outcome = id === undefined ? refused(problem('not-found', { record: written })) : await act(id);
    if (outcome.ok) {
      changed.push(written);
      if (!isJson) terminal.out(`${done} ${written}\n`);
    }
    for (const said of outcome.ok ? warningsOf(outcome.value) : [outcome.problem]) {
      problems.push(said);
      if (!isJson) terminal.err(printProblem(terminal, said));
    }
  }
  if (isJson)
    terminal.out(`${JSON.stringify({ [done]: changed, problems: problems.map(problemForPrograms) })}\n`);
  return exitCodeOf(problems, changed.length > 0);
}

/** 0 when nothing but notes was said, 1 when something was done all the same, else 2. */
export function exitCodeOf(problems: readonly Problem[], isSomethingDone: boolean): ExitCode {
  if (!problems.some(({ severity }) => severity !== 'note')) return 0;
  return isSomethingDone ? 1 : 2;
}
