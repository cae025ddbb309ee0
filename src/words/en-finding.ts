import { daysIn } from '../core/date/day.ts';
import { parseEdtf } from '../core/date/edtf.ts';
import type { PassageField } from '../core/query.ts';
import { printDate } from './dates.ts';
import { languageName } from './language-name.ts';
import { counted, number } from './en-numbers.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const FOUND_IN: Readonly<Record<PassageField, string>> = {
  title: 'In the title',
  summary: 'In the summary',
  text: 'In the text',
  note: 'In the note',
  name: 'In a name',
  variant: 'In another name of somebody named there',
  source: 'In the source',
  number: 'In its numbers',
};

/** The first day of a range as shortly as it can be written beside its last: "1945", "July 1945", "July 2, 1945". */
function rangeStart(day: string, last?: string): string {
  const isYears = day.endsWith('-01-01') && (last === undefined || last.endsWith('-12-31'));
  return dayWords(isYears ? day.slice(0, -6) : day.replace(/(-\d\d)-01$/, '$1'));
}

/** What stands in two fields for a range; one that has no last day says so, or it would be read as a year alone. */
const rangeFields = (from: string | undefined, to: string | undefined): readonly [string, string] => [
  from === undefined ? '' : to === undefined ? `since ${rangeStart(from)}` : rangeStart(from, to),
  to === undefined ? '' : rangeEnd(to),
];

/** The same of its last: the last of a year or a month stands for the whole. */
function rangeEnd(day: string): string {
  const [, year = '', month = '', date = ''] = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (year === '') return day;
  if (month === '12' && date === '31') return dayWords(year);
  return dayWords(daysIn(Number(year), Number(month)) === Number(date) ? `${year}-${month}` : day);
}

function dayWords(text: string): string {
  const edtf = parseEdtf(text);
  return edtf === undefined ? text : printDate(edtf, 'en');
}

/** What is said while one searches: suggestions, rows of filters, dates, views, and what helps on. */
export const enFinding = {
  suggestions: 'Suggestions',
  suggestionsCounted: (count: number) =>
    count === 0 ? 'No suggestions' : `${counted(count, 'suggestion')}; up and down arrows choose`,
  filterNumber: (at: string) => `Search filter ${at}`,
  conditions: {
    is: 'is',
    'is-not': 'is not',
    contains: 'contains',
    'contains-not': 'does not contain',
    between: 'between',
    any: 'has any',
    none: 'has none',
  },
  dateHint: 'July 1945',
  how: 'How surely',
  possibly: 'possibly',
  certainly: 'certainly',
  noDate: 'This is not understood as a date. Write a year (1945), a month (July 1945), a season or a day.',
  nobody: (field: string, words: string) =>
    `${field}: nothing here is called “${words}”. Write its first letters and choose.`,
  several: (words: string) => `Several are called “${words}”. Which is meant?`,
  itsPage: 'page',
  rangeStart,
  rangeEnd,
  rangeFields,
  letIn: (value: string) => `Let ${value} in again`,
  bar: (when: string, certain: number, possible: number) =>
    [
      `${when}: ${number(certain)}`,
      ...(possible > 0 ? [`${number(possible)} that may be from then`] : []),
    ].join(', and '),
  /** Below a bar: "1945", "Mar", "14". */
  tick: (unit: 'year' | 'month' | 'day', stretch: string) =>
    unit === 'month'
      ? (MONTHS[Number(stretch.slice(-2)) - 1] ?? '')
      : String(Number(stretch.slice(unit === 'day' ? -2 : 0))),
  when: { year: 'Years', month: 'Months', day: 'Days' },
  inNumbers: 'In numbers',
  rangeFrom: 'From',
  rangeTo: 'To',
  allYears: 'All years',
  wholeYears: (years: string) => `All of ${years}`,
  byPart: (unit: 'year' | 'month' | 'day', first: string, last: string, fullest: string, count: number) =>
    `Results by ${unit}, ${first} to ${last}. The fullest ${unit} is ${fullest}, with ${number(count)}.`,
  outlined: {
    year: 'Outlined: the date may fall in that year.',
    month: 'Outlined: the date may fall in that month.',
    day: 'Outlined: the date may fall on that day.',
  },
  view: 'Show as',
  views: { list: 'List', table: 'Table', timeline: 'Timeline' },
  columns: {
    date: 'Date',
    title: 'Title',
    from: 'From',
    to: 'To',
    type: 'Genre',
    language: 'Language',
    source: 'Original',
  },
  heads: 'Called so',
  alsoCalled: (name: string) => `also ${name}`,
  searchedInstead: (q: string) => `Nothing has “${q}”. These are results for`,
  searchedAny: (q: string) =>
    `Nothing has all the words of “${q}”. These have some of them, those that say most first.`,
  onlyAll: 'Only what has all of them',
  asTyped: (q: string) => `Search “${q}” as it is spelt`,
  didYouMean: 'Did you mean',
  nothingHelps: 'See the spelling, or begin with one of these.',
  beginning: (words: string) => `Words that begin so: ${words}`,
  apart: (words: string) => `The words anywhere, not next to each other: ${words}`,
  onlyAnywhere: (word: string) => `Only: ${word}, in everything, without any filter`,
  anyWords: 'Whatever the words: only the filters',
  mayFall: 'The date is uncertain: it may fall in your range',
  as: (names: readonly string[]) => `as ${names.join(', ')}`,
  inThisDocument: 'Search this document',
  backToDocument: 'Back to the document',
  whatInDocument: 'Write what is to be found in this document.',
  nothingInDocument: (q: string) => `This document does not have “${q}”.`,
  passagesIn: (count: number) => `${counted(count, 'passage')} in`,
  /** A language that is "und" is not named. */
  foundIn: (
    field: PassageField,
    kind?: 'facsimile' | 'transcription' | 'translation',
    language?: string,
    isMachine = false,
  ) => {
    if (field === 'text' && kind === 'facsimile') return 'In the text of the scan';
    if (field === 'text' && kind !== undefined && language !== undefined) {
      const inLanguage = language === 'und' ? '' : `${languageName(language)} `;
      if (!isMachine) return `In the ${inLanguage}${kind}`;
      return kind === 'translation'
        ? `In the ${inLanguage}machine translation`
        : `In the machine-read ${inLanguage}text`;
    }
    return FOUND_IN[field];
  },
  inDocuments: (count: number) => `in ${counted(count, 'document')}`,
};
