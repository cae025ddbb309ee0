import { nthKey, type Draft, type Read, type SourceKey } from '../core/draft.ts';
import type { RecordId } from '../core/id.ts';
import type { Standing } from '../core/lifecycle.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { ArchiveRecord } from '../core/record.ts';
import { ImportBatch, type ImportDeps } from './import-batch.ts';
import { whereOf, type Outcome } from './import-change.ts';
import { mergeKnownAgents } from './import-agents.ts';
import { ImportStage, isPossiblyKnown, type Staged } from './import-stage.ts';

type Deps = ImportDeps;

export interface ImportOptions {
  readonly by: string;
  readonly isPublishing: boolean;
  /** A collection that everything read becomes part of, too. */
  readonly collection?: RecordId;
  /** Read and check everything, write nothing. */
  readonly isDryRun: boolean;
}

/** One file's reads, with the digest under which its original is kept. */
export interface ReadFile {
  readonly name: string;
  readonly digest?: string;
  readonly reads: AsyncIterable<Read>;
}

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly merged: number;
  readonly documents: number;
}

/** What an import says as it goes. */
export type ImportEvent =
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'progress'; readonly counts: ImportCounts }
  | { readonly kind: 'problem'; readonly problem: Problem };

const BATCH = 100;

/**
 * Brings records in, batch by batch, each batch one commit: killed at any moment it leaves whole records
 * only, and run again it goes on, since what is here already is found by its key and left alone.
 */
export async function* importRecords(
  deps: Deps,
  files: AsyncIterable<ReadFile>,
  options: ImportOptions,
): AsyncGenerator<ImportEvent, ImportCounts> {
  const run = new ImportRun(deps, options);
  for await (const file of files) {
    yield { kind: 'file', name: file.name };
    let batch: Draft[] = [];
    for await (const read of file.reads) {
      if (read.kind === 'problem') {
        yield read;
        continue;
      }
      const draft = yield* notTwice(run, read.draft, file.name);
      if (draft) batch.push(draft);
      if (batch.length >= BATCH) {
        yield* run.write(await run.stage.take(batch), file);
        batch = [];
        yield { kind: 'progress', counts: run.counts };
      }
    }
    yield* run.write(await run.stage.take(batch), file);
    yield { kind: 'progress', counts: run.counts };
  }
  yield* run.write(run.stage.rest(), undefined);
  return run.counts;
}

/**
 * A key met twice in one run is two things under one name: the second is kept under a key of its own, and
 * said. A name alone may be met any number of times, and gives way to the record itself.
 */
function* notTwice(run: ImportRun, draft: Draft, file: string): Generator<ImportEvent, Draft | undefined> {
  const kept = run.claim(draft);
  if (kept && kept.key !== draft.key)
    yield { kind: 'problem', problem: problem('id-twice', whereOf(draft, file), { value: draft.key }) };
  return kept;
}

class ImportRun {
  readonly stage: ImportStage;
  readonly #deps: Deps;
  readonly #options: ImportOptions;
  readonly #stubs = new Set<SourceKey>();
  #counts: ImportCounts = { created: 0, updated: 0, unchanged: 0, merged: 0, documents: 0 };

  constructor(deps: Deps, options: ImportOptions) {
    this.#deps = deps;
    this.#options = options;
    this.stage = new ImportStage(deps);
  }

  get counts(): ImportCounts {
    return this.#counts;
  }

  /** The draft under a key that no other draft of this run has; undefined for a name that is known already. */
  claim(draft: Draft): Draft | undefined {
    const isStub = draft.joins === 'stub';
    if (!this.stage.hasRead(draft.key)) {
      if (isStub) this.#stubs.add(draft.key);
      this.stage.claim(draft.key);
      return draft;
    }
    if (draft.joins === 'addition') return draft;
    if (isStub) return undefined;
    if (this.#stubs.delete(draft.key)) return draft;
    for (let nth = 2; ; nth++) {
      const key = nthKey(draft.key, nth);
      if (this.stage.hasRead(key)) continue;
      this.stage.claim(key);
      return { ...draft, key };
    }
  }

  /** Writes what is staged: batches of changes, one commit each. */
  async *write(staged: readonly Staged[], file: ReadFile | undefined): AsyncGenerator<ImportEvent> {
    for (let at = 0; at < staged.length; at += BATCH)
      yield* this.#writeBatch(staged.slice(at, at + BATCH), file);
  }

  async *#writeBatch(batch: readonly Staged[], file: ReadFile | undefined): AsyncGenerator<ImportEvent> {
    const writing = new ImportBatch(this.#deps, this.#options, file);
    for await (const said of writing.write(this.stage, batch)) {
      if (said.kind === 'problem') yield said;
      else this.#count(said.kind, said.record);
    }
    if (this.#options.isDryRun) return;
    const persons = batch.filter(
      ({ draft, id }) => isPossiblyKnown(draft) && isUntouched(writing.standing(id)),
    );
    const ids = persons.map(({ id }) => id);
    for await (const event of mergeKnownAgents(this.#deps, ids, this.#options.by)) {
      if (event.kind === 'merged')
        this.#counts = { ...this.#counts, merged: this.#counts.merged + event.count };
      else yield event;
    }
  }

  #count(kind: Outcome['kind'], record: ArchiveRecord): void {
    const counts = this.#counts;
    this.#counts = {
      ...counts,
      ...(kind === 'conflict' ? {} : { [kind]: counts[kind] + 1 }),
      documents: counts.documents + (record.kind === 'document' ? 1 : 0),
    };
  }
}

/** New, or never touched since it came: then nobody has parted it from another, and it may be merged. */
const isUntouched = (standing: Standing | undefined): boolean =>
  standing === undefined || (standing.revision === 1 && standing.state.kind !== 'merged');
