import { noDumps } from '../../src/adapters/memory/dump-store.ts';
import { noImager } from '../../src/adapters/memory/imager.ts';
import { noPrinter } from '../../test/support/memory-archive.ts';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openFileStore } from '../../src/adapters/disk/file-store.ts';
import { openRecordStore } from '../../src/adapters/sqlite/record-store.ts';
import { plainCitations } from '../../test/support/plain-citations.ts';
import { systemWorld } from '../../src/adapters/system/world.ts';
import type { Ports, ReadingRoom } from '../../src/actions/archive.ts';
import { followChanges } from '../../src/actions/follow-changes.ts';
import { openReadingRoom } from '../../src/actions/reading-room.ts';
import { makeSampleArchive } from '../../src/cli/sample-archive.ts';
import { openFolder } from '../../src/cli/opened.ts';
import { loadSettings, SETTINGS_FILE } from '../../src/config.ts';
import type { RecordId } from '../../src/core/id.ts';
import { nameKeysOf } from '../../src/core/names/name-keys.ts';
import type { SearchDocument } from '../../src/core/search-document.ts';
import { memoryJobs } from '../../src/adapters/memory/jobs.ts';
import { memorySearchIndex } from '../../src/adapters/memory/search-index.ts';
import type { SearchIndex } from '../../src/ports/search-index.ts';

/** Makes the archive that is asked, unless it is there: the sample, the volumes and the Universal Declaration. */
export async function makeArchive(folder: string, corpora: string): Promise<void> {
  if (existsSync(join(folder, SETTINGS_FILE))) return;
  await makeSampleArchive(folder);
  const archive = await openFolder(folder);
  const filesOf = (name: string): readonly string[] =>
    readdirSync(join(corpora, name))
      .sort()
      .map((file) => join(corpora, name, file));
  const mapping = join(import.meta.dirname, '../../sample/mappings/udhr.yaml');
  const shared = { by: 'bench', format: 'auto', isPublishing: true, isDryRun: false };
  for await (const _ of archive.importPaths(filesOf('frus'), shared)) continue;
  for await (const _ of archive.importPaths(filesOf('udhr'), { ...shared, mapping })) continue;
  await archive.close();
}

export interface AskedArchive {
  readonly room: ReadingRoom;
  readonly index: SearchIndex;
  /** The public record that bears an identifier today, whatever it was merged into. */
  recordOf(identifier: string): Promise<RecordId | undefined>;
  /** What an index is told of each public record. */
  tellAll(put: (documents: readonly SearchDocument[]) => void): Promise<void>;
  close(): Promise<void>;
}

/** Opens the archive with the index that is measured, filled anew. */
export async function openArchive(folder: string, index: SearchIndex): Promise<AskedArchive> {
  const opened = await openRecordStore(join(folder, 'archive.sqlite'), { nameKeysOf, ifAbsent: 'refuse' });
  const settings = await loadSettings(folder);
  if (!opened.ok || !settings.ok) throw new Error(`no archive in ${folder}`);
  const ports: Ports = {
    records: opened.value,
    files: await openFileStore(join(folder, 'files')),
    index,
    imager: noImager(),
    world: systemWorld({ timeZone: settings.value.timeZone }),
    citations: plainCitations,
    settings: settings.value,
    jobs: memoryJobs(),
    printer: noPrinter,
    dumps: noDumps(),
  };
  for await (const _ of followChanges(ports)) continue;
  const room = openReadingRoom(ports);
  return {
    room,
    index,
    async recordOf(identifier) {
      const printed = identifier === 'udhr' ? UDHR : identifier;
      const id = (await ports.records.find([printed])).get(printed);
      if (id === undefined) return undefined;
      const read = await room.read(id);
      return read.kind === 'found' ? read.page.view.id : read.kind === 'moved' ? read.to.id : undefined;
    },
    async tellAll(put) {
      let covered = 0;
      const teller: SearchIndex = {
        ...memorySearchIndex(),
        coveredTo: async () => covered,
        async update(batch) {
          put(batch.put);
          covered = batch.upTo;
        },
      };
      for await (const _ of followChanges({ ...ports, index: teller })) continue;
    },
    close: () => ports.records.close(),
  };
}

/** The one document that the mapping makes of all languages. */
const UDHR = 'xml:udhr';
