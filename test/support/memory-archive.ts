import { noImager } from '../../src/adapters/memory/imager.ts';
import { noDumps } from '../../src/adapters/memory/dump-store.ts';
import { memoryFileStore } from '../../src/adapters/memory/file-store.ts';
import { memoryJobs } from '../../src/adapters/memory/jobs.ts';
import { memoryRecordStore } from '../../src/adapters/memory/record-store.ts';
import { plainCitations } from './plain-citations.ts';
import { memorySearchIndex } from '../../src/adapters/memory/search-index.ts';
import type { Ports, Settings } from '../../src/actions/archive.ts';
import {
  importRecords,
  type ImportCounts,
  type ImportEvent,
  type ImportOptions,
} from '../../src/actions/import-records.ts';
import { nameKeysOf } from '../../src/core/names/name-keys.ts';
import type { Draft } from '../../src/core/draft.ts';
import { ALPHABET, makeId } from '../../src/core/id.ts';
import type { Problem } from '../../src/core/problem.ts';
import type { HandoutPrinter } from '../../src/ports/handout-printer.ts';
import { accepted } from '../../src/core/result.ts';
import type { World } from '../../src/ports/world.ts';

/** A world whose time only moves when told, and whose ids count up. */
export interface TestWorld extends World {
  goTo(day: string): void;
}

export function testWorld(day = '2026-06-01'): TestWorld {
  let today = day;
  let made = 0;
  return {
    goTo: (next) => {
      today = next;
    },
    now: () => `${today}T12:00:00.000Z`,
    today: () => today,
    newId: (kind) => makeId(kind, eight(made++)),
    digestOf: (text) =>
      `sha256:${text.length}:${[...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 4294967291, 7)}`,
  };
}

const eight = (count: number): string => {
  let rest = count;
  let text = '';
  for (let at = 0; at < 8; at++) {
    text = (ALPHABET[rest % 32] ?? '0') + text;
    rest = Math.floor(rest / 32);
  }
  return text;
};

const settings: Settings = {
  name: 'Test archive',
  motto: '',
  address: 'https://archive.example',
  languages: ['en'],
  timeZone: 'UTC',
};

export interface MemoryPorts extends Ports {
  readonly world: TestWorld;
}

/** Prints nothing: what is set in type has tests of its own. */
export const noPrinter: HandoutPrinter = {
  print: async () => accepted(new Uint8Array()),
  close: async () => undefined,
};

/** An archive in memory, on the ports that a real one has. */
export const memoryPorts = (): MemoryPorts => ({
  records: memoryRecordStore({ nameKeysOf }),
  files: memoryFileStore(),
  index: memorySearchIndex(),
  imager: noImager(),
  world: testWorld(),
  citations: plainCitations,
  settings,
  jobs: memoryJobs(),
  printer: noPrinter,
  dumps: noDumps(),
});

/** Imports drafts as if one file had held them; answers the counts and all problems. */
export async function importDrafts(
  ports: Ports,
  drafts: readonly Draft[],
  options: Partial<ImportOptions> = {},
): Promise<ImportCounts & { readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const files = async function* () {
    yield { name: 'drafts', reads: reads(drafts) };
  };
  const run = importRecords(ports, files(), { by: 'test', isPublishing: false, isDryRun: false, ...options });
  for (;;) {
    const step: IteratorResult<ImportEvent, ImportCounts> = await run.next();
    if (step.done) return { ...step.value, problems };
    if (step.value.kind === 'problem') problems.push(step.value.problem);
  }
}

async function* reads(
  drafts: readonly Draft[],
): AsyncGenerator<{ readonly kind: 'draft'; readonly draft: Draft }> {
  for (const draft of drafts) yield { kind: 'draft', draft };
}
