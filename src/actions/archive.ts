import type { RecordId, RecordKind } from '../core/id.ts';
import type { FacetField } from '../core/query.ts';
import type { ArchiveDocument } from '../core/document.ts';
import type { ImageRequest } from '../core/facsimile/image-request.ts';
import type { PageText } from '../core/facsimile/page-text.ts';
import type { Problem } from '../core/problem.ts';
import type { PublicRecord } from '../core/public-record.ts';
import type { Result } from '../core/result.ts';
import type { PlaceAsked } from '../core/citation/passage.ts';
import type { CitationAsked, CitationWriter } from '../ports/citation-writer.ts';
import type { TreeStep } from '../formats/ead/tree-step.ts';
import type { Described } from '../formats/fields/described.ts';
import type { DumpStore } from '../ports/dump-store.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { Imager, RenderedImage } from '../ports/imager.ts';
import type { Jobs } from '../ports/jobs.ts';
import type { Handout } from '../core/handout.ts';
import type { HandoutPrinter } from '../ports/handout-printer.ts';
import type { Depth, RecordStore } from '../ports/record-store.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import type { TextReader } from '../ports/text-reader.ts';
import type { World } from '../ports/world.ts';
import type { QuoteAnswer, QuoteAsked } from './quote-page.ts';
import type { PassageCheck } from './check-passage.ts';
import type { DumpFileAnswer, OfferedDump } from './offered-dumps.ts';
import type { FacetAsked, FacetPage } from './list-facet.ts';
import type {
  AuthorityList,
  CollectionRow,
  HomePage,
  Listing,
  ReadAnswer,
  SourcePage,
  TimelinePage,
  ValueList,
  ViewAnswer,
} from './pages.ts';
import type { PageHits } from './read-page.ts';
import type { CompareAnswer } from './compare-page.ts';
import type { ChangeStretch } from './list-changes.ts';
import type { NamingAsked, RecordStretch, RowStretch } from './list-records.ts';
import type { PublicChange } from '../core/lifecycle.ts';
import type { SearchPage, SearchRequest, SearchShown, SearchStretch } from './search-page.ts';
import type { RelatedDocuments } from './related-documents.ts';
import type { MapAsked, MapPage, Profile, Years } from './way-pages.ts';
import type { Suggested } from './suggest.ts';
import type { Harvesting } from './harvest.ts';
import type { Everything } from './list-everything.ts';
import type { SearchExample } from './search-examples.ts';
import type { TakenResults, ToTake } from './take-results.ts';

/** What actions work with: `compose.ts` joins adapters to it. */
export interface Ports {
  readonly records: RecordStore;
  readonly files: FileStore;
  readonly index: SearchIndex;
  readonly imager: Imager;
  readonly world: World;
  readonly citations: CitationWriter;
  readonly settings: Settings;
  readonly jobs: Jobs;
  readonly reader?: TextReader;
  readonly printer: HandoutPrinter;
  readonly dumps: DumpStore;
}

/** The archive's `unsealed.json`, read and checked. */
export interface Settings {
  readonly name: string;
  readonly motto: string;
  /** Where it is found on the web, without a slash at the end: "https://archive.example". */
  readonly address: string;
  /** First: no prefix in addresses. */
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly contact?: string;
  readonly about?: string;
  /** Said in the foot of every page, where what is kept is invented or partly so. */
  readonly notice?: string;
  /** The number of the archive as an authority that names things (ARK); absent: it gives no such names. */
  readonly naan?: string;
  /** The address of the licence of what the archive itself writes. */
  readonly licence?: string;
  /** Which index is searched; absent: the inverted one. */
  readonly search?: 'inverted' | 'fts5';
  /** How many web servers of ours hand requests on, one behind the other; absent: none, and no header is believed. */
  readonly proxies?: number;
  /** A folder with data of languages for reading pages. */
  readonly tessdata?: string;
  /** Whether addresses of the interface that was closed are answered; absent: they are. */
  readonly oldAddresses?: boolean;
}

/** What the site can ask of an archive. Everything it hands out was made public by `viewFor`. */
export interface ReadingRoom {
  readonly settings: Settings;
  read(
    asked: string,
    options?: { readonly kind?: RecordKind; readonly edition?: number },
  ): Promise<ReadAnswer>;
  /** Citations in the style of a guide, in the small markup of `CitationWriter`. */
  cite(asked: readonly CitationAsked[]): Promise<readonly string[]>;
  /** The digest that a citation bears of the words of a passage. */
  passageDigest(text: string): string;
  /** Whether a passage of a public document has the words of a digest, and in which edition. */
  checkPassage(id: RecordId, place: PlaceAsked, digest: string): Promise<PassageCheck | undefined>;
  /** Whether a quotation stands so in a public document, where, and what differs. */
  checkQuote(asked: QuoteAsked): Promise<QuoteAnswer>;
  /** How many letters of a quotation are looked at. */
  readonly mostQuoted: number;
  /** The day it is in the archive's time zone, `YYYY-MM-DD`. */
  today(): string;
  /**
   * A document beside others, or its releases, editions or texts beside each other: ids, "v3", "r2", keys of texts,
   * three at most. Accounts are shown in this language where they have a text in it.
   */
  compare(asked: string, others: readonly string[], language: string): Promise<CompareAnswer>;
  /** What stands beside a public document, each with its reason; nothing for anything else. */
  related(id: RecordId): Promise<RelatedDocuments>;
  /** The documents of a collection, person, place …, by date. */
  documents(of: DocumentsOf): Promise<Listing>;
  search(request: SearchRequest): Promise<SearchPage>;
  /** The hits of a search as whole public records, a stretch at a time: for exports and feeds. */
  take(request: SearchRequest, what: ToTake): Promise<TakenResults>;
  /** All values of one facet under a question, a page at a time. */
  facet(request: SearchRequest, asked: FacetAsked): Promise<FacetPage>;
  /** Questions that find something here, for the page on searching; `languageName`: "ru" -> "Russian". */
  examples(languageName: (tag: string) => string): Promise<readonly SearchExample[]>;
  /** Records that letters begin, with the name that was meant; of the kinds named, or of those that readers look for. */
  suggest(letters: string, kinds?: readonly RecordKind[]): Promise<readonly Suggested[]>;
  /** Questions that find something here, for the page on searching; `languageName`: "ru" -> "Russian". */
  examples(languageName: (tag: string) => string): Promise<readonly SearchExample[]>;
  home(): Promise<HomePage>;
  collections(): Promise<readonly CollectionRow[]>;
  authorities(asked: {
    readonly kind: 'agent' | 'place' | 'subject' | 'term' | 'event' | 'repository';
    readonly agentKind?: 'person' | 'body';
    readonly letter?: string;
    /** Only those that documents name in this role, may have named in these years, or in this collection. */
    readonly role?: string;
    readonly years?: Years;
    readonly within?: RecordId;
    readonly page: number;
  }): Promise<AuthorityList | undefined>;
  /** What the documents say of a person or body together. */
  profile(agent: RecordId): Promise<Profile>;
  /** The documents that readers had last, the newest first. */
  newest(page: number, within?: RecordId): Promise<Listing>;
  /** Every genre or language, with how many documents have it. */
  values(field: ValueList['field'], within?: RecordId): Promise<ValueList>;
  /** `stretch`: "1945", "1945-07"; absent: all years. Undefined where nothing may be from then. */
  timeline(asked: {
    readonly stretch?: string;
    readonly within?: RecordId;
  }): Promise<TimelinePage | undefined>;
  /** Places of documents: where they were written, sent, and what they are about. */
  map(asked: MapAsked): Promise<MapPage>;
  /** `segments`: the path's codes as they stand in the address, decoded. */
  source(repository: string, segments: readonly string[], page: number): Promise<SourcePage | undefined>;
  /** A file that a public record shows (a page image, a collection's picture), with its media type; undefined if none does. */
  file(
    digest: string,
  ): Promise<{ readonly bytes: AsyncIterable<Uint8Array>; readonly mediaType: string } | undefined>;
  /**
   * Those of some records that are public, in their order, as their forms for programs say of them;
   * `description`: without their texts.
   */
  describe(ids: readonly RecordId[], depth?: Depth): Promise<readonly Described[]>;
  /** What lies in a public archive, or in a collection, from the outermost level down; undefined for anything else. */
  tree(id: RecordId): Promise<AsyncIterable<TreeStep> | undefined>;
  /** Public records without their texts, each under the id that it is named by, also where that was merged into it. */
  publicRecords(ids: Iterable<RecordId>): Promise<ReadonlyMap<RecordId, PublicRecord>>;
  /**
   * A public record alone, without what a page of it needs of others: light enough to be asked for every tile.
   * `kind`: which of several that bore the same number before is meant.
   */
  view(asked: string, kind?: RecordKind): Promise<ViewAnswer>;
  /** The same of a public record as one of its editions had it, but for what is held back today. */
  describeEdition(id: RecordId, edition: number): Promise<Described | undefined>;
  /** What is asked of a page of a public document, as it may be shown; undefined where it has no such page. */
  picture(
    document: PublicRecord<ArchiveDocument>,
    rendition: string,
    page: number,
    request: ImageRequest,
  ): Promise<Result<RenderedImage, Problem> | undefined>;
  /**
   * The words of a page (from 1) of a public document and where they stand, without those that lie under what
   * is held back; undefined where there is no such document, page or text.
   */
  pageText(document: RecordId, rendition: string, page: number): Promise<PageText | undefined>;
  /** Where words stand on the pages of a public document, in their order, within bounds. */
  searchPages(document: PublicRecord<ArchiveDocument>, words: string): Promise<PageHits>;
  /** Sets in type what was written from a public record: a PDF, or why there is none. */
  print(handout: Handout): Promise<Result<Uint8Array<ArrayBuffer>, Problem>>;
  /** The list of public changes, for those that follow it. */
  readonly harvest: Harvesting;
  /** Dumps of everything public, the newest first; of one that was taken back only that it was. */
  dumps(): Promise<readonly OfferedDump[]>;
  /** A file of a dump by its day, or of the newest; undefined where there is none. */
  dumpFile(date: string, name: string): Promise<DumpFileAnswer | undefined>;
  /** The same of results after a place; undefined where the place is lost. */
  searchStretch(request: SearchRequest, shown: SearchShown): Promise<SearchStretch | undefined>;
  /** Public records of a kind in the order of their ids, after one of them. */
  records(asked: {
    readonly kind: RecordKind;
    readonly after?: RecordId;
    readonly limit: number;
  }): Promise<RecordStretch>;
  /** The documents that name a record in a field, after a place; undefined where the place is lost. */
  naming(asked: NamingAsked): Promise<RowStretch | undefined>;
  /** The list of public changes after one of them, as it may be told. */
  changes(since: number, limit: number): Promise<ChangeStretch>;
  /** The last public change of a record; undefined where it never was public. Reads no record. */
  lastChangeOf(id: RecordId): Promise<PublicChange | undefined>;
  /** Everything public, in parts that stay the same. */
  readonly everything: Everything;
  /** The sequence number of the last public change that readers see: what caches are keyed by. */
  lastChange(): Promise<number>;
  /** Whether the index knows a public change and all before it: until then lists and counts may still change. */
  isIndexed(change: number): Promise<boolean>;
}

export interface DocumentsOf {
  readonly field: FacetField;
  readonly value: RecordId | string;
  readonly page: number;
  readonly facets?: readonly FacetField[];
  readonly years?: boolean;
  /** Each row says in which roles, and under which name, this one stands in it. */
  readonly as?: RecordId;
}
