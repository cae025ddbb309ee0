import type { Agent } from '../core/agent.ts';
import type { Draft, SourceKey } from '../core/draft.ts';
import type { RecordId } from '../core/id.ts';
import { parseId } from '../core/id.ts';
import { mapReferences, referencesOf } from '../core/references.ts';
import type { ArchiveRecord } from '../core/record.ts';
import type { Ports } from './archive.ts';
import { knownByName } from './known-names.ts';

/** A draft with an id: found under its key, or new. */
export interface Staged {
  readonly draft: Draft;
  readonly id: RecordId;
  readonly isNew: boolean;
}

interface Waiting {
  readonly staged: Staged;
  readonly missing: Set<SourceKey>;
}

/** How many drafts may wait for something they refer to before they go in without it. */
const MOST_WAITING = 50_000;

/**
 * Gives each draft its id, and lets it through once all that it refers to has one. Drafts come in any
 * order; what a run never brings is a problem, and the draft goes in without that reference.
 */
export class ImportStage {
  readonly #ports: Pick<Ports, 'records' | 'world'>;
  readonly #ids = new Map<SourceKey, RecordId>();
  readonly #read = new Set<SourceKey>();
  readonly #ambiguous = new Set<SourceKey>();
  readonly #said = new Set<SourceKey>();
  #waiting: Waiting[] = [];

  constructor(ports: Pick<Ports, 'records' | 'world'>) {
    this.#ports = ports;
  }

  /** Whether this run has already read a draft under this key. */
  hasRead(key: SourceKey): boolean {
    return this.#read.has(key);
  }

  /** Says that this key is a draft's of this run, before the draft is taken in. */
  claim(key: SourceKey): void {
    this.#read.add(key);
  }

  /** Takes drafts in; answers those that may go on now. */
  async take(drafts: readonly Draft[]): Promise<Staged[]> {
    await this.#look(drafts);
    await this.#lookByName(drafts);
    const ready: Staged[] = [];
    for (const draft of drafts) {
      const staged = this.#stage(draft);
      const missing = new Set([...referencesOf(draft.record)].filter((key) => !this.#ids.has(key)));
      if (missing.size === 0) ready.push(staged);
      else this.#waiting.push({ staged, missing });
    }
    ready.push(...this.#released());
    if (this.#waiting.length > MOST_WAITING) ready.push(...this.rest());
    return ready;
  }

  /** What still waits at the end, for what never came. */
  rest(): Staged[] {
    const left = this.#waiting.map(({ staged }) => staged);
    this.#waiting = [];
    return left;
  }

  /** The draft's record with ids in the place of keys, and the keys that nothing answers to, each said once. */
  resolve(draft: Draft): {
    readonly record: ArchiveRecord | undefined;
    readonly unknown: readonly SourceKey[];
  } {
    const unknown: SourceKey[] = [];
    const record = mapReferences<SourceKey, RecordId>(draft.record, (key) => {
      const id = this.#ids.get(key);
      if (id === undefined && !this.#said.has(key)) unknown.push(key);
      if (id === undefined) this.#said.add(key);
      return id;
    });
    return { record, unknown };
  }

  #stage(draft: Draft): Staged {
    const known = this.#ids.get(draft.key);
    if (known !== undefined) return { draft, id: known, isNew: false };
    const id = draft.id ?? this.#ports.world.newId(draft.record.kind);
    this.#ids.set(draft.key, id);
    return { draft, id, isNew: true };
  }

  /** Looks up, in one question, every key that these drafts bear or refer to. */
  async #look(drafts: readonly Draft[]): Promise<void> {
    const asked = new Set<SourceKey>();
    for (const draft of drafts) {
      if (!this.#ids.has(draft.key)) asked.add(draft.key);
      for (const key of referencesOf(draft.record)) if (!this.#ids.has(key)) asked.add(key);
    }
    const ownIds = [...asked].flatMap((key) =>
      key.startsWith('id:') ? [[key, parseId(key.slice(3))] as const] : [],
    );
    const found = await this.#ports.records.find([...asked]);
    const standings = await this.#ports.records.standings(ownIds.flatMap(([, id]) => (id ? [id] : [])));
    for (const [key, id] of ownIds) if (id && standings.has(id)) this.#ids.set(key, id);
    for (const key of asked) {
      const id = found.get(key);
      if (id) this.#ids.set(key, id);
    }
  }

  /** A name alone, met for the first time, may be one that an authority here bears. */
  async #lookByName(drafts: readonly Draft[]): Promise<void> {
    const stubs = drafts.filter(({ joins, key }) => joins === 'stub' && !this.#ids.has(key));
    for (const [key, known] of await knownByName(this.#ports.records, stubs)) {
      if (known.kind === 'one') this.#ids.set(key, known.id);
      else this.#ambiguous.add(key);
    }
  }

  /** Whether several here bear this name, so that nobody was chosen. */
  isAmbiguous(key: SourceKey): boolean {
    return this.#ambiguous.has(key);
  }

  #released(): Staged[] {
    const ready: Staged[] = [];
    const still: Waiting[] = [];
    for (const one of this.#waiting) {
      for (const key of one.missing) if (this.#ids.has(key)) one.missing.delete(key);
      if (one.missing.size === 0) ready.push(one.staged);
      else still.push(one);
    }
    this.#waiting = still;
    return ready;
  }
}

/** Whether a draft is of a person who may be here already under another key. */
export const isPossiblyKnown = (draft: Draft): draft is Draft & { readonly record: Agent } =>
  draft.maybeKnown === true && draft.record.kind === 'agent';
