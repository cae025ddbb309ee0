import type { RecordId } from '../../src/core/id.ts';
import {
  collectionLine,
  documentLine,
  personLine,
  testId,
  transcription,
  translation,
} from '../support/record-lines.ts';
import { digestOf, idOf, IMAGES, NAMES, OPEN, pageTextOf, secret, type Name } from './leak-names.ts';

const facsimile = (key: string, image: Uint8Array, name: Name | 'open', alt?: string): object => ({
  kind: 'facsimile',
  key,
  pages: [
    {
      label: '1',
      image: { digest: `sha256:${digestOf(image)}`, mediaType: 'image/png', widthPx: 10, heightPx: 10 },
      alt: alt ?? (name === 'open' ? 'opentoall' : secret(name)),
      textLayer: { digest: `sha256:${digestOf(pageTextOf(name))}`, words: 3 },
    },
  ],
});

/** Stands in what anyone may read and in what nobody may: to be alike must not tell of what is hidden. */
export const TWIN = Array.from({ length: 80 }, (_, at) => `twin${(at * 37) % 101}`).join(' ');

/** Bound to everything: if its record is hidden, none of these may tell of it. */
const bonds = (name: Name, sequence: number): object => ({
  collections: [{ collection: OPEN.collection, sequence }],
  subjects: [OPEN.subject],
  places: [{ place: OPEN.place, role: 'about', name: secret(name) }],
  contributions: [{ role: 'author', name: `Author ${secret(name)}`, agent: OPEN.person }],
  source: {
    verbatim: `Source ${secret(name)}`,
    original: {
      repositoryName: 'Archive',
      repository: OPEN.repository,
      steps: [
        { level: 'fonds', code: '1' },
        { level: 'file', code: secret(name) },
      ],
    },
  },
  numbers: [{ numberKind: 'telegram', value: secret(name), from: 'Geneva' }],
  otherFields: [{ name: `Field ${secret(name)}`, value: secret(name) }],
  related: [{ document: OPEN.document, relation: 'reply-to', words: secret(name) }],
});

const secretDocument = (name: Name, image: Uint8Array = IMAGES.restricted): object =>
  documentLine(idOf(name), `Title ${secret(name)}`, {
    ...bonds(name, NAMES.indexOf(name)),
    identifiers: [{ scheme: 'leak', value: name }],
    summaries: [{ text: `Summary ${secret(name)}`, lang: 'en' }],
    renditions: [transcription(`Text ${secret(name)}`, TWIN), facsimile('s1', image, name)],
    dates: [{ kind: 'sent', words: '1953', edtf: '1953', isCatalogueDate: true }],
  });

const authority = (kind: string, form: string, more: object = {}): object => ({
  kind,
  identifiers: [],
  names: [{ form, lang: 'en', kind: 'preferred' }],
  notes: [{ text: `Note on ${form}`, lang: 'en' }],
  links: [],
  attestations: [],
  ...more,
});
const line = (id: RecordId, record: object): object => ({ id, record });
const event = (form: string, accounts: readonly Name[]): object =>
  authority('event', form, {
    dates: [],
    places: [idOf('draftplace'), idOf('embargoedplace')],
    participants: [{ role: 'participant', name: 'Somebody', agent: idOf('draftperson') }],
    accounts: accounts.map((name) => ({ document: idOf(name), side: 'a side' })),
  });
const unit = (repository: RecordId, words: string): object => ({
  kind: 'unit',
  identifiers: [],
  repository,
  path: [{ level: 'fonds', code: words === 'Fonds' ? '1' : words }],
  level: 'fonds',
  titles: [{ text: words, lang: 'en' }],
  elements: [{ element: 'scope', text: words }],
  order: 1,
  attestations: [],
});
const term = (form: string): object => ({
  kind: 'term',
  identifiers: [],
  form,
  expansion: `${form} in full`,
  notes: [],
  explainedIn: [idOf('draftcollection')],
  attestations: [],
});

const HIDDEN_DOCUMENTS: readonly Name[] = [
  'draft',
  'neverembargo',
  'embargo',
  'withdrawn',
  'restricted',
  'older',
];

function openDocument(): object {
  const text = [
    'All may read it; see ',
    ...HIDDEN_DOCUMENTS.map((name) => ({
      kind: 'link',
      to: { kind: 'identifier', identifier: `leak:${name}` },
      content: ['another'],
    })),
    { kind: 'name', of: 'agent', key: 'n1', content: ['Somebody'] },
  ];
  return documentLine(OPEN.document, 'A document opentoall', {
    renditions: [
      {
        kind: 'transcription',
        key: 't-en',
        language: 'en',
        text: {
          blocks: [
            { kind: 'paragraph', id: 'b1', content: text },
            { kind: 'paragraph', id: 'b2', content: [TWIN] },
          ],
          notes: [],
        },
      },
      facsimile('s1', IMAGES.open, 'open'),
    ],
    contributions: [{ role: 'author', name: 'Somebody', agent: idOf('withdrawnperson') }],
    mentions: [{ key: 'n1', to: idOf('draftperson') }],
    subjects: [idOf('draftsubject'), OPEN.subject],
    places: [
      { place: idOf('draftplace'), role: 'about' },
      { place: idOf('embargoedplace'), role: 'about' },
    ],
    source: {
      original: {
        repositoryName: 'Archive',
        repository: OPEN.repository,
        steps: [{ level: 'fonds', code: '1' }],
      },
    },
    related: HIDDEN_DOCUMENTS.map((name) => ({ document: idOf(name), relation: 'related' })),
    collections: [
      { collection: OPEN.collection, sequence: 5 },
      { collection: idOf('draftcollection'), sequence: 1 },
      { collection: idOf('withdrawncollection'), sequence: 1 },
    ],
    dates: [{ kind: 'sent', words: '1953', edtf: '1953', isCatalogueDate: true }],
  });
}

const inPart = (name: Name, more: object): object =>
  documentLine(idOf(name), `In part: ${NAMES.indexOf(name)}`, {
    collections: [{ collection: OPEN.collection, sequence: NAMES.indexOf(name) }],
    ...more,
  });

export function published(): readonly object[] {
  return [
    openDocument(),
    ...documentsInPart(),
    ...HIDDEN_DOCUMENTS.filter((name) => !name.startsWith('draft') && name !== 'neverembargo').map((name) =>
      secretDocument(name),
    ),
    documentLine(idOf('newer'), 'Newer'),
    collectionLine(OPEN.themed, 'What is open'),
    collectionLine(OPEN.collection, 'A collection opentoall', {
      parents: [
        { collection: OPEN.themed, sequence: 1 },
        { collection: idOf('draftcollection'), sequence: 1 },
        { collection: idOf('withdrawncollection'), sequence: 1 },
      ],
      seeAlso: [{ collection: idOf('draftcollection') }, { collection: idOf('withdrawncollection') }],
      matter: [
        {
          slug: 'preface',
          title: 'Preface',
          position: 'front',
          text: { blocks: [{ kind: 'paragraph', id: 'b1', content: ['opentoall'] }], notes: [] },
          mentions: [{ key: 'n1', to: idOf('draftperson') }],
        },
      ],
    }),
    personLine(OPEN.person, 'Open, Person'),
    line(OPEN.organization, authority('agent', 'Open Office', { agentKind: 'body' })),
    line(OPEN.place, authority('place', 'Open Place', { within: idOf('draftplace') })),
    line(OPEN.subject, authority('subject', 'Open Subject', { broader: [idOf('draftsubject')] })),
    line(OPEN.event, event('Open Event', HIDDEN_DOCUMENTS)),
    line(OPEN.repository, authority('repository', 'Open Archive', { place: idOf('draftplace') })),
    line(OPEN.unit, unit(OPEN.repository, 'Fonds')),
    line(OPEN.term, term('OPENTERM')),
    personLine(idOf('withdrawnperson'), secret('withdrawnperson')),
    collectionLine(idOf('withdrawncollection'), secret('withdrawncollection')),
    line(idOf('withdrawnevent'), event(secret('withdrawnevent'), ['block'])),
    line(idOf('embargoedplace'), authority('place', secret('embargoedplace'))),
  ];
}

/** Public documents of which a part is held back. */
function documentsInPart(): readonly object[] {
  return [
    inPart('block', { renditions: [transcription('All may read it.', `No: ${secret('block')} ${TWIN}`)] }),
    inPart('note', { renditions: [transcription('Yes.'), translation('Ja.', `Nein: ${secret('note')}`)] }),
    inPart('notes', { renditions: [translation('Ja.', `Nein: ${secret('notes')}`)] }),
    inPart('rendition', {
      renditions: [transcription('Yes.'), translation(`Nein: ${secret('rendition')}`, '')],
      alignments: [{ from: 't-en', to: 't-de-1', links: [{ from: ['b1'], to: ['bt1'], basis: 'given' }] }],
    }),
    inPart('release', {
      renditions: [transcription('Yes.'), translation(`Nein: ${secret('release')}`, '')],
      releases: [
        { key: 'r1', authority: 'Board', outcome: 'full', exemptions: [], rendition: 't-de-1', date: '1990' },
      ],
    }),
    // What a later release showed stands also where the earlier one held it back.
    inPart('shown', {
      renditions: [heldBefore(secret('shown')), translation(`No: ${secret('shown')}`, '')],
      releases: [
        {
          key: 'r1',
          authority: 'Board',
          outcome: 'part',
          exemptions: ['(b)(1)'],
          rendition: 't-en',
          date: '1985',
        },
        { key: 'r2', authority: 'Board', outcome: 'full', exemptions: [], rendition: 't-de-1', date: '1998' },
      ],
    }),
    inPart('edited', { renditions: [transcription('All may read it.', `No: ${secret('edited')}`)] }),
    inPart('scan', {
      renditions: [transcription('Yes.'), facsimile('s1', IMAGES.scan, 'scan')],
    }),
    inPart('layer', {
      renditions: [transcription('Yes.', `No: ${secret('layer')}`), facsimile('s1', IMAGES.layer, 'layer')],
    }),
    documentLine(idOf('black'), 'Black', { renditions: [facsimile('s1', IMAGES.black, 'black', 'A page')] }),
    inPart('summary', { summaries: [{ text: secret('summary'), lang: 'en' }] }),
    inPart('mention', { contributions: [{ role: 'author', name: secret('mention'), agent: OPEN.person }] }),
    inPart('source', {
      source: {
        verbatim: secret('source'),
        original: {
          repositoryName: 'Archive',
          repository: OPEN.repository,
          steps: [
            { level: 'fonds', code: '1' },
            { level: 'file', code: secret('source') },
          ],
        },
      },
    }),
    inPart('number', { numbers: [{ numberKind: 'telegram', value: secret('number'), from: 'Geneva' }] }),
  ];
}

/** A text of which a passage was held back that a later release shows. */
const heldBefore = (words: string): object => ({
  kind: 'transcription',
  key: 't-en',
  language: 'en',
  text: {
    blocks: [
      { kind: 'paragraph', id: 'b1', content: ['All may read it.'] },
      {
        kind: 'redaction',
        id: 'b2',
        redaction: { words: '2 lines', exemption: '(b)(1)', shownLater: { release: 'r2', words } },
      },
    ],
    notes: [],
  },
});

/** The next edition of a document: the passage that is held back today stood in the one before only. */
export const editedSince = (): object =>
  documentLine(idOf('edited'), 'Held back in part', { renditions: [transcription('All may read it now.')] });

/** A version of a public document that was not published. */
export const newer = (): object =>
  documentLine(idOf('newer'), `Newer ${secret('newer')}`, { renditions: [transcription(secret('newer'))] });

/** What was never public. */
export function drafts(): readonly object[] {
  return [
    collectionLine(idOf('draftcollection'), secret('draftcollection')),
    personLine(idOf('draftperson'), secret('draftperson')),
    line(idOf('draftplace'), authority('place', secret('draftplace'))),
    line(idOf('draftsubject'), authority('subject', secret('draftsubject'), { broader: [] })),
    line(idOf('draftevent'), event(secret('draftevent'), ['block'])),
    line(idOf('draftrepository'), authority('repository', secret('draftrepository'))),
    line(idOf('draftunit'), unit(OPEN.repository, secret('draftunit'))),
    line(idOf('draftterm'), term(secret('draftterm'))),
    secretDocument('draft', IMAGES.draft),
    secretDocument('neverembargo', IMAGES.draft),
    documentLine(testId('document', 91), 'A draft that a public one refers to'),
  ];
}
