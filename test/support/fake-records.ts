import type { Agent } from '../../src/core/agent.ts';
import type { Collection } from '../../src/core/collection.ts';
import { parseEdtf } from '../../src/core/date/edtf.ts';
import type { ArchiveDocument } from '../../src/core/document.ts';
import { makeId, type RecordId, type RecordKind } from '../../src/core/id.ts';
import { parseLanguage, UNDETERMINED } from '../../src/core/language.ts';
import type { ArchiveRecord } from '../../src/core/record.ts';
import { blockId } from '../../src/core/text.ts';
import { english, german } from './fake-text.ts';

/** An id that is the same in every run. */
export const fakeId = (kind: RecordKind, n: number): RecordId => makeId(kind, String(n).padStart(8, '0'));
export const lang = (tag: string) => parseLanguage(tag) ?? UNDETERMINED;

export const ID = {
  collection: fakeId('collection', 1),
  within: fakeId('collection', 2),
  document: fakeId('document', 1),
  withheld: fakeId('document', 2),
  person: fakeId('agent', 1),
  office: fakeId('agent', 2),
  place: fakeId('place', 1),
  subject: fakeId('subject', 1),
  term: fakeId('term', 1),
  event: fakeId('event', 1),
  repository: fakeId('repository', 1),
} as const;

const base = { identifiers: [], notes: [], links: [], attestations: [] } as const;

const person: Agent = {
  ...base,
  kind: 'agent',
  agentKind: 'person',
  years: '1901/1977',
  names: [
    { form: 'Falk, Henriette', lang: lang('de'), kind: 'preferred' },
    { form: 'Фальк', lang: lang('ru'), kind: 'cover', years: '1957' },
  ],
  notes: [{ text: 'Head of a desk that never was.', lang: lang('en') }],
  links: [{ scheme: 'wikidata', url: 'https://www.wikidata.org/wiki/Q0' }],
};

const collection: Collection = {
  kind: 'collection',
  identifiers: [],
  titles: [{ text: 'The Dark of the Lamp', lang: lang('en'), titleKind: 'supplied' }],
  description: [{ id: blockId(1), kind: 'paragraph', content: ['An invented dossier.'] }],
  descriptionLang: 'en',
  seeAlso: [{ collection: ID.within, words: 'its annex' }],
  period: '1957/1958',
  image: { caption: 'A poster that is not held' },
  curators: ['A curator'],
  parents: [],
  matter: [
    {
      slug: 'preface',
      title: 'Preface',
      position: 'front',
      text: { blocks: [{ id: blockId(2), kind: 'paragraph', content: ['To be read first.'] }], notes: [] },
      mentions: [],
    },
  ],
  rights: { words: 'Public domain' },
  notes: [],
  attestations: [],
  invented: 'Invented for the tests.',
};

const document: ArchiveDocument = {
  kind: 'document',
  identifiers: [{ scheme: 'former', value: '8214' }],
  titles: [
    { text: 'Record by Dr. Falk', lang: lang('en'), titleKind: 'supplied' },
    { text: 'Aufzeichnung', lang: lang('de'), titleKind: 'original' },
  ],
  summaries: [{ text: 'What was said over tea.', lang: lang('en'), by: 'the editors' }],
  dates: [
    {
      kind: 'created',
      words: '2 December 1957',
      isCatalogueDate: true,
      ...edtf('1957-12-02'),
      time: { hour: 15 },
      inferredFrom: 'the file',
      doubt: { kind: 'out-of-range', words: 'later than the volume' },
    },
  ],
  genre: 'Record of meeting',
  contributions: [
    { role: 'author', name: 'Falk', agent: ID.person },
    { role: 'recipient', name: 'the Office', agent: ID.office, station: 'Brandsee' },
    { role: 'participant', name: 'Nobody' },
  ],
  subjects: [ID.subject],
  places: [{ place: ID.place, role: 'written-at', name: 'Brandsee' }],
  languages: [lang('de')],
  marking: { classification: 'Geheim', handling: ['Eilt'] },
  numbers: [{ numberKind: 'telegram', value: '212', from: 'Brandsee', to: 'Stavin' }],
  source: {
    verbatim: 'State Archive, Best. AfÄ, Akte 112, Bl. 94',
    original: {
      repositoryName: 'State Archive',
      repository: ID.repository,
      steps: [
        { level: 'fonds', code: 'AfÄ', label: 'Best.' },
        { level: 'file', code: '112/a', label: 'Akte' },
        { level: 'leaf', code: '94', label: 'Bl.' },
      ],
    },
    copy: { repositoryName: 'A library', steps: [{ level: 'container', code: '12', label: 'box' }] },
    edition: { words: 'A volume', url: 'https://example.org/volume' },
    unparsed: 'torn',
  },
  rights: { words: 'Public domain', uri: 'https://creativecommons.org/publicdomain/mark/1.0/' },
  funders: ['A foundation'],
  creditLine: 'Given by a friend',
  releases: [
    {
      key: 'r1',
      date: '1985-06-03',
      authority: 'A board',
      caseNumber: '85-1',
      outcome: 'part',
      exemptions: ['(b)(1)'],
      words: 'In part.',
    },
  ],
  renditions: [
    { kind: 'transcription', key: 't-de', language: lang('de'), text: german },
    {
      kind: 'translation',
      key: 't-en-1',
      language: lang('en'),
      of: 't-de',
      by: 'a translator',
      text: english,
    },
    {
      kind: 'facsimile',
      key: 's1',
      pages: [
        {
          label: '94',
          alt: 'A typed page',
          image: { digest: `sha256:${'a'.repeat(64)}`, mediaType: 'image/png', widthPx: 800, heightPx: 1100 },
        },
      ],
    },
  ],
  alignments: [
    {
      from: 't-de',
      to: 't-en-1',
      links: [
        { from: [blockId(10)], to: [blockId(60)], basis: 'given' },
        { from: [blockId(12)], to: [blockId(62)], basis: 'guessed' },
      ],
    },
  ],
  related: [{ document: ID.withheld, relation: 'encloses', words: 'as annex' }],
  collections: [{ collection: ID.collection, sequence: 1 }],
  mentions: [{ key: 'falk', to: ID.person }],
  holding: { kind: 'held' },
  otherFields: [{ name: 'Shelf', value: 'third' }],
  attestations: [{ field: 'places.0', by: 'rule', from: 'the dateline' }],
  invented: 'Invented for the tests.',
};

function edtf(text: string) {
  const date = parseEdtf(text);
  return date === undefined ? {} : { edtf: date };
}

/** One record of every kind that has a page. Invented throughout. */
export const fakeRecords: ReadonlyMap<RecordId, ArchiveRecord> = new Map<RecordId, ArchiveRecord>([
  [ID.collection, collection],
  [
    ID.within,
    {
      ...collection,
      titles: [{ text: 'Annexes', lang: lang('en'), titleKind: 'supplied' }],
      parents: [{ collection: ID.collection, sequence: 1 }],
      seeAlso: [],
      matter: [],
    },
  ],
  [ID.document, document],
  [
    ID.withheld,
    {
      ...document,
      titles: [{ text: 'Annex B', lang: lang('en'), titleKind: 'supplied' }],
      dates: [],
      renditions: [],
      alignments: [],
      related: [],
      identifiers: [],
      holding: { kind: 'not-held', reason: 'withheld-in-full', words: 'Withheld by the board.' },
    },
  ],
  [ID.person, person],
  [
    ID.office,
    { ...person, agentKind: 'office', names: [{ form: 'The Office', kind: 'preferred' }], notes: [] },
  ],
  [
    ID.place,
    {
      ...base,
      kind: 'place',
      names: [{ form: 'Brandsee', kind: 'preferred' }],
      coordinates: { latitude: 1.5, longitude: 2 },
    },
  ],
  [
    ID.subject,
    { ...base, kind: 'subject', names: [{ form: 'Lighthouses', kind: 'preferred' }], broader: [] },
  ],
  [
    ID.term,
    {
      kind: 'term',
      identifiers: [],
      form: 'AfÄ',
      expansion: 'Amt für Äußeres',
      notes: [],
      explainedIn: [ID.document],
      attestations: [],
    },
  ],
  [
    ID.event,
    {
      ...base,
      kind: 'event',
      names: [{ form: 'The meeting', kind: 'preferred' }],
      dates: document.dates,
      places: [ID.place],
      participants: [{ role: 'participant', name: 'Falk', agent: ID.person }],
      accounts: [{ document: ID.document, side: 'Halvern' }],
    },
  ],
  [
    ID.repository,
    {
      ...base,
      kind: 'repository',
      names: [{ form: 'State Archive', kind: 'preferred' }],
      country: 'DE',
      place: ID.place,
    },
  ],
]);
