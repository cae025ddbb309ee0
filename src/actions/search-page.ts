import type { Name } from '../core/agent.ts';
import type { RecordId } from '../core/id.ts';
import type { Correction } from '../core/query/corrections.ts';
import type { Suggested } from './suggest.ts';
import type { Label } from '../core/label.ts';
import type { LanguageTag } from '../core/language.ts';
import type { SpellingRule } from '../core/names/romanise/rule-forms.ts';
import type { DateOffer } from '../core/query/date-offer.ts';
import type { Problem } from '../core/problem.ts';
import type { FacetField, Filter, Sort } from '../core/query.ts';
import type { QuestionReading } from './read-question.ts';
import type { Listing, TimePart } from './pages.ts';
import type { PlaceInList, StretchAsked } from './stretch.ts';

/** One question to the site: what `/search?…` says, and what prints it again. */
export interface SearchRequest {
  readonly q: string;
  /** everything, documents, titles, collections, people, places, or the id of a collection or document. */
  readonly scope: SearchScope;
  readonly filters: readonly Filter[];
  readonly sort: Sort;
  readonly page: number;
  /** Exactly as written: no other form of a name or word is searched. */
  readonly isExact?: boolean;
  /** Forms of names, and ids of whom they name, that are not to be searched besides. */
  readonly without?: readonly string[];
  /** How the results are shown; absent: as a list. */
  readonly view?: SearchView;
  /** Words are searched as they are spelt, though nothing has them. */
  readonly isAsTyped?: boolean;
  /** What of the address could not be read: said beside the field, and not printed again. */
  readonly unread?: readonly Problem[];
}

export const VIEWS = ['table', 'timeline'] as const;
export type SearchView = (typeof VIEWS)[number];

export type SearchScope =
  'everything' | 'documents' | 'titles' | 'collections' | 'people' | 'places' | RecordId;

/** What was searched besides the words as they stand. */
export interface AlsoSearched {
  /** Another form of the name or word; of a link the listed name of whom it links to. */
  readonly words: string;
  /** The words of the query that it stands beside. */
  readonly insteadOf: string;
  readonly lang?: LanguageTag;
  /**
   * An authority has the form; documents are linked with whom it names; it is the word in another number or case; records are of the date
   * that the words say; a rule made it.
   */
  readonly by: 'authority' | 'link' | 'inflection' | 'date' | SpellingRule;
  /** Whom the words name. */
  readonly whose?: Label;
  /** What of their names the form is; of a link, what the words typed are. */
  readonly name?: Pick<Name, 'kind' | 'years'>;
  /** What a request says that it be left out by (`without`). */
  readonly leaveOut: string;
}

/** Whether what was searched is another form of a name, so that a hit may be found "as Filippov". */
export const isOtherName = ({ by }: AlsoSearched): boolean =>
  by !== 'link' && by !== 'inflection' && by !== 'date';

export interface Ambiguous {
  readonly words: string;
  readonly bearers: readonly {
    readonly label: Label;
    /** What of their names the words are. */
    readonly name?: Pick<Name, 'kind' | 'years'>;
    readonly field: 'person' | 'place';
    /** How many of the results name them. */
    readonly documents: number;
  }[];
}

export interface SearchPage extends Listing {
  readonly request: SearchRequest;
  /** What could not be understood, to be said beside the field. */
  readonly problems: readonly Problem[];
  readonly alsoSearched: readonly AlsoSearched[];
  /** Names asked for that several bear: which of them is meant? Only those whom these results name. */
  readonly which: readonly Ambiguous[];
  /** How parts of it were read: references, names, values. */
  readonly readings: readonly QuestionReading[];
  /** What its words could also have meant: a date. */
  readonly offers: readonly DateOffer[];
  /** Months or days of the range that is shown, where it is short; as the years, counted as if no date were chosen. */
  readonly times?: { readonly unit: 'month' | 'day'; readonly parts: readonly TimePart[] };
  /** Collections, people and places whose names the words are. */
  readonly heads: readonly Suggested[];
  /** Words that hardly anything has, each with a likelier spelling. */
  readonly corrections: readonly Correction[];
  /** What was searched instead, nothing having all the words as they were written: another spelling, or any of them. */
  readonly instead?: { readonly q: string; readonly why: 'spelling' | 'any-word' };
  /** Where nothing was found: what each change of the question would find, only those that find something. */
  readonly ways: readonly WayOn[];
  /** The collection or document that is searched in, when one is. */
  readonly within?: Label;
  /** Labels of the records that filters name. */
  readonly labels: ReadonlyMap<string, Label>;
}

/** A stretch of results instead of a page, and what is to stand beside them. */
export interface SearchShown extends StretchAsked {
  readonly facets: readonly FacetField[];
  readonly years: boolean;
  /** Of each hit so many passages. */
  readonly passages: number;
}

/** Results after a place, and the place after these; no `next`: that was all. */
export interface SearchStretch {
  readonly found: SearchPage;
  readonly next?: PlaceInList;
}

/** A change of a question, and how much it would find. */
export interface WayOn {
  readonly kind:
    'beginning' | 'apart' | 'without' | 'no-filters' | 'no-words' | 'everything' | 'only' | 'only-anywhere';
  readonly change: Partial<SearchRequest>;
  /** Of `without`: the filter that is left out. */
  readonly filter?: Filter;
  /** The word that is kept, or the words as they are asked for instead. */
  readonly word?: string;
  readonly total: number;
}
