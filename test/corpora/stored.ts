import { join } from 'node:path';
import { openRecordStore } from '../../src/adapters/sqlite/record-store.ts';
import { preferredName } from '../../src/core/agent.ts';
import type { ArchiveDocument } from '../../src/core/document.ts';
import { printIdentifier, type RecordId } from '../../src/core/id.ts';
import { viewFor } from '../../src/core/public-record.ts';
import type { ArchiveRecord } from '../../src/core/record.ts';
import { everyStanding } from '../kill/check-archive.ts';
import type { Counts } from './count-xml.ts';
import { shownTextOf, type Shown } from './shown-text.ts';

/** What an archive holds, read from its store and passed through `viewFor`. */
export interface Stored {
  /** Of the volumes: held documents, and what stands in them. */
  readonly within: Counts;
  /** The same with the volumes' matter. */
  readonly all: Counts;
  /** Everything public. */
  readonly public: ReadonlySet<RecordId>;
  /** Who answers to an identifier: several, where several documents begin on a page. What was merged answers as what it became. */
  readonly bearers: ReadonlyMap<string, ReadonlySet<RecordId>>;
  /** Public agents by the forms of their names. */
  readonly people: readonly { readonly id: RecordId; readonly forms: readonly string[] }[];
  /** Of each kind of record how many are public. */
  readonly kinds: ReadonlyMap<string, number>;
}

const ANY_DAY = '9999-12-31';

/** Reads all that an archive holds once, one record at a time; counts what came of these volumes. */
export async function storedIn(folder: string, volumes: readonly string[]): Promise<Stored> {
  const opened = await openRecordStore(join(folder, 'archive.sqlite'), {
    nameKeysOf: () => [],
    ifAbsent: 'refuse',
  });
  if (!opened.ok) throw new Error(opened.problem.code);
  const store = opened.value;
  const gathered = new Gathered(new Set(volumes.map((volume) => `tei:${volume}`)));
  for await (const standing of everyStanding(store)) {
    const edition = standing.editions.at(-1);
    const version = await store.version(standing.id, edition?.version ?? standing.head);
    const identifiers = (version?.record.identifiers ?? []).map(printIdentifier);
    const view = viewFor(standing, version, edition, ANY_DAY);
    if (view.kind === 'public') gathered.take(standing.id, view.view.record, identifiers);
    if (view.kind === 'merged') gathered.takeMerged(view.into, standing.id, identifiers);
  }
  await store.close();
  return gathered.stored();
}

class Gathered {
  readonly #volumes: ReadonlySet<string>;
  readonly #inDocuments: Shown = { notes: 0, pages: 0, persons: 0 };
  readonly #inMatter: Shown = { notes: 0, pages: 0, persons: 0 };
  readonly #public = new Set<RecordId>();
  readonly #merged = new Map<RecordId, RecordId>();
  readonly #bearers = new Map<string, Set<RecordId>>();
  readonly #people: { readonly id: RecordId; readonly forms: readonly string[] }[] = [];
  readonly #kinds = new Map<string, number>();
  #documents = 0;

  constructor(volumes: ReadonlySet<string>) {
    this.#volumes = volumes;
  }

  take(id: RecordId, record: ArchiveRecord, identifiers: readonly string[]): void {
    this.#public.add(id);
    this.#kinds.set(record.kind, (this.#kinds.get(record.kind) ?? 0) + 1);
    this.#bear(id, identifiers);
    if (record.kind === 'agent') {
      const first = preferredName(record)?.form ?? '';
      this.#people.push({ id, forms: [first, ...record.names.map((name) => name.form)] });
    }
    if (!identifiers.some((one) => this.#volumes.has(one.replace(/#.*$/, '')))) return;
    if (record.kind === 'document' && record.holding.kind === 'held') this.#count(record);
    if (record.kind === 'collection') for (const { text } of record.matter) shownTextOf(text, this.#inMatter);
  }

  takeMerged(into: RecordId, id: RecordId, identifiers: readonly string[]): void {
    this.#merged.set(id, into);
    this.#bear(id, identifiers);
  }

  #count(document: ArchiveDocument): void {
    this.#documents += 1;
    for (const one of document.renditions)
      if (one.kind !== 'facsimile') shownTextOf(one.text, this.#inDocuments);
  }

  #bear(id: RecordId, identifiers: readonly string[]): void {
    for (const one of identifiers) {
      const bearers = this.#bearers.get(one) ?? new Set();
      this.#bearers.set(one, bearers.add(id));
    }
  }

  #become(id: RecordId): RecordId {
    const into = this.#merged.get(id);
    return into === undefined ? id : this.#become(into);
  }

  stored(): Stored {
    const [documents, matter] = [this.#inDocuments, this.#inMatter];
    return {
      within: { documents: this.#documents, ...documents },
      all: {
        documents: this.#documents,
        notes: documents.notes + matter.notes,
        pages: documents.pages + matter.pages,
        persons: documents.persons + matter.persons,
      },
      public: this.#public,
      bearers: new Map(
        [...this.#bearers].map(([one, ids]) => [one, new Set([...ids].map((id) => this.#become(id)))]),
      ),
      people: this.#people,
      kinds: this.#kinds,
    };
  }
}
