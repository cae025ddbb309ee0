import type { RecordId } from '../../core/id.ts';
import type { IndexBatch } from '../../ports/search-index.ts';
import { printBatch, readBatches } from './change-log.ts';
import { Delta } from './delta.ts';
import { Damaged, type IndexFiles } from './index-files.ts';
import { LIMITS, type Limits } from './limits.ts';
import { LiveSegment } from './live-segment.ts';
import { MANIFEST, newManifest, readManifest, sweep, writeManifest, type Manifest } from './manifest.ts';
import { Merge, segmentsToMerge } from './merge.ts';
import { savedSets } from './saved-sets.ts';
import { SegmentOpener } from './segment-opener.ts';

/** Bytes that are merged for each byte that a change writes. */
const MERGED_PER_BYTE = 6;
/** Bytes that are merged in one step while nobody waits. */
const SETTLED_BYTES = 4 << 20;
/** Segments of about one size are then made one when there are so many. */
const SEVERAL = 3;

/** The files of an index and what of them is in memory. One process writes; others read, and see what it wrote. */
export class Keeper {
  readonly #files: IndexFiles;
  readonly #limits: Limits;
  readonly #opener: SegmentOpener;
  readonly #delta = new Delta();
  #manifest: Manifest | undefined;
  #segments: readonly LiveSegment[] = [];
  #covered = 0;
  #stamp: string | undefined;
  #logStamp: string | undefined;
  #logEnd = 0;
  /** Whether the newest segment in memory has what no file has yet. */
  #isUnlogged = false;
  #merge: Merge | undefined;
  /** How many segments of about one size are made one now. */
  #many: number;
  /** Whether files of this process's making are newer than what the manifest names. */
  #hasWritten = false;
  #isSwept = false;
  /** What was covered before damage was met: until that is reached again, answers would be wrong. */
  #lost = 0;

  constructor(files: IndexFiles, limits: Limits = LIMITS) {
    this.#files = files;
    this.#opener = new SegmentOpener(files);
    this.#limits = limits;
    this.#many = limits.manySegments;
  }

  get covered(): number {
    return this.#covered;
  }
  get isBeingRebuilt(): boolean {
    return this.#covered < this.#lost;
  }
  get mergeIsUnderWay(): boolean {
    return this.#merge !== undefined;
  }
  get hasUnwritten(): boolean {
    return this.#hasWritten && (this.#logEnd > 0 || this.#isUnlogged);
  }
  /** All segments, those in memory last. */
  segments(): readonly LiveSegment[] {
    return [...this.#segments, ...this.#delta.segments()];
  }

  /** Sees what another process has written. What is damaged is forgotten: then nothing is covered. */
  refresh(): void {
    const stamp = this.#files.stamp(MANIFEST);
    if (stamp !== this.#stamp) this.#load();
    else if (this.#manifest !== undefined && this.#files.stamp(this.#manifest.log) !== this.#logStamp)
      this.#readLog();
  }

  #load(): void {
    for (let attempt = 0; ; attempt++) {
      const stamp = this.#files.stamp(MANIFEST);
      try {
        const manifest = readManifest(this.#files);
        const segments = manifest?.segments.map((one) => this.#opener.live(one, this.#segments)) ?? [];
        this.#take(manifest, segments);
        this.#stamp = stamp;
        return;
      } catch (reason) {
        if (!(reason instanceof Damaged)) throw reason;
        // Another process may have put other files in the place of these while they were being opened.
        if (this.#files.stamp(MANIFEST) !== stamp && attempt < 5) continue;
        this.forget();
        this.#stamp = this.#files.stamp(MANIFEST);
        return;
      }
    }
  }

  #take(manifest: Manifest | undefined, segments: readonly LiveSegment[]): void {
    const kept = new Set(segments.map(({ segment }) => segment));
    for (const { segment } of this.#segments) if (!kept.has(segment)) segment.close();
    this.#abandonMerge();
    this.#manifest = manifest;
    this.#setSegments(segments);
    this.#covered = manifest?.covered ?? 0;
    this.#delta.clear();
    this.#logEnd = 0;
    this.#isUnlogged = false;
    this.#readLog();
  }

  #setSegments(segments: readonly LiveSegment[]): void {
    this.#segments = segments;
    this.#opener.share(segments);
  }

  #readLog(): void {
    if (this.#manifest === undefined) return;
    const stamp = this.#files.stamp(this.#manifest.log);
    const file = this.#files.open(this.#manifest.log);
    if (file !== undefined) {
      const { batches, end } = readBatches(file, this.#logEnd);
      file.close();
      for (const batch of batches) this.#apply(batch);
      this.#logEnd = end;
    }
    this.#logStamp = stamp;
  }

  #apply({ put, remove, upTo }: IndexBatch): void {
    for (const id of remove) this.#remove(id);
    for (const document of put) {
      this.#remove(document.id);
      this.#delta.put(document);
    }
    this.#covered = upTo;
  }
  #remove(id: RecordId): void {
    this.#delta.remove(id);
    for (const segment of this.#segments) if (segment.remove(id)) return;
  }

  /** Nothing is known any more: it is to be told from the beginning. */
  forget(): void {
    this.#lost = Math.max(this.#lost, this.#covered);
    this.#abandonMerge();
    for (const { segment } of this.#segments) segment.close();
    this.#manifest = undefined;
    this.#segments = [];
    this.#delta.clear();
    this.#covered = 0;
    this.#logEnd = 0;
    this.#isUnlogged = false;
    this.#logStamp = undefined;
  }
  /** The same, on purpose. */
  clear(): void {
    this.forget();
    this.#lost = 0;
    this.#begin();
  }

  /**
   * In every answer from now on, and durable, when it returns. While many changes are caught up with, they
   * are durable with the next segment: what is covered says no more before.
   */
  update(batch: IndexBatch): void {
    const manifest = this.#manifest ?? this.#begin();
    this.#sweep(manifest);
    const isBehind = batch.isBehind === true;
    if (!isBehind) this.#log(manifest, batch);
    const before = this.#delta.textUnits;
    this.#hasWritten = true;
    this.#isUnlogged ||= isBehind;
    this.#apply(batch);
    const brought = this.#delta.textUnits - before;
    const { deltaUnits, behindUnits, manySegments, manyBehind } = this.#limits;
    this.#many = isBehind ? manyBehind : manySegments;
    const isFull = this.#delta.textUnits >= (isBehind ? behindUnits : deltaUnits);
    if (isFull || (this.#isUnlogged && !isBehind)) this.flush();
    this.goOnMerging(brought * MERGED_PER_BYTE);
  }

  #log(manifest: Manifest, batch: IndexBatch): void {
    const bytes = printBatch(batch);
    try {
      this.#files.append(manifest.log, this.#logEnd, bytes);
    } catch (reason) {
      // What stands in the log now is not known: it is read again before anything else is done.
      this.#stamp = undefined;
      throw reason;
    }
    this.#logEnd += bytes.length;
    this.#logStamp = this.#files.stamp(manifest.log);
  }

  /** An index that holds nothing. */
  #begin(): Manifest {
    const manifest = newManifest(this.#files);
    this.#put(manifest);
    this.#isSwept = false;
    this.#sweep(manifest);
    return manifest;
  }

  #put(manifest: Manifest): void {
    writeManifest(this.#files, manifest);
    for (const segment of this.#segments) segment.isChanged = false;
    this.#manifest = manifest;
    this.#stamp = this.#files.stamp(MANIFEST);
  }

  #sweep(manifest: Manifest): void {
    if (!this.#isSwept) sweep(this.#files, manifest, this.#merge?.name);
    this.#isSwept = true;
  }

  /** Writes what is in memory as a segment, and begins a new log. */
  flush(): void {
    const manifest = this.#manifest;
    if (manifest === undefined || (this.#logEnd === 0 && !this.#isUnlogged)) return;
    const name = `segment-${manifest.next}`;
    const hasSegment = this.#delta.writeTo(() => this.#files.create(name));
    const written = hasSegment ? new LiveSegment(name, this.#opener.segment(name)) : undefined;
    const log = `log-${manifest.next + 1}`;
    this.#files.append(log, 0, new Uint8Array(0));
    const next = savedSets(this.#files, { ...manifest, next: manifest.next + 2 }, this.#segments);
    const segments = written
      ? [...next.segments, { name, documents: written.count, check: written.segment.check }]
      : next.segments;
    this.#put({ ...next, segments, log, covered: this.#covered });
    this.#isSwept = false;
    if (written) this.#setSegments([...this.#segments, written]);
    this.#delta.clear();
    this.#logEnd = 0;
    this.#isUnlogged = false;
    this.#logStamp = this.#files.stamp(log);
    this.#sweep({ ...next, segments, log });
    this.#beginMerge();
  }

  #beginMerge(many = this.#many): void {
    const manifest = this.#manifest;
    if (this.#merge !== undefined || manifest === undefined) return;
    const sources = segmentsToMerge(this.#segments, many);
    if (sources.length === 0) return;
    const name = `merged-${manifest.next}`;
    this.#manifest = { ...manifest, next: manifest.next + 1 };
    this.#merge = new Merge(this.#files, name, sources);
    if (this.#merge.sizeBytes <= this.#limits.mergeAtOnceBytes) this.goOnMerging(Infinity);
  }

  /** Goes on with a merge until about so many bytes are written. */
  goOnMerging(bytes: number): void {
    const merge = this.#merge;
    const manifest = this.#manifest;
    if (merge === undefined || manifest === undefined) return;
    const isUrgent = this.#segments.length > this.#limits.mostSegments;
    let numbers: ReturnType<Merge['goOn']>;
    try {
      numbers = merge.goOn(isUrgent ? Infinity : bytes);
    } catch (reason) {
      this.#merge = undefined;
      throw reason;
    }
    if (numbers === undefined) return;
    this.#merge = undefined;
    const merged = new LiveSegment(merge.name, this.#opener.segment(merge.name));
    merge.carryOver(numbers, merged.live);
    merged.recount();
    const before = this.#segments;
    this.#setSegments([...before.filter((one) => !merge.sources.includes(one)), merged]);
    try {
      this.#put(savedSets(this.#files, manifest, this.#segments));
    } catch (reason) {
      this.#setSegments(before);
      throw reason;
    }
    for (const { segment } of merge.sources) segment.close();
    this.#isSwept = false;
    this.#sweep(this.#manifest ?? manifest);
    this.#beginMerge();
  }
  /** A step towards fewer segments, for one who has time; whether there is more to do. */
  settle(): boolean {
    if (!this.#hasWritten) return false;
    this.#beginMerge(SEVERAL);
    this.goOnMerging(SETTLED_BYTES);
    return this.#merge !== undefined || segmentsToMerge(this.#segments, SEVERAL).length > 0;
  }
  #abandonMerge(): void {
    this.#merge?.abandon();
    this.#merge = undefined;
  }

  close(): void {
    if (this.hasUnwritten) this.flush();
    this.#abandonMerge();
    for (const { segment } of this.#segments) segment.close();
    this.#segments = [];
    this.#delta.clear();
  }
}
