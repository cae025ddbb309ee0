import { isReadHere } from '../core/facsimile/text-of-scan.ts';
import type { RecordId } from '../core/id.ts';
import type { ArchiveRecord } from '../core/record.ts';
import type { Facsimile } from '../core/rendition.ts';
import type { NewJob } from '../ports/jobs.ts';
import type { Ports } from './archive.ts';

/** First pages are what lists show; then words are searched for; then whoever turns the pages wants them quickly. */
const PRIORITY = { firstPage: 10, text: 5, page: 2 } as const;

/** Whether words came with some pages: the others are read, and what a hand wrote besides stays as it is. */
const isPartlyGiven = ({ pages }: Facsimile): boolean =>
  pages.some(({ textLayer }) => textLayer !== undefined && !isReadHere(textLayer));

/**
 * The work that the scans of a record make: what each page is cut from, and its text where it has none,
 * neither given nor written. `version`: the one that is to be read; asked for twice, its work is done once.
 */
export function jobsOfRecord(
  { id, record, version }: Asked,
  can: { readonly derive: boolean; readonly read: boolean },
): readonly NewJob[] {
  if (record.kind !== 'document') return [];
  const isUntold = record.renditions.every((one) => one.kind === 'facsimile' || one.madeBy !== undefined);
  return record.renditions.flatMap((one) =>
    one.kind === 'facsimile'
      ? [
          ...(can.derive ? derivesOf(id, one) : []),
          ...(can.read && (isUntold || isPartlyGiven(one))
            ? [readingOf(id, one, version)].flatMap((job) => job ?? [])
            : []),
        ]
      : [],
  );
}

const derivesOf = (document: RecordId, { pages }: Facsimile): readonly NewJob[] =>
  pages.map(({ image, name }, at) => ({
    key: `derive ${image.digest} ${image.page ?? 1}`,
    task: { kind: 'derive', document, image, ...(name === undefined ? {} : { name }) },
    priority: at === 0 ? PRIORITY.firstPage : PRIORITY.page,
    pages: 1,
  }));

function readingOf(id: RecordId, { key, pages }: Facsimile, version: number): NewJob | undefined {
  const unread = pages.filter(({ textLayer }) => textLayer === undefined).length;
  if (unread === 0) return undefined;
  return {
    key: `read-text ${id} ${key} v${version}`,
    task: { kind: 'read-text', document: id, rendition: key },
    priority: PRIORITY.text,
    pages: unread,
  };
}

/** A record that is about to be written, as which version. */
export interface Asked {
  readonly id: RecordId;
  readonly record: ArchiveRecord;
  readonly version: number;
}

/** What an import needs for the work that scans make; without it they are only kept. */
export type WorkDeps = Partial<Pick<Ports, 'files' | 'jobs' | 'imager' | 'reader'>>;

/** Asks for the work that these records make, before they are written: an import that is cut off between has asked in vain, and nothing is forgotten. */
export async function askForWork(
  { jobs, imager, reader }: WorkDeps,
  records: readonly Asked[],
): Promise<void> {
  if (!jobs || (!imager && !reader)) return;
  const can = { derive: imager !== undefined, read: reader !== undefined };
  const wanted = records.flatMap((asked) => jobsOfRecord(asked, can));
  if (wanted.length > 0) await jobs.add(wanted);
}
