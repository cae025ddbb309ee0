import { rm } from 'node:fs/promises';
import { isAbsence } from '../disk/failures.ts';
import { openPyramid, type Pyramid } from './pyramid.ts';
import { TiffBroken } from './tiff-directory.ts';

/** A pyramid that is open, and how many look into it now. */
interface Held {
  readonly opening: Promise<Pyramid | undefined>;
  users: number;
  /** Out of the row: shut by whoever leaves last. */
  isOut: boolean;
}

/** Pyramids that were looked into last, open; the one longest unused is shut first, but never under who reads it. */
export class OpenPyramids {
  readonly #most: number;
  readonly #held = new Map<string, Held>();

  constructor(most: number) {
    this.#most = most;
  }

  /**
   * What the work makes of the pyramid at a path, which stays open meanwhile. Undefined where there is none,
   * or one that is damaged: that is taken away, and is made anew when next asked for.
   */
  async with<T>(path: string, work: (pyramid: Pyramid) => Promise<T>): Promise<T | undefined> {
    const held = this.#take(path);
    held.users++;
    try {
      const pyramid = await this.#opened(path, held);
      return pyramid && (await work(pyramid));
    } catch (reason) {
      if (reason instanceof TiffBroken) {
        this.#putOut(path, held);
        await rm(path, { force: true });
      }
      throw reason;
    } finally {
      held.users--;
      await shutIfUnused(held);
    }
  }

  async close(): Promise<void> {
    for (const [path, held] of this.#held) {
      this.#putOut(path, held);
      await shutIfUnused(held);
    }
  }

  #take(path: string): Held {
    const held = this.#held.get(path) ?? { opening: openAt(path), users: 0, isOut: false };
    this.#held.delete(path);
    this.#held.set(path, held);
    for (const [oldest, one] of this.#held) {
      if (this.#held.size <= this.#most) break;
      this.#putOut(oldest, one);
      void shutIfUnused(one);
    }
    return held;
  }

  async #opened(path: string, held: Held): Promise<Pyramid | undefined> {
    try {
      const pyramid = await held.opening;
      if (pyramid === undefined) this.#putOut(path, held);
      return pyramid;
    } catch (reason) {
      this.#putOut(path, held);
      throw reason;
    }
  }

  #putOut(path: string, held: Held): void {
    held.isOut = true;
    if (this.#held.get(path) === held) this.#held.delete(path);
  }
}

/** Shuts what is out of the row and looked into by nobody; what could not be opened is told to who asked for it. */
async function shutIfUnused(held: Held): Promise<void> {
  if (!held.isOut || held.users > 0) return;
  const [opened] = await Promise.allSettled([held.opening]);
  if (opened?.status === 'fulfilled') await opened.value?.close();
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
