import { nthKey, type Draft, type Read, type SourceKey } from '../core/draft.ts';
import type { RecordId } from '../core/id.ts';
import type { Standing } from '../core/lifecycle.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { ArchiveRecord } from '../core/record.ts';
import type { Commit, RecordChange } from '../ports/record-store.ts';
import type { Ports } from './archive.ts';
import { changeOf, inCollection, whereOf, withKey, type Outcome } from './import-change.ts';
import { mergeKnownAgents } from './import-agents.ts';
import { ImportStage, isPossiblyKnown, type Staged } from './import-stage.ts';
import { referringTo } from './referring.ts';

type Deps = Pick<Ports, 'records' | 'world'>;

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
    const standings = await this.#deps.records.standings(batch.map(({ id }) => id));
    const changes = new Map<RecordId, RecordChange>();
    const announced = new Set<RecordId>();
    for (const one of batch) {
      const { draft, id } = one;
      const { record, unknown } = this.stage.resolve(draft);
      for (const key of unknown)
        yield {
          kind: 'problem',
          problem: problem('reference-unknown', whereOf(draft, file?.name), { value: key }),
        };
      if (!record) continue;
      const kept = withKey(inCollection(record, this.#options.collection), draft.key);
      const outcome = changeOf(
        {
          staged: one,
          record: kept,
          draftDigest: this.#deps.world.digestOf(JSON.stringify(kept)),
          isPublishing: this.#options.isPublishing,
          ...(file ? { file } : {}),
        },
        standings.get(id),
      );
      this.#count(outcome.kind, record);
      if (outcome.kind === 'conflict') yield { kind: 'problem', problem: outcome.problem };
      if (outcome.kind === 'created') changes.set(id, outcome.change);
      if (outcome.kind === 'updated')
        changes.set(id, await this.#withBorrowedNames(outcome.change, standings.get(id)));
      if (outcome.kind === 'updated' && outcome.change.announce)
        for (const other of await referringTo(this.#deps.records, id)) announced.add(other);
    }
    if (this.#options.isDryRun) return;
    const committed =
      changes.size === 0
        ? undefined
        : await this.#deps.records.commit(this.#commitOf([...changes.values()], announced));
    if (committed?.ok === false) {
      yield {
        kind: 'problem',
        problem: problem('version-conflict', {
          ...(file ? { file: file.name } : {}),
          record: committed.problem.id,
        }),
      };
      return;
    }
    const persons = batch.filter(({ draft, id }) => isPossiblyKnown(draft) && isUntouched(standings.get(id)));
    for await (const event of mergeKnownAgents(
      this.#deps,
      persons.map(({ id }) => id),
      this.#options.by,
    )) {
      if (event.kind === 'merged') this.#counts = { ...this.#counts, merged: this.#counts.merged + 1 };
      else yield event;
    }
  }

  /** Names that merges brought to an authority stay when its own list is read again. */
  async #withBorrowedNames(change: RecordChange, standing: Standing | undefined): Promise<RecordChange> {
    const record = change.version?.record;
    if (!standing || !change.version || !record || !('names' in record)) return change;
    const head = await this.#deps.records.version(change.id, standing.head, 'description');
    if (!head || !('names' in head.record)) return change;
    const borrowed = head.record.names.filter((name) => name.from !== undefined);
    if (borrowed.length === 0) return change;
    return {
      ...change,
      version: { ...change.version, record: { ...record, names: [...record.names, ...borrowed] } },
    };
  }

  #commitOf(changes: readonly RecordChange[], announced: ReadonlySet<RecordId>): Commit {
    const own = new Set(changes.map(({ id }) => id));
    const announce = [...announced]
      .filter((id) => !own.has(id))
      .map((id) => ({ id, change: 'public' as const }));
    return { at: this.#deps.world.now(), by: this.#options.by, changes, announce };
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
