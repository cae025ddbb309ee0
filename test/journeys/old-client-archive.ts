import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenArchive } from '../../src/compose.ts';
import {
  collectionLine,
  documentLine,
  paragraph,
  testId,
  transcription,
  translation,
} from '../support/record-lines.ts';
import { importLines } from '../support/temp-archive.ts';
import { digestOf, IMAGES } from './leak-names.ts';

const id = {
  document: (n: number) => testId('document', n),
  collection: (n: number) => testId('collection', n),
};

/** One document of each sort that the interface has to tell of, and what they name. All of it is invented. */
export const OLD_RECORDS = {
  plain: id.document(1),
  texts: id.document(2),
  undated: id.document(3),
  uncertain: id.document(4),
  notHeld: id.document(5),
  scanned: id.document(6),
  inPart: id.document(7),
  nested: id.document(8),
  draft: id.document(9),
  withdrawn: id.document(10),
  merged: testId('agent', 3),
  outer: id.collection(1),
  inner: id.collection(2),
  author: testId('agent', 1),
  press: testId('agent', 2),
  subject: testId('subject', 1),
  region: testId('place', 1),
  town: testId('place', 2),
  archive: testId('repository', 1),
} as const;
const R = OLD_RECORDS;

const former = (value: string): object => ({ identifiers: [{ scheme: 'former', value }] });
const on = (edtf: string, words = edtf): object => ({
  dates: [{ kind: 'created', words, edtf, isCatalogueDate: true }],
});

const authority = (record: string, kind: string, form: string, more: object = {}): object => ({
  id: record,
  record: {
    kind,
    identifiers: [],
    names: [{ form, lang: 'en', kind: 'preferred' }],
    notes: [],
    links: [],
    attestations: [],
    ...more,
  },
});

const scan = {
  kind: 'facsimile',
  key: 's1',
  pages: [
    {
      label: '1',
      image: { digest: `sha256:${digestOf(IMAGES.open)}`, mediaType: 'image/png', widthPx: 10, heightPx: 10 },
    },
  ],
};

function documents(): readonly object[] {
  return [
    documentLine(R.plain, 'Lamp oil for the northern light', {
      ...former('208400'),
      ...on('1950-03-02', 'March 2, 1950'),
      summaries: [{ text: 'A keeper asks for oil.', lang: 'en' }],
      genre: 'Letter',
      contributions: [
        { role: 'author', name: 'Kell', agent: R.author },
        { role: 'recipient', name: 'The Lamp Office' },
        { role: 'publisher', name: 'Kell Press', agent: R.press },
        { role: 'translator', name: 'A. Nobody' },
      ],
      subjects: [R.subject],
      places: [
        { place: R.town, role: 'written-at' },
        { place: testId('place', 99), role: 'about', name: 'Nowhere' },
      ],
      marking: { classification: 'Secret', handling: ['By hand'] },
      source: {
        verbatim: 'Lamp Archive, f. 1, d. 2. Given by Kell.',
        original: {
          repositoryName: 'Lamp Archive',
          repository: R.archive,
          steps: [{ level: 'fonds', code: '1', label: 'f.' }],
        },
      },
      rights: { uri: 'https://creativecommons.org/licenses/by/4.0/', words: 'Name the archive.' },
      funders: ['The Oil Fund'],
      collections: [{ collection: R.outer, sequence: 1 }],
      related: [
        { document: R.texts, relation: 'encloses' },
        { document: R.undated, relation: 'reply-to' },
      ],
      invented: 'For a test.',
    }),
    documentLine(R.texts, 'A lamp in two languages', {
      ...former('208401'),
      ...on('1950-07', 'July, 1950'),
      languages: ['ru'],
      renditions: [
        transcription('The lamp is lit <here>.'),
        translation('Die Lampe brennt.', 'Eine Anmerkung.'),
      ],
      contributions: [{ role: 'sender', name: 'A. Kell', agent: R.merged }],
      collections: [{ collection: R.outer, sequence: 2 }],
      funders: ['The Oil Fund'],
    }),
    documentLine(R.undated, 'A lamp of no day', { dates: [{ kind: 'created', words: 'undated' }] }),
    documentLine(R.uncertain, 'A lamp of some year', on('195X', 'in the fifties')),
    documentLine(R.notHeld, 'A lamp that nobody has', {
      holding: { kind: 'not-held', reason: 'not-found', words: 'Not found in its file.' },
    }),
    documentLine(R.scanned, 'A lamp as it was drawn', { ...on('1951'), renditions: [scan] }),
    documentLine(R.inPart, 'A lamp half covered', {
      ...on('1952-01-01'),
      renditions: [transcription('Open to all.', 'Hidden from all.'), scan],
    }),
    documentLine(R.nested, 'A lamp within', { collections: [{ collection: R.inner, sequence: 1 }] }),
    documentLine(R.withdrawn, 'A lamp taken back', former('300')),
  ];
}

const others = (): readonly object[] => [
  collectionLine(R.outer, 'Lamps of the Strait', {
    ...former('105'),
    description: [paragraph('b1', 'What was written of <lamps> & oil.')],
  }),
  collectionLine(R.inner, 'Lamps within', { parents: [{ collection: R.outer, sequence: 1 }] }),
  authority(R.author, 'agent', 'Kell, Anna', { agentKind: 'person', ...former('105') }),
  authority(R.press, 'agent', 'Kell Press', { agentKind: 'body', ...former('7') }),
  authority(R.merged, 'agent', 'Kell, A.', { agentKind: 'person', ...former('301') }),
  authority(R.region, 'place', 'The Strait', former('295')),
  authority(R.town, 'place', 'Marsa', { within: R.region }),
  authority(R.subject, 'subject', 'Lighthouses--Supplies', { broader: [], ...former('105') }),
  authority(R.archive, 'repository', 'Lamp Archive', former('81')),
];

/** Fills an archive with them. */
export async function fillWithOldRecords(opened: {
  readonly folder: string;
  readonly archive: OpenArchive;
}): Promise<void> {
  const { archive, folder } = opened;
  const images = join(folder, 'images');
  await mkdir(images);
  await writeFile(join(images, 'open.png'), IMAGES.open);
  const asked = { by: 'test', format: 'auto', isPublishing: false, isDryRun: false };
  for await (const _ of archive.importPaths([images], asked)) continue;
  await importLines(opened, [...others(), ...documents()], true);
  await importLines(opened, documents(), true);
  await importLines(opened, [documentLine(R.draft, 'A lamp not lit yet', former('999'))], false);
  const by = { by: 'test' };
  const done = [
    await archive.restrict(
      R.inPart,
      { scope: { kind: 'blocks', blocks: ['b2'] }, reason: 'living-person', words: 'A name is held back.' },
      by,
    ),
    await archive.withdraw(R.withdrawn, 'A mistake.', by),
    await archive.merge(R.author, R.merged, 'The same.', by),
  ];
  assert.deepEqual(
    done.filter(({ ok }) => !ok),
    [],
  );
}
