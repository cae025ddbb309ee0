import { crc32 } from 'node:zlib';
import { fromBufferPromise, getFileNameLowLevel, openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { Failure } from '../../core/failure.ts';
import { problem } from '../../core/problem.ts';
import type { Problem, ProblemCode } from '../../core/problem.ts';
import type { IntakeItem, IntakeLimits, Offered } from '../../ports/intake.ts';

type ZipSource =
  { readonly kind: 'path'; readonly path: string } | { readonly kind: 'bytes'; readonly bytes: Buffer };

interface ZipOptions {
  readonly limits: IntakeLimits;
  readonly isZip: (head: Uint8Array, name: string) => boolean;
}

const OPTIONS = { autoClose: false, decodeStrings: false, validateEntrySizes: true } as const;
/** Below this an entry may be packed as tightly as it likes. */
const RATIO_FREE_BYTES = 2 ** 20;
const HEAD_BYTES = 65_536;

/**
 * The files in a zip, in order of name. The list of contents is read first: a zip with too many entries, or
 * that would unpack to more than the limit, or whose entries overlap, is refused whole and nothing of it is
 * unpacked. A name that leads out of it, an encrypted entry, or one packed too tightly is refused by itself.
 */
export async function* entriesOf(
  source: ZipSource,
  name: string,
  options: ZipOptions,
): AsyncGenerator<Offered> {
  let zip: ZipFile | undefined;
  try {
    zip =
      source.kind === 'path'
        ? await openPromise(source.path, OPTIONS)
        : await fromBufferPromise(source.bytes, OPTIONS);
    const listed = await listEntries(zip, name, options.limits);
    if (!Array.isArray(listed)) {
      yield { kind: 'problem', problem: listed };
      return;
    }
    for (const entry of listed) yield* offerEntry(zip, entry, name, source.kind === 'bytes', options);
  } catch (error) {
    if (error instanceof Failure) throw error;
    yield { kind: 'problem', problem: problem('zip-broken', { file: name }, { value: messageOf(error) }) };
  } finally {
    if (source.kind === 'path') zip?.close();
  }
}

interface Listed {
  readonly entry: Entry;
  readonly name: string;
}

async function listEntries(zip: ZipFile, file: string, limits: IntakeLimits): Promise<Listed[] | Problem> {
  const tooMany = problem(
    'zip-too-many',
    { file },
    { facts: { limit: limits.zipEntries, entries: zip.entryCount } },
  );
  if (zip.entryCount > limits.zipEntries) return tooMany;
  const listed: Listed[] = [];
  let packed = 0;
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.zipTotalBytes)
      return problem(
        'zip-bomb',
        { file },
        { facts: { limit: inMegabytes(limits.zipTotalBytes), unpacks: inMegabytes(unpacked) } },
      );
    if (packed > zip.fileSize)
      return problem('zip-bomb', { file }, { facts: { limit: 'entries that share their data', packed } });
    const name = getFileNameLowLevel(
      entry.generalPurposeBitFlag,
      entry.fileNameRaw,
      entry.extraFields,
      false,
    );
    if (!name.endsWith('/') && !isSystemPath(name)) listed.push({ entry, name });
    if (listed.length > limits.zipEntries) return tooMany;
  }
  return listed.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

const isSystemPath = (path: string): boolean =>
  path
    .split('/')
    .some((part) => part === '__MACOSX' || part.toLowerCase() === 'thumbs.db' || /^\.[^.]/.test(part));

async function* offerEntry(
  zip: ZipFile,
  { entry, name }: Listed,
  zipName: string,
  isNested: boolean,
  options: ZipOptions,
): AsyncGenerator<Offered> {
  const file = `${zipName}/${name}`.normalize('NFC');
  const refusal = refusalOf(entry, name, zipName, options.limits);
  if (refusal !== undefined) {
    yield { kind: 'problem', problem: refusal };
    return;
  }
  const item: IntakeItem = {
    name: file,
    sizeBytes: entry.uncompressedSize,
    openBytes: () => unpack(zip, entry, file),
  };
  let head;
  try {
    head = await firstBytes(item.openBytes(), HEAD_BYTES);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    yield { kind: 'problem', problem: error.problem };
    return;
  }
  if (!options.isZip(head, file)) yield { kind: 'item', item };
  else yield* nested(item, isNested, options);
}

async function* nested(item: IntakeItem, isNested: boolean, options: ZipOptions): AsyncGenerator<Offered> {
  const limit = options.limits.nestedZipBytes;
  if (isNested || item.sizeBytes > limit) {
    const facts = isNested
      ? { limit: 'one zip within another' }
      : { limit: inMegabytes(limit), unpacks: inMegabytes(item.sizeBytes) };
    yield { kind: 'problem', problem: problem('zip-bomb', { file: item.name }, { facts }) };
    return;
  }
  let bytes;
  try {
    bytes = Buffer.concat(await Array.fromAsync(item.openBytes()));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    yield { kind: 'problem', problem: error.problem };
    return;
  }
  yield* entriesOf({ kind: 'bytes', bytes }, item.name, options);
}

function refusalOf(entry: Entry, name: string, file: string, limits: IntakeLimits): Problem | undefined {
  const said = (code: ProblemCode, facts: Problem['facts'] = {}): Problem =>
    problem(code, { file }, { value: name, facts });
  if (leadsOut(name)) return said('zip-path-refused');
  if (entry.isEncrypted()) return said('zip-encrypted');
  const ratio = Math.ceil(entry.uncompressedSize / Math.max(1, entry.compressedSize));
  if (entry.uncompressedSize > RATIO_FREE_BYTES && ratio > limits.zipRatio)
    return said('zip-bomb', { limit: `${limits.zipRatio} times its packed size`, ratio });
  return entry.canDecodeFileData() ? undefined : said('zip-broken', { method: entry.compressionMethod });
}

/** A name with "..", a drive, or from the root on: made to write elsewhere. */
const leadsOut = (name: string): boolean =>
  name.startsWith('/') ||
  /^[A-Za-z]:/.test(name) ||
  name.includes('\0') ||
  name.split(/[/\\]/).includes('..');

async function* unpack(zip: ZipFile, entry: Entry, file: string): AsyncGenerator<Uint8Array> {
  let sum = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError('a zip gave something else than bytes');
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw new Failure(problem('zip-broken', { file }, { value: messageOf(error) }), { cause: error });
  }
  if (sum !== entry.crc32)
    throw new Failure(problem('zip-broken', { file }, { value: 'checksum' }), { cause: undefined });
}

async function firstBytes(bytes: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= size) break;
  }
  return Buffer.concat(chunks).subarray(0, size);
}

/** "32768 MB" */
const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
