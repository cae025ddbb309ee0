import { Failure } from '../../core/failure.ts';
import type { RecordId } from '../../core/id.ts';
import { problem } from '../../core/problem.ts';
import type { SearchIndex } from '../../ports/search-index.ts';
import { answer, countValues, inOrderOfDate } from './answer.ts';
import { diskFiles } from './disk-files.ts';
import { FacetCounter } from './facet-counts.ts';
import { Damaged, type IndexFiles } from './index-files.ts';
import { Keeper } from './keeper.ts';
import type { Limits } from './limits.ts';
import type { LiveSegment } from './live-segment.ts';
import { citing, sharingPrints, similar } from './relations.ts';
import { corrections, documentsWithEach } from './spellings.ts';
import { suggest } from './suggest.ts';

export interface InvertedOptions {
  readonly limits?: Limits;
  /** Is told when a file was damaged, and the index is to be built anew; and when what is done aside fails. */
  readonly log?: (reason: unknown) => void;
}

/** Changes that wait no longer than so long for others, and are then written as a segment. */
const FLUSH_AFTER_MS = 30_000;
const MERGE_EVERY_MS = 15;
const MERGE_BYTES = 1 << 20;

/** Our own inverted index in a folder of its own, in this thread. */
export const openHere = (folder: string, options: InvertedOptions = {}): SearchIndex =>
  invertedIndex(diskFiles(folder), options);

/** The same on other files. */
export function invertedIndex(files: IndexFiles, { limits, log }: InvertedOptions = {}): SearchIndex {
  const keeper = new Keeper(files, limits);
  const counter = new FacetCounter();
  const aside = new Aside(keeper, log);
  const guarded = <T>(act: () => T): T => {
    try {
      return act();
    } catch (reason) {
      if (!isDamage(reason)) throw isFull(reason) ? diskFull(reason) : reason;
      log?.(reason);
      keeper.forget();
      throw new Failure(problem('index-rebuilding', {}), { cause: reason });
    }
  };
  const looked = <T>(look: (segments: readonly LiveSegment[]) => T): T => {
    keeper.refresh();
    if (keeper.isBeingRebuilt) throw new Failure(problem('index-rebuilding', {}), { cause: undefined });
    return guarded(() => look(keeper.segments()));
  };
  return {
    update: async (batch) => {
      keeper.refresh();
      guarded(() => keeper.update(batch));
      aside.wake();
    },
    coveredTo: async () => {
      keeper.refresh();
      return keeper.covered;
    },
    search: async (query) => looked((segments) => answer(segments, counter, query)),
    countValues: async (query, field, values) =>
      looked((segments) => countValues(segments, query, field, values)),
    suggest: async (query) => looked((segments) => suggest(segments, query)),
    corrections: async ({ node }) => looked((segments) => corrections(segments, node)),
    documentsWith: async (terms) => looked((segments) => documentsWithEach(segments, terms)),
    ...relationsIn(looked),
    scan: (query) => scanned(looked, guarded, query),
    settle: async () => {
      keeper.refresh();
      return guarded(() => keeper.settle());
    },
    clear: async () => {
      counter.clear();
      keeper.clear();
    },
    close: async () => {
      aside.stop();
      keeper.close();
    },
  };
}

/** Every hit in order of date; the files are held open until all are told, or nobody listens any more. */
async function* scanned(
  looked: <T>(look: (segments: readonly LiveSegment[]) => T) => T,
  guarded: <T>(act: () => T) => T,
  query: Parameters<SearchIndex['scan']>[0],
): AsyncGenerator<RecordId> {
  const held = looked((segments) => ({
    ids: inOrderOfDate(segments, query),
    free: segments.map(({ segment }) => segment.hold()),
  }));
  try {
    for (;;) {
      const next = guarded(() => held.ids.next());
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    for (const free of held.free) free();
  }
}

const relationsIn = (
  looked: <T>(look: (segments: readonly LiveSegment[]) => T) => T,
): Pick<SearchIndex, 'sharingPrints' | 'citing' | 'similar'> => ({
  sharingPrints: async (id, limit) => looked((segments) => sharingPrints(segments, id, limit)),
  citing: async (identifiers, limit) => looked((segments) => citing(segments, identifiers, limit)),
  similar: async (id, limit) => looked((segments) => similar(segments, id, limit)),
});

const isDamage = (reason: unknown): boolean =>
  reason instanceof Damaged ||
  (reason instanceof Error && 'code' in reason && /^(?:ZSTD_|Z_|ERR_BUFFER)/.test(String(reason.code)));

const isFull = (reason: unknown): boolean =>
  reason instanceof Error && 'code' in reason && (reason.code === 'ENOSPC' || reason.code === 'EDQUOT');
const diskFull = (cause: unknown): Failure =>
  new Failure(problem('disk-full', { file: 'derived/' }), { cause });

/** What is done while nobody waits: merging, and writing what has waited long enough. */
class Aside {
  readonly #keeper: Keeper;
  readonly #log: ((reason: unknown) => void) | undefined;
  #merging: NodeJS.Timeout | undefined;
  #flushing: NodeJS.Timeout | undefined;

  constructor(keeper: Keeper, log: ((reason: unknown) => void) | undefined) {
    this.#keeper = keeper;
    this.#log = log;
  }

  wake(): void {
    if (this.#keeper.mergeIsUnderWay)
      this.#merging ??= this.#later(MERGE_EVERY_MS, () => {
        this.#merging = undefined;
        this.#keeper.goOnMerging(MERGE_BYTES);
        this.wake();
      });
    if (this.#keeper.hasUnwritten)
      this.#flushing ??= this.#later(FLUSH_AFTER_MS, () => {
        this.#flushing = undefined;
        this.#keeper.flush();
        this.wake();
      });
  }

  /** A failure here loses nothing: what was to be done is done with a later change. */
  #later(ms: number, act: () => void): NodeJS.Timeout {
    return setTimeout(() => {
      try {
        act();
      } catch (reason) {
        this.#log?.(reason);
      }
    }, ms).unref();
  }

  stop(): void {
    clearTimeout(this.#merging);
    clearTimeout(this.#flushing);
  }
}
