import { createHash, randomUUID } from 'node:crypto';
import type { Dirent, Stats } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore, StoredFile } from '../../ports/file-store.ts';
import { failureOf, isAbsence } from './failures.ts';
import { syncFolder } from './sync-folder.ts';

/** What a put in progress writes to lies here, on the same volume as where it goes. */
const UNFINISHED = 'unfinished';
/** A put writes all the time: what nobody has written to for so long was left by one that was cut off. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

export interface DiskFileStoreOptions {
  /** Milliseconds since 1970, against the times of files. */
  readonly clock?: () => number;
}

/**
 * Opens the originals that lie in a folder, by the hexadecimal of their SHA-256:
 *
 *   sha256:abcdef…  -> ab/cdef…
 */
export async function openFileStore(folder: string, options: DiskFileStoreOptions = {}): Promise<FileStore> {
  const { clock = Date.now } = options;
  await mkdir(join(folder, UNFINISHED), { recursive: true });
  await clearAbandoned(join(folder, UNFINISHED), clock());
  return {
    put: (bytes) => put(folder, bytes),
    open: async (digest) => {
      const path = fileStorePath(folder, digest);
      return path !== undefined && (await statOf(path))?.isFile() ? readFrom(path) : undefined;
    },
    has: async (digest) => {
      const path = fileStorePath(folder, digest);
      return path !== undefined && (await statOf(path))?.isFile() === true;
    },
    list: () => list(folder),
  };
}

const DIGEST = /^sha256:([0-9a-f]{2})([0-9a-f]{62})$/;

/** Where the bytes of a digest lie; undefined if it is none, so that no text leads out of the folder. */
export function fileStorePath(folder: string, digest: string): string | undefined {
  const [, first, rest] = DIGEST.exec(digest) ?? [];
  return first === undefined || rest === undefined ? undefined : join(folder, first, rest);
}

/** The file is opened when it is begun to be read, and shut when that ends, however it ends. */
async function* readFrom(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    yield* file.createReadStream({ autoClose: false });
  } finally {
    await file.close();
  }
}

/** Writes aside, syncs, and only then gives the file its name: under a digest there are all bytes or none. */
async function put(folder: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const aside = join(folder, UNFINISHED, randomUUID());
  try {
    const stored = await writeAside(aside, bytes);
    await takeIn(folder, aside, stored);
    return stored;
  } catch (error) {
    await rm(aside, { force: true });
    throw failureOf(error, folder);
  }
}

async function writeAside(aside: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const file = await open(aside, 'wx', 0o444);
  try {
    for await (const part of bytes) {
      hash.update(part);
      sizeBytes += part.length;
      await writeAll(file, part);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { digest: `sha256:${hash.digest('hex')}`, sizeBytes };
}

/** A write may take less than it was given, and says so. */
async function writeAll(file: FileHandle, part: Uint8Array): Promise<void> {
  for (let at = 0; at < part.length;) at += (await file.write(part, at)).bytesWritten;
}

async function takeIn(folder: string, aside: string, { digest, sizeBytes }: StoredFile): Promise<void> {
  const path = fileStorePath(folder, digest);
  if (path === undefined) throw new TypeError(`not a digest: ${digest}`);
  // What lies under a digest in another size is a damaged file: the bytes that were put replace it.
  if ((await statOf(path))?.size === sizeBytes) {
    await rm(aside);
    return;
  }
  const shelf = join(path, '..');
  if ((await mkdir(shelf, { recursive: true })) !== undefined) await syncFolder(folder);
  await rename(aside, path);
  await syncFolder(shelf);
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

async function* list(folder: string): AsyncGenerator<StoredFile> {
  for (const first of await namesIn(folder, /^[0-9a-f]{2}$/, (entry) => entry.isDirectory()))
    for (const rest of await namesIn(join(folder, first), /^[0-9a-f]{62}$/, (entry) => entry.isFile()))
      yield { digest: `sha256:${first}${rest}`, sizeBytes: (await stat(join(folder, first, rest))).size };
}

async function namesIn(
  folder: string,
  shape: RegExp,
  isSo: (entry: Dirent) => boolean,
): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => shape.test(entry.name) && isSo(entry))
    .map((entry) => entry.name)
    .sort();
}

async function clearAbandoned(folder: string, nowMs: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await statOf(path);
    if (found && nowMs - found.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true });
  }
}
