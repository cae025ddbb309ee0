import { counted, number } from './en-numbers.ts';

/** What is said where results are taken away, and where all values of one facet are listed. */
export const enResults = {
  forms: {
    csv: 'CSV (a table)',
    ris: 'RIS (for Zotero and others)',
    bib: 'BibTeX',
    'csl.json': 'CSL-JSON',
    json: 'JSON',
    atom: 'Atom (a feed)',
    rss: 'RSS (a feed)',
  },
  follow: 'Follow this search (a feed)',
  stretch: (from: number, to: number) => `${number(from)}–${number(to)}`,
  stretchOf: (form: string, from: number, to: number) => `${form}: ${number(from)}–${number(to)}`,
  further: (most: number) =>
    `A file holds at most ${number(most)} results; “page=” in its address leads to the next.`,
  feedSays:
    'Whoever follows it hears what is newly opened and answers to this search: an alert without an account.',
  feedTitle: (title: string, filters: readonly string[], archive: string) =>
    [filters.length === 0 ? title : `${title} (${filters.join('; ')})`, archive].join(' · '),
  exclude: 'not',
  excludeValue: (facet: string, value: string) => `${facet}: not ${value}`,
  allValuesOf: (facet: string) => `${facet}: all values`,
  valuesIn: (values: number, results: number) =>
    `${counted(values, 'value')} in ${counted(results, 'result')}, the most frequent first.`,
  amongCounted: (values: number, letters: string) =>
    `${counted(values, 'value')} with words that begin with “${letters}”.`,
  amongCut: 'There are more names like this than are looked through: write more of the name.',
  among: 'With words that begin',
  find: 'Find',
  allValues: 'All values',
  noValues: 'No value of this kind stands in these results.',
  back: 'Back to the results',
};
