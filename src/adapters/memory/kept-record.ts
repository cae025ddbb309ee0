import { filesOf } from '../../core/files-of.ts';
import type { RecordId } from '../../core/id.ts';
import { identifiersOf } from '../../core/links.ts';
import type { Standing, Version } from '../../core/lifecycle.ts';
import type { ArchiveRecord } from '../../core/record.ts';
import { referencesOf } from '../../core/references.ts';
import { Impossible } from '../../core/result.ts';
import { takeTexts } from '../../core/texts.ts';
import type { Commit, Depth, RecordChange, StoredEdition } from '../../ports/record-store.ts';

export type NameKeysOf = (record: ArchiveRecord) => readonly string[];

/** A record as memory keeps it. Its words are JSON, so that nobody who was handed them can alter them. */
export interface Kept {
  readonly standing: Standing;
  readonly versions: readonly KeptVersion[];
}

interface KeptVersion {
  readonly about: Omit<Version<never>, 'record'>;
  readonly json: string;
  readonly named: Named;
}

/** What a version is found by. */
interface Named {
  readonly identifiers: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly references: ReadonlySet<RecordId>;
  readonly files: ReadonlySet<string>;
  readonly isNotHeld: boolean;
}

export function keptAfter(
  before: Kept | undefined,
  standing: Standing,
  change: RecordChange,
  commit: Pick<Commit, 'at' | 'by'>,
  nameKeysOf: NameKeysOf,
): Kept {
  const versions = before?.versions ?? [];
  if (change.version === undefined) return { standing, versions };
  const { record, why, fromFile } = change.version;
  const about = {
    number: versions.length + 1,
    at: commit.at,
    by: commit.by,
    ...(why === undefined ? {} : { why }),
    ...(fromFile === undefined ? {} : { fromFile }),
  };
  const named = namedIn(record, nameKeysOf);
  return { standing, versions: [...versions, { about, json: JSON.stringify(record), named }] };
}

const namedIn = (record: ArchiveRecord, nameKeysOf: NameKeysOf): Named => ({
  identifiers: new Set(identifiersOf(record)),
  names: new Set(nameKeysOf(record)),
  references: referencesOf(record),
  files: new Set(filesOf(record)),
  isNotHeld: record.kind === 'document' && record.holding.kind === 'not-held',
});

export function readVersion(kept: KeptVersion, depth: Depth = 'whole'): Version<ArchiveRecord> {
  const record: ArchiveRecord = JSON.parse(kept.json);
  return { ...kept.about, record: depth === 'whole' ? record : takeTexts(record).description };
}

export function headOf({ standing, versions }: Kept): KeptVersion {
  const head = versions[standing.head - 1];
  if (head === undefined) throw new Impossible(`${standing.id} has no head`);
  return head;
}

/** What its last edition shows. */
export function publishedOf({ standing, versions }: Kept): KeptVersion | undefined {
  const edition = standing.editions.at(-1);
  return edition && versions[edition.version - 1];
}

export function latestEditionOf(kept: Kept, depth: Depth | undefined): StoredEdition {
  const { standing } = kept;
  const edition = standing.editions.at(-1);
  const version = publishedOf(kept);
  return { standing, ...(edition && version ? { edition, version: readVersion(version, depth) } : {}) };
}

/** Whether its head, or what its last edition shows, is so. */
export const isNow = (kept: Kept, isSo: (named: Named) => boolean): boolean =>
  isSo(headOf(kept).named) || isSo((publishedOf(kept) ?? headOf(kept)).named);
