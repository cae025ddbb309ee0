import { citeprocWriter } from '../adapters/citeproc/citation-writer.ts';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileStorePath, openFileStore } from '../adapters/disk/file-store.ts';
import { openPagePictures } from '../adapters/pdf/page-pictures.ts';
import { openImager } from '../adapters/sharp/imager.ts';
import { openJobs } from '../adapters/sqlite/jobs.ts';
import { openRecordStore } from '../adapters/sqlite/record-store.ts';
import { systemWorld } from '../adapters/system/world.ts';
import type { Ports, Settings } from '../actions/archive.ts';
import { nameKeysOf } from '../core/names/name-keys.ts';
import type { Problem } from '../core/problem.ts';
import { accepted, type Result } from '../core/result.ts';

/** What is made of what is kept, and can be made again. */
export const DERIVED = 'derived';

/** All of an archive but its index, which only one process writes. */
export interface Kept {
  readonly ports: Omit<Ports, 'index'>;
  close(): Promise<void>;
}

/** Opens what an archive keeps: records, originals, and the work that is to be done on them. */
export async function openKept(folder: string, settings: Settings): Promise<Result<Kept, Problem>> {
  const path = join(folder, 'archive.sqlite');
  const records = await openRecordStore(path, { nameKeysOf, ifAbsent: 'refuse' });
  if (!records.ok) return records;
  const jobs = openJobs(path);
  if (!jobs.ok) return jobs;
  const derived = join(folder, DERIVED);
  await mkdir(derived, { recursive: true });
  const originals = join(folder, 'files');
  const files = await openFileStore(originals);
  const ports: Kept['ports'] = {
    records: records.value,
    files,
    imager: openImager({
      folder: join(derived, 'images'),
      files,
      pathOf: (digest) => fileStorePath(originals, digest),
      pdf: openPagePictures(),
    }),
    world: systemWorld({ timeZone: settings.timeZone }),
    citations: citeprocWriter(),
    printer: latePrinter(),
    settings,
    jobs: jobs.value,
  };
  return accepted({
    ports,
    async close() {
      await ports.imager.close();
      await ports.printer.close();
      await ports.jobs.close();
      await ports.records.close();
    },
  });
}

/** The typesetter is loaded with the first handout: a server that prints none has nothing of it. */
function latePrinter(): Ports['printer'] {
  let printer: Promise<Ports['printer']> | undefined;
  const load = async (): Promise<Ports['printer']> => {
    const { handoutPrinter } = await import('../adapters/pdf/handout-printer.ts');
    return handoutPrinter();
  };
  return {
    print: async (handout) => (await (printer ??= load())).print(handout),
    close: async () => (await printer)?.close(),
  };
}
