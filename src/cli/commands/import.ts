import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { FORMATS, IMPORT_REPORT, type ImportOutcome, type OpenArchive } from '../../compose.ts';
import { problem, type Problem } from '../../core/problem.ts';
import { exitCodeOf } from '../act-on-each.ts';
import { CouldNot, type Call, type Command, type ExitCode } from '../command.ts';
import { folderOf, withArchive } from '../opened.ts';
import { Progress } from '../progress.ts';
import { idOf } from '../read-values.ts';
import { workThrough } from '../work-through.ts';
import { countByCode, printProblem, problemForPrograms } from '../say-problems.ts';

/** How many problems are shown one by one; the report has them all. */
const SHOWN = 100;

export const importCommand: Command = {
  name: 'import',
  summary: 'Bring files, folders and zips in.',
  about:
    'What they are is told by their content. Originals are kept as they are; what is read of them becomes drafts, unless they are to be published. Run again, it changes only what changed; stopped, it goes on where it was.',
  args: [{ name: 'PATH', about: 'A file, a folder, or a zip.', isMany: true }],
  options: {
    format: { takes: 'FORMAT', about: 'What they are.', words: ['auto', ...FORMATS], otherwise: 'auto' },
    collection: { takes: 'ID', about: 'A collection that all documents become part of, too.' },
    mapping: { takes: 'FILE', about: 'What the columns of a table, or the elements of an XML, mean.' },
    language: {
      takes: 'LANGUAGE',
      about: 'What scans are written in, where a table does not say: by it they are read.',
    },
    publish: { about: 'Publish what comes in.' },
    later: { about: 'Leave the work on scans (pictures, text) to "unsealed serve".' },
    'dry-run': { about: 'Read and check everything, write nothing.' },
    report: {
      takes: 'FILE',
      about: 'Where every problem is written, as JSON Lines.',
      otherwise: 'derived/import-problems.jsonl of the archive',
    },
  },
  examples: [
    {
      line: 'unsealed import volume.xml --publish',
      about: 'A TEI volume: a collection, its documents and people.',
    },
    {
      line: 'unsealed import papers.csv scans/ --collection c9k2m4p7qx',
      about: 'A table and the files that it names.',
    },
    {
      line: 'unsealed import box12/ --language fr --publish',
      about: 'A folder of scans: its documents, read and searchable.',
    },
    { line: 'unsealed import box12.zip --dry-run --report problems.jsonl', about: 'What would come of it.' },
  ],
  run: async (call) => {
    const paths = await pathsOf(call);
    return withArchive(call, (archive) => importPaths(call, archive, paths));
  },
};

/** The paths, each of which is there: a slip is said before anything is done. */
async function pathsOf({ line, terminal }: Call): Promise<readonly string[]> {
  const paths = line.many('PATH').map((path) => resolve(terminal.cwd, path));
  const missing: Problem[] = [];
  for (const path of paths)
    if (!(await isThere(path))) missing.push(problem('file-unreadable', { file: path }));
  if (missing.length > 0) throw new CouldNot(...missing);
  return paths;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (reason) {
    if (
      reason instanceof Error &&
      'code' in reason &&
      (reason.code === 'ENOENT' || reason.code === 'ENOTDIR')
    )
      return false;
    throw reason;
  }
}

async function importPaths(call: Call, archive: OpenArchive, paths: readonly string[]): Promise<ExitCode> {
  const { line, terminal, isJson, by } = call;
  const [collection, mapping, report, language] = ['collection', 'mapping', 'report', 'language'].map(
    (name) => line.option(name),
  );
  const events = archive.importPaths(paths, {
    by,
    format: line.option('format') ?? 'auto',
    isPublishing: line.has('publish'),
    isDryRun: line.has('dry-run'),
    ...(collection === undefined ? {} : { collection: idOf(collection) }),
    ...(language === undefined ? {} : { language }),
    ...(mapping === undefined ? {} : { mapping: resolve(terminal.cwd, mapping) }),
  });
  const kept = join(await folderOf(call), 'derived', IMPORT_REPORT);
  const told = new Told(call, report === undefined ? kept : resolve(terminal.cwd, report));
  const progress = new Progress(terminal, 'records');
  let at = '';
  for (;;) {
    const { value, done } = await events.next();
    if (done) {
      progress.end();
      await told.end();
      if (!isJson) terminal.out(told.printOutcome(value, line.has('dry-run')));
      const work = line.has('dry-run') || line.has('later') ? undefined : await workThrough(call, archive);
      if (isJson)
        terminal.out(`${JSON.stringify({ ...told.forPrograms(value), ...(work ? { work } : {}) })}\n`);
      return exitCodeOf(told.problems, value.created + value.updated + value.unchanged > 0);
    }
    if (value.kind === 'problem') {
      progress.end();
      await told.tell(value.problem);
    } else if (value.kind === 'file') at = value.name;
    else progress.reach({ done: value.counts.created + value.counts.updated + value.counts.unchanged, at });
  }
}

/** What an import says of problems: the first on the terminal, all of them in the report, and a count by code. */
class Told {
  readonly problems: Problem[] = [];
  readonly #call: Call;
  readonly #report: ReturnType<typeof createWriteStream>;
  readonly #path: string;
  #shown = 0;

  constructor(call: Call, path: string) {
    this.#call = call;
    this.#path = path;
    this.#report = createWriteStream(path);
  }

  async tell(one: Problem): Promise<void> {
    this.problems.push(one);
    if (!this.#report.write(`${JSON.stringify(problemForPrograms(one))}\n`))
      await once(this.#report, 'drain');
    if (this.#call.isJson || one.severity === 'note' || this.#shown >= SHOWN) return;
    this.#shown++;
    this.#call.terminal.err(printProblem(this.#call.terminal, one));
  }

  async end(): Promise<void> {
    this.#report.end();
    await once(this.#report, 'finish');
  }

  forPrograms(outcome: ImportOutcome): object {
    return {
      ...outcome,
      problems: this.problems.length,
      byCode: Object.fromEntries(countByCode(this.problems)),
      listed: this.problems.slice(0, SHOWN).map(problemForPrograms),
      report: this.#path,
    };
  }

  printOutcome({ created, updated, unchanged, merged, documents }: ImportOutcome, isDryRun: boolean): string {
    const number = (value: number): string => value.toLocaleString('en');
    const first = isDryRun ? 'Nothing was written. There would be' : 'There are';
    const counts = `${first} ${number(created)} new records, ${number(updated)} changed, ${number(unchanged)} as they were${merged > 0 ? `, ${number(merged)} merged` : ''}: ${number(documents)} documents.\n`;
    if (this.problems.length === 0) return `${counts}No problems.\n`;
    const rows = countByCode(this.problems).map(
      ([code, count]) => `  ${number(count).padStart(9)}  ${code}\n`,
    );
    return `${counts}Problems and notes, ${number(this.problems.length)} in all:\n${rows.join('')}All are in ${this.#path}.\n`;
  }
}
