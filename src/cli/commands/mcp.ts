import type { Command } from '../command.ts';
import { withArchive } from '../opened.ts';

export const mcp: Command = {
  name: 'mcp',
  summary: 'Let an assistant on this machine search and read the archive.',
  about:
    'Speaks the Model Context Protocol over its input and output: an assistant starts it, a person hardly ever does. It only reads, shows what the site shows, and runs beside a server. A server answers the same at /mcp.',
  args: [],
  options: {},
  examples: [
    {
      line: 'unsealed mcp --dir my-archive',
      about: 'As it stands in the settings of an assistant: the command, and its arguments.',
    },
  ],
  run: (call) =>
    withArchive(
      call,
      async (archive) => {
        await archive.assist(process.stdin, process.stdout, call.terminal.stopped());
        return 0;
      },
      { isReading: true },
    ),
};
