import { crc32 } from 'node:zlib';
import type { Bits } from './bits.ts';
import { Damaged, type IndexFiles } from './index-files.ts';

export const MANIFEST = 'manifest';
/** Rises when files change their shape, or what is told to be stored does: an older index is built anew. */
const SHAPE = 4;

/** What an index is made of. Files that it does not name are not part of it. */
export interface Manifest {
  readonly segments: readonly NamedSegment[];
  /** Changes since the last segment was written. */
  readonly log: string;
  /** The last public change that the segments cover. */
  readonly covered: number;
  /** The number of the next file. */
  readonly next: number;
}

export interface DeletesFile {
  readonly name: string;
  readonly check: number;
}

export interface NamedSegment {
  readonly name: string;
  /** How many documents it still had when the manifest was written. */
  readonly documents: number;
  /** The checksum of its contents: another segment in its place is none. */
  readonly check: number;
  /** The file that says which documents these are, and its checksum; absent if it is all of them. */
  readonly deletes?: DeletesFile;
}

/** Replaces the manifest: a line with its checksum, then what it says. */
export function writeManifest(files: IndexFiles, manifest: Manifest): void {
  const text = JSON.stringify({ shape: SHAPE, ...manifest });
  const bytes = new TextEncoder().encode(text);
  files.replace(MANIFEST, new TextEncoder().encode(`${crc32(bytes)}\n${text}`));
}

/** Undefined if there is none, or one of another shape. Throws `Damaged` for what is none. */
export function readManifest(files: IndexFiles): Manifest | undefined {
  const file = files.open(MANIFEST);
  if (file === undefined) return undefined;
  const bytes = file.read(0, Math.min(file.sizeBytes, 1 << 24));
  file.close();
  const end = bytes.indexOf(10);
  const body = bytes.subarray(end + 1);
  if (end < 0 || new TextDecoder().decode(bytes.subarray(0, end)) !== String(crc32(body)))
    throw new Damaged('the manifest is not what was written');
  const read: unknown = JSON.parse(new TextDecoder().decode(body));
  if (typeof read !== 'object' || read === null) throw new Damaged('the manifest says nothing');
  const said: Readonly<Record<string, unknown>> = { ...read };
  if (said['shape'] !== SHAPE) return undefined;
  const { log, covered, next, segments } = said;
  if (
    typeof log !== 'string' ||
    typeof covered !== 'number' ||
    typeof next !== 'number' ||
    !Array.isArray(segments)
  )
    throw new Damaged('the manifest leaves something out');
  return { log, covered, next, segments: segments.map(readSegment) };
}

function readSegment(value: unknown): NamedSegment {
  const said: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  const { name, documents, check, deletes } = said;
  if (typeof name !== 'string' || typeof documents !== 'number' || typeof check !== 'number')
    throw new Damaged('the manifest names no segment');
  return { name, documents, check, ...(deletes === undefined ? {} : { deletes: readDeletes(deletes) }) };
}

function readDeletes(value: unknown): DeletesFile {
  const { name, check }: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  if (typeof name !== 'string' || typeof check !== 'number')
    throw new Damaged('the manifest names no file of what was removed');
  return { name, check };
}

/** Every file that a manifest names, and itself. */
export const filesOf = ({ segments, log }: Manifest): ReadonlySet<string> =>
  new Set([
    MANIFEST,
    log,
    ...segments.flatMap(({ name, deletes }) => [name, ...(deletes ? [deletes.name] : [])]),
  ]);

/** Says in a file which documents of a segment still are. */
export function writeLive(files: IndexFiles, name: string, live: Bits): DeletesFile {
  const bytes = new Uint8Array(live.buffer, live.byteOffset, live.byteLength);
  const file = files.create(name);
  try {
    file.write(bytes);
    file.finish();
  } catch (reason) {
    file.abandon();
    throw reason;
  }
  return { name, check: crc32(bytes) };
}

export function readLive(files: IndexFiles, { name, check }: DeletesFile, documents: number): Bits {
  const length = (documents + 31) >>> 5;
  const file = files.open(name);
  if (file === undefined) throw new Damaged('the index lacks a file');
  const bytes = file.read(0, length * 4).slice();
  file.close();
  if (bytes.length !== length * 4 || crc32(bytes) !== check)
    throw new Damaged('what was removed is not what was written');
  return new Uint32Array(bytes.buffer, 0, length);
}

/** An index that holds nothing, with a log whose name no file has had. */
export function newManifest(files: IndexFiles): Manifest {
  const used = files.names().map((name) => Number(/-(\d+)$/.exec(name)?.[1] ?? 0));
  const next = Math.max(0, ...used) + 1;
  const manifest = { segments: [], log: `log-${next}`, covered: 0, next: next + 1 };
  files.append(manifest.log, 0, new Uint8Array(0));
  return manifest;
}

/** Takes away files that a process left behind when it was stopped; `besides` is being written. */
export function sweep(files: IndexFiles, manifest: Manifest, besides: string | undefined): void {
  const known = filesOf(manifest);
  for (const name of files.names()) if (!known.has(name) && name !== besides) files.remove(name);
}
