import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PageImage, Region } from '../../core/rendition.ts';
import { failureOf, isAbsence } from '../disk/failures.ts';
import { syncFolder } from '../disk/sync-folder.ts';
import { MOST_REGIONS } from './picture-limits.ts';

/** How pyramids are made: with another way they lie in another folder, and the former one is taken away. */
const WAY = '1';
/** What is being made lies here, on the same volume as where it goes. */
const UNFINISHED = 'unfinished';
/** What nobody has written to for so long was left by a process that was cut off. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/**
 * Where the pyramids of pages lie, each whole or not at all:
 *
 *   1/ab/cdef…-3.tif            page 3 of the file sha256:abcdef…
 *   1/ab/cdef…-3-5d41402abc4b.tif  the same with parts of it made black: another file for other parts
 */
export class PyramidShelf {
  readonly #folder: string;
  #isOpen: Promise<void> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Undefined if the digest is none, so that no text leads out of the folder. */
  pathOf(image: PageImage): string | undefined {
    const [, first, rest] = /^sha256:([0-9a-f]{2})([0-9a-f]{62})$/.exec(image.digest) ?? [];
    if (first === undefined || rest === undefined) return undefined;
    const black = regionsOf(image);
    const mark = black.length === 0 ? '' : `-${digestOf(image, black)}`;
    return join(this.#folder, WAY, first, `${rest}-${image.page ?? 1}${mark}.tif`);
  }

  async has(path: string): Promise<boolean> {
    try {
      return (await stat(path)).isFile();
    } catch (reason) {
      if (isAbsence(reason)) return false;
      throw reason;
    }
  }

  /** A path of a file that does not exist yet, which nobody will read. */
  async aside(ending: string): Promise<string> {
    await (this.#isOpen ??= this.#open());
    return join(this.#folder, UNFINISHED, `${randomUUID()}.${ending}`);
  }

  /** Brings what was written aside to the disk, and only then gives it its name. */
  async takeIn(aside: string, path: string): Promise<void> {
    try {
      const file = await open(aside, 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
      await mkdir(dirname(path), { recursive: true });
      await rename(aside, path);
      await syncFolder(dirname(path));
    } catch (reason) {
      await rm(aside, { force: true });
      throw failureOf(reason, 'derived/images');
    }
  }

  /** Takes away the pyramids of files that are not those of the pages wanted of them; answers how many. */
  async sweep(wantedOf: (digest: string) => Promise<readonly PageImage[]>): Promise<number> {
    let swept = 0;
    for (const first of await namesIn(join(this.#folder, WAY))) {
      const folder = join(this.#folder, WAY, first);
      for (const [rest, names] of byFile(await namesIn(folder))) {
        const wanted = await wantedOf(`sha256:${first}${rest}`);
        const kept = new Set(wanted.map((image) => this.pathOf(image)));
        for (const path of names.map((name) => join(folder, name))) {
          if (kept.has(path)) continue;
          await rm(path, { force: true });
          swept++;
        }
      }
    }
    return swept;
  }

  async #open(): Promise<void> {
    const unfinished = join(this.#folder, UNFINISHED);
    await mkdir(unfinished, { recursive: true });
    for (const name of await readdir(unfinished)) {
      const path = join(unfinished, name);
      if (await isAbandoned(path)) await rm(path, { force: true });
    }
    for (const name of await readdir(this.#folder))
      if (name !== WAY && name !== UNFINISHED && /^\d+$/.test(name))
        await rm(join(this.#folder, name), { recursive: true, force: true });
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (reason) {
    if (isAbsence(reason)) return [];
    throw reason;
  }
}

/** The names of pyramids, by the rest of the digest of the file that they are of; what is no pyramid is left out. */
function byFile(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const name of names) {
    const [, rest] = /^([0-9a-f]{62})-\d+(?:-[0-9a-f]+)?\.tif$/.exec(name) ?? [];
    if (rest === undefined) continue;
    const of = files.get(rest) ?? [];
    of.push(name);
    files.set(rest, of);
  }
  return files;
}

async function isAbandoned(path: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > ABANDONED_AFTER_MS;
  } catch (reason) {
    if (isAbsence(reason)) return false;
    throw reason;
  }
}

/**
 * What is to be made black, in whole pixels that hold all of it, within the page, in one order. A page with
 * more pieces than can be drawn is black as a whole.
 */
export function regionsOf({
  blackened = [],
  widthPx,
  heightPx,
}: Pick<PageImage, 'blackened' | 'widthPx' | 'heightPx'>): readonly Region[] {
  const whole = { x: 0, y: 0, w: widthPx, h: heightPx };
  if (blackened.length > MOST_REGIONS) return [whole];
  return blackened
    .map(({ x, y, w, h }) => {
      const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
      const [right, bottom] = [Math.min(widthPx, Math.ceil(x + w)), Math.min(heightPx, Math.ceil(y + h))];
      return { x: left, y: top, w: right - left, h: bottom - top };
    })
    .filter(({ w, h }) => w > 0 && h > 0)
    .sort((a, b) => a.y - b.y || a.x - b.x || a.h - b.h || a.w - b.w);
}

const MARK_LENGTH = 24;
/** The same regions of a page that is said to be of another size are other places on it. */
const digestOf = ({ widthPx, heightPx }: PageImage, regions: readonly Region[]): string =>
  createHash('sha256')
    .update([`${widthPx},${heightPx}`, ...regions.map(({ x, y, w, h }) => `${x},${y},${w},${h}`)].join(';'))
    .digest('hex')
    .slice(0, MARK_LENGTH);
