import { rm } from 'node:fs/promises';
import { isAbsence } from '../disk/failures.ts';
import { openPyramid, type Pyramid } from './pyramid.ts';
import { TiffBroken } from './tiff-directory.ts';

/** Pyramids that were looked into last, open; the one longest unused is shut first. */
export class OpenPyramids {
  readonly #most: number;
  readonly #open = new Map<string, Promise<Pyramid | undefined>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The pyramid at a path; undefined where there is none, or one that is damaged and was therefore taken away. */
  async at(path: string): Promise<Pyramid | undefined> {
    const open = this.#open.get(path) ?? openAt(path);
    this.#open.delete(path);
    this.#open.set(path, open);
    for (const [oldest, pyramid] of this.#open) {
      if (this.#open.size <= this.#most) break;
      this.#open.delete(oldest);
      await (await pyramid)?.close();
    }
    try {
      const pyramid = await open;
      if (pyramid === undefined && this.#open.get(path) === open) this.#open.delete(path);
      return pyramid;
    } catch (reason) {
      this.#open.delete(path);
      throw reason;
    }
  }

  /** Shuts a pyramid that turned out to be damaged, and takes it away: it is made anew when next asked for. */
  async discard(pyramid: Pyramid): Promise<void> {
    this.#open.delete(pyramid.path);
    await pyramid.close();
    await rm(pyramid.path, { force: true });
  }

  async close(): Promise<void> {
    for (const pyramid of this.#open.values()) await (await pyramid)?.close();
    this.#open.clear();
  }
}

async function openAt(path: string): Promise<Pyramid | undefined> {
  try {
    return await openPyramid(path);
  } catch (reason) {
    if (isAbsence(reason)) return undefined;
    if (!(reason instanceof TiffBroken)) throw reason;
    await rm(path, { force: true });
    return undefined;
  }
}
