import { kindOf, type RecordId } from '../../core/id.ts';
import { identifiersOf } from '../../core/links.ts';
import { filesOf } from '../../core/files-of.ts';
import type { Standing } from '../../core/lifecycle.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { referencesOf } from '../../core/references.ts';
import { Impossible } from '../../core/result.ts';
import { printRecord } from '../../core/texts.ts';
import type { Commit, RecordChange } from '../../ports/record-store.ts';
import { numberOrNone, readDescription, text, type RecordRow } from './rows.ts';
import type { Statements } from './statements.ts';

export type NameKeysOf = (record: ArchiveRecord) => readonly string[];

/** One change being written, inside the transaction of its commit. */
export interface Writing {
  readonly statements: Statements;
  readonly nameKeysOf: NameKeysOf;
  readonly commit: Pick<Commit, 'at' | 'by'>;
  readonly change: RecordChange;
  readonly before: RecordRow | undefined;
  readonly after: Standing;
}

type NewVersion = NonNullable<RecordChange['version']>;

/** Writes the row of the record, what was appended to it, and what is derived from that. */
export function writeChange(writing: Writing): void {
  const { statements, commit, change, before } = writing;
  const earlier = change.version || change.publish ? publicWords(statements, before) : NOTHING;
  const head = change.version?.record ?? earlier.head;
  const published = change.publish ? head : earlier.published;
  const key = writeRecord(writing, published);
  if (change.version) {
    writeVersion(writing, key, change.version);
    for (const identifier of identifiersOf(change.version.record))
      statements.addIdentifier.run(identifier, key);
    writeNames(writing, key, change.version.record);
  }
  if (change.publish) writeEdition(writing, key);
  if (head) writeWhatIsNamed(writing, earlier, { head, published });
  if (change.announce) writeAnnouncement(statements, change.id, change.announce, commit.at);
}

export function writeAnnouncement(
  statements: Statements,
  id: RecordId,
  change: NonNullable<RecordChange['announce']>,
  at: string,
): void {
  statements.addChange.run(id, kindOf(id), change, at);
}

/** The descriptions of a record's head and of what its last edition shows. */
interface Words {
  readonly head?: ArchiveRecord | undefined;
  readonly published?: ArchiveRecord | undefined;
}

const NOTHING: Words = {};

function publicWords(statements: Statements, before: RecordRow | undefined): Words {
  if (before === undefined) return NOTHING;
  const { key, published, standing } = before;
  const head = descriptionAt(statements, key, standing.head);
  if (published === undefined) return { head };
  return {
    head,
    published: published === standing.head ? head : descriptionAt(statements, key, published),
  };
}

function descriptionAt(statements: Statements, key: number, version: number): ArchiveRecord {
  const row = statements.version.get(key, version);
  if (row === undefined) throw new Impossible(`version ${version} of record ${key} is missing`);
  return readDescription(row);
}

function writeRecord(
  { statements, change, before, after }: Writing,
  published: ArchiveRecord | undefined,
): number {
  const { state, restrictions, imported } = after;
  const isNotHeld = change.publish
    ? published?.kind === 'document' && published.holding.kind === 'not-held'
    : (before?.isNotHeld ?? false);
  const columns = [
    after.head,
    after.revision,
    after.editions.at(-1)?.version ?? null,
    state.kind,
    JSON.stringify(state),
    JSON.stringify(restrictions),
    restrictions.length > 0 ? 1 : 0,
    imported === undefined ? null : JSON.stringify(imported),
    state.kind === 'merged' ? state.into : null,
    isNotHeld ? 1 : 0,
  ];
  if (before === undefined)
    return Number(statements.addRecord.run(after.id, after.kind, ...columns).lastInsertRowid);
  statements.changeRecord.run(...columns, before.key);
  return before.key;
}

function writeVersion(
  { statements, commit, before, after }: Writing,
  key: number,
  version: NewVersion,
): void {
  const { description, texts } = version.printed ?? printRecord(version.record);
  const textsKey = texts === undefined ? undefined : writeTexts(statements, before, texts);
  statements.addVersion.run(
    key,
    after.head,
    commit.at,
    commit.by,
    version.why ?? null,
    version.fromFile ?? null,
    textsKey ?? null,
    description,
  );
}

/** The row of these texts: the head's own, where a new version alters the description only. */
function writeTexts(statements: Statements, before: RecordRow | undefined, json: string): number {
  const head = before && statements.version.get(before.key, before.standing.head);
  const key = head && numberOrNone(head, 'texts');
  if (key !== undefined) {
    const kept = statements.texts.get(key);
    if (kept !== undefined && text(kept, 'json') === json) return key;
  }
  return Number(statements.addTexts.run(json).lastInsertRowid);
}

function writeNames(
  { statements, nameKeysOf, change, before }: Writing,
  key: number,
  record: ArchiveRecord,
): void {
  if (before !== undefined) statements.forgetNames.run(key);
  for (const name of nameKeysOf(record)) statements.addName.run(change.kind, name, key);
}

function writeEdition({ statements, after }: Writing, key: number): void {
  const edition = after.editions.at(-1);
  if (edition === undefined) throw new Impossible(`${after.id}: no edition was made`);
  const { number, version, at, by, why } = edition;
  statements.addEdition.run(key, number, version, at, by, why ?? null);
}

/** What the head and the last edition name, kept so that it can be asked from the other end. */
function writeWhatIsNamed({ statements, change: { id } }: Writing, before: Words, after: Words): void {
  const targets = difference(namedIn(before, referencesOf), namedIn(after, referencesOf));
  for (const target of targets.gone) statements.forgetReference.run(target, id);
  for (const target of targets.come) statements.addReference.run(target, id);
  const files = difference(namedIn(before, filesOf), namedIn(after, filesOf));
  for (const digest of files.gone) statements.forgetShown.run(digest, id);
  for (const digest of files.come) statements.addShown.run(digest, id);
}

function namedIn<T>({ head, published }: Words, of: (record: ArchiveRecord) => Iterable<T>): ReadonlySet<T> {
  const found = new Set(head && of(head));
  if (published !== head && published) for (const one of of(published)) found.add(one);
  return found;
}

const difference = <T>(before: ReadonlySet<T>, after: ReadonlySet<T>) => ({
  gone: before.difference(after),
  come: after.difference(before),
});
