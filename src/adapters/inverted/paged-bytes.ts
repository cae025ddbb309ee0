import { crc32 } from 'node:zlib';
import { Damaged, type OpenFile } from './index-files.ts';

export const PAGE_BYTES = 1 << 14;
/** Pages kept in memory by all segments of an index together: 48 MB. The system keeps what is read often, too. */
export const MOST_PAGES = 3072;
/** Bytes put together from several pages that one section remembers. */
const MOST_RECENT = 2 << 20;
const PAGES_OF_ONE = 2 ** 24;

/** The pages last read, those that were not asked for again for the longest time given up first, half of all at once. */
export class PageCache {
  #young = new Map<number, Uint8Array>();
  #old = new Map<number, Uint8Array>();
  /** So many are kept. */
  most: number;
  #readers = 0;

  constructor(most = MOST_PAGES) {
    this.most = most;
  }

  /** Where the numbers of a new reader's pages begin. */
  newReader(): number {
    return ++this.#readers * PAGES_OF_ONE;
  }
  get(number: number): Uint8Array | undefined {
    const young = this.#young.get(number);
    if (young !== undefined) return young;
    const page = this.#old.get(number);
    if (page !== undefined) this.put(number, page);
    return page;
  }
  put(number: number, page: Uint8Array): void {
    if (this.#young.size >= this.most / 2) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(number, page);
  }
}

/** Where the pages of a part of a file stand. */
export interface PageLayout {
  /** Bytes of all pages together; each but the last is full. */
  readonly length: number;
  /** Pages that do not stand behind the one before, in order, and where they do: page, place, page, place… */
  readonly runs: readonly number[];
  readonly checksums: Uint32Array;
}

/** Part of a file, read page by page when needed; each page is checked when it is read. */
export class PagedBytes {
  readonly #file: OpenFile;
  readonly #layout: PageLayout;
  readonly length: number;
  readonly #cache: PageCache;
  readonly #first: number;
  /** The page that was asked for last: the next question often is for the same. */
  #lastNumber = -1;
  #last: Uint8Array = new Uint8Array(0);
  /** What was last put together from several pages, by where it begins: one question asks for it again and again. */
  readonly #recent = new Map<number, Uint8Array>();
  #recentBytes = 0;

  constructor(file: OpenFile, layout: PageLayout, cache: PageCache) {
    this.#file = file;
    this.#layout = layout;
    this.length = layout.length;
    this.#cache = cache;
    this.#first = cache.newReader();
  }

  /** The same, with pages kept elsewhere: for one who reads everything once. */
  over(cache: PageCache): PagedBytes {
    return new PagedBytes(this.#file, this.#layout, cache);
  }

  /** Bytes of one page may be given as they lie in memory: they are only to be read. */
  read(at: number, length: number): Uint8Array {
    if (length === 0) return new Uint8Array(0);
    if (at < 0 || length < 0 || at + length > this.length)
      throw new Damaged('the index points beyond its own end');
    const first = Math.floor(at / PAGE_BYTES);
    const within = at - first * PAGE_BYTES;
    if (within + length <= PAGE_BYTES) return this.#page(first).subarray(within, within + length);
    const recent = this.#recent.get(at);
    if (recent?.length === length) return recent;
    const bytes = new Uint8Array(length);
    for (let filled = 0, page = first, from = within; filled < length; page++, from = 0) {
      const part = this.#page(page).subarray(from, from + length - filled);
      bytes.set(part, filled);
      filled += part.length;
    }
    this.#remember(at, bytes);
    return bytes;
  }

  #remember(at: number, bytes: Uint8Array): void {
    if (bytes.length > MOST_RECENT / 2) return;
    this.#recentBytes += bytes.length;
    if (this.#recentBytes > MOST_RECENT) {
      this.#recent.clear();
      this.#recentBytes = bytes.length;
    }
    this.#recent.set(at, bytes);
  }

  /** All of it, past the cache; in memory of its own, so that it can be seen as wider numbers. */
  readAll(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.length);
    for (let page = 0; page * PAGE_BYTES < this.length; page++)
      bytes.set(this.#load(page), page * PAGE_BYTES);
    return bytes;
  }

  #page(page: number): Uint8Array {
    if (page === this.#lastNumber) return this.#last;
    this.#last = this.#cache.get(this.#first + page) ?? this.#loaded(page);
    this.#lastNumber = page;
    return this.#last;
  }
  #loaded(page: number): Uint8Array {
    const loaded = this.#load(page);
    this.#cache.put(this.#first + page, loaded);
    return loaded;
  }

  #load(page: number): Uint8Array {
    const length = Math.min(PAGE_BYTES, this.length - page * PAGE_BYTES);
    const bytes = this.#file.read(this.#placeOf(page), length);
    if (bytes.length < length || crc32(bytes) !== this.#layout.checksums[page])
      throw new Damaged('the index is not what was written');
    return bytes;
  }
  #placeOf(page: number): number {
    const { runs } = this.#layout;
    let low = 0;
    let high = runs.length / 2;
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if ((runs[middle * 2] ?? 0) <= page) low = middle;
      else high = middle;
    }
    return (runs[low * 2 + 1] ?? 0) + (page - (runs[low * 2] ?? 0)) * PAGE_BYTES;
  }
}
