import { number } from './en-numbers.ts';

const documents = (count: number): string => `${number(count)} ${count === 1 ? 'document' : 'documents'}`;
const places = (count: number): string => `${number(count)} ${count === 1 ? 'place' : 'places'}`;

/** The map: places by role, drawn and listed. */
export const enMaps = {
  map: {
    describe: (name: string) =>
      `Where the documents of ${name} were written and sent, and what they are about.`,
    inHeading: 'map',
    lede: {
      any: 'Every place that the documents name as theirs: where they were written and sent, and what they are about.',
      'written-at': 'Where the documents were written, or sent from.',
      'sent-to': 'Where the documents went.',
      about: 'What the documents are about, or speak of.',
    },
    coasts: 'Coasts only: borders moved in these years, and today’s would be wrong.',
    roleLabel: 'Place as',
    roles: { any: 'any', 'written-at': 'written at or sent from', 'sent-to': 'sent to', about: 'spoken of' },
    regionLabel: 'Part of the world',
    regions: {
      fit: 'where the papers are',
      world: 'the whole world',
      europe: 'Europe',
      'middle-east': 'the Middle East',
      africa: 'Africa',
      'south-asia': 'South Asia',
      'east-asia': 'East Asia',
      'north-america': 'North America',
      'latin-america': 'Latin America',
      pacific: 'the Pacific',
    },
    drawn: (shown: number, count: number) =>
      `${places(shown)} drawn, the larger the more documents; ${documents(count)} in all. The same places follow as a list.`,
    noneDrawn: 'Of none of these places is it recorded where on the map it lies: they follow as a list.',
    mark: (name: string, count: number) => `${name}: ${documents(count)}`,
    list: 'Places, as a list',
    listElsewhere: 'Beyond this part of the world',
    unplaced: 'Not on the map',
    unplacedSays: 'Nobody has recorded yet where these lie.',
    more: (count: number) => `and ${places(count)} more`,
    all: 'All places',
    none: 'No document here names a place in this way.',
    nowCalled: (name: string) => `in the archive’s list as ${name}`,
  },
  /** What the documents say of a person or body together. */
  profile: {
    roleLabel: 'Named as',
    yearsLabel: 'Active in',
    roles: {
      any: 'any',
      author: 'author or sender',
      recipient: 'recipient',
      participant: 'participant',
      mentioned: 'mentioned',
    },
    done: 'In which role, and when',
    doneSays: (from: number, to: number) =>
      from === to
        ? `Documents by role, ${from}.`
        : `Documents by role and year, ${from} to ${to}, on one scale.`,
    byYear: (role: string, most: number, year: number) => `${role}: most in ${year}, with ${documents(most)}`,
    together: 'In the same documents',
    togetherSays: 'The wider the line, the more documents they share.',
    where: 'Where',
    whereSays: 'The places of these documents.',
    more: (count: number) => `and ${number(count)} more`,
    /** What someone is in one document. */
    stands: {
      author: 'Author',
      sender: 'Sender',
      recipient: 'Recipient',
      'copied-to': 'Copied in',
      participant: 'Participant',
      interpreter: 'Interpreter',
      'note-taker': 'Note-taker',
      drafter: 'Drafter',
      signatory: 'Signatory',
      translator: 'Translator',
      transcriber: 'Transcriber',
      contributor: 'Contributor',
      editor: 'Editor',
      publisher: 'Publisher',
      subject: 'Spoken of',
      creator: 'Maker',
      other: 'Named',
    },
    anyRole: 'any role',
    as: (role: string, name: string) => `${role}, as “${name}”`,
  },
  span: {
    label: 'Years',
    all: 'all years',
    from: 'From year',
    to: 'To year',
    between: 'to',
    set: 'Show these years',
    range: (from: number, to: number) => (from === to ? String(from) : `${from} to ${to}`),
    decade: (year: number) => `${year}s`,
  },
};
