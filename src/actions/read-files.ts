import type { Read } from '../core/draft.ts';
import { Failure } from '../core/failure.ts';
import { problem, type Problem } from '../core/problem.ts';
import { decodeText } from '../formats/encoding/decode.ts';
import type { FormatName, FormatReader, TextSource } from '../formats/format.ts';
import { falseImage, formatOf, SNIFF_BYTES, type Sniffed } from '../formats/sniff/format-of.ts';
import type { Intake, IntakeItem } from '../ports/intake.ts';
import type { LanguageTag } from '../core/language.ts';
import type { Ports } from './archive.ts';
import { gatherScans } from './gather-scans.ts';
import { heldScan, watched, type ScanRun } from './hold-scans.ts';
import type { ReadFile } from './import-records.ts';
import { OfferedScans } from './offered-scans.ts';
import { readCsv } from '../formats/csv/read-table.ts';
import { readEad } from '../formats/ead/read-ead.ts';
import { readXlsx } from '../formats/xlsx/read-xlsx.ts';
import { readMarkdown } from '../formats/markdown/read-markdown.ts';
import { readManyByMapping, readXmlByMapping } from '../formats/xml-mapping/read-xml-by-mapping.ts';
import { readTei } from '../formats/tei/read-tei.ts';
import { readJsonLines } from '../formats/json/json-lines.ts';

const READERS: Readonly<Record<Exclude<FormatName, 'xlsx'>, FormatReader>> = {
  tei: readTei,
  ead: readEad,
  xml: readXmlByMapping,
  csv: readCsv,
  markdown: readMarkdown,
  json: readJsonLines,
};

export interface ReadOptions {
  readonly format: FormatName | 'auto';
  readonly isDryRun: boolean;
  /** The language that scans are in, where nothing else says it. */
  readonly language?: LanguageTag;
  /** What was said of the files: `mapping`, the content of a mapping file. */
  readonly options?: Readonly<Record<string, unknown>>;
}

type Deps = Pick<Ports, 'files' | 'records'> & Partial<Pick<Ports, 'imager'>> & { readonly intake: Intake };

/**
 * Each file under the paths: kept first as it is, by digest; then told apart by its content, and read.
 * Files of XML that a mapping reads come after all others and together: several of them may be one document.
 * Scans come last, since what belongs together is known only when all has come.
 */
export async function* readFiles(
  deps: Deps,
  paths: readonly string[],
  options: ReadOptions,
): AsyncGenerator<ReadFile> {
  const run: Run = {
    options,
    mapped: [],
    scans: new OfferedScans(),
    canSee: deps.imager !== undefined,
    isDryRun: options.isDryRun,
  };
  for await (const offered of deps.intake.offer(paths)) {
    if (offered.kind === 'problem')
      yield { name: offered.problem.where.file ?? '', reads: only(offered.problem) };
    else yield await readItem(deps, offered.item, run);
  }
  if (run.mapped.length > 0)
    yield {
      name: run.mapped.map(({ name }) => name).join(', '),
      reads: readManyByMapping(inTurn(run.mapped), options.options ?? {}),
    };
  const { imager } = deps;
  if (imager) yield* gatherScans({ ...deps, imager }, run.scans, options.language);
}

/** What a run holds until all has come. */
interface Run extends ScanRun {
  readonly options: ReadOptions;
  readonly mapped: TextSource[];
}

async function readItem(deps: Deps, item: IntakeItem, run: Run): Promise<ReadFile> {
  const { options } = run;
  try {
    const kept = options.isDryRun ? undefined : await deps.files.put(item.openBytes());
    const head = await headOf(item);
    const sniffed = formatOf(head, item.name);
    const digest = kept ? { digest: kept.digest } : {};
    const scan = options.format === 'auto' ? heldScan(item, sniffed, head, { run, ...digest }) : undefined;
    const reads = isMapped(sniffed, options)
      ? holdText(item, options, run.mapped)
      : (scan ?? watched(readsOf(item, sniffed, options), run, { name: item.name, ...digest }));
    return { name: item.name, ...digest, reads: unlessFailing(reads) };
  } catch (reason) {
    if (reason instanceof Failure && reason.problem.code !== 'disk-full')
      return { name: item.name, reads: only(reason.problem) };
    throw reason;
  }
}

const isMapped = (sniffed: Sniffed, { format, options }: ReadOptions): boolean =>
  options?.['mapping'] !== undefined && (format === 'xml' || (format === 'auto' && sniffed.kind === 'xml'));

/** A text that is read with others is held until all have come: a zip cannot be opened again after its walk. */
const LARGEST_MAPPED_CHARACTERS = 100_000_000;

async function* holdText(
  item: IntakeItem,
  { options }: ReadOptions,
  mapped: TextSource[],
): AsyncGenerator<Read> {
  const decoded = decodeText(item.openBytes(), { name: item.name });
  let text = '';
  for await (const chunk of decoded.chunks) {
    text += chunk;
    if (text.length <= LARGEST_MAPPED_CHARACTERS) continue;
    yield {
      kind: 'problem',
      problem: problem('too-large', { file: item.name }, { facts: { limit: '100 million characters' } }),
    };
    return;
  }
  for (const one of decoded.problems()) yield { kind: 'problem', problem: one };
  mapped.push({ name: item.name, chunks: inTurn([text]), ...(options ? { options } : {}) });
}

async function* inTurn<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

const headOf = (item: IntakeItem): Promise<Uint8Array> => bytesOf(item, SNIFF_BYTES);

/** Its first bytes, so many at most. */
async function bytesOf(item: IntakeItem, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of item.openBytes()) {
    parts.push(chunk);
    size += chunk.length;
    if (size >= most) break;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes.subarray(0, most);
}

function readsOf(item: IntakeItem, sniffed: Sniffed, options: ReadOptions): AsyncIterable<Read> {
  const where = { file: item.name };
  const wrong = falseImage(sniffed, item.name);
  if (options.format === 'auto' && wrong) return only(wrong);
  const name = options.format === 'auto' ? readerNameOf(sniffed) : options.format;
  if (name === undefined) {
    if (sniffed.kind === 'page-text') return only(problem('file-kept', where, { value: PAGE_TEXT }));
    if (sniffed.kind === 'image') return only(problem('file-kept', where, { value: sniffed.mediaType }));
    return only(wrong ?? problem('format-unknown', where, { value: whatIs(sniffed) }));
  }
  return name === 'xlsx' ? readBook(item, options) : readText(item, READERS[name], options);
}

const whatIs = (sniffed: Sniffed): string =>
  sniffed.kind === 'unknown' ? (sniffed.what ?? 'unknown') : sniffed.kind;
const PAGE_TEXT = 'the words of a page';

function readerNameOf(sniffed: Sniffed): FormatName | undefined {
  switch (sniffed.kind) {
    case 'tei':
    case 'json':
    case 'xlsx':
    case 'ead':
    case 'markdown':
      return sniffed.kind;
    case 'ead3':
      return 'ead';
    case 'table':
      return 'csv';
    case 'alto':
    case 'page-xml':
    case 'hocr':
    case 'mets':
    case 'xml':
    case 'text':
    case 'pdf':
    case 'zip':
    case 'image':
    case 'page-text':
    case 'unknown':
      return undefined;
  }
}

/** A workbook is read from its end, where its table of contents is: it is held whole, within bounds. */
const LARGEST_BOOK_BYTES = 256 * 2 ** 20;

async function* readBook(item: IntakeItem, { options }: ReadOptions): AsyncGenerator<Read> {
  if (item.sizeBytes > LARGEST_BOOK_BYTES) {
    yield {
      kind: 'problem',
      problem: problem('too-large', { file: item.name }, { facts: { limit: '256 MB' } }),
    };
    return;
  }
  const bytes = await bytesOf(item, LARGEST_BOOK_BYTES);
  yield* readXlsx({ name: item.name, bytes, ...(options ? { options } : {}) });
}

async function* readText(
  item: IntakeItem,
  reader: FormatReader,
  { options }: ReadOptions,
): AsyncGenerator<Read> {
  const decoded = decodeText(item.openBytes(), { name: item.name });
  yield* reader({ name: item.name, chunks: decoded.chunks, ...(options ? { options } : {}) });
  for (const one of decoded.problems()) yield { kind: 'problem', problem: one };
}

/** A file that cannot be read to its end is a problem of that file; what was read of it before stays. */
async function* unlessFailing(reads: AsyncIterable<Read>): AsyncGenerator<Read> {
  try {
    yield* reads;
  } catch (reason) {
    if (!(reason instanceof Failure) || reason.problem.code === 'disk-full') throw reason;
    yield { kind: 'problem', problem: reason.problem };
  }
}

async function* only(one: Problem): AsyncGenerator<Read> {
  yield { kind: 'problem', problem: one };
}
