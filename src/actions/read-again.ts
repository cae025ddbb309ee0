import { isReadHere } from '../core/facsimile/text-of-scan.ts';
import type { RecordId } from '../core/id.ts';
import type { LanguageTag } from '../core/language.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { Facsimile } from '../core/rendition.ts';
import { accepted, refused, type Result } from '../core/result.ts';
import type { NewJob } from '../ports/jobs.ts';
import type { Ports } from './archive.ts';

export interface ReadAgain {
  /** In these rather than the record's; then what was read here before is read again. */
  readonly languages?: readonly LanguageTag[];
  /** Only this page, from 1. */
  readonly page?: number;
}

/** Somebody is waiting for it. */
const PRIORITY = 20;

/**
 * Asks for a document's scans to be read: pages without words, or in another language also those that were read
 * here. Answers how many pages will be; none where all is given, or read already.
 */
export async function readAgain(
  { records, jobs }: Pick<Ports, 'records' | 'jobs'>,
  id: RecordId,
  asked: ReadAgain,
): Promise<Result<number, Problem>> {
  const standing = (await records.standings([id])).get(id);
  const head = standing && (await records.version(id, standing.head, 'description'))?.record;
  if (!standing || head?.kind !== 'document') return refused(problem('not-found', { record: id }));
  const scans = head.renditions.flatMap((one) => (one.kind === 'facsimile' ? [one] : []));
  if (!scans.some(({ pages }) => asked.page === undefined || asked.page <= pages.length))
    return refused(problem('scan-missing', { record: id }, { value: String(asked.page ?? '') }));
  const wanted = scans.flatMap((scan) => jobOf(id, standing.head, scan, asked));
  await jobs.add(wanted);
  return accepted(wanted.reduce((sum, { pages }) => sum + pages, 0));
}

function jobOf(
  id: RecordId,
  version: number,
  { key, pages }: Facsimile,
  { languages, page }: ReadAgain,
): readonly NewJob[] {
  const unread = pages.filter(
    ({ textLayer }, at) =>
      (page === undefined || page === at + 1) &&
      (textLayer === undefined || (languages !== undefined && isReadHere(textLayer))),
  ).length;
  if (unread === 0) return [];
  const how = [...(languages ?? []), ...(page === undefined ? [] : [`page ${page}`])].join(' ');
  const task = {
    kind: 'read-text',
    document: id,
    rendition: key,
    ...(languages ? { languages } : {}),
    ...(page === undefined ? {} : { pages: [page] }),
  } as const;
  return [
    { key: `read-text ${id} ${key} v${version} again ${how}`, task, priority: PRIORITY, pages: unread },
  ];
}
