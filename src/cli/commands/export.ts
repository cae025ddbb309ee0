import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { OpenArchive } from '../../compose.ts';
import { problem } from '../../core/problem.ts';
import { CouldNot, type Call, type Command, type ExitCode } from '../command.ts';
import { exportData } from '../export-data.ts';
import { withArchive } from '../opened.ts';

/** What is said of a dump alone. */
const OF_DATA = ['forms', 'date', 'keep'] as const;

export const exportCommand: Command = {
  name: 'export',
  summary:
    'Write all records as JSON Lines, which "unsealed import" reads back without loss; or a dump of everything public in all forms.',
  about:
    'Without --public or --data it holds the newest version of every record, drafts and what is held back too: keep it as safe as the archive. With --data it makes a dated dump of what readers may see, as JSON Lines, CSV, TEI and SQLite with a description, schema, counts and digests: the same records give the same bytes. Readers have it at /data, as long as nothing in it is taken back.',
  args: [],
  options: {
    format: { takes: 'FORMAT', about: 'The form of the records.', words: ['jsonl'], otherwise: 'jsonl' },
    out: {
      takes: 'PATH',
      about: 'Where to write: a file; for --data a folder that is empty or absent.',
      otherwise: 'here; for --data the archive’s own derived/data, where readers have it',
    },
    public: { about: 'Only what readers may see, as they may see it.' },
    data: { about: 'A dump of everything public, in all forms.' },
    forms: { takes: 'FORMS', about: 'For --data: which of jsonl, csv, tei, sqlite.', otherwise: 'all' },
    date: {
      takes: 'DAY',
      about: 'For --data: the day by which it is called.',
      otherwise: 'that of the last public change',
    },
    keep: { takes: 'NUMBER', about: 'For --data: take away all dumps but so many of the newest.' },
  },
  examples: [
    { line: 'unsealed export --out records.jsonl', about: 'Every record, a line each.' },
    { line: 'unsealed export --public > public.jsonl', about: 'What anyone may have.' },
    { line: 'unsealed export --data --keep 4', about: 'A new dump for /data; the four newest stay.' },
    {
      line: 'unsealed export --data --out ./papers --forms csv,sqlite',
      about: 'Tables and a database, in a folder of your own.',
    },
  ],
  run: (call) => {
    const { line } = call;
    const isOfData = line.has('data');
    const astray = isOfData ? undefined : OF_DATA.find((name) => line.option(name) !== undefined);
    if (isOfData && line.has('public')) throw notTogether('--public', '--data');
    if (astray !== undefined)
      throw new CouldNot(
        problem('argument-missing', { field: `--data (for --${astray})` }, { facts: { command: 'export' } }),
      );
    return withArchive(call, (archive) =>
      isOfData ? exportData(call, archive) : exportLines(call, archive),
    );
  },
};

const notTogether = (field: string, other: string): CouldNot =>
  new CouldNot(
    problem('option-wrong', { field }, { facts: { command: 'export', why: 'not-together', other } }),
  );

async function exportLines({ line, terminal, isJson }: Call, archive: OpenArchive): Promise<ExitCode> {
  const out = line.option('out');
  const lines = line.has('public') ? archive.publicLines() : archive.lines();
  if (out === undefined) {
    for await (const one of lines) terminal.out(`${one}\n`);
    return 0;
  }
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
    isJson
      ? `${JSON.stringify({ written, file: path })}\n`
      : `${written.toLocaleString('en')} records are in ${path}.\n`,
  );
  return 0;
}
