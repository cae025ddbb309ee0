import { mkdir, readdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { initArchive } from '../../compose.ts';
import { problem } from '../../core/problem.ts';
import { readSettings, SETTINGS_FILE } from '../../config.ts';
import { CouldNot, type Command } from '../command.ts';

export const init: Command = {
  name: 'init',
  summary: 'Make a new archive in a folder.',
  args: [
    {
      name: 'FOLDER',
      about: 'Where; it is made if it is not there. Otherwise: --dir, UNSEALED_DIR or this folder.',
      isOptional: true,
    },
  ],
  options: {
    name: { takes: 'NAME', about: 'The name of the archive.', otherwise: 'the name of the folder' },
    motto: { takes: 'WORDS', about: 'One line beneath the name.' },
    address: { takes: 'URL', about: 'Where readers will find it.', otherwise: 'http://127.0.0.1:4848' },
    language: { takes: 'TAG', about: 'The language of the site, BCP 47.', otherwise: 'en' },
    'time-zone': { takes: 'ZONE', about: 'Where its days begin, such as Europe/Berlin.', otherwise: 'UTC' },
  },
  examples: [
    {
      line: 'unsealed init my-archive --name "Papers of the Harbour Commission"',
      about: 'An empty archive.',
    },
    { line: 'unsealed --help', about: 'What to do with it next.' },
  ],
  async run({ line, terminal, isJson }) {
    const folder = resolve(
      terminal.cwd,
      line.arg('FOLDER') ?? line.option('dir') ?? terminal.env['UNSEALED_DIR'] ?? '.',
    );
    await mkdir(folder, { recursive: true });
    const held = await readdir(folder);
    if (held.includes(SETTINGS_FILE)) throw new CouldNot(problem('archive-exists', { file: folder }));
    const settings = readSettings(
      JSON.stringify({
        name: line.option('name') ?? basename(folder),
        motto: line.option('motto'),
        address: line.option('address'),
        languages: line.option('language')?.split(','),
        timeZone: line.option('time-zone'),
      }),
      SETTINGS_FILE,
    );
    if (!settings.ok) throw new CouldNot(...settings.problem);
    const made = await initArchive(folder, settings.value);
    if (!made.ok) throw new CouldNot(made.problem);
    terminal.out(
      isJson
        ? `${JSON.stringify({ folder, settings: settings.value })}\n`
        : `An archive is in ${folder}.\n\n  unsealed import PATH… --publish --dir ${folder}\n  unsealed serve --dir ${folder}\n`,
    );
    return 0;
  },
};
