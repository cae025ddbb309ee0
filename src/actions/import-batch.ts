import { withAddition } from '../core/addition.ts';
import type { RecordId } from '../core/id.ts';
import type { Standing } from '../core/lifecycle.ts';
import { keepBlockIds, rememberVanished } from '../core/keep-block-ids.ts';
import { titleOf } from '../core/label.ts';
import { problem, type Problem } from '../core/problem.ts';
import type { ArchiveRecord } from '../core/record.ts';
import { isElsewhere, isKnownDifferently } from '../core/renamed.ts';
import { printRecord } from '../core/texts.ts';
import type { Commit, RecordChange } from '../ports/record-store.ts';
import type { Ports } from './archive.ts';
import { changeOf, inCollection, whereOf, withKey, type Outcome } from './import-change.ts';
import { carryReading } from './carry-reading.ts';
import type { ImportStage, Staged } from './import-stage.ts';
import { askForWork, type Asked, type WorkDeps } from './scan-jobs.ts';
import { referringTo, standingUnder } from './referring.ts';

export interface BatchOptions {
  readonly by: string;
  readonly isPublishing: boolean;
  readonly isDryRun: boolean;
  readonly collection?: RecordId;
}

type File = { readonly name: string; readonly digest?: string } | undefined;
type Said =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: Outcome['kind']; readonly record: ArchiveRecord };

/** What an import works with: a scan also needs its files, and somebody to work on it. */
export type ImportDeps = Pick<Ports, 'records' | 'world'> & WorkDeps;

/** One batch of an import: what each draft becomes, and all of it in one commit. */
export class ImportBatch {
  readonly #deps: ImportDeps;
  readonly #options: BatchOptions;
  readonly #file: File;
  readonly #changes = new Map<RecordId, RecordChange>();
  readonly #announced = new Set<RecordId>();
  #standings: ReadonlyMap<RecordId, Standing> = new Map();

  constructor(deps: ImportDeps, options: BatchOptions, file: File) {
    this.#deps = deps;
    this.#options = options;
    this.#file = file;
  }

  standing(id: RecordId): Standing | undefined {
    return this.#standings.get(id);
  }

  /** Decides on each draft, commits, and says what became of each. */
  async *write(stage: ImportStage, batch: readonly Staged[]): AsyncGenerator<Said> {
    this.#standings = await this.#deps.records.standings(batch.map(({ id }) => id));
    for (const staged of batch) {
      const { record, unknown } = stage.resolve(staged.draft);
      const where = whereOf(staged.draft, this.#file?.name);
      for (const key of unknown)
        yield { kind: 'problem', problem: problem('reference-unknown', where, { value: key }) };
      if (stage.isAmbiguous(staged.draft.key))
        yield {
          kind: 'problem',
          problem: problem('name-ambiguous', where, { value: titleOf(staged.draft.record).title }),
        };
      if (!record) continue;
      const kept = withKey(inCollection(record, this.#options.collection), staged.draft.key);
      const outcome = await this.#outcomeOf(staged, kept);
      yield { kind: outcome.kind, record: kept };
      if (outcome.kind === 'conflict') yield { kind: 'problem', problem: outcome.problem };
      else if (outcome.kind === 'created') this.#changes.set(staged.id, outcome.change);
      else if (outcome.kind === 'updated')
        this.#changes.set(staged.id, await this.#withKnownPassages(staged, outcome.change));
    }
    const refused = await this.#commit();
    if (refused) yield { kind: 'problem', problem: refused };
  }

  async #outcomeOf(staged: Staged, record: ArchiveRecord): Promise<Outcome> {
    const standing = this.#standings.get(staged.id);
    const head = standing && needsHead(staged, record) ? await this.#headOf(standing) : undefined;
    const pending = this.#changes.get(staged.id)?.version?.record;
    const isAdded = pending !== undefined && staged.draft.joins === 'addition';
    const printed = printRecord(record);
    const outcome = changeOf(
      {
        staged,
        record: isAdded ? withAddition(pending, record) : record,
        draftDigest: this.#deps.world.digestOf(`${printed.description}\n${printed.texts ?? ''}`),
        ...(isAdded ? {} : { printed }),
        isPublishing: this.#options.isPublishing,
        ...(head ? { head } : {}),
        ...(this.#file ? { file: this.#file } : {}),
      },
      standing,
    );
    const before = head ?? (outcome.kind === 'updated' && !outcome.change.version ? record : undefined);
    if (outcome.kind === 'updated' && standing && before)
      await this.#tellOthers(standing, before, outcome.change);
    return outcome;
  }

  /** Others show by what name it is known, and stand where it stands: they change with it for readers. */
  async #tellOthers(standing: Standing, before: ArchiveRecord, change: RecordChange): Promise<void> {
    if (!change.announce) return;
    const { id, state, editions } = standing;
    const after = change.version?.record ?? before;
    // The head is not always what readers saw: then nothing is known of what is new to them.
    const wasShown = state.kind === 'published' && editions.at(-1)?.version === standing.head;
    if (wasShown && !isKnownDifferently(before, after)) return;
    const hasMoved = !wasShown || isElsewhere(before, after);
    const others = await (hasMoved ? standingUnder : referringTo)(this.#deps.records, id);
    for (const other of others) this.#announced.add(other);
  }

  /** A document that is here keeps the ids of its passages, so that what was cited is found again. */
  async #withKnownPassages({ draft, id }: Staged, change: RecordChange): Promise<RecordChange> {
    const standing = this.#standings.get(id);
    const record = change.version?.record;
    if (!standing || !change.version || record?.kind !== 'document') return change;
    const before = (await this.#deps.records.version(id, standing.head))?.record;
    if (before?.kind !== 'document') return change;
    await this.#tellOthers(standing, before, change);
    const { files } = this.#deps;
    const carried = files ? await carryReading(files, before, record) : record;
    const keep = bearsOwnIds(draft) ? rememberVanished : keepBlockIds;
    return { ...change, version: { ...change.version, record: keep(before, standing.head, carried) } };
  }

  async #headOf({ id, head }: Standing): Promise<ArchiveRecord | undefined> {
    return (await this.#deps.records.version(id, head, 'description'))?.record;
  }

  async #commit(): Promise<Problem | undefined> {
    if (this.#options.isDryRun || this.#changes.size === 0) return undefined;
    const announce = [...this.#announced]
      .filter((id) => !this.#changes.has(id))
      .map((id) => ({ id, change: 'public' as const }));
    const commit: Commit = {
      at: this.#deps.world.now(),
      today: this.#deps.world.today(),
      by: this.#options.by,
      changes: [...this.#changes.values()],
      announce,
    };
    await askForWork(this.#deps, this.#asked());
    const done = await this.#deps.records.commit(commit);
    if (done.ok) return undefined;
    return problem('version-conflict', {
      ...(this.#file ? { file: this.#file.name } : {}),
      record: done.problem.id,
    });
  }

  #asked(): readonly Asked[] {
    return [...this.#changes].flatMap(([id, { version }]) =>
      version ? [{ id, record: version.record, version: (this.#standings.get(id)?.head ?? 0) + 1 }] : [],
    );
  }
}

/** Documents are not told of others by what stands in them; all else may be. */
const needsHead = ({ draft }: Staged, record: ArchiveRecord): boolean =>
  draft.joins !== 'stub' && record.kind !== 'document' && record.kind !== 'unit';

/** Our own lines carry the ids that their passages have; every other format only numbers them as it reads. */
const bearsOwnIds = ({ id, basedOn, key }: Staged['draft']): boolean =>
  id !== undefined || basedOn !== undefined || key.startsWith('id:');
