import type { RecordId, RecordKind } from '../core/id.ts';
import type { Correction } from '../core/query/corrections.ts';
import type { FacetField, Filter, QueryNode, Sort, PassageField } from '../core/query.ts';
import type { SearchDocument } from '../core/search-document.ts';

/**
 * Finds. It proposes ids; the record decides whether they are shown. It is never the only copy of
 * anything: what it covers is said by the sequence number of the list of public changes.
 */
export interface SearchIndex {
  /** Puts and removes as one step, and remembers that changes up to `upTo` are covered. */
  update(batch: IndexBatch): Promise<void>;
  /** The last public change that is covered; 0 when empty or not readable. */
  coveredTo(): Promise<number>;
  search(query: IndexQuery): Promise<IndexAnswer>;
  /** Counts of given values under a query: how many documents each person on this page has. */
  countValues(
    query: Pick<IndexQuery, 'node' | 'filters'>,
    field: FacetField,
    values: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;
  /** Records whose title or names begin with these letters, best first. */
  suggest(query: SuggestQuery): Promise<readonly Suggestion[]>;
  /**
   * Words of a query that stand in no document or in one alone, each with the likeliest other spelling that
   * stands in more: see `core/query/corrections.ts`.
   */
  corrections(query: Pick<IndexQuery, 'node' | 'filters'>): Promise<readonly Correction[]>;
  /** In how many documents each of these terms stands, in any field; those that stand in none are left out. */
  documentsWith(terms: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * Documents with fingerprints that this one has too: those that share most first, then by id; itself not
   * among them. A print that over {@link COMMON_PRINT} documents have is a form of words and counts nothing.
   * Empty for an id that is not held.
   */
  sharingPrints(id: RecordId, limit: number): Promise<readonly PrintsShared[]>;
  /** Records whose texts lead to any of these identifiers by link, by id. */
  citing(identifiers: readonly string[], limit: number): Promise<readonly RecordId[]>;
  /**
   * Documents that have, in any field, the words by which this one stands out (`tellingTerms`, which is told
   * in how many records a word stands): the likest first (`likenessOf`), then by id; itself not among them.
   * Empty for an id that is not held.
   */
  similar(id: RecordId, limit: number): Promise<readonly SimilarDocument[]>;
  /** Every hit, in order of date, a page at a time: for exports. */
  scan(query: Pick<IndexQuery, 'node' | 'filters'>): AsyncIterable<RecordId>;
  /** Does a step of what makes later answers quicker, a tenth of a second or so; whether there is more to do. */
  settle(): Promise<boolean>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** What more documents have than these is no sign of where a text comes from: a letterhead, a clause of every treaty. */
export const COMMON_PRINT = 32;

export interface PrintsShared {
  readonly id: RecordId;
  /** How many prints both have, those that are common left out; at least 1. */
  readonly shared: number;
}

export interface SimilarDocument {
  readonly id: RecordId;
  /** Over 0, at most 1. */
  readonly likeness: number;
}

export interface IndexBatch {
  readonly put: readonly SearchDocument[];
  readonly remove: readonly RecordId[];
  readonly upTo: number;
  /** Many more changes follow at once, and nobody waits for this one: an index may do its tidying later. */
  readonly isBehind?: boolean;
}

export interface IndexQuery {
  readonly node: QueryNode;
  /** All must hold. A facet's own `is` filter does not narrow that facet's counts. */
  readonly filters: readonly Filter[];
  readonly sort: Sort;
  readonly offset: number;
  readonly limit: number;
  readonly facets: readonly FacetRequest[];
  /** Count documents by year of their possible dates. */
  readonly years?: boolean;
  /** Count documents in each of these stretches of days; 400 of them at most. */
  readonly stretches?: readonly Stretch[];
  /** How many passages to show of each hit; 0 for none. */
  readonly passages: number;
}

/** Days, `YYYY-MM-DD`, both included. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

export interface FacetRequest {
  readonly field: FacetField;
  readonly limit: number;
  /** Only values that begin so, and have no further "/" after it: the children of a unit. */
  readonly under?: string;
}

export interface IndexAnswer {
  readonly total: number;
  readonly hits: readonly IndexHit[];
  readonly facets: ReadonlyMap<FacetField, FacetCounts>;
  readonly years: readonly YearCount[];
  /** As asked for, in that order. */
  readonly stretches: readonly StretchCount[];
}

export interface IndexHit {
  readonly id: RecordId;
  readonly kind: RecordKind;
  readonly score: number;
  readonly passages: readonly FoundPassage[];
}

/** A window of a passage, as written, and where the found words stand in it (UTF-16 offsets, end excluded). */
export interface FoundPassage {
  readonly field: PassageField;
  readonly block?: string;
  readonly rendition?: string;
  readonly lang?: string;
  readonly text: string;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

export interface FacetCounts {
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** How many further values there are. */
  readonly more: number;
}

/** `certain`: dated within the year; `possible`: may also fall in another. */
export interface YearCount {
  readonly year: number;
  readonly certain: number;
  readonly possible: number;
}

/** `certain`: dated within the stretch; `possible`: may also fall outside it. */
export interface StretchCount {
  readonly certain: number;
  readonly possible: number;
}

export interface SuggestQuery {
  readonly letters: string;
  readonly kinds?: readonly RecordKind[];
  readonly limit: number;
}

export interface Suggestion {
  readonly id: RecordId;
  readonly kind: RecordKind;
  readonly label: string;
}
