import type { Standing, Version, Edition, LifecycleState, PublicChange } from '../core/lifecycle.ts';
import type { RecordId, RecordKind } from '../core/id.ts';
import type { ArchiveRecord } from '../core/record.ts';
import type { PrintedRecord } from '../core/texts.ts';
import type { Restriction } from '../core/redaction.ts';
import type { Result } from '../core/result.ts';

/**
 * Records, their immutable versions, their standing, and the list of public changes. Every write is one
 * `commit`: all of it or nothing, also when the power fails. Failing to look is an exception (with
 * `cause`); not being there is a value.
 */
export interface RecordStore {
  /** The standings of those that exist, in no order. */
  standings(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, Standing>>;
  /** A version of a record. `description`: texts of renditions and matter come back empty, which is quick. */
  version(id: RecordId, number: number, depth?: Depth): Promise<Version<ArchiveRecord> | undefined>;
  /** Standing and the version that its last edition shows, for those that exist: what `viewFor` needs. */
  latestEditions(ids: readonly RecordId[], depth?: Depth): Promise<ReadonlyMap<RecordId, StoredEdition>>;
  /** Versions of one record, oldest first, without their records. */
  history(id: RecordId): Promise<readonly Omit<Version<never>, 'record'>[]>;
  /** Which record bears each printed identifier (`identifiersOf` in core/links.ts: "tei:frus1955-57v03#d2"); of several the oldest. */
  find(identifiers: readonly string[]): Promise<ReadonlyMap<string, RecordId>>;
  /** Every record that bears an identifier, oldest first. */
  findAll(identifier: string): Promise<readonly RecordId[]>;
  /** Records of a kind whose head has this name key (`core/names`), oldest first; of each key `most` at most. */
  byNameKey(
    kind: RecordKind,
    keys: readonly string[],
    most?: number,
  ): Promise<ReadonlyMap<string, readonly RecordId[]>>;
  /** Records whose head or published version refers to this one, by id, from `after` on. */
  referring(to: RecordId, after: RecordId | undefined, limit: number): Promise<readonly RecordId[]>;
  /** Records whose head or published version shows a file (`filesOf` in core/files-of.ts), by its digest. */
  showingFile(digest: string): Promise<readonly RecordId[]>;
  /** Records whose state is now merged into this one, by id. */
  mergedInto(id: RecordId): Promise<readonly RecordId[]>;
  /** Standings by id, from `after` on. */
  list(
    filter: {
      readonly kind?: RecordKind;
      readonly state?: LifecycleState['kind'];
      /** Has restrictions, whether or not they hold today. */
      readonly isRestricted?: boolean;
      /** Ids that begin so: "d4". */
      readonly beginning?: string;
    },
    after: RecordId | undefined,
    limit: number,
  ): Promise<readonly Standing[]>;
  /**
   * How many records there are of each kind in each state. `notHeld`: how many of those are in state
   * `published` and known but not held by their last edition; 0 for other states and kinds.
   */
  counts(): Promise<readonly StoreCount[]>;
  /** Appends versions and changes standings, and appends to the list of public changes, in one stroke. */
  commit(commit: Commit): Promise<Result<Committed, VersionConflict>>;
  /** Public changes after `seq`, in order. */
  changesSince(seq: number, limit: number): Promise<readonly PublicChange[]>;
  /** The last public change of each record that ever was public; `upTo`: of those up to this number. */
  latestChanges(ids: readonly RecordId[], upTo?: number): Promise<ReadonlyMap<RecordId, PublicChange>>;
  lastChange(): Promise<number>;
  /** The list as it stood at one of its entries: of each record the last change until then, by datestamp and number. */
  changesAsOf(asked: ChangesAsked): Promise<readonly PublicChange[]>;
  /** The last public change among all records whose ids begin alike, by so many of their first letters. */
  latestByBeginning(letters: number): Promise<ReadonlyMap<string, PublicChange>>;
  close(): Promise<void>;
}

export type Depth = 'whole' | 'description';

/** A stretch of the list of public changes as it stood when `upTo` was its last entry. The list never forgets: it is the same whenever it is asked. */
export interface ChangesAsked {
  readonly upTo: number;
  /** The entry after which to go on; absent: from the beginning. */
  readonly after?: number;
  /** Beginnings of ISO instants, both included: "2026-01-02" is all of that day. */
  readonly from?: string;
  readonly until?: string;
  readonly kinds: readonly RecordKind[];
  /** Only those that are gone, are one of these, or refer to one of these by their head or published version. */
  readonly about?: readonly RecordId[];
  /** The other way round: the newest first. */
  readonly isBackwards?: boolean;
  readonly limit: number;
}

export interface StoredEdition {
  readonly standing: Standing;
  /** Absent where nothing was ever published. */
  readonly edition?: Edition;
  readonly version?: Version<ArchiveRecord>;
}

export interface StoreCount {
  readonly kind: RecordKind;
  readonly state: LifecycleState['kind'];
  readonly count: number;
  readonly notHeld: number;
}

/**
 * What is written in one stroke. The changes are made in their order, so that a record may come twice
 * if the second expects the revision that the first makes; the first conflict refuses the whole.
 * Public changes are numbered in the order of `changes`, then of `announce`.
 */
export interface Commit {
  readonly at: string;
  /** The day in the archive's time zone (`YYYY-MM-DD`); absent: that of `at` in UTC. */
  readonly today?: string;
  readonly by: string;
  readonly changes: readonly RecordChange[];
  /** Records whose public form others altered (a renamed authority): announced, not changed. */
  readonly announce?: readonly { readonly id: RecordId; readonly change: PublicChange['change'] }[];
}

export interface RecordChange {
  readonly id: RecordId;
  readonly kind: RecordKind;
  /** The revision that the writer saw; 'absent' makes a new record. */
  readonly expected: number | 'absent';
  /** Appends a version, which becomes the head. */
  readonly version?: {
    readonly record: ArchiveRecord;
    readonly why?: string;
    readonly fromFile?: string;
    readonly draftDigest?: string;
    /** This very record as `printRecord` prints it, where that is at hand: it need not be printed again. */
    readonly printed?: PrintedRecord;
  };
  /** Makes the head (after the above) an edition. The state stays as it is unless `state` says another. */
  readonly publish?: { readonly why?: string };
  readonly state?: LifecycleState;
  readonly restrictions?: readonly Restriction[];
  /** What is to be remembered of the last import where this version is not one itself: a merge's. */
  readonly imported?: NonNullable<Standing['imported']>;
  /** Appends to the list of public changes. */
  readonly announce?: PublicChange['change'];
}

export interface Committed {
  /** The last public change that this commit appended; unchanged if none. */
  readonly seq: number;
  readonly standings: ReadonlyMap<RecordId, Standing>;
}

/** Somebody was there first. */
export interface VersionConflict {
  readonly kind: 'version-conflict';
  readonly id: RecordId;
  readonly expected: number | 'absent';
  readonly actual: number | 'absent';
}
