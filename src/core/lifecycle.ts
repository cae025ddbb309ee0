import type { RecordId, RecordKind } from './id.ts';
import type { Restriction } from './redaction.ts';

/**
 * All about a record that may change without a new version: how far it has come, and what holds it back
 * today. Whatever holds today holds for every earlier edition too.
 */
export interface Standing {
  readonly id: RecordId;
  readonly kind: RecordKind;
  /** The newest version, for editors. */
  readonly head: number;
  /** Editions in order; the last is the one that readers get. Empty: never public. */
  readonly editions: readonly Edition[];
  readonly state: LifecycleState;
  readonly restrictions: readonly Restriction[];
  /**
   * The last import that wrote a version: the digest of the draft it read, and that version's number.
   * The same draft again changes nothing; another one on top of a later hand's version is a conflict.
   */
  readonly imported?: { readonly draftDigest: string; readonly version: number };
  /** Rises with each commit that touches the record; what a commit expects. */
  readonly revision: number;
}

export interface Edition {
  readonly number: number;
  readonly version: number;
  /** ISO instant. */
  readonly at: string;
  readonly by: string;
  readonly why?: string;
}

export type LifecycleState =
  | { readonly kind: 'draft' }
  | { readonly kind: 'in-review' }
  /** `wasPublic` false: all of it was held back from the first, and no reader ever saw it. */
  | { readonly kind: 'published'; readonly wasPublic?: false }
  /** Public from this day on, in the archive's time zone. `wasPublic`: readers had seen it before. */
  | { readonly kind: 'embargoed'; readonly until: string; readonly wasPublic: boolean }
  | {
      readonly kind: 'withdrawn';
      /** False: no reader ever saw it, and none is told that it was. */
      readonly wasPublic?: false;
      readonly reason: string;
      readonly at: string;
      readonly by: string;
      readonly replacedBy?: RecordId;
    }
  | {
      readonly kind: 'merged';
      /** False: no reader ever saw it, and none is led on. */
      readonly wasPublic?: false;
      readonly into: RecordId;
      readonly at: string;
      readonly by: string;
      readonly reason: string;
    };

/** One immutable state of a record's words: who, when, why. */
export interface Version<T> {
  readonly number: number;
  readonly at: string;
  readonly by: string;
  readonly why?: string;
  /** The original it was read from, by digest, where it was imported. */
  readonly fromFile?: string;
  readonly record: T;
}

/** One entry of the list that indexes, feeds, harvesters and caches follow. */
export interface PublicChange {
  readonly seq: number;
  readonly id: RecordId;
  readonly kind: RecordKind;
  readonly change: 'public' | 'gone';
  /** ISO instant. */
  readonly at: string;
}
