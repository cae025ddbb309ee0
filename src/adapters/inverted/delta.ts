import type { RecordId } from '../../core/id.ts';
import type { SearchDocument } from '../../core/search-document.ts';
import { setBit } from './bits.ts';
import type { NewFile } from './index-files.ts';
import { LiveSegment } from './live-segment.ts';
import { memoryFiles, openBytes } from './memory-files.ts';
import { PageCache } from './paged-bytes.ts';
import { Segment } from './segment.ts';
import { SegmentBuilder } from './segment-builder.ts';
import type { Source } from './merge-source.ts';
import { mergeSegments } from './segment-merger.ts';

/** So many small segments in memory are made one. */
const FEW = 4;

/**
 * What has changed since the last segment was written: documents as they are read one by one, and, once
 * somebody searches, segments in memory made of them.
 */
export class Delta {
  #builder = new SegmentBuilder();
  /** Which number each document has that the builder holds; those that went since have none. */
  readonly #pending = new Map<RecordId, number>();
  #segments: LiveSegment[] = [];
  #textUnits = 0;

  /** How long its texts are together, in UTF-16 units; those replaced since are counted too. */
  get textUnits(): number {
    return this.#textUnits;
  }

  put(document: SearchDocument): void {
    this.#pending.set(document.id, this.#builder.documents);
    this.#builder.add(document);
    // A record without words takes room too.
    this.#textUnits += document.passages.reduce((sum, { text }) => sum + text.length, 200);
  }
  remove(id: RecordId): void {
    if (this.#pending.delete(id)) return;
    this.#segments.some((segment) => segment.remove(id));
  }

  /** All of it as segments. */
  segments(): readonly LiveSegment[] {
    if (this.#pending.size > 0) {
      this.#segments.push(this.#built());
      this.#beginAnew();
      this.#join();
    }
    return this.#segments;
  }
  #beginAnew(): void {
    this.#builder = new SegmentBuilder();
    this.#pending.clear();
  }
  /** What the builder holds, without what went since: no id may stand twice in a segment. */
  #built(): LiveSegment {
    const whole = inMemory((file) => this.#builder.write(file));
    if (this.#isWhole) return whole;
    whole.live.fill(0);
    for (const document of this.#pending.values()) setBit(whole.live, document);
    return merged([whole]);
  }
  get #isWhole(): boolean {
    return this.#pending.size === this.#builder.documents;
  }

  /** Makes the last segments one, if they are many and none is far larger than those behind it. */
  #join(): void {
    let from = this.#segments.length - 1;
    let documents = this.#segments[from]?.segment.documents ?? 0;
    while (from > 0 && (this.#segments[from - 1]?.segment.documents ?? 0) <= documents * 3) {
      from--;
      documents += this.#segments[from]?.segment.documents ?? 0;
    }
    if (this.#segments.length - from < FEW) return;
    const last = this.#segments.slice(from);
    this.#segments = [...this.#segments.slice(0, from), merged(last)];
  }

  /** Writes all of it as one segment; false if there is nothing to be written. */
  writeTo(create: () => NewFile): boolean {
    if (this.#segments.length === 0 && this.#pending.size === 0) return false;
    const isOne = this.#segments.length === 0 && this.#isWhole;
    const file = create();
    try {
      if (isOne) this.#builder.write(file);
      else for (const _ of mergeSegments([...this.segments()], file)) continue;
    } catch (reason) {
      file.abandon();
      throw reason;
    }
    return true;
  }

  clear(): void {
    this.#beginAnew();
    this.#segments = [];
    this.#textUnits = 0;
  }
}

function inMemory(write: (file: NewFile) => void): LiveSegment {
  const held = new Map<string, Uint8Array>();
  write(memoryFiles(held).create(''));
  return new LiveSegment('', new Segment(openBytes(held.get('') ?? new Uint8Array(0)), new PageCache()));
}

function merged(sources: readonly Source[]): LiveSegment {
  return inMemory((file) => {
    for (const _ of mergeSegments(sources, file)) continue;
  });
}
