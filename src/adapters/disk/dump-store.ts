import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../../core/failure.ts';
import { problem } from '../../core/problem.ts';
import type { DatabasePlan, DumpInMaking, DumpStore, KeptDump } from '../../ports/dump-store.ts';
import { bytesOfFile, inMaking, type DatabaseFile } from './dump-in-making.ts';
import { isAbsence, isRefusal } from './failures.ts';
import { syncFolder } from './sync-folder.ts';

export interface DiskDumpStoreOptions {
  readonly makeDatabase: (path: string, plan: DatabasePlan) => DatabaseFile;
  /** Milliseconds since 1970, against the times of files. */
  readonly clock?: () => number;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const UNFINISHED = 'unfinished-';
/** Not a name that {@link NAME} lets anybody open. */
const STANDING = '.standing.json';
/** A dump in making writes all the time: what nobody has written to for so long was left by one that was cut off. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** The dumps that lie in a folder, each in one of its own by its day. */
export function openDumpStore(folder: string, options: DiskDumpStoreOptions): DumpStore {
  return {
    list: () => list(folder),
    async open(date, name, range) {
      if (!DAY.test(date) || !NAME.test(name)) return undefined;
      const path = join(folder, date, name);
      if ((await sizeOf(path)) === undefined) return undefined;
      return bytesOfFile(path, range);
    },
    begin: (date, at) =>
      writingTo(at ?? folder, () =>
        at === undefined ? beginHere(folder, date, options) : beginAt(resolve(at), options),
      ),
    remove: async (date) => {
      if (DAY.test(date)) await takeAway(folder, date);
    },
  };
}

async function list(folder: string): Promise<readonly KeptDump[]> {
  const dates = (await namesIn(folder)).filter((name) => DAY.test(name)).sort();
  const found: KeptDump[] = [];
  for (const date of dates.reverse()) {
    const [manifest, standing] = await Promise.all(
      ['manifest.json', STANDING].map((name) => textOf(join(folder, date, name))),
    );
    if (manifest === undefined || standing === undefined) continue;
    const sizes = new Map<string, number>();
    for (const name of await namesIn(join(folder, date))) {
      const size = NAME.test(name) ? await sizeOf(join(folder, date, name)) : undefined;
      if (size !== undefined) sizes.set(name, size);
    }
    found.push({ date, manifest, standing, sizes });
  }
  return found;
}

/** Where nothing can be written is told as such. */
async function writingTo<T>(folder: string, begin: () => Promise<T>): Promise<T> {
  try {
    return await begin();
  } catch (reason) {
    if (isRefusal(reason)) throw new Failure(problem('not-writable', { file: folder }), { cause: reason });
    throw reason;
  }
}

async function beginHere(
  folder: string,
  date: string,
  { makeDatabase, clock = Date.now }: DiskDumpStoreOptions,
): Promise<DumpInMaking> {
  await mkdir(folder, { recursive: true });
  await clearAbandoned(folder, clock());
  const aside = join(folder, `${UNFINISHED}${randomUUID()}`);
  await mkdir(aside);
  return inMaking(aside, makeDatabase, (standing) => takeIn(folder, date, aside, standing));
}

/** A folder elsewhere has to be absent or empty; it is there once all of it is. */
async function beginAt(folder: string, options: DiskDumpStoreOptions): Promise<DumpInMaking> {
  const there = await namesIn(folder, 'tell');
  if (there !== undefined && there.length > 0)
    throw new Failure(problem('folder-not-empty', { file: folder }), { cause: undefined });
  await mkdir(dirname(folder), { recursive: true });
  const aside = join(dirname(folder), `.${basename(folder)}-${UNFINISHED}${randomUUID()}`);
  await mkdir(aside);
  return inMaking(aside, options.makeDatabase, async () => {
    if (there !== undefined) await rmdir(folder);
    await rename(aside, folder);
    await syncFolder(dirname(folder));
    return folder;
  });
}

/** In two renames: what was there of this day goes aside, and what is whole takes its place. */
async function takeIn(folder: string, date: string, aside: string, standing: string): Promise<string> {
  await writeFile(join(aside, STANDING), standing, { flag: 'wx', flush: true });
  await syncFolder(aside);
  await takeAway(folder, date);
  await rename(aside, join(folder, date));
  await syncFolder(folder);
  return join(folder, date);
}

async function takeAway(folder: string, date: string): Promise<void> {
  const old = join(folder, `${UNFINISHED}${randomUUID()}`);
  try {
    await rename(join(folder, date), old);
  } catch (reason) {
    if (isAbsence(reason)) return;
    throw reason;
  }
  await rm(old, { recursive: true, force: true });
}

async function clearAbandoned(folder: string, nowMs: number): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!name.startsWith(UNFINISHED)) continue;
    const path = join(folder, name);
    const times = await Promise.all(
      [path, ...(await namesIn(path)).map((one) => join(path, one))].map(changedMs),
    );
    if (nowMs - Math.max(...times) > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}

const changedMs = async (path: string): Promise<number> => (await statOf(path))?.mtimeMs ?? 0;

async function namesIn(folder: string): Promise<readonly string[]>;
async function namesIn(folder: string, absent: 'tell'): Promise<readonly string[] | undefined>;
async function namesIn(folder: string, absent?: 'tell'): Promise<readonly string[] | undefined> {
  try {
    return await readdir(folder);
  } catch (reason) {
    if (isAbsence(reason)) return absent === 'tell' ? undefined : [];
    throw reason;
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (reason) {
    if (isAbsence(reason)) return undefined;
    throw reason;
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await statOf(path);
  return found?.isFile() === true ? found.size : undefined;
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (reason) {
    if (isAbsence(reason)) return undefined;
    throw reason;
  }
}
