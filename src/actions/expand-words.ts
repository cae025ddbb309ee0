import { wordForms } from '../core/inflection/word-forms.ts';
import { wholeKey } from '../core/names/search-forms.ts';
import type { Filter, QueryNode, Variant, WordField } from '../core/query.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import type { AlsoSearched, SearchRequest } from './search-page.ts';

type Word = Extract<QueryNode, { kind: 'word' }>;

/** What another form of a word counts, where the word as typed counts 1. */
const WEIGHT = 0.8;
const MOST_WORDS = 8;
const MOST_FORMS = 10;
/** Names, references and numbers are not inflected. */
const AS_THEY_STAND: ReadonlySet<WordField> = new Set(['name', 'source', 'number', 'written']);

interface Question {
  readonly node: QueryNode;
  readonly filters: readonly Filter[];
  /** Words that are part of a name. */
  readonly nameWords: ReadonlySet<string>;
}

export interface Inflected {
  readonly node: QueryNode;
  readonly alsoSearched: readonly AlsoSearched[];
}

/**
 * Puts beside each word of a query its other forms, number and case, as far as the index has them. What is a
 * name, what stands in quotation marks, what is denied or begun stays as it is.
 *
 *   treaty         -> treaty, or for a little less treaties
 *   "the treaty"   -> as it is
 */
export async function expandWords(
  index: Pick<SearchIndex, 'documentsWith'>,
  { node, filters, nameWords }: Question,
  { isExact, without = [] }: Pick<SearchRequest, 'isExact' | 'without'>,
): Promise<Inflected> {
  if (isExact === true) return { node, alsoSearched: [] };
  const words = wordsIn(node)
    .filter((word) => !nameWords.has(word))
    .slice(0, MOST_WORDS);
  const languages = languagesAsked([...filters, ...filtersIn(node)]);
  const possible = new Map(words.map((word) => [word, wordForms(word, languages)]));
  const all = [...new Set([...possible.values()].flat())];
  if (all.length === 0) return { node, alsoSearched: [] };
  const known = await index.documentsWith(all);
  const left = new Set(without.map(wholeKey));
  const documents = (form: string): number => (left.has(wholeKey(form)) ? 0 : (known.get(form) ?? 0));
  const forms = new Map(
    [...possible].map(([word, some]) => [
      word,
      some
        .filter((form) => documents(form) > 0)
        .toSorted((a, b) => documents(b) - documents(a))
        .slice(0, MOST_FORMS),
    ]),
  );
  return {
    node: withForms(node, (word) => forms.get(word) ?? []),
    alsoSearched: [...forms].flatMap(([word, some]) => some.map(also(word))),
  };
}

const also =
  (insteadOf: string) =>
  (form: string): AlsoSearched => ({ words: form, insteadOf, by: 'inflection', leaveOut: form });

const isInflected = (node: QueryNode): node is Word =>
  node.kind === 'word' && (node.field === undefined || !AS_THEY_STAND.has(node.field));

/** The words that may have other forms: names stand in `variants` by now. */
function wordsIn(node: QueryNode): readonly string[] {
  if (isInflected(node)) return [node.text];
  return node.kind === 'and' || node.kind === 'or' ? node.nodes.flatMap(wordsIn) : [];
}

function withForms(node: QueryNode, formsOf: (word: string) => readonly string[]): QueryNode {
  if (isInflected(node)) return inForms(node, formsOf(node.text));
  return node.kind === 'and' || node.kind === 'or'
    ? { ...node, nodes: node.nodes.map((one) => withForms(one, formsOf)) }
    : node;
}

function inForms(word: Word, forms: readonly string[]): QueryNode {
  if (forms.length === 0) return word;
  const others = forms.map((text): Variant => ({ node: { ...word, text }, weight: WEIGHT }));
  return { kind: 'variants', nodes: [{ node: word, weight: 1 }, ...others] };
}

/** What must hold of all that is found. */
function filtersIn(node: QueryNode): readonly Filter[] {
  if (node.kind === 'filter') return [node.filter];
  return node.kind === 'and' ? node.nodes.flatMap(filtersIn) : [];
}

/** The languages that are asked for, by their primary tags. */
const languagesAsked = (filters: readonly Filter[]): ReadonlySet<string> =>
  new Set(
    filters.flatMap((filter) =>
      filter.field === 'language' && filter.condition === 'is'
        ? filter.values.map((tag) => tag.split('-')[0] ?? tag)
        : [],
    ),
  );
