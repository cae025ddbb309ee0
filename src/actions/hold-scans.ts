import type { Read } from '../core/draft.ts';
import { problem, type Problem } from '../core/problem.ts';
import { falseImage, type Sniffed } from '../formats/sniff/format-of.ts';
import type { IntakeItem } from '../ports/intake.ts';
import { withoutFiles } from './gather-scans.ts';
import { imageNamedIn, readGivenPages, readStructure } from './offered-scans.ts';
import type { OfferedScan, OfferedScans, OfferedText } from './offered-scans.ts';

/** What is held of scans until all has come. */
export interface ScanRun {
  readonly scans: OfferedScans;
  readonly isDryRun: boolean;
  /** Whether pictures can be looked into. */
  readonly canSee: boolean;
}

/** What pictures are made of; others would have to be turned into one of these first. */
const SHOWN_TYPES = new Set(['image/jpeg', 'image/png', 'image/tiff', 'image/webp', 'application/pdf']);

function heldPicture(scan: OfferedScan, { scans, canSee }: ScanRun): AsyncIterable<Read> {
  const { name: file, mediaType: value } = scan;
  if (!canSee) return only(problem('file-kept', { file }, { value }));
  if (!SHOWN_TYPES.has(value)) return only(problem('not-an-image', { file }, { value, severity: 'warning' }));
  scans.scans.push(scan);
  return nothing();
}

interface Held {
  readonly run: ScanRun;
  readonly digest?: string;
}

/** Holds what is a scan or belongs to one, and answers what is to be said of it now; undefined for all else. */
export function heldScan(
  item: IntakeItem,
  sniffed: Sniffed,
  head: Uint8Array,
  { run, ...digest }: Held,
): AsyncIterable<Read> | undefined {
  const { name } = item;
  switch (sniffed.kind) {
    case 'image':
      return heldPicture({ name, mediaType: sniffed.mediaType, ...digest }, run);
    case 'pdf':
      return heldPicture({ name, mediaType: 'application/pdf', ...digest }, run);
    case 'alto':
    case 'page-xml':
    case 'hocr': {
      if (falseImage(sniffed, name)) return undefined;
      const imageName = imageNamedIn(head);
      const text: OfferedText = { name, kind: sniffed.kind, ...digest, ...(imageName ? { imageName } : {}) };
      run.scans.texts.push(text);
      return run.isDryRun ? problemsOfText(item, text) : nothing();
    }
    case 'mets':
      return falseImage(sniffed, name) ? undefined : structureOf(item, { run, ...digest });
    default:
      return undefined;
  }
}

async function* problemsOfText(item: IntakeItem, text: OfferedText): AsyncGenerator<Read> {
  const { problems } = await readGivenPages(item.openBytes(), text);
  for (const one of problems) yield { kind: 'problem', problem: one };
}

async function* structureOf(item: IntakeItem, { run, ...digest }: Held): AsyncGenerator<Read> {
  const { document, problems } = await readStructure(item.openBytes(), item.name);
  for (const one of problems) yield { kind: 'problem', problem: one };
  if (document) run.scans.structures.push({ name: item.name, mets: document, ...digest });
}

/** Sees what records show themselves, and holds those that wait for the files of their pages. */
export async function* watched(
  reads: AsyncIterable<Read>,
  { scans, canSee }: ScanRun,
  { name, ...digest }: { readonly name: string; readonly digest?: string },
): AsyncGenerator<Read> {
  for await (const read of reads) {
    if (read.kind === 'draft' && read.draft.pageFiles && canSee)
      scans.described.push({ draft: read.draft, table: name, ...digest });
    else if (read.kind === 'draft') {
      scans.showing(read.draft);
      yield { kind: 'draft', draft: withoutFiles(read.draft) };
    } else yield read;
  }
}

async function* nothing(): AsyncGenerator<Read> {}

async function* only(one: Problem): AsyncGenerator<Read> {
  yield { kind: 'problem', problem: one };
}
