import type { Command } from '../command.ts';
import { withArchive } from '../opened.ts';

export const agents: Command = {
  name: 'agents',
  summary: 'List people who may be one person under two records.',
  about:
    'Certain matches are merged by the import itself, with the reason kept; these are the doubtful ones, for a person to decide.',
  args: [{ name: 'WHAT', about: 'What to list.', words: ['candidates'] }],
  options: {},
  examples: [
    {
      line: 'unsealed agents candidates',
      about: 'Each pair with its reason, and the command that joins them.',
    },
    { line: 'unsealed agents candidates --json', about: 'One JSON object a line.' },
  ],
  run: (call) =>
    withArchive(call, async (archive) => {
      const { terminal, isJson } = call;
      let found = 0;
      for await (const { one, other, reason } of archive.candidates()) {
        found++;
        if (isJson) terminal.out(`${JSON.stringify({ one, other, reason })}\n`);
        else
          terminal.out(
            `${one.id}  ${one.label}\n${other.id}  ${other.label}\n    ${reason}\n    unsealed merge ${other.id} --into ${one.id} --reason "…"\n\n`,
          );
      }
      if (!isJson)
        terminal.err(
          found === 0 ? 'No two people are in doubt.\n' : `${found.toLocaleString('en')} pairs.\n`,
        );
      return 0;
    }),
};
