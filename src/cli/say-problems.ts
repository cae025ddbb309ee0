import type { Problem, Severity } from '../core/problem.ts';
import { sayProblem } from '../words/problems.ts';
import { styled, type Terminal } from './terminal.ts';

const COLOUR = { error: 'red', warning: 'yellow', note: 'cyan' } as const satisfies Record<Severity, string>;

/** One problem as a person reads it: where, what, the value, the way out. */
export function printProblem(terminal: Terminal, problem: Problem): string {
  const { sentence, wayOut } = sayProblem(problem);
  const where = printWhere(problem, sentence);
  const severity = styled(terminal, COLOUR[problem.severity], problem.severity);
  const isSaid = problem.value === undefined || sentence.includes(problem.value);
  const lines = [
    `${severity}: ${harmless(where ? `${where}: ${sentence}` : sentence)}`,
    ...(isSaid ? [] : [harmless(problem.value ?? '')]),
    styled(terminal, 'dim', harmless(wayOut)),
  ];
  return `${lines.join('\n    ')}\n`;
}

/** What strangers wrote may not steer a terminal: what controls it, or turns its direction, is spelt out. */
const harmless = (text: string): string =>
  text.replace(
    /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

/** "volume.xml:12:4, date": what the sentence does not say itself. */
function printWhere({ where }: Problem, sentence: string): string {
  const place = [where.file, where.line, where.column].filter((part) => part !== undefined).join(':');
  return [place, where.record, where.field].filter((part) => part && !sentence.includes(part)).join(', ');
}

/** The problem with its words, as programs get it and the report file keeps it. */
export const problemForPrograms = (problem: Problem): object => ({ ...problem, ...sayProblem(problem) });

/** Problems counted by code, most first. */
export function countByCode(problems: Iterable<Problem>): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}
