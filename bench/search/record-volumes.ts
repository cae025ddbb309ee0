import { createWriteStream, readdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { openFileStore } from '../../src/adapters/disk/file-store.ts';
import { diskIntake } from '../../src/adapters/intake/intake.ts';
import { memorySearchIndex } from '../../src/adapters/memory/search-index.ts';
import { openRecordStore } from '../../src/adapters/sqlite/record-store.ts';
import { systemWorld } from '../../src/adapters/system/world.ts';
import { followChanges } from '../../src/actions/follow-changes.ts';
import { importRecords } from '../../src/actions/import-records.ts';
import { readFiles } from '../../src/actions/read-files.ts';
import { nameKeysOf } from '../../src/core/names/name-keys.ts';
import type { SearchIndex } from '../../src/ports/search-index.ts';
import type { Corpus } from './corpus.ts';

/** Imports all TEI volumes of a folder as the archive does, and writes down what an index is told of them. */
export async function recordVolumes(volumes: string, folder: string): Promise<Corpus> {
  const opened = await openRecordStore(join(folder, 'archive.sqlite'), { nameKeysOf, ifAbsent: 'make' });
  if (!opened.ok) throw new Error(opened.problem.code);
  const path = join(folder, 'documents.jsonl');
  const out = createWriteStream(path);
  const recorded = recorder(async (line) => {
    if (!out.write(line)) await once(out, 'drain');
  });
  const ports = {
    records: opened.value,
    files: await openFileStore(join(folder, 'files')),
    index: recorded.index,
    world: systemWorld({ timeZone: 'UTC' }),
    intake: diskIntake({ isZip: () => false }),
  };
  const paths = readdirSync(volumes)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => join(volumes, name));
  const files = readFiles(ports, paths, { format: 'auto', isDryRun: false });
  const importing = importRecords(ports, files, { by: 'bench', isPublishing: true, isDryRun: false });
  for await (const _ of importing) continue;
  for await (const _ of followChanges(ports)) continue;
  await ports.records.close();
  out.end();
  await once(out, 'finish');
  return { kind: 'file', count: recorded.count(), path };
}

/** An index that keeps nothing but what it was told. */
function recorder(write: (line: string) => Promise<void>): {
  readonly index: SearchIndex;
  readonly count: () => number;
} {
  const told = new Set<string>();
  let covered = 0;
  const index: SearchIndex = {
    ...memorySearchIndex(),
    coveredTo: async () => covered,
    async update({ put, upTo }) {
      for (const document of put) {
        if (told.has(document.id)) throw new Error(`${document.id} was told twice`);
        told.add(document.id);
        await write(`${JSON.stringify(document)}\n`);
      }
      covered = upTo;
    },
  };
  return { index, count: () => told.size };
}
