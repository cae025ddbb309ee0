import { enFinding } from './en-finding.ts';
import { counted, number } from './en-numbers.ts';

/** The search page. */
export const enSearch = {
  search: {
    title: 'Search',
    titleFor: (q: string) => `Search: ${q}`,
    everything: 'Search everything',
    searchIn: 'Search in',
    searchFor: 'Search for',
    search: 'Search',
    placeholder: 'Words, names in any script, dates',
    valueHint: 'A name, a word, a year',
    scopes: {
      collection: 'This collection',
      document: 'This document',
      everything: 'Everything',
      documents: 'Documents',
      titles: 'Titles',
      collections: 'Collections',
      people: 'People',
      places: 'Places',
    },
    addFilter: 'Add search filter',
    cancelFilter: 'Cancel search filter',
    field: 'Field',
    condition: 'Condition',
    value: 'Value',
    from: 'From',
    to: 'To',
    and: 'and',
    results: 'Results',
    counted: (count: number) => (count === 0 ? 'Nothing found' : `${counted(count, 'result')}`),
    narrow: 'Narrow by year, person, place',
    narrowResults: 'Narrow the results',
    sortBy: 'Sort by',
    sort: 'Sort',
    sorts: {
      relevance: 'Relevance',
      earliest: 'Earliest first',
      latest: 'Latest first',
      title: 'Title',
      opened: 'Newly opened first',
    },
    takeAway: 'Take these results away:',
    applied: 'Applied',
    alsoSearched: 'also searched:',
    remove: (says: string) => `Remove ${says}`,
    not: 'not',
    any: 'any',
    none: 'none',
    range: (from: string | undefined, to: string | undefined) => {
      if (from === undefined) return to === undefined ? 'any' : `to ${enFinding.rangeEnd(to)}`;
      if (to === undefined) return `from ${enFinding.rangeStart(from)}`;
      const [first, last] = [enFinding.rangeStart(from, to), enFinding.rangeEnd(to)];
      return first === last ? first : `${first} to ${last}`;
    },
    moreValues: (count: number) => `and ${number(count)} more`,
    years: 'Years',
    byYear: (
      years: readonly { readonly year: number; readonly certain: number; readonly possible: number }[],
    ) => {
      const inAll = ({
        certain,
        possible,
      }: {
        readonly certain: number;
        readonly possible: number;
      }): number => certain + possible;
      const fullest = years.reduce(
        (most, one) => (inAll(one) > inAll(most) ? one : most),
        years[0] ?? { year: 0, certain: 0, possible: 0 },
      );
      const list =
        years.length <= 8
          ? `: ${years.map((one) => `${number(inAll(one))} in ${one.year}`).join(', ')}`
          : `, ${years[0]?.year} to ${years.at(-1)?.year}. The fullest year is ${fullest.year}, with ${number(inAll(fullest))}`;
      return `Documents by year${list}.`;
    },
    rangeTo: 'to',
    setYears: 'Set',
    maybe: 'may be',
    foundIn: {
      title: 'Title',
      summary: 'Summary',
      text: 'Text',
      note: 'Note',
      name: 'Name',
      variant: 'Also called',
      source: 'Source',
      number: 'Number',
    },
    nothing: 'Nothing here answers to that',
    nothingFor: (q: string) => `Nothing has all of: ${q}`,
    nothingSays: 'Here is what could be changed.',
    without: (filter: string) => `Without ${filter}`,
    withoutFilters: 'Without any filter',
    inEverything: 'In everything',
    only: (word: string) => `Only: ${word}`,
    help: 'How to search',
  },
};
