import type { Problem, Severity } from '../core/problem.ts';
import { sayProblem } from '../words/problems.ts';
import { styled, type Terminal } from './terminal.ts';

const COLOUR = { error: 'red', warning: 'yellow', note: 'cyan' } as const satisfies Record<Severity, string>;

/** One problem as a person reads it: where, what, the value, the way out. */
export function printProblem(terminal: Terminal, problem: Problem): string {
  const { sentence, wayOut } = sayProblem(problem);
  const where = printWhere(problem, sentence);
  const head = `${styled(terminal, COLOUR[problem.severity], problem.severity)}: ${where ? `${where}: ` : ''}${sentence}`;
  const value =
    problem.value === undefined || sentence.includes(problem.value) ? '' : `\n    ${oneLine(problem.value)}`;
  return `${head}${value}\n    ${styled(terminal, 'dim', wayOut)}\n`;
}

/** "volume.xml:12:4, date": what the sentence does not say itself. */
function printWhere({ where }: Problem, sentence: string): string {
  const place = [where.file, where.line, where.column].filter((part) => part !== undefined).join(':');
  return [place, where.record, where.field].filter((part) => part && !sentence.includes(part)).join(', ');
}

const oneLine = (text: string): string => JSON.stringify(text).slice(1, -1);

/** The problem with its words, as programs get it and the report file keeps it. */
export const problemForPrograms = (problem: Problem): object => ({ ...problem, ...sayProblem(problem) });

/** Problems counted by code, most first. */
export function countByCode(problems: Iterable<Problem>): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}
