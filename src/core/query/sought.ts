import type { Filter, QueryNode, TextField, WordField } from '../query.ts';
import { impossible } from '../result.ts';
import { queryTerms, type QueryTerm } from '../tokens/tokenize.ts';
import { allows, patternOf } from './wildcard.ts';

/**
 * Terms that are looked for together: one of the leaves of a query.
 *
 *   word "T.V."           -> { terms: t v, slop: 0 }          next to each other, in this order
 *   phrase "a b"~5        -> { terms: a b, slop: 5 }          in any order, 5 others between them at most
 *   prefix "sovie"        -> { terms: sovie…, slop: 0 }
 *   wildcard "sovi*t"     -> { terms: sovi*t, slop: 0 }
 */
export interface Sought {
  readonly terms: readonly QueryTerm[];
  readonly slop: number;
  readonly field?: WordField;
}

type Leaf = Extract<QueryNode, { kind: 'word' | 'prefix' | 'phrase' | 'wildcard' }>;

/** What a leaf looks for; undefined if there is no letter or digit in it: then it asks nothing. */
export function soughtBy(leaf: Leaf): Sought | undefined {
  const all = leaf.kind === 'wildcard' ? patternTerms(leaf.text) : queryTerms(leaf.text);
  if (all.length === 0) return undefined;
  const slop = leaf.kind === 'phrase' ? leaf.slop : 0;
  const field = leaf.field === undefined ? {} : { field: leaf.field };
  if (slop > 0) return { terms: distinct(all), slop, ...field };
  if (leaf.kind !== 'prefix') return { terms: all, slop, ...field };
  return {
    terms: all.map((one, at) => (at === all.length - 1 ? { ...one, isBegun: true } : one)),
    slop,
    ...field,
  };
}

/** A pattern as a term; what is none is looked for as words. */
function patternTerms(text: string): readonly QueryTerm[] {
  const pattern = patternOf(text);
  return pattern === undefined ? queryTerms(text) : [{ term: pattern, isBegun: false, isPattern: true }];
}

/** Near each other, a word asked twice is asked once. */
function distinct(all: readonly QueryTerm[]): readonly QueryTerm[] {
  return all.filter((one, at) => all.findIndex(({ term }) => term === one.term) === at);
}

/** The words of a text filter as a query: all of them, in its field. */
export function wordsAsNode(words: string, field: TextField): QueryNode {
  const nodes = words
    .split(/\s+/u)
    .filter((word) => queryTerms(word).length > 0)
    .map((text): QueryNode => ({ kind: 'word', text, field }));
  const [only] = nodes;
  return nodes.length === 1 && only !== undefined ? only : { kind: 'and', nodes };
}

/** All that a query looks for and does not exclude: what is marked in a passage. */
export function soughtIn(node: QueryNode): readonly Sought[] {
  switch (node.kind) {
    case 'everything':
    case 'not':
      return [];
    case 'word':
    case 'prefix':
    case 'phrase':
    case 'wildcard': {
      const sought = soughtBy(node);
      return sought === undefined ? [] : [sought];
    }
    case 'and':
    case 'or':
      return node.nodes.flatMap(soughtIn);
    case 'variants':
      return node.nodes.flatMap((one) => soughtIn(one.node));
    case 'filter':
      return node.filter.condition === 'contains'
        ? soughtIn(wordsAsNode(node.filter.words, node.filter.field))
        : [];
    default:
      return impossible(node);
  }
}

/** The same of a query and the filter rows beside it. */
export const soughtOf = (query: {
  readonly node: QueryNode;
  readonly filters: readonly Filter[];
}): readonly Sought[] =>
  [query.node, ...query.filters.map((filter): QueryNode => ({ kind: 'filter', filter }))].flatMap(soughtIn);

/** Whether a term of a text is one that is looked for. */
export function isTerm(asked: QueryTerm, term: string): boolean {
  if (asked.isPattern === true) return allows(asked.term, term);
  return asked.isBegun ? term.startsWith(asked.term) : term === asked.term;
}

/** Of near words: how many terms may lie between the end of the first and the beginning of the last. */
export const reachOf = (sought: Sought): number => sought.slop + Math.max(0, sought.terms.length - 2);

/**
 * Where, among the terms of a text, what is sought stands: runs of positions, first and last included.
 *
 *   "mao tse tung"       in "chairman mao tse tung" -> [1, 3]
 *   "mao stalin"~3       in "stalin then told mao"  -> [0, 0], [3, 3]   (each word by itself)
 */
export function placesOf(
  sought: Sought,
  termsOfText: readonly string[],
): readonly (readonly [number, number])[] {
  return sought.slop > 0 && sought.terms.length > 1
    ? nearPlaces(sought, termsOfText)
    : runs(sought, termsOfText);
}

function runs(sought: Sought, termsOfText: readonly string[]): readonly (readonly [number, number])[] {
  const [head] = sought.terms;
  const found: (readonly [number, number])[] = [];
  if (head === undefined) return found;
  const length = sought.terms.length;
  for (let at = 0; at + length <= termsOfText.length; at++) {
    if (!isTerm(head, termsOfText[at] ?? '')) continue;
    if (sought.terms.every((asked, next) => isTerm(asked, termsOfText[at + next] ?? '')))
      found.push([at, at + length - 1]);
  }
  return found;
}

/** Words near each other: each place at which a window holds all of them. */
function nearPlaces(sought: Sought, termsOfText: readonly string[]): readonly (readonly [number, number])[] {
  const reach = reachOf(sought) + 1;
  const places: { readonly at: number; readonly which: number }[] = [];
  for (const [at, term] of termsOfText.entries())
    for (const [which, asked] of sought.terms.entries()) if (isTerm(asked, term)) places.push({ at, which });
  const kept = new Set<number>();
  for (const [index, first] of places.entries()) {
    const window = places.slice(index).filter(({ at }) => at - first.at <= reach);
    if (new Set(window.map(({ which }) => which)).size < sought.terms.length) continue;
    for (const { at } of window) kept.add(at);
  }
  return [...kept].sort((a, b) => a - b).map((at) => [at, at] as const);
}
