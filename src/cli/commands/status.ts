import type { OpenArchive } from '../../compose.ts';
import type { Call, Command, ExitCode } from '../command.ts';
import { withArchive } from '../opened.ts';
import { isWorkLeft, printWork, workForPrograms } from '../print-work.ts';

export const status: Command = {
  name: 'status',
  summary: 'Show what the archive holds, what is being worked on, and whether all is well.',
  args: [],
  options: {
    watch: { about: 'Show it again each second, until the work on scans is done or you stop it.' },
  },
  examples: [
    { line: 'unsealed status', about: 'For people.' },
    { line: 'unsealed status --watch', about: 'How the reading of scans goes on, as it goes.' },
    { line: 'unsealed status --json', about: 'For programs: "documents" counts what is published and held.' },
  ],
  run: (call) =>
    withArchive(call, async (archive) => {
      if (call.line.has('watch')) return watch(call, archive);
      const found = await archive.status();
      if (call.isJson)
        call.terminal.out(`${JSON.stringify({ ...found, work: workForPrograms(found.work) })}\n`);
      else call.terminal.out(printStatus(found));
      return found.isBehind ? 1 : 0;
    }),
};

const WATCH_EVERY_MS = 1000;
/** In a pipe, a line now and then is enough. */
const SAY_EVERY = 10;

/** Draws the work over itself for a person, and says it now and then in a pipe; ends when there is none left. */
async function watch({ terminal, isJson }: Call, archive: OpenArchive): Promise<ExitCode> {
  let isStopped = false;
  const stopped = terminal.stopped().then(() => void (isStopped = true));
  let drawnLines = 0;
  for (let round = 0; ; round++) {
    const work = await archive.workStatus();
    const isLast = isStopped || !isWorkLeft(work);
    const text = isJson ? `${JSON.stringify(workForPrograms(work))}\n` : printWork(work);
    if (terminal.isWatched && !isJson) {
      terminal.out(`${drawnLines > 0 ? `\u001b[${drawnLines}A\u001b[J` : ''}${text}`);
      drawnLines = text.split('\n').length - 1;
    } else if (isLast || round % SAY_EVERY === 0) terminal.out(text);
    if (isLast) return 0;
    await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, WATCH_EVERY_MS))]);
  }
}

const LABELS: readonly (readonly [name: string, label: string])[] = [
  ['documents', 'documents, published'],
  ['notHeld', 'known but not held'],
  ['drafts', 'drafts'],
  ['embargoed', 'embargoed'],
  ['withdrawn', 'withdrawn'],
  ['collections', 'collections'],
  ['people', 'people and bodies'],
  ['places', 'places'],
  ['subjects', 'subjects'],
  ['repositories', 'repositories'],
  ['events', 'events'],
  ['terms', 'terms'],
];

function printStatus(found: Awaited<ReturnType<OpenArchive['status']>>): string {
  const counts = new Map<string, unknown>(Object.entries(found));
  const rows = LABELS.map(
    ([name, label]) =>
      `  ${Number(counts.get(name) ?? 0)
        .toLocaleString('en')
        .padStart(9)}  ${label}\n`,
  );
  const behind = found.lastChange - found.indexedTo;
  const index =
    behind > 0
      ? `The search index is ${behind.toLocaleString('en')} changes behind: "unsealed reindex" brings it up to date.\n`
      : 'The search index is up to date.\n';
  const problems =
    found.problems > 0
      ? `The last import listed ${found.problems.toLocaleString('en')} problems, in derived/import-problems.jsonl.\n`
      : '';
  const work = found.work.counts.length > 0 ? `\n${printWork(found.work)}` : '';
  return `${found.name}\n\n${rows.join('')}\n${index}${problems}${work}`;
}
