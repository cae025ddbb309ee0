import type { Command } from '../command.ts';
import { withArchive } from '../opened.ts';

export const status: Command = {
  name: 'status',
  summary: 'Show what the archive holds, and whether all is well.',
  args: [],
  options: {},
  examples: [
    { line: 'unsealed status', about: 'For people.' },
    { line: 'unsealed status --json', about: 'For programs: "documents" counts what is published and held.' },
  ],
  run: (call) =>
    withArchive(call, async (archive) => {
      const found = await archive.status();
      if (call.isJson) call.terminal.out(`${JSON.stringify(found)}\n`);
      else call.terminal.out(printStatus(found));
      return found.isBehind ? 1 : 0;
    }),
};

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

function printStatus(found: {
  readonly name: string;
  readonly lastChange: number;
  readonly indexedTo: number;
  readonly problems: number;
}): string {
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
  return `${found.name}\n\n${rows.join('')}\n${index}${problems}`;
}
