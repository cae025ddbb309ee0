import { counted } from './en-numbers.ts';

const SMALL = ['', 'one', 'two', 'three', 'four'];
const small = (count: number): string => SMALL[count] ?? String(count);

/** Fields of a description, as what changed between editions names them. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['titles', 'Title'],
  ['summaries', 'Summary'],
  ['dates', 'Dates'],
  ['genre', 'Genre'],
  ['contributions', 'Who did what'],
  ['places', 'Places'],
  ['subjects', 'Subjects'],
  ['languages', 'Languages'],
  ['marking', 'Marking'],
  ['numbers', 'Its numbers'],
  ['source', 'Where it comes from'],
  ['rights', 'Rights'],
  ['funders', 'Funders'],
  ['creditLine', 'Credit'],
  ['releases', 'Releases'],
  ['related', 'Related documents'],
  ['collections', 'Collections'],
  ['holding', 'Whether it is held'],
  ['otherFields', 'Other fields'],
  ['identifiers', 'Known as'],
  ['renditions', 'Scans, texts and translations'],
]);

/** The words of pages that set documents, releases, editions or texts side by side. */
export const enCompare = {
  compare: 'Compare',
  heading: {
    accounts: (count: number, isOneEvent: boolean) =>
      isOneEvent
        ? `One event, ${small(count)} accounts`
        : `${small(count)[0]?.toUpperCase()}${small(count).slice(1)} documents side by side`,
    releases: (count: number) => `One document, ${small(count)} releases`,
    editions: () => 'What changed between editions',
    texts: (count: number) => `One document, ${small(count)} texts`,
    mixed: (count: number) => `${small(count)[0]?.toUpperCase()}${small(count).slice(1)} side by side`,
  },
  says: {
    accounts:
      'Set side by side by what they tell of. What one says alone is marked: where another says nearly the same, its words; else its names and numbers. Where an account says nothing, the page says so.',
    releases:
      'As each release left it. What was held back before and is open in the later one is marked word for word.',
    editions: 'What was taken out stands in the earlier one, what was put in stands in the later one.',
    texts:
      'Passages that answer to each other stand in one row. Texts in one language are compared word for word.',
    mixed: 'Passages that answer to each other stand in one row.',
  },
  mark: 'Mark differences',
  ways: 'Compare',
  way: { accounts: 'Accounts', releases: 'Releases', editions: 'Editions', texts: 'Translations' },
  silent: {
    accounts: 'This account is silent',
    releases: 'Not in this release',
    editions: 'Not in this edition',
    texts: 'Nothing answers to it here',
    mixed: 'Nothing answers to it here',
  },
  noText: {
    accounts: 'No text of this document is held here.',
    releases: 'No text of this release is held here.',
    editions: 'This edition has no text.',
    texts: 'No such text is held here.',
    mixed: 'No text is held here.',
  },
  guessed: 'guessed',
  guessedSays: (by: string) =>
    by === ''
      ? 'Set side by side by a guess, from length and order'
      : `Set side by side by a guess: both have ${by}`,
  byHand: 'set by hand',
  besideByGuess: 'set beside it by a guess',
  guessedNote:
    'What is marked “guessed” was set side by side by a machine, from names, numbers, dates, words and order. It may be wrong.',
  releaseOf: (date: string) => `Release of ${date}`,
  undatedRelease: 'Release, date not known',
  edition: (number: number) => `Edition ${number}`,
  shortRelease: (year: string | undefined, name: string) =>
    year === undefined ? `Release ${name}` : `Release of ${year}`,
  translated: (language: string) => `in translation, ${language}`,
  transcribed: (language: string) => language,
  heldIn: (count: number) =>
    count === 0 ? 'Nothing is held back in it.' : `${counted(count, 'passage')} held back in it.`,
  openedIn: (count: number) => `${counted(count, 'passage')} opened that the one before held back.`,
  opened: (year: string | undefined) => (year === undefined ? 'opened' : `opened ${year}`),
  moreRows: (count: number) =>
    `${counted(count, 'row')} more ${count === 1 ? 'follows' : 'follow'} that this page has no room for. Each text stands whole on its own page.`,
  leftOut: 'What each leaves out',
  alone: (count: number) =>
    count === 0
      ? 'Nothing that the others lack.'
      : `${counted(count, 'passage')} without a partner beside ${count === 1 ? 'it' : 'them'}:`,
  more: (count: number) => `and ${counted(count, 'more', 'more')}`,
  changes: 'Changes in the description',
  sameText: 'The text is the same, word for word; what changed is the description, below.',
  noChanges: 'The description is the same in both.',
  field: (field: string) => FIELDS.get(field) ?? field,
  beside: 'Set something else beside it',
  withThis: 'Read beside this record',
  all: (count: number) => `Compare all ${small(count)}`,
  theTwo: 'Compare with the one before',
  firstAndLast: 'Compare the first with the last',
  whatChanged: 'What changed',
  sinceCited: 'What changed since you cited it',
  asNow: 'As it is read today',
};
