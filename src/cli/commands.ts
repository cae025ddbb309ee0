import { problem } from '../core/problem.ts';
import { CouldNot, type Command } from './command.ts';
import { agents } from './commands/agents.ts';
import { documents } from './commands/documents.ts';
import { embargo } from './commands/embargo.ts';
import { exportCommand } from './commands/export.ts';
import { get } from './commands/get.ts';
import { importCommand } from './commands/import.ts';
import { init } from './commands/init.ts';
import { mcp } from './commands/mcp.ts';
import { merge } from './commands/merge.ts';
import { publish } from './commands/publish.ts';
import { reindex } from './commands/reindex.ts';
import { release } from './commands/release.ts';
import { restrict } from './commands/restrict.ts';
import { serve } from './commands/serve.ts';
import { status } from './commands/status.ts';
import { unmerge } from './commands/unmerge.ts';
import { verify } from './commands/verify.ts';
import { withdraw } from './commands/withdraw.ts';
import { helpOf, helpOfAll } from './help.ts';
import { nearest } from './nearest.ts';

const help: Command = {
  name: 'help',
  summary: 'List the commands, or show how one is used.',
  args: [{ name: 'COMMAND', about: 'The name of a command.', isOptional: true }],
  options: {},
  examples: [
    { line: 'unsealed help import', about: 'How to bring files in.' },
    { line: 'unsealed import --help', about: 'The same.' },
  ],
  async run({ line, terminal }) {
    const name = line.arg('COMMAND');
    terminal.out(name === undefined ? helpOfAll(COMMANDS) : helpOf(commandNamed(name)));
    return 0;
  },
};

/** The command of a name, or the end of the line with what was probably meant. */
export function commandNamed(name: string): Command {
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

/** Every command, in the order in which a person meets them. */
export const COMMANDS: readonly Command[] = [
  init,
  serve,
  importCommand,
  get,
  publish,
  embargo,
  restrict,
  release,
  withdraw,
  merge,
  unmerge,
  agents,
  documents,
  status,
  reindex,
  verify,
  exportCommand,
  mcp,
  help,
];
