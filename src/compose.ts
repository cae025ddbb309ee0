import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Failure } from './core/failure.ts';
import { holdIndexLock } from './adapters/sqlite/index-lock.ts';
import { openFts5Index } from './adapters/fts5/search-index.ts';
import { openInvertedIndex } from './adapters/inverted/open-index.ts';
import { openRecordStore } from './adapters/sqlite/record-store.ts';
import type { Ports, ReadingRoom, Settings } from './actions/archive.ts';
import { draftIds, draftOf, exportLines, exportPublicLines } from './actions/export-lines.ts';
import { followChanges, rebuildIndex, type Reached } from './actions/follow-changes.ts';
import { keepIndex, settleIndex } from './actions/keep-index.ts';
import type { ImportEvent } from './actions/import-records.ts';
import { recordRelease, type NewRelease } from './actions/record-release.ts';
import { decideSameText, type Verdict } from './actions/decide-same-text.ts';
import { listSameText, type SameTextPair } from './actions/list-same-text.ts';
import { listCandidates, type ListedCandidate } from './actions/list-candidates.ts';
import { merge, unmerge } from './actions/merge-agents.ts';
import { embargo, liftRestriction, publish, restrict, withdraw, type Act } from './actions/publish.ts';
import { reachDay } from './actions/reach-day.ts';
import { openReadingRoom } from './actions/reading-room.ts';
import { sweepPictures } from './actions/sweep-pictures.ts';
import { showStatus, type Status } from './actions/show-status.ts';
import { importPaths, type ImportAsked, type ImportOutcome } from './compose/import-paths.ts';
import { dumpsOf, type Dumps } from './compose/dumps.ts';
import { DERIVED, openKept, RECORDS, type Kept } from './compose/kept.ts';
import { workOf, type Work } from './compose/work.ts';
import { verifyFixity, type FixityEvent } from './actions/verify-fixity.ts';
import { printSettings, SETTINGS_FILE } from './config.ts';
import { nameKeysOf } from './core/names/name-keys.ts';
import type { RecordId } from './core/id.ts';
import type { Standing } from './core/lifecycle.ts';
import { problem, type Problem } from './core/problem.ts';
import { documentJson, type PublicJson } from './formats/json/document-json.ts';
import { accepted, refused, type Result } from './core/result.ts';
import { addressOf } from './web/addresses.ts';
import { createApp } from './web/app.ts';
import { en } from './words/en.ts';

export { FORM_NAMES, type FormName } from './formats/dump/manifest.ts';
export { FORMATS } from './formats/format.ts';
export type { FailedJob, WorkStatus } from './actions/show-status.ts';
export type { WorkEvent, WorkOptions } from './actions/work-jobs.ts';
export type { Verdict } from './actions/decide-same-text.ts';
export type { ImportAsked, ImportOutcome } from './compose/import-paths.ts';
export { openWorkshop } from './compose/workshop.ts';

type Outcome = Promise<Result<Standing, Problem>>;

/** An open archive: its actions, its reading room, and the app that answers for it. */
export interface OpenArchive extends Work, Dumps {
  readonly room: ReadingRoom;
  readonly app: {
    fetch(request: Request, from?: string): Response | Promise<Response>;
    request(path: string): Response | Promise<Response>;
  };
  importPaths(paths: readonly string[], asked: ImportAsked): AsyncGenerator<ImportEvent, ImportOutcome>;
  publish(id: RecordId, act: Act): Outcome;
  embargo(id: RecordId, until: string, act: Act): Outcome;
  withdraw(id: RecordId, reason: string, act: Act & { readonly replacedBy?: RecordId }): Outcome;
  restrict(id: RecordId, asked: Parameters<typeof restrict>[2], act: Act): ReturnType<typeof restrict>;
  liftRestriction(id: RecordId, key: string, act: Act): Outcome;
  merge(into: RecordId, other: RecordId, reason: string, act: Act): Outcome;
  unmerge(id: RecordId, act: Act): Outcome;
  candidates(): AsyncGenerator<ListedCandidate>;
  sameTexts(least: number): AsyncGenerator<SameTextPair>;
  recordRelease(id: RecordId, release: NewRelease, act: Act): Outcome;
  decideSameText(pair: readonly [RecordId, RecordId], verdict: Verdict, act: Act): Outcome;
  drafts(): AsyncGenerator<RecordId>;
  draftOf(id: RecordId): Promise<Result<object, Problem>>;
  publishedOf(id: RecordId): Promise<Result<PublicJson, Problem>>;
  lines(): AsyncGenerator<string>;
  publicLines(): AsyncGenerator<string>;
  rebuildIndex(): AsyncGenerator<Reached>;
  /** Throws away derived pictures that nothing shows any more; answers how many. */
  sweepPictures(): Promise<number>;
  verify(): AsyncGenerator<FixityEvent>;
  status(): Promise<Status>;
  /** Keeps the index and the day up to date while the archive is served; answers how to stop. */
  follow(): () => Promise<void>;
  /** Answers an assistant over its input and output, until either ends or it is stopped. */
  assist(input: Readable, output: Writable, stopped: Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Where the problems of the last import are listed, in `derived/`. */
export const IMPORT_REPORT = 'import-problems.jsonl';

export type Log = (failure: unknown, address: string) => void;

export interface OpenOptions {
  readonly log?: Log;
  /** For one who only reads, for as long as it likes: the index is left to whoever writes. */
  readonly isReading?: boolean;
}

/** Opens the archive in a folder, and brings its index up to date. */
export async function openArchive(
  folder: string,
  settings: Settings,
  options: OpenOptions = {},
): Promise<Result<OpenArchive, Problem>> {
  const { log, isReading = false } = options;
  if (isReading) {
    const writing = await openArchive(folder, settings, { ...options, isReading: false });
    if (!writing.ok) return writing;
    await writing.value.close();
  }
  const kept = await openKept(folder, settings);
  if (!kept.ok) return kept;
  const derived = join(folder, DERIVED);
  const ports: Ports = { ...kept.value.ports, index: openIndex(derived, settings, log) };
  const lock = isReading ? undefined : await holdIndexLock(derived);
  const archive = opened(ports, kept.value, folder, lock, log);
  if (lock) {
    await reachDay(ports);
    for await (const _ of followChanges(ports)) continue;
    await removeOther(derived, settings);
  }
  return accepted(archive);
}

/** What each index has in `derived/`. */
const INVERTED = 'search';
const FTS5 = 'index.sqlite';

function openIndex(derived: string, { search }: Settings, log: Log | undefined): Ports['index'] {
  return search === 'fts5'
    ? openFts5Index(join(derived, FTS5))
    : openInvertedIndex(join(derived, INVERTED), log ? { log: (reason) => log(reason, 'derived/') } : {});
}

/** Once the index is whole, what another kind of it left is only in the way. */
async function removeOther(derived: string, { search }: Settings): Promise<void> {
  const others = search === 'fts5' ? [INVERTED] : [FTS5, `${FTS5}-wal`, `${FTS5}-shm`];
  for (const other of others) await rm(join(derived, other), { recursive: true, force: true });
}

/** Who had too much is told so after half a second. */
const NEIGHBOURS = { clockMs: () => performance.now(), holdMs: 500 } as const;

type Lock = Awaited<ReturnType<typeof holdIndexLock>>;

function opened(ports: Ports, kept: Kept, folder: string, lock: Lock, log: Log | undefined): OpenArchive {
  const derived = join(folder, DERIVED);
  const room = openReadingRoom(ports);
  const deeds = deedsOf(ports, () => settleIndex(ports, lock !== undefined));
  const app = createApp(room, { mode: 'live', neighbours: NEIGHBOURS, ...(log ? { log } : {}) });
  return {
    ...deeds,
    room,
    app,
    importPaths: (paths, asked) =>
      importPaths(ports, paths, asked, () => settleIndex(ports, lock !== undefined)),
    candidates: () => listCandidates(ports),
    sameTexts: (least) => listSameText(ports, least),
    drafts: () => draftIds(ports),
    draftOf: (id) => draftOf(ports, id),
    publishedOf: (id) => publishedOf(room, id),
    lines: () => exportLines(ports),
    publicLines: () => exportPublicLines(ports),
    rebuildIndex: () => (lock ? rebuildIndex(ports) : held()),
    sweepPictures: () => sweepPictures(ports),
    verify: () => verifyFixity(ports.files, digestOfBytes),
    status: async () => showStatus(ports, await problemsOf(join(derived, IMPORT_REPORT))),
    ...dumpsOf(ports, join(folder, RECORDS), room),
    ...workOf(ports, () => settleIndex(ports, lock !== undefined)),
    follow: () => keepIndex(ports, lock !== undefined, log),
    async assist(input, output, stopped) {
      const { speakWithAssistant } = await import('./web/mcp/stdio.ts');
      const failed = (reason: unknown): void => log?.(reason, 'mcp');
      await speakWithAssistant({ room, settings: room.settings, words: en, failed }, input, output, stopped);
    },
    async close() {
      await ports.index.close();
      await kept.close();
      lock?.();
    },
  };
}

/** What an editor does is acknowledged only when readers' searches know it too. */
function deedsOf(
  ports: Ports,
  settle: () => Promise<void>,
): Pick<
  OpenArchive,
  | 'publish'
  | 'embargo'
  | 'withdraw'
  | 'restrict'
  | 'liftRestriction'
  | 'merge'
  | 'unmerge'
  | 'recordRelease'
  | 'decideSameText'
> {
  const settled = async <T>(deed: Promise<T>): Promise<T> => {
    const done = await deed;
    await settle();
    return done;
  };
  return {
    publish: (id, act) => settled(publish(ports, id, act)),
    embargo: (id, until, act) => settled(embargo(ports, id, until, act)),
    withdraw: (id, reason, act) => settled(withdraw(ports, id, reason, act)),
    restrict: (id, asked, act) => settled(restrict(ports, id, asked, act)),
    liftRestriction: (id, key, act) => settled(liftRestriction(ports, id, key, act)),
    merge: (into, other, reason, act) => settled(merge(ports, into, other, reason, act)),
    unmerge: (id, act) => settled(unmerge(ports, id, act)),
    recordRelease: (id, release, act) => settled(recordRelease(ports, id, release, act)),
    decideSameText: (pair, verdict, act) => settled(decideSameText(ports, pair, verdict, act)),
  };
}

async function* held(): AsyncGenerator<Reached> {
  throw new Failure(problem('archive-locked', {}, { value: 'index' }), { cause: undefined });
  yield { done: 0, total: 0 };
}

/** How many errors and warnings the report of the last import lists; none where there is no report. */
async function problemsOf(report: string): Promise<number> {
  try {
    return (await readFile(report, 'utf8'))
      .split('\n')
      .filter((line) => /"severity":"(?:error|warning)"/.test(line)).length;
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return 0;
    throw reason;
  }
}

async function publishedOf(room: ReadingRoom, id: RecordId): Promise<Result<PublicJson, Problem>> {
  const answer = await room.read(id);
  if (answer.kind !== 'found') return refused(problem('not-found', { record: id }, { value: answer.kind }));
  const { view, label } = answer.page;
  return accepted(documentJson(view, room.settings.address + addressOf({ prefix: '' }, label)));
}

async function digestOfBytes(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return `sha256:${hash.digest('hex')}`;
}

/** Makes an empty archive in a folder that holds none. */
export async function initArchive(folder: string, settings: Settings): Promise<Result<undefined, Problem>> {
  await mkdir(folder, { recursive: true });
  const records = await openRecordStore(join(folder, RECORDS), { nameKeysOf, ifAbsent: 'make' });
  if (!records.ok) return records;
  await records.value.close();
  await mkdir(join(folder, 'files'), { recursive: true });
  await writeFile(join(folder, SETTINGS_FILE), printSettings(settings), { flag: 'wx' });
  return accepted(undefined);
}
