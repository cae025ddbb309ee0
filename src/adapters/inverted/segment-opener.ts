import { Damaged, type IndexFiles } from './index-files.ts';
import { LiveSegment } from './live-segment.ts';
import { readLive, type NamedSegment } from './manifest.ts';
import { MOST_PAGES, PageCache } from './paged-bytes.ts';
import { Segment } from './segment.ts';

/** The columns of so many documents need the room of a quarter of the pages. */
const MANY_DOCUMENTS = 300_000;
const FEWER_PAGES = (MOST_PAGES * 3) / 4;

/** Opens the segments of an index, which share what memory there is for their pages. */
export class SegmentOpener {
  readonly #files: IndexFiles;
  readonly #cache = new PageCache();
  /** Passages unpacked: about 16 MB. */
  readonly #unpacked = new PageCache(1024);

  constructor(files: IndexFiles) {
    this.#files = files;
  }

  segment(name: string): Segment {
    const file = this.#files.open(name);
    if (file === undefined) throw new Damaged('the index lacks a file');
    return new Segment(file, this.#cache, this.#unpacked);
  }
  /** To be said when other segments are open than before. */
  share(segments: readonly LiveSegment[]): void {
    const documents = segments.reduce((sum, { segment }) => sum + segment.documents, 0);
    this.#cache.most = documents > MANY_DOCUMENTS ? FEWER_PAGES : MOST_PAGES;
  }

  /** With what of it still is; a segment that is open already is not opened again. */
  live({ name, check, deletes }: NamedSegment, open: readonly LiveSegment[]): LiveSegment {
    const segment = open.find((one) => one.name === name)?.segment ?? this.segment(name);
    if (segment.check !== check) throw new Damaged('a segment in the place of another');
    const live = deletes === undefined ? undefined : readLive(this.#files, deletes, segment.documents);
    return new LiveSegment(name, segment, live);
  }
}
