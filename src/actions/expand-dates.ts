import type { DateOffer } from '../core/query/date-offer.ts';
import { wholeKey } from '../core/names/search-forms.ts';
import { replaceInRuns, type NameRun, type Replacement } from '../core/query/name-runs.ts';
import type { QueryNode } from '../core/query.ts';
import type { AlsoSearched, SearchRequest } from './search-page.ts';

/** What the date of a record counts where it stands for words; they count 1. */
const WEIGHT = 0.9;

export interface Dated {
  readonly node: QueryNode;
  readonly alsoSearched: readonly AlsoSearched[];
}

/**
 * Puts beside words that are a date the records that are surely of it: "summer 1945" stands in hardly any record
 * of that summer. Words in quotation marks, or asked for in a field, stay as they are.
 *
 *   molotov summer 1945 -> molotov, and either summer 1945 or a date within June to August 1945
 */
export function expandDates(
  node: QueryNode,
  offers: readonly DateOffer[],
  { isExact, without = [] }: Pick<SearchRequest, 'isExact' | 'without'>,
): Dated {
  const left = new Set(without.map(wholeKey));
  const [offer] = offers.filter(({ words }) => !left.has(wholeKey(words)));
  if (isExact === true || offer === undefined) return { node, alsoSearched: [] };
  const { words, filter } = offer;
  const alsoSearched: AlsoSearched[] = [];
  const date: QueryNode = { kind: 'filter', filter: { ...filter, certainly: true } };
  const by = (typed: QueryNode): QueryNode => {
    alsoSearched.push({ words, insteadOf: words, by: 'date', leaveOut: words });
    return {
      kind: 'variants',
      nodes: [
        { node: typed, weight: 1 },
        { node: date, weight: WEIGHT },
      ],
    };
  };
  const dated = replaceInRuns(node, (run) => placesOf(words.split(' '), run).map((one) => ({ ...one, by })));
  return { node: dated, alsoSearched: alsoSearched.slice(0, 1) };
}

/** Where words stand in a run, at most once. */
function placesOf(words: readonly string[], run: NameRun): readonly Omit<Replacement, 'by'>[] {
  if (run.isPhrase || run.field !== undefined) return [];
  const first = run.words.findIndex((_, at) => words.every((word, next) => run.words[at + next] === word));
  return first < 0 ? [] : [{ first, length: words.length }];
}
