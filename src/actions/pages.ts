import type { Publication } from '../core/collection.ts';
import type { Contribution } from '../core/contribution.ts';
import type { CataloguedDate } from '../core/date/catalogued-date.ts';
import type { Holding, LangText } from '../core/document.ts';
import type { AgendaItem } from '../core/event.ts';
import type { RecordId, RecordKind } from '../core/id.ts';
import type { Alignment, Rendition } from '../core/rendition.ts';
import type { Label } from '../core/label.ts';
import type { LanguageTag } from '../core/language.ts';
import type { PublicRecord, View } from '../core/public-record.ts';
import type { FacetField } from '../core/query.ts';
import type { ArchiveRecord } from '../core/record.ts';
import type { Unit } from '../core/repository.ts';
import type { ReferenceStep } from '../core/source.ts';
import type { Branch } from './way-pages.ts';
import type { FoundPassage, YearCount } from '../ports/search-index.ts';

/** A public record with all that a page of it needs of others: their labels, themselves made of public records. */
export interface RecordPage<T extends ArchiveRecord = ArchiveRecord> {
  readonly view: PublicRecord<T>;
  readonly label: Label;
  /** Every public record it refers to; an id that was merged stands for the one it was merged into. */
  readonly labels: ReadonlyMap<RecordId, Label>;
  /** Where the links in its texts lead, by `placeOfLink`: "tei:v#d2", "tei:v#d2 d2fn1", "number:…". Absent: not held here. */
  readonly links: ReadonlyMap<string, PassageLabel>;
  /** Of a document or a nested collection: the collections above it, outermost first; of a subject the broader ones, of a place those around it. */
  readonly trail?: readonly Label[];
  /** Of a document from a printed volume: the volume, and how that was published. */
  readonly volume?: { readonly title: string; readonly published?: Publication };
  /** Of a document: the place of the archive that holds its original. */
  readonly repositoryPlace?: string;
  /** Of a document: what stands before and after it in its first collection. */
  readonly neighbours?: { readonly collection: Label; readonly before?: Label; readonly after?: Label };
  /** Of a document: which passages of its texts probably answer to each other, where nobody has said so. */
  readonly guessed?: readonly Alignment[];
  /** Of a document: the events it is an account of, with their other accounts. */
  readonly events?: readonly {
    readonly event: Label;
    readonly accounts: readonly { readonly row: Row; readonly side: string }[];
    /** What was talked of, as a hand set it. */
    readonly agenda?: readonly AgendaItem[];
  }[];
  /** Of a subject: the narrower ones; of a place: those in it. */
  readonly branches?: readonly Branch[];
  /** Of a collection: those within it, in order. */
  readonly children?: readonly CollectionRow[];
}

export interface PassageLabel extends Label {
  readonly block?: string;
  /** Of a collection: the piece of its matter, by slug, that is led to. */
  readonly matter?: string;
}

/** What the site answers who asks for a record by id or former identifier. */
export type ReadAnswer =
  | { readonly kind: 'found'; readonly page: RecordPage }
  /** Merged, or asked for under a former identifier: 301. */
  | { readonly kind: 'moved'; readonly to: Label }
  | Extract<View, { kind: 'gone' }>
  | (Omit<Extract<View, { kind: 'withdrawn' }>, 'replacedBy'> & { readonly replacement?: Label })
  | { readonly kind: 'unknown' };

/** The same of a record alone. */
export type ViewAnswer =
  { readonly kind: 'found'; readonly view: PublicRecord } | Exclude<ReadAnswer, { readonly kind: 'found' }>;

/** A row of any list: documents by date, hits of a search, people by name. */
export interface Row {
  readonly label: Label;
  readonly summary?: LangText;
  /** A title in another language than the label's, for a document that has one. */
  readonly otherTitle?: LangText;
  readonly date?: CataloguedDate;
  readonly genre?: string;
  readonly holding?: Holding;
  readonly access?: 'open' | 'part' | 'closed';
  /** How many documents; for authorities and collections. */
  readonly documents?: number;
  /** Years of life, existence or coverage, EDTF. */
  readonly years?: string;
  readonly passages: readonly FoundPassage[];
  /** Other forms of names that were asked for, as they stand in the passages. */
  readonly as?: readonly string[];
  readonly invented?: string;
  readonly isFeatured?: boolean;
  /** In which roles, and under which names, the person whose list it is stands in it. */
  readonly stands?: readonly Pick<Contribution, 'role' | 'name'>[];
  /** Of a document: who wrote and who was written to, as it names them; its languages; where the original is. */
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly languages?: readonly LanguageTag[];
  readonly source?: string;
  /** Of a document: what each rendition is, by its key. */
  readonly renditions?: ReadonlyMap<
    string,
    {
      readonly kind: Rendition['kind'];
      readonly language?: LanguageTag;
      /** An engine read or made it. */
      readonly isMachine?: boolean;
    }
  >;
  /** When readers first had it, an ISO instant; in the list of what was newly opened. */
  readonly opened?: string;
}

export interface Listing {
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly rows: readonly Row[];
  readonly facets: readonly FacetView[];
  readonly years: readonly YearCount[];
}

export interface FacetView {
  readonly field: FacetField;
  readonly values: readonly {
    readonly value: string;
    readonly label?: Label;
    readonly count: number;
    readonly isChosen: boolean;
  }[];
  readonly more: number;
}

export interface HomePage {
  readonly counts: {
    readonly documents: number;
    readonly collections: number;
    readonly people: number;
    readonly repositories: number;
    readonly languages: number;
    readonly notHeld: number;
  };
  readonly featured: readonly CollectionRow[];
  readonly newest: readonly Row[];
  readonly years: readonly YearCount[];
}

export interface CollectionRow {
  readonly row: Row;
  /** First and last year of what is in it. */
  readonly from?: number;
  readonly to?: number;
  readonly children: readonly CollectionRow[];
}

/** A step down from a repository: its units, and the documents in it, held and not held. */
export interface SourcePage {
  readonly repository: RecordPage;
  /** The steps from the repository to here, each with its address segment; empty at the repository. */
  readonly trail: readonly { readonly code: string; readonly label: string; readonly segment: string }[];
  readonly unit?: PublicRecord<Unit>;
  readonly children: readonly {
    readonly step: ReferenceStep;
    readonly segment: string;
    readonly title?: LangText;
    readonly documents: number;
    /** How many of them are known but not held. */
    readonly notHeld: number;
  }[];
  readonly documents: Listing;
  /** How many of its documents are known but not held. */
  readonly notHeld: number;
}

/** Authorities of a kind, by letter. */
export interface AuthorityList {
  readonly kind: RecordKind;
  readonly letters: readonly {
    readonly letter: string;
    readonly count: number;
    readonly isChosen: boolean;
  }[];
  /** Of subjects and places, where all of them are asked for and some lie within others: from broad to narrow. */
  readonly tree?: readonly Branch[];
  /** The roles in which documents name any of them, whatever is asked for. */
  readonly roles: readonly string[];
  /** The documents that name any of them, by year. */
  readonly years: readonly YearCount[];
  readonly listing: Listing;
}

/** Every value of a field that is written out in words, the most frequent first, with how many documents have it. */
export interface ValueList {
  readonly field: 'type' | 'language';
  /** How many documents there are in all, and of them have no value. */
  readonly total: number;
  readonly without: number;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** All years, a year or a month, in its parts: what certainly lies in each, and what may. */
export interface TimelinePage {
  /** "1945", "1945-07"; absent: all years. */
  readonly stretch?: string;
  /** How many documents are, or may be, from then. */
  readonly total: number;
  /** How many have no date at all; said of all years only. */
  readonly undated: number;
  readonly parts: readonly TimePart[];
  /** Documents that may be from then and are certainly of none of the parts; of all years they are only counted. */
  readonly loose: { readonly total: number; readonly rows: readonly Row[] };
  /** The collections that have documents from then; of all years with their first and last. */
  readonly collections: readonly CollectionRow[];
  readonly events: { readonly total: number; readonly rows: readonly Row[] };
  /** The nearest stretches of the same length that certainly have something. */
  readonly before?: string;
  readonly after?: string;
}

/** A year, month or day: `certain` lie within it, `possible` may also fall in another. */
export interface TimePart {
  readonly stretch: string;
  readonly certain: number;
  readonly possible: number;
}
