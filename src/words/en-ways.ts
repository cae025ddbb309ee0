import { number } from './en-numbers.ts';

const documents = (count: number): string => `${number(count)} ${count === 1 ? 'document' : 'documents'}`;
const are = (count: number): string => (count === 1 ? 'is' : 'are');
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A language as those who speak it call it; undefined where that is not known. */
function ownLanguageName(tag: string): string | undefined {
  if (tag === 'und' || tag === 'mul') return undefined;
  try {
    return new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }).of(tag);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The ways in that are no list of names: what is new, types, languages, and the timeline. */
export const enWays = {
  ways: {
    /** What one finds behind each way in, in a line. */
    leads: {
      collections: 'papers that belong together',
      timeline: 'by year, month and day',
      map: 'where they were written and sent',
      people: 'by name, role and years',
      organizations: 'ministries, parties, companies',
      places: 'by name and role',
      subjects: 'from broad to narrow',
      events: 'each with its accounts',
      types: 'cables, minutes, letters',
      languages: 'in what they were written',
      repositories: 'down to the file, held and not held',
      terms: 'what the letters stood for',
      new: 'the latest first',
    },
    ownLanguageName,
    newest: {
      describe: (archive: string) => `What ${archive} opened last, the newest first.`,
      says: 'What readers had last, the newest first.',
      opened: (on: string) => `Opened ${on}`,
      all: 'All that is new',
      none: 'Nothing has been opened yet.',
    },
    values: {
      describe: {
        type: (archive: string) =>
          `Types of document in ${archive}: letters, cables, minutes and more, with how many there are of each.`,
        language: (archive: string) => `Languages in ${archive}, with how many documents there are in each.`,
      },
      says: {
        type: 'What each document is, as its catalogue has it.',
        language: 'In what its documents were written. One in several is counted in each.',
      },
      without: {
        type: (count: number) => `${documents(count)} ${are(count)} of no stated type.`,
        language: (count: number) => `Of ${documents(count)} the language is not stated.`,
      },
      none: 'There is none here yet.',
    },
    timeline: {
      describe: (archive: string) =>
        `The documents, collections and events of ${archive} by year, month and day.`,
      describeIn: (name: string, when: string | undefined) =>
        `${when ?? 'Timeline'}, in ${name}: documents, collections and events by date.`,
      inHeading: 'timeline',
      whole: 'By year, then month, then day.',
      from: (count: number, when: string) => `${documents(count)} from ${when}.`,
      possibly: (count: number) =>
        `${number(count)} of them ${are(count)} dated less closely than what is shown here: outlined wherever the date may fall.`,
      undated: (count: number) =>
        `${documents(count)} ${count === 1 ? 'has' : 'have'} no date that could be read.`,
      parts: { years: 'Year by year', months: 'Month by month', days: 'Day by day' },
      counted: (certain: number, possible: number) =>
        possible === 0 ? documents(certain) : `${documents(certain)}, perhaps ${number(certain + possible)}`,
      mark: (when: string, certain: number, possible: number) =>
        `${when}: ${possible === 0 ? documents(certain) : certain === 0 ? `perhaps ${documents(possible)}` : `${documents(certain)}, perhaps ${number(certain + possible)}`}`,
      loose: 'May also be from then',
      moreLoose: (count: number) => `and ${number(count)} more`,
      collections: 'Collections',
      events: 'Events',
      moreEvents: (count: number) => `and ${number(count)} more`,
      searchAll: (count: number) => `Search ${count === 1 ? 'this document' : `these ${documents(count)}`}`,
      month: (month: number) => MONTHS[month - 1] ?? String(month),
      none: 'No document here has a date yet.',
    },
  },
};
