import { parseArgs } from 'node:util';
import { problem, type Problem } from '../core/problem.ts';
import { accepted, refused, type Result } from '../core/result.ts';
import { GLOBAL_OPTIONS, Line, type Command, type Option } from './command.ts';
import { nearest } from './nearest.ts';

/** A line read against a command, or the first thing that is wrong with it. */
export function parseLine(command: Command, words: readonly string[]): Result<Line, Problem> {
  const options: Readonly<Record<string, Option>> = { ...command.options, ...GLOBAL_OPTIONS };
  const { tokens, values, positionals } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { takes }]) => [
        name,
        takes === undefined ? { type: 'boolean' as const } : { type: 'string' as const },
      ]),
    ),
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const wrong = wrongOption(command, options, token.name, token.rawName, token.value);
    if (wrong) return refused(wrong);
  }
  const line = new Line(command, positionals, present(values));
  if (line.has('help')) return accepted(line);
  const wrong = wrongArguments(command, positionals) ?? missingOption(command, line);
  return wrong ? refused(wrong) : accepted(line);
}

const present = (
  values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>,
): Record<string, string | boolean> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'boolean' ? [[name, value]] : [],
    ),
  );

function wrongOption(
  command: Command,
  options: Readonly<Record<string, Option>>,
  name: string,
  written: string,
  value: string | undefined,
): Problem | undefined {
  const where = { field: written };
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    const meant = nearest(name, Object.keys(options));
    return problem('option-wrong', where, {
      facts: { command: command.name, why: 'unknown', ...(meant ? { meant: `--${meant}` } : {}) },
    });
  }
  if (option.takes === undefined && value !== undefined)
    return problem('option-wrong', where, { value, facts: { command: command.name, why: 'takes-nothing' } });
  if (option.takes !== undefined && (value === undefined || value === ''))
    return problem('option-wrong', where, {
      facts: { command: command.name, why: 'needs-value', takes: option.takes },
    });
  if (option.words && value !== undefined && !option.words.includes(value))
    return problem('option-wrong', where, {
      value,
      facts: { command: command.name, why: 'not-one-of', words: option.words.join(', ') },
    });
  return undefined;
}

function wrongArguments(command: Command, given: readonly string[]): Problem | undefined {
  const { args, name } = command;
  const missing = args.find((argument, at) => !argument.isOptional && given[at] === undefined);
  if (missing) return problem('argument-missing', { field: missing.name }, { facts: { command: name } });
  const last = args.at(-1);
  const extra = last?.isMany ? undefined : given[args.length];
  if (extra !== undefined)
    return problem('option-wrong', { field: extra }, { facts: { command: name, why: 'too-many' } });
  for (const [at, { words, name: field }] of args.entries()) {
    const value = given[at];
    if (words === undefined || value === undefined || words.includes(value)) continue;
    return problem(
      'option-wrong',
      { field },
      {
        value,
        facts: { command: name, why: 'not-one-of', words: words.join(', ') },
      },
    );
  }
  return undefined;
}

function missingOption(command: Command, line: Line): Problem | undefined {
  const missing = Object.entries(command.options).find(
    ([name, option]) => option.isRequired && line.option(name) === undefined,
  );
  return (
    missing && problem('argument-missing', { field: `--${missing[0]}` }, { facts: { command: command.name } })
  );
}
