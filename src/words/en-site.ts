import { counted, number, plural } from './en-numbers.ts';

/** The frame of every page: its head, foot, front page, and what is said where nothing stands. */
export const enSite = {
  site: {
    skip: 'Skip to content',
    main: 'Main',
    trail: 'You are here',
    more: 'More ways in',
    aboutArchive: 'The archive',
    foot: 'Documents are given as they stand in their sources; descriptions say who wrote them. Read, quote and reuse: each page says under which terms, and how to cite it.',
  },
  nav: {
    home: 'Home',
    collections: 'Collections',
    people: 'People',
    organizations: 'Organizations',
    places: 'Places',
    timeline: 'Timeline',
    map: 'Map',
    new: 'Newly opened',
    types: 'Types of document',
    languages: 'Languages',
    subjects: 'Subjects',
    terms: 'Abbreviations and terms',
    events: 'Events',
    sources: 'Sources',
    repositories: 'Archives and their files',
    about: 'About',
    rights: 'Rights and reuse',
    help: 'Help',
    data: 'All the data',
    quote: 'Check a quotation',
    api: 'For programs (API)',
  },
  home: {
    description: (name: string, motto: string) => [name, motto].filter(Boolean).join(': '),
    heading: 'The papers behind the history, open to read',
    lede: ({ repositories }: { readonly repositories: number }) =>
      repositories > 1
        ? `Cables, minutes, diaries and letters from ${number(repositories)} archives, each with where it came from and who released it.`
        : 'Cables, minutes, diaries and letters, each with where it came from and who released it.',
    byYear: 'By year',
    allCollections: (count: number) => `All ${counted(count, 'collection')}`,
    newest: 'Newly opened',
    whatIsHere: 'What is here',
    ways: 'Every way in',
    counted: {
      documents: (count: number) => plural(count, 'document'),
      collections: (count: number) => plural(count, 'collection'),
      people: (count: number) => plural(count, 'person', 'people'),
      repositories: (count: number) => plural(count, 'archive'),
      languages: (count: number) => plural(count, 'language'),
      notHeld: (_count: number) => 'known but not held',
    },
  },
  edges: {
    notFound: 'Not found',
    nothingHere: 'Nothing stands at this address',
    nothingHereSays:
      'Addresses here are never taken away: what is withdrawn says so, and what moves sends you on. This one was never given out, or was mistyped.',
    unreadable: 'This address cannot be read',
    unreadableSays: 'It holds bytes that are no text. It may have been cut or altered on its way.',
    withdrawn: 'This record was withdrawn',
    withdrawnSays:
      'It was published here once. Its text is no longer shown; the fact that it was here is kept for good.',
    withdrawnOn: 'Withdrawn',
    reason: 'Reason',
    inItsPlace: 'In its place',
    readReplacement: 'Read the replacement',
    closed: 'This record is closed for now',
    closedSays:
      'It was published here and is held back at present. The address will lead to it again if it is opened.',
    embargoed: 'Under embargo',
    openAgain: 'Open again on',
    failure: 'The archive cannot answer just now',
    failureSays:
      'Something went wrong on our side, and has been noted. Nothing is lost. Try again in a minute.',
  },
};
