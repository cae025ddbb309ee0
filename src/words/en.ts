import type { CataloguedDate } from '../core/date/catalogued-date.ts';
import { parseEdtf } from '../core/date/edtf.ts';
import type { Rendition } from '../core/rendition.ts';
import type { FacetField } from '../core/query.ts';
import { printDate } from './dates.ts';
import { enApi } from './en-api.ts';
import { enAsking } from './en-asking.ts';
import { enAssistants } from './en-assistants.ts';
import { enNames } from './en-names.ts';
import { enCompare } from './en-compare.ts';
import { enData } from './en-data.ts';
import { enExemptions } from './en-exemptions.ts';
import { enFaults } from './en-faults.ts';
import { enOldAddresses } from './en-old-addresses.ts';
import { enFeeds } from './en-feeds.ts';
import { enHandout } from './en-handout.ts';
import { enHelpSearch } from './en-help-search.ts';
import { enMetadata } from './en-metadata.ts';
import { enMaps } from './en-maps.ts';
import { enOai } from './en-oai.ts';
import { enPages } from './en-pages.ts';
import { enTerms } from './en-terms.ts';
import { enReading } from './en-reading.ts';
import { enRelated } from './en-related.ts';
import { enCitingHelp } from './en-citing-help.ts';
import { enQuote } from './en-quote.ts';
import { enCiting } from './en-citing.ts';
import { enFinding } from './en-finding.ts';
import { enResults } from './en-results.ts';
import { enViewing } from './en-viewing.ts';
import { enWays } from './en-ways.ts';
import { languageName } from './language-name.ts';
import { counted, number } from './en-numbers.ts';

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "1 document", "1,204 documents" */
const plural = (count: number, one: string, many = `${one}s`): string => (count === 1 ? one : many);

const regionName = (code: string): string =>
  /^[a-z]{2}$/i.test(code) ? (regions.of(code.toUpperCase()) ?? code) : code;

/** "1945-07-02" -> "July 2, 1945" */
function day(text: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  return year === undefined ? text : `${MONTHS[Number(month) - 1]} ${Number(date)}, ${year}`;
}

/** A date or span of dates in EDTF, in words; what is no EDTF as it stands. */
function date(text: string): string {
  const edtf = parseEdtf(text);
  return edtf === undefined ? text : printDate(edtf, 'en');
}

/** The years of a life or of an office: what is known to the day is said on the page itself. */
function life(text: string): string {
  const years = text.split('/').map((end) => /^(\d{4})(-\d\d){0,2}$/.exec(end)?.[1]);
  const [from, to] = years;
  return years.length === 2 && from !== undefined && to !== undefined ? `${from}–${to}` : date(text);
}

/** Most dates are a day and no more: these are said without reading their notation. */
const PLAIN_DAY = /^[1-9]\d{3}-\d\d-\d\d$/;

/** A catalogued date in words, with its time of day or without. */
function catalogued(given: CataloguedDate, withTime: boolean): string {
  const { edtf } = given;
  const isPlainDay = edtf !== undefined && PLAIN_DAY.test(edtf) && given.doubt?.kind !== 'impossible';
  if (isPlainDay && !(withTime && given.time !== undefined)) return day(edtf);
  const { time: _time, ...untimed } = given;
  return printDate(withTime ? given : untimed, 'en');
}

/** "12 documents, 3 of them known but not held" */
const countedHeld = (count: number, notHeld: number): string => {
  const all = counted(count, 'document');
  if (notHeld === 0) return all;
  return notHeld === count
    ? `${all}, known but not held`
    : `${all}, ${number(notHeld)} of them known but not held`;
};

/** The English words of the site. */
export const en = {
  language: { tag: 'en', direction: 'ltr' as 'ltr' | 'rtl' },
  number,
  date,
  life,
  day,
  catalogued,
  /** An ISO instant as its day. */
  instant: day,
  years: (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`),
  languageName,
  regionName,
  ...enTerms,
  facetValue: (field: FacetField, value: string): string => {
    if (field === 'language') return languageName(value);
    const values: Readonly<Record<string, string>> | undefined = enTerms.values[field];
    return values?.[value] ?? value;
  },
  count: {
    documents: (count: number) => counted(count, 'document'),
  },
  data: enData,
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
  document: {
    describe: (genre: string | undefined, when: string | undefined, archive: string) =>
      `${[genre ?? 'Document', when].filter(Boolean).join(', ')}, in ${archive}.`,
    oldEdition: (edition: number, on: string) => `This is edition ${edition}, of ${on}, as it stood then.`,
    newest: 'Read the newest edition',
    summaryBy: (by: string) => `Summary: ${by}`,
    from: 'From',
    to: 'To',
    between: 'Between',
    andOthers: (count: number) => `and ${number(count)} more`,
    source: 'Source',
    access: 'Access',
    until: (on: string) => `until ${on}`,
    readIn: 'Read in',
    original: 'original',
    translated: 'translation',
    seeAlso: 'See also',
    otherAccounts: (count: number) => `${counted(count, 'other account')} of the same event`,
    accountsOf: 'Other accounts',
    neighbours: (collection: string) => `Before and after in ${collection}`,
    before: 'Before',
    after: 'After',
    within: 'In',
    reading: 'Reading',
    theDocument: 'The document',
    scan: 'Scan',
    pages: 'Pages',
    scanPages: (count: number) => `Scan, ${counted(count, 'page')}`,
    moreTitles: (count: number) => `${number(count)} more titles`,
    pageImage: (label: string) => `Image of page ${label}`,
    leaf: (label: string, at: number, count: number) => `${label} · ${at} of ${count}`,
    fullSize: 'Full size',
    texts: 'Texts side by side',
    transcription: 'Transcription',
    released: (year: string) => `released ${year}`,
    copy: (at: number) => `copy ${at}`,
    translation: 'Translation',
    textOf: (rendition: Rendition, name: string) =>
      rendition.kind === 'facsimile'
        ? 'Scan'
        : `${rendition.kind === 'transcription' ? 'Text' : 'Translation'}, ${name}`,
    about: (rendition: Rendition, name: string) => {
      if (rendition.kind === 'facsimile') return 'Scan';
      const by = rendition.by === undefined ? '' : `, by ${rendition.by}`;
      const isTranslatedByMachine = rendition.madeBy !== undefined && rendition.kind === 'translation';
      return `${name}${by}${isTranslatedByMachine ? ', made by a machine' : ''}`;
    },
    renditionOf: (rendition: Rendition) =>
      rendition.kind === 'facsimile'
        ? 'Scan'
        : `${rendition.kind === 'transcription' ? 'Transcription' : 'Translation'} (${languageName(rendition.language)})`,
    noText: 'Described, without its text',
    noTextSays:
      'No text or image of this document is held here yet. Its description says where the original is.',
    inventedShort: 'Invented',
    description: 'Description',
    cite: 'Cite',
    download: 'Download',
    whereFrom: 'Where it comes from',
    layers: { original: 'The original', copy: 'The copy used', edition: 'This edition' },
    unknownSource: 'Not stated in a form that could be read.',
    asCatalogued: 'As catalogued:',
    unparsed: 'Not read:',
    editionLine: (edition: number, on: string) => `Edition ${edition}, ${on}`,
    inCollections: 'Collections',
    credit: 'Credit',
    funders: 'Made possible by',
    dates: 'Dates',
    inferred: (from: string) => `Worked out from ${from}`,
    doubt: (words: string) => `! ${words}`,
    whoDidWhat: 'Who did what',
    as: 'as',
    genre: 'Genre',
    subjects: 'Subjects',
    languages: 'Languages',
    marked: 'Marked',
    numbers: 'Its numbers',
    numberFrom: (from: string) => `from ${from}`,
    numberTo: (to: string) => `to ${to}`,
    releases: 'Releases',
    caseNumber: (number: string) => `Case ${number}`,
    exemptions: (exemptions: readonly string[]) => `Exemptions claimed: ${exemptions.join(', ')}`,
    thisRecord: 'This record',
    rights: 'Rights',
    note: 'Note',
    heldBackHere: 'Held back here',
    identifiers: 'Known as',
    editions: 'Editions',
    vanished: (count: number) =>
      count === 1 ? 'A passage that an earlier edition had' : 'Passages that earlier editions had',
    stoodIn: (edition: number) => `It stood last in edition ${edition}`,
    textsMade: 'Texts',
    whoSaysSo: 'Who says so',
    citeAndKeep: 'Cite and keep',
    report: 'Report a problem with a passage',
    reportBody: (address: string) => `${address}\n\nParagraph (the number beside it): \n\nWhat is wrong: \n`,
    reportSubject: (id: string, edition: number) => `Document ${id}, edition ${edition}`,
  },
  compare: enCompare,
  exemption: enExemptions,
  text: {
    notes: 'Notes',
    notesIn: (language: string) => `Notes, ${language}`,
    note: (label: string) => `Note ${label}`,
    sourceNote: 'Source',
    backToMark: (label: string) => `Back to where note ${label} stands`,
    paragraph: (number: number) => `Paragraph ${number}`,
    page: (label: string) => (/^\d+$|^[ivxlc]+$/i.test(label) ? `p. ${label}` : label),
    pageWord: 'page',
    part: (role: string) => role.charAt(0).toUpperCase() + role.slice(1),
    table: 'Table',
    figureNotHeld: 'An image stands here in the source.',
    heldBack: 'Held back',
    heldBackBefore: (words: string) => `Held back before: ${words}`,
    opened: (year: string | undefined) => (year === undefined ? 'opened later' : `opened ${year}`),
    gap: 'gap',
    marks: {
      unclear: 'Hard to read',
      supplied: 'Supplied by the editors',
      deleted: 'Struck out in the source',
      added: 'Added in the source',
      gap: 'Missing in the source',
      sic: 'So in the source',
      corrected: 'Corrected by the editors',
      abbreviation: 'Abbreviation',
      expansion: 'Written out by the editors',
      hand: 'In another hand',
    },
  },
  reading: enReading,
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
  ...enPages,
  ...enAsking,
  ...enAssistants,
  ...enApi,
  ...enFaults,
  ...enMetadata,
  ...enOai,
  ...enFeeds,
  ...enOldAddresses,
  ...enHelpSearch,
  handout: enHandout,
  results: enResults,
  names: enNames,
  ...enWays,
  related: enRelated,
  viewing: enViewing,
  ...enMaps,
  finding: enFinding,
  citing: enCiting,
  quoting: enQuote,
  citingHelp: enCitingHelp,
};
