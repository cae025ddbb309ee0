import { citeprocWriter } from '../adapters/citeproc/citation-writer.ts';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDumpStore } from '../adapters/disk/dump-store.ts';
import { fileStorePath, openFileStore } from '../adapters/disk/file-store.ts';
import { picturesIn } from '../adapters/pdf/page-pictures.ts';
import { openPdfReader } from '../adapters/pdf/pdf-reader.ts';
import { openImager } from '../adapters/sharp/imager.ts';
import { openJobs } from '../adapters/sqlite/jobs.ts';
import { PublicDatabase } from '../adapters/sqlite/public-database.ts';
import { openRecordStore } from '../adapters/sqlite/record-store.ts';
import { systemWorld } from '../adapters/system/world.ts';
import type { Ports, Settings } from '../actions/archive.ts';
import type { TextReaderOptions } from '../adapters/tesseract/text-reader.ts';
import { nameKeysOf } from '../core/names/name-keys.ts';
import type { Problem } from '../core/problem.ts';
import { accepted, type Result } from '../core/result.ts';
import type { TextReader } from '../ports/text-reader.ts';

/** What is made of what is kept, and can be made again. */
export const DERIVED = 'derived';

/** The records of an archive, in its folder. */
export const RECORDS = 'archive.sqlite';

/** All of an archive but its index, which only one process writes. */
export interface Kept {
  readonly ports: Omit<Ports, 'index'>;
  close(): Promise<void>;
}

/** Opens what an archive keeps: records, originals, and the work that is to be done on them. */
export async function openKept(folder: string, settings: Settings): Promise<Result<Kept, Problem>> {
  const path = join(folder, RECORDS);
  const records = await openRecordStore(path, { nameKeysOf, ifAbsent: 'refuse' });
  if (!records.ok) return records;
  const jobs = openJobs(path);
  if (!jobs.ok) return jobs;
  const derived = join(folder, DERIVED);
  await mkdir(derived, { recursive: true });
  const originals = join(folder, 'files');
  const files = await openFileStore(originals);
  const pdf = openPdfReader(files);
  const reader = lateReader({
    files,
    pdf,
    dataFolder: join(derived, 'tessdata'),
    ...(settings.tessdata === undefined ? {} : { tessdata: [settings.tessdata] }),
  });
  const ports: Kept['ports'] = {
    records: records.value,
    files,
    imager: openImager({
      folder: join(derived, 'images'),
      files,
      pathOf: (digest) => fileStorePath(originals, digest),
      pdf: picturesIn(pdf),
    }),
    reader,
    world: systemWorld({ timeZone: settings.timeZone }),
    citations: citeprocWriter(),
    printer: latePrinter(),
    dumps: openDumpStore(join(derived, 'data'), {
      makeDatabase: (path, plan) => new PublicDatabase(path, plan),
    }),
    settings,
    jobs: jobs.value,
  };
  return accepted({
    ports,
    async close() {
      await ports.imager.close();
      await reader.close();
      await pdf.close();
      await ports.printer.close();
      await ports.citations.close();
      await ports.jobs.close();
      await ports.records.close();
    },
  });
}

/** What cleans and reads pages is loaded with the first page: a server that only shows has nothing of it. */
function lateReader(options: TextReaderOptions): TextReader {
  let reader: Promise<TextReader> | undefined;
  const load = async (): Promise<TextReader> => {
    const { openTextReader } = await import('../adapters/tesseract/text-reader.ts');
    return openTextReader(options);
  };
  const loaded = (): Promise<TextReader> => (reader ??= load());
  return {
    given: async (image) => (await loaded()).given(image),
    recognize: async (image, languages) => (await loaded()).recognize(image, languages),
    languages: async () => (await loaded()).languages(),
    close: async () => (await reader)?.close(),
  };
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
