/** The fifteen elements of simple Dublin Core. */
export type DcTerm =
  | 'title'
  | 'creator'
  | 'subject'
  | 'description'
  | 'publisher'
  | 'contributor'
  | 'date'
  | 'type'
  | 'format'
  | 'identifier'
  | 'source'
  | 'language'
  | 'relation'
  | 'coverage'
  | 'rights';

/** What is said under one of them; nothing without words. */
export interface Statement {
  readonly term: DcTerm;
  readonly words: string | undefined;
  readonly lang: string | undefined;
}

export const statement = (term: DcTerm, words: string | undefined, lang?: string): Statement => ({
  term,
  words,
  lang,
});
