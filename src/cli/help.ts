import { GLOBAL_OPTIONS, type Argument, type Command, type Option } from './command.ts';

const WIDTH = 100;

/** How a command is called: "unsealed import PATH… [options]". */
export const usageOf = (command: Command): string =>
  ['unsealed', command.name, ...command.args.map(printArgument), optionsHint(command)]
    .filter(Boolean)
    .join(' ');

function printArgument({ name, isOptional, isMany, words }: Argument): string {
  const shown = words ? words.join('|') : `${name}${isMany ? '…' : ''}`;
  return isOptional ? `[${shown}]` : shown;
}

function optionsHint({ options }: Command): string {
  const required = Object.entries(options).filter(([, option]) => option.isRequired);
  const others = Object.keys(options).length > required.length;
  return [...required.map(([name, option]) => `--${name} ${option.takes ?? ''}`), others ? '[options]' : '']
    .filter(Boolean)
    .join(' ');
}

/** The whole help of one command. */
export function helpOf(command: Command): string {
  const parts = [
    `${usageOf(command)}\n\n${wrap([command.summary, command.about].filter(Boolean).join(' '), 0)}`,
  ];
  if (command.args.length > 0)
    parts.push(`Arguments\n${table(command.args.map((argument) => [argument.name, argument.about]))}`);
  if (Object.keys(command.options).length > 0) parts.push(`Options\n${optionTable(command.options)}`);
  parts.push(`Options of every command\n${optionTable(GLOBAL_OPTIONS)}`);
  parts.push(
    `Examples\n${command.examples.map(({ line, about }) => `  ${line}\n      ${about}`).join('\n')}`,
  );
  return `${parts.join('\n\n')}\n`;
}

/** The list of commands. */
export function helpOfAll(commands: readonly Command[]): string {
  return [
    'unsealed COMMAND [arguments] [options]',
    'An archive of declassified and historical primary sources: one process, one folder, one command.',
    `Commands\n${table(commands.map((command) => [command.name, command.summary]))}`,
    `Options of every command\n${optionTable(GLOBAL_OPTIONS)}`,
    'Exit codes\n  0  done\n  1  done, with problems listed\n  2  could not',
    '"unsealed COMMAND --help" shows how a command is used, with examples.',
    '',
  ].join('\n\n');
}

const optionTable = (options: Readonly<Record<string, Option>>): string =>
  table(Object.entries(options).map(([name, option]) => [printOption(name, option), optionAbout(option)]));

/** "--format NAME" as the help and the reference page show it. */
export const printOption = (name: string, { takes }: Option): string =>
  takes === undefined ? `--${name}` : `--${name} ${takes}`;

/** What an option does, what it may be, and what holds without it. */
export const optionAbout = ({ about, words, otherwise, isRequired }: Option): string =>
  [
    about,
    words ? `One of: ${words.join(', ')}.` : '',
    isRequired ? 'Must be given.' : '',
    otherwise ? `Otherwise: ${otherwise}.` : '',
  ]
    .filter(Boolean)
    .join(' ');

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 4;
  return rows
    .map(([name, about]) => `  ${name.padEnd(width - 2)}${wrap(about, width).trimStart()}`)
    .join('\n');
}

function wrap(text: string, indent: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && indent + line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].map((one) => ' '.repeat(indent) + one).join('\n');
}
