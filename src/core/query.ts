/** The query as a tree. Read by `readQuery`, written back by `printQuery` without loss. */
export type QueryNode =
  | { readonly kind: 'everything' }
  | { readonly kind: 'word'; readonly text: string; readonly field?: WordField }
  | { readonly kind: 'prefix'; readonly text: string; readonly field?: WordField }
  /** A word of which some letters are open: `*` stands for any number of them, `?` for one. */
  | { readonly kind: 'wildcard'; readonly text: string; readonly field?: WordField }
  /** Words next to each other; `slop` others may stand between. */
  | { readonly kind: 'phrase'; readonly text: string; readonly slop: number; readonly field?: WordField }
  | { readonly kind: 'and'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly node: QueryNode }
  /** Ways to say one thing, of which any may stand. Scored as one: the best of them, each times its weight. */
  | { readonly kind: 'variants'; readonly nodes: readonly Variant[] }
  /** A field with a value that is not looked for in words: `person:a4km…`, `date:1945-07..1946`. */
  | { readonly kind: 'filter'; readonly filter: Filter };

/** One of several ways to say a thing; `weight` is over 0 and at most 1. */
export interface Variant {
  readonly node: QueryNode;
  readonly weight: number;
}

/** Fields in which words are looked for. No field: all of them. */
export const TEXT_FIELDS = ['title', 'summary', 'text', 'note', 'name', 'source', 'number'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
/** Where words may be asked for. `written`: wherever the record itself has them, whatever authorities know besides. */
export type WordField = TextField | 'written';

/** What the passages of a record are. `variant`: a name that an authority gives to whom the record names. */
export const PASSAGE_FIELDS = [
  'title',
  'summary',
  'text',
  'note',
  'source',
  'number',
  'name',
  'variant',
] as const;
export type PassageField = (typeof PASSAGE_FIELDS)[number];
const WRITTEN = PASSAGE_FIELDS.filter((field) => field !== 'variant');

/** In which passages words are looked for: they follow on each other in `PASSAGE_FIELDS`. */
export function passageFields(field: WordField | undefined): readonly PassageField[] {
  if (field === undefined) return PASSAGE_FIELDS;
  if (field === 'written') return WRITTEN;
  return field === 'name' ? ['name', 'variant'] : [field];
}

/** Fields whose values are listed and counted. */
export const FACET_FIELDS = [
  'kind',
  'collection',
  'person',
  'from',
  'to',
  'participant',
  'mentioned',
  'place',
  'place-from',
  'place-to',
  'place-about',
  'subject',
  'type',
  'agent-kind',
  'language',
  'archive',
  'unit',
  'has',
  'held',
  'marking',
  'said-by',
  'release',
  'redaction',
  'exemption',
  'event',
  'term',
  'letter',
] as const;
export type FacetField = (typeof FACET_FIELDS)[number];

/** What a filter row says. Several values of one `is` are alternatives; several filters must all hold. */
export type Filter =
  | { readonly field: FacetField; readonly condition: 'is' | 'is-not'; readonly values: readonly string[] }
  | { readonly field: FacetField; readonly condition: 'any' | 'none' }
  /** These records, by their ids. */
  | { readonly field: 'id'; readonly condition: 'is' | 'is-not'; readonly values: readonly string[] }
  | { readonly field: TextField; readonly condition: 'contains' | 'contains-not'; readonly words: string }
  /** Days, both included; `certainly`: the whole of the document's date lies within, else it may. */
  | {
      readonly field: 'date';
      readonly condition: 'between';
      readonly from?: string;
      readonly to?: string;
      readonly certainly?: boolean;
    };

export const SORTS = ['relevance', 'earliest', 'latest', 'title', 'opened'] as const;
export type Sort = (typeof SORTS)[number];
