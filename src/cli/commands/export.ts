import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from '../command.ts';
import { withArchive } from '../opened.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write all records as JSON Lines, which "unsealed import" reads back without loss.',
  about:
    'It holds the newest version of every record, drafts and what is held back too: keep it as safe as the archive.',
  args: [],
  options: {
    format: { takes: 'FORMAT', about: 'The form.', words: ['jsonl'], otherwise: 'jsonl' },
    out: { takes: 'FILE', about: 'Where to write it.', otherwise: 'here' },
    public: { about: 'Only what readers may see, as they may see it.' },
  },
  examples: [
    { line: 'unsealed export --out records.jsonl', about: 'Every record, a line each.' },
    { line: 'unsealed export --public > public.jsonl', about: 'What anyone may have.' },
  ],
  run: (call) =>
    withArchive(call, async (archive) => {
      const { line, terminal } = call;
      const out = line.option('out');
      const lines = line.has('public') ? archive.publicLines() : archive.lines();
      if (out === undefined) for await (const one of lines) terminal.out(`${one}\n`);
      else {
        const path = resolve(terminal.cwd, out);
        let written = 0;
        const counted = async function* (): AsyncGenerator<string> {
          for await (const one of lines) {
            written++;
            yield `${one}\n`;
          }
        };
        await pipeline(Readable.from(counted()), createWriteStream(path));
        terminal.out(
          call.isJson
            ? `${JSON.stringify({ written, file: path })}\n`
            : `${written.toLocaleString('en')} records are in ${path}.\n`,
        );
      }
      return 0;
    }),
};
