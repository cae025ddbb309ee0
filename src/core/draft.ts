import type { RecordId } from './id.ts';
import type { ArchiveRecord } from './record.ts';
import type { Problem } from './problem.ts';

declare const brand: unique symbol;
/**
 * How a source names a record, in the form of an identifier, "scheme:value":
 *
 *   "tei:frus1955-57v03#d2"      what the file itself calls it
 *   "name:place:geneva"          only a name: met again, it is the same record
 *   "id:dk4m7q2zxh"              one of our own ids
 *
 * Import finds the record that already bears it, or makes one.
 */
export type SourceKey = string & { readonly [brand]: 'SourceKey' };
export const sourceKey = (scheme: string, value: string): SourceKey => `${scheme}:${value}` as SourceKey;

/**
 * A record as a format read it: it refers to others by their keys.
 */
export interface Draft {
  readonly key: SourceKey;
  readonly record: ArchiveRecord<SourceKey>;
  /** The id that it shall have if it is new here: our own lines carry theirs. */
  readonly id?: RecordId;
  /** The version that was edited to make it; another head than that is a conflict. */
  readonly basedOn?: number;
  readonly line?: number;
  /**
   * How it joins what is here. `whole`: this is all of the record (a new version if it differs).
   * `stub`: only a name that another record needs; never replaces what is here.
   * `addition`: what it lists (identifiers, notes, where a term is explained) is added to what is here.
   */
  readonly joins: 'whole' | 'stub' | 'addition';
  /**
   * Whether an agent may be found to be one who is here already under another key.
   * Only for agents of a list of persons; names alone are matched by their key.
   */
  readonly maybeKnown?: boolean;
  /** Files that show it, page by page, as a table named them: "p1.tif", "box12/*.tif". Import finds them among what came. */
  readonly pageFiles?: readonly string[];
}

/** What a reader of a format yields, one by one: nothing read is dropped without one of the two. */
export type Read =
  { readonly kind: 'draft'; readonly draft: Draft } | { readonly kind: 'problem'; readonly problem: Problem };

/** The key of the n-th thing that a source calls by one and the same name: "tei:v#d2~2". */
export const nthKey = (key: SourceKey, nth: number): SourceKey => `${key}~${nth}` as SourceKey;
