import type { RecordId } from '../../core/id.ts';
import type { SearchDocument } from '../../core/search-document.ts';
import type { NewFile } from './index-files.ts';
import { LiveSegment } from './live-segment.ts';
import { memoryFiles, openBytes } from './memory-files.ts';
import { PageCache } from './paged-bytes.ts';
import { Segment } from './segment.ts';
import { buildSegment } from './segment-builder.ts';
import { mergeSegments } from './segment-merger.ts';

/** So many small segments in memory are made one. */
const FEW = 4;

/**
 * What has changed since the last segment was written: documents as they came, and, once somebody searches,
 * segments in memory made of them.
 */
export class Delta {
  readonly #pending = new Map<RecordId, SearchDocument>();
  #segments: LiveSegment[] = [];
  #textUnits = 0;

  /** How long its texts are together, in UTF-16 units; those replaced since are counted too. */
  get textUnits(): number {
    return this.#textUnits;
  }
  get isEmpty(): boolean {
    return this.#textUnits === 0 && this.#pending.size === 0 && this.#segments.length === 0;
  }

  put(document: SearchDocument): void {
    this.#pending.set(document.id, document);
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
      const pending = [...this.#pending.values()];
      this.#segments.push(inMemory((file) => buildSegment(pending, file)));
      this.#pending.clear();
      this.#join();
    }
    return this.#segments;
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
    this.#segments = [
      ...this.#segments.slice(0, from),
      inMemory((file) => {
        for (const _ of mergeSegments(last, file)) continue;
      }),
    ];
  }

  /** Writes all of it as one segment; false if there is nothing to be written. */
  writeTo(create: () => NewFile): boolean {
    if (this.#segments.length === 0 && this.#pending.size === 0) return false;
    const file = create();
    try {
      if (this.#segments.length === 0) buildSegment([...this.#pending.values()], file);
      else for (const _ of mergeSegments([...this.segments()], file)) continue;
    } catch (reason) {
      file.abandon();
      throw reason;
    }
    return true;
  }

  clear(): void {
    this.#pending.clear();
    this.#segments = [];
    this.#textUnits = 0;
  }
}

function inMemory(write: (file: NewFile) => void): LiveSegment {
  const held = new Map<string, Uint8Array>();
  write(memoryFiles(held).create(''));
  return new LiveSegment('', new Segment(openBytes(held.get('') ?? new Uint8Array(0)), new PageCache()));
}
