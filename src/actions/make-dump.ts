import type { RecordId } from '../core/id.ts';
import type { Standing } from '../core/lifecycle.ts';
import { problem, type Problem } from '../core/problem.ts';
import { accepted, refused, type Result } from '../core/result.ts';
import {
  mediaTypeOf,
  printChecksums,
  printManifest,
  type DumpFile,
  type DumpManifest,
  type FormName,
} from '../formats/dump/manifest.ts';
import { recordLineSchema } from '../formats/dump/record-line.ts';
import type { DataTable } from '../formats/dump/table.ts';
import type { Described } from '../formats/fields/described.ts';
import type { DumpInMaking, WrittenFile } from '../ports/dump-store.ts';
import type { RecordStore } from '../ports/record-store.ts';
import type { Ports } from './archive.ts';
import { describe } from './describe.ts';
import { DUMP_FORMS, type DumpForm } from './dump-forms.ts';
import { printDumpStanding } from './dump-standing.ts';
import { PublicViews } from './public-views.ts';

/** `records`: as they stand at one moment, whoever writes meanwhile. */
type Deps = Pick<Ports, 'records' | 'world' | 'settings' | 'dumps'>;

export interface DumpAsked {
  /** By which it is called; absent: the day (UTC) of the last public change. */
  readonly date?: string;
  /** A folder elsewhere. */
  readonly at?: string;
  readonly forms: readonly FormName[];
  /** What it is and how it is read, in words. */
  readonly readme: (dump: DumpManifest) => string;
}

export interface MadeDump {
  readonly dump: DumpManifest;
  readonly folder: string;
}

const BATCH = 100;

/**
 * Makes a dump of everything public: each record goes once through every form, in the order of ids, so that the same
 * records are the same bytes. It is there whole or not at all.
 */
export async function* makeDump(
  deps: Deps,
  asked: DumpAsked,
): AsyncGenerator<{ readonly done: number; readonly total: number }, Result<MadeDump, Problem>> {
  const change = await lastOf(deps.records);
  if (change === undefined) return refused(problem('nothing-public', {}));
  const date = asked.date ?? change.at.slice(0, 10);
  const making = await deps.dumps.begin(date, asked.at);
  let isDone = false;
  try {
    const writing = new DumpWriting(deps, making, asked.forms);
    yield* writing.writeAll();
    if (writing.counts['records'] === undefined) return refused(problem('nothing-public', {}));
    const files = [...(await writing.end())];
    const dump: DumpManifest = {
      form: 'unsealed-data/1',
      archive: { name: deps.settings.name, url: deps.settings.address },
      date,
      change: { seq: change.seq, at: change.at },
      counts: writing.counts,
      tables: writing.tables,
      files,
    };
    const folder = await finish(making, asked, dump, writing.standing());
    isDone = true;
    return accepted({ dump, folder });
  } finally {
    if (!isDone) await making.abandon();
  }
}

async function lastOf(
  records: Pick<RecordStore, 'lastChange' | 'changesSince'>,
): Promise<{ readonly seq: number; readonly at: string } | undefined> {
  const seq = await records.lastChange();
  const [change] = seq === 0 ? [] : await records.changesSince(seq - 1, 1);
  return change;
}

/** What stands beside the forms: what they are, in words and for programs, and their digests. */
async function finish(
  making: DumpInMaking,
  { readme }: DumpAsked,
  dump: DumpManifest,
  standing: string,
): Promise<string> {
  const files = [
    ...dump.files,
    await writeText(making, 'schema.json', `${JSON.stringify(recordLineSchema(), undefined, 1)}\n`),
    await writeText(making, 'README.md', readme(dump)),
  ];
  const whole = { ...dump, files };
  const manifest = await writeText(making, 'manifest.json', printManifest(whole));
  await writeText(making, 'SHA256SUMS', printChecksums([...files, manifest]));
  return making.finish(standing);
}

const fileOf = (file: WrittenFile): DumpFile => ({
  name: file.name,
  mediaType: mediaTypeOf(file.name),
  sizeBytes: file.sizeBytes,
  sha256: file.sha256,
  ...(file.unpacked ? { unpacked: file.unpacked } : {}),
});

async function writeText(making: DumpInMaking, name: string, text: string): Promise<DumpFile> {
  const file = await making.text(name);
  await file.write(text);
  return fileOf(await file.end());
}

/** One pass over all records, every form at once. */
class DumpWriting {
  readonly counts: Record<string, number> = {};
  readonly tables: Record<string, number> = {};
  readonly #deps: Deps;
  readonly #making: DumpInMaking;
  readonly #names: readonly FormName[];
  readonly #restricted = new Map<RecordId, Standing['restrictions']>();
  #forms: readonly DumpForm[] = [];

  constructor(deps: Deps, making: DumpInMaking, names: readonly FormName[]) {
    this.#deps = deps;
    this.#making = making;
    this.#names = names;
  }

  async *writeAll(): AsyncGenerator<{ readonly done: number; readonly total: number }> {
    const { records } = this.#deps;
    const views = new PublicViews(this.#deps);
    await views.refresh();
    const total = (await records.counts()).reduce((sum, { count }) => sum + count, 0);
    this.#forms = await Promise.all(this.#names.map((name) => DUMP_FORMS[name](this.#making)));
    let after: RecordId | undefined;
    for (let done = 0; ;) {
      const batch = await records.list({}, after, BATCH);
      const described = await describe(
        { ...this.#deps, views },
        batch.map(({ id }) => id),
      );
      for (const one of described) await this.#write(one);
      this.#note(batch, described);
      done += batch.length;
      yield { done, total };
      if (batch.length < BATCH) return;
      after = batch.at(-1)?.id;
    }
  }

  async end(): Promise<readonly DumpFile[]> {
    const files: DumpFile[] = [];
    for (const form of this.#forms) files.push(fileOf(await form.end()));
    return files;
  }

  /** What was held back of these records when they went in. */
  standing(): string {
    return printDumpStanding(this.#restricted);
  }

  async #write(described: Described): Promise<void> {
    const { record } = described.view;
    this.#count('records');
    this.#count(record.kind);
    if (record.kind === 'document') {
      if (record.holding.kind === 'not-held') this.#count('notHeld');
      if (record.renditions.some(({ kind }) => kind !== 'facsimile')) this.#count('withText');
    }
    const rows = new Map<DataTable, ReturnType<DataTable['rowsOf']>>();
    const rowsOf = (table: DataTable): ReturnType<DataTable['rowsOf']> => {
      const known = rows.get(table);
      if (known !== undefined) return known;
      const made = table.rowsOf(described);
      rows.set(table, made);
      this.tables[table.name] = (this.tables[table.name] ?? 0) + made.length;
      return made;
    };
    for (const form of this.#forms) await form.add(described, rowsOf);
  }

  #count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  #note(batch: readonly Standing[], described: readonly Described[]): void {
    const went = new Set(described.map(({ view }) => view.id));
    for (const { id, restrictions } of batch)
      if (restrictions.length > 0 && went.has(id)) this.#restricted.set(id, restrictions);
  }
}
