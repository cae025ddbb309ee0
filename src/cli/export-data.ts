import { resolve } from 'node:path';
import { FORM_NAMES, type FormName, type OpenArchive } from '../compose.ts';
import { problem } from '../core/problem.ts';
import { CouldNot, type Call, type ExitCode } from './command.ts';
import { Progress } from './progress.ts';
import { dayOf, numberOf } from './read-values.ts';

/** What there may be at most: a dump a day, for ten years. */
const MOST_KEPT = 3650;

/** Makes a dump of everything public, and says what is in it and where. */
export async function exportData(call: Call, archive: OpenArchive): Promise<ExitCode> {
  const { line, terminal, isJson } = call;
  const [date, out, keep] = [line.option('date'), line.option('out'), line.option('keep')];
  const kept = keep === undefined ? undefined : numberOf('export', 'keep', keep, [1, MOST_KEPT]);
  const progress = new Progress(terminal, 'records');
  const making = archive.makeDump({
    forms: formsOf(line.option('forms')),
    ...(date === undefined ? {} : { date: dateOf(date) }),
    ...(out === undefined ? {} : { at: resolve(terminal.cwd, out) }),
  });
  let step = await making.next();
  while (step.done !== true) {
    progress.reach(step.value);
    step = await making.next();
  }
  progress.end();
  if (!step.value.ok) throw new CouldNot(step.value.problem);
  const { dump, folder } = step.value.value;
  const removed = kept === undefined ? [] : await archive.keepDumps(kept);
  if (isJson) {
    const { counts, files } = dump;
    terminal.out(`${JSON.stringify({ date: dump.date, folder, counts, files, removed })}\n`);
    return 0;
  }
  const { records = 0, document = 0 } = dump.counts;
  const number = (count: number): string => count.toLocaleString('en');
  terminal.out(
    `${number(records)} records, ${number(document)} of them documents, are in ${folder}:\n\n${dump.files
      .map(({ name, sizeBytes }) => `  ${name.padEnd(20)} ${number(sizeBytes).padStart(15)} bytes\n`)
      .join('')}\n`,
  );
  if (out === undefined) terminal.out('Readers have it at /data.\n');
  if (removed.length > 0) terminal.out(`Taken away: ${removed.join(', ')}.\n`);
  return 0;
}

/** Folders are called by days of four-figure years. */
const dateOf = (written: string): string => dayOf('export', '--date', written.replace(/^[+-]/, 'not $&'));

/** "jsonl,csv" -> those forms, in the order of the house; all of them if none is named. */
function formsOf(written: string | undefined): readonly FormName[] {
  if (written === undefined) return FORM_NAMES;
  const named = written.split(',').map((one) => one.trim().toLowerCase());
  const unknown = named.find((one) => !FORM_NAMES.some((form) => form === one));
  if (unknown !== undefined)
    throw new CouldNot(
      problem(
        'option-wrong',
        { field: '--forms' },
        { value: unknown, facts: { command: 'export', why: 'not-one-of', words: FORM_NAMES.join(', ') } },
      ),
    );
  return FORM_NAMES.filter((form) => named.includes(form));
}
