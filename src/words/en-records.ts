import { counted, countedHeld, number } from './en-numbers.ts';

/** Lists of records, and the pages of collections, people, places and archives. */
export const enRecords = {
  list: {
    undated: 'Undated',
    pages: 'Pages',
    previous: 'Previous',
    next: 'Next',
    pageNumber: (page: number) => `page ${number(page)}`,
    range: (from: number, to: number, total: number) => `${number(from)}–${number(to)} of ${number(total)}`,
  },
  lists: {
    describe: (name: string, archive: string) => `${name} in ${archive}, by letter.`,
    byLetter: 'By letter',
    tree: 'From broad to narrow',
    byName: 'By name',
    all: 'All',
    none: 'There is none here yet.',
    noneSo: 'None is named in this way.',
    says: {
      people: 'Everyone whom the documents name and the archive knows, under every name they had.',
      organizations: 'Ministries, parties, companies and offices.',
      places: 'Where documents were written, sent and received, and what they are about.',
      subjects: 'What the documents are about.',
      terms: 'What stood behind the letters and code words of the day.',
      events: 'Meetings, visits and crises, each with its accounts from every side.',
      repositories:
        'From the archive down through fonds and files to the documents in them, held and not held.',
    },
  },
  collections: {
    description: (archive: string) => `Every collection in ${archive}.`,
    none: 'There is no collection here yet.',
    more: (count: number) => `and ${number(count)} more`,
  },
  collection: {
    allNotHeld: 'The texts of these documents are not held here: they are described.',
    description: (title: string, documents: number) => `${title}: ${counted(documents, 'document')}.`,
    matterDescription: (title: string, collection: string) => `${title}, in ${collection}.`,
    seeAlso: 'See also',
    noImage: 'No image is held',
    cataloguedAs: (caption: string) => `Catalogued as: ${caption}`,
    contents: 'In this collection',
    counted: (count: number) => (count === 0 ? 'No documents' : `${counted(count, 'document')}, by date`),
    byDate: 'Documents by date',
    ways: 'Ways into this collection',
    narrow: 'Narrow this collection',
    about: 'About this collection',
    curators: 'Curated by',
  },
  authority: {
    describe: (title: string, archive: string) => `${title} in ${archive}: names, and documents by date.`,
    office: 'Office',
    searchIn: (count: number) =>
      count === 1 ? 'Search its document' : `Search these ${number(count)} documents`,
    tree: 'Its fonds and files',
    within: 'In',
    coordinates: 'Lies at',
    broader: 'Part of',
    narrower: 'Narrower subjects',
    inIt: 'Places in it',
    country: 'Country',
    place: 'Place',
    explainedIn: 'Explained in',
    elsewhere: 'Elsewhere',
    names: 'Names',
    together: 'In the same documents',
    name: 'Name',
    language: 'Language',
    kindAndYears: 'Kind and years',
    accounts: (count: number) => counted(count, 'account'),
    byYear: 'Documents by year',
    noDocuments: (title: string) => `No document here names ${title} in its description.`,
  },
  source: {
    describe: (title: string, documents: number) =>
      `${title}: ${counted(documents, 'document')}, held and not held.`,
    documents: (count: number, notHeld: number) =>
      count === 0 ? 'No documents at this level' : countedHeld(count, notHeld),
    counted: (count: number, notHeld: number) => countedHeld(count, notHeld),
    within: 'What lies in it',
    aboutArchive: 'About this archive',
    level: 'Level',
    extent: 'Extent',
    accessTerms: 'Conditions of access',
    element: (element: string) => {
      const words = element
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .replace(/[-_]/g, ' ')
        .toLowerCase();
      return words.charAt(0).toUpperCase() + words.slice(1);
    },
  },
};
