import type { Command } from '../command.ts';
import { serveArchive } from '../serve-archive.ts';
import { folderOf, withArchive } from '../opened.ts';

export const serve: Command = {
  name: 'serve',
  summary: 'Open the archive to readers, until stopped.',
  args: [],
  options: {
    port: { takes: 'PORT', about: 'The port; 0 takes a free one.', otherwise: 'PORT, else 4848' },
    host: { takes: 'HOST', about: 'The address to listen on.', otherwise: 'HOST, else 127.0.0.1' },
  },
  examples: [
    { line: 'unsealed serve --dir my-archive', about: 'At http://127.0.0.1:4848, for this machine alone.' },
    { line: 'unsealed serve --host 0.0.0.0 --port 80', about: 'For everyone who can reach this machine.' },
  ],
  run: (call) => withArchive(call, async (archive) => serveArchive(archive, await folderOf(call), call)),
};
