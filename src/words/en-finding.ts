const numbers = new Intl.NumberFormat('en');
const number = (count: number): string => numbers.format(count);
const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;

/** What is said while one searches: suggestions, rows of filters, dates, views, and what helps on. */
export const enFinding = {
  suggestions: 'Suggestions',
  suggestionsCounted: (count: number) =>
    count === 0 ? 'No suggestions' : `${counted(count, 'suggestion')}; up and down arrows choose`,
  inDocuments: (count: number) => `in ${counted(count, 'document')}`,
};
