import assert from 'node:assert/strict';
import type { AuthorityBase } from '../../src/core/agent.ts';
import { BLANK_DOCUMENT } from '../../src/core/blank-document.ts';
import type { ContributionRole } from '../../src/core/contribution.ts';
import { parseEdtf } from '../../src/core/date/edtf.ts';
import type { PlaceMention } from '../../src/core/document.ts';
import { sourceKey, type Draft } from '../../src/core/draft.ts';
import type { RecordId } from '../../src/core/id.ts';
import { parseLanguage, UNDETERMINED } from '../../src/core/language.ts';
import { followChanges } from '../../src/actions/follow-changes.ts';
import { openReadingRoom } from '../../src/actions/reading-room.ts';
import { importDrafts, memoryPorts, type MemoryPorts } from './memory-archive.ts';

const en = parseLanguage('en') ?? UNDETERMINED;
const key = (name: string) => sourceKey('test', name);

const base = (form: string): AuthorityBase => ({
  identifiers: [],
  names: [{ form, kind: 'preferred', lang: en }],
  notes: [],
  links: [],
  attestations: [],
});
const person = (name: string): Draft => ({
  key: key(name),
  joins: 'whole',
  record: { kind: 'agent', agentKind: 'person', ...base(name) },
});
const place = (
  name: string,
  coordinates?: { readonly latitude: number; readonly longitude: number },
): Draft => ({
  key: key(name),
  joins: 'whole',
  record: { kind: 'place', ...base(name), ...(coordinates === undefined ? {} : { coordinates }) },
});
const subject = (name: string, ...broader: readonly string[]): Draft => ({
  key: key(name),
  joins: 'whole',
  record: { kind: 'subject', ...base(name), broader: broader.map(key) },
});
const collection: Draft = {
  key: key('Tides'),
  joins: 'whole',
  record: {
    kind: 'collection',
    identifiers: [],
    titles: [{ text: 'Tides', lang: en, titleKind: 'supplied' }],
    description: [],
    seeAlso: [],
    curators: [],
    parents: [],
    matter: [],
    rights: {},
    notes: [],
    attestations: [],
  },
};
const meeting: Draft = {
  key: key('The meeting'),
  joins: 'whole',
  record: {
    kind: 'event',
    ...base('The meeting'),
    dates: [{ kind: 'event', words: '1957', edtf: parseEdtf('1957') ?? never(), isCatalogueDate: true }],
    places: [],
    participants: [],
    accounts: [{ document: key('One'), side: 'Halvern' }],
  },
};

function never(): never {
  throw new Error('the test has a date that is none');
}

interface Told {
  readonly title: string;
  readonly date?: string;
  readonly who?: readonly (readonly [ContributionRole, string])[];
  readonly where?: readonly (readonly [PlaceMention['role'], string])[];
  readonly subjects?: readonly string[];
  readonly isInside?: boolean;
  /** The file it lies in, and that it is known but not held. */
  readonly file?: string;
  readonly isMissing?: boolean;
}
const paper = ({
  title,
  date,
  who = [],
  where = [],
  subjects = [],
  isInside = false,
  ...rest
}: Told): Draft => ({
  key: key(title),
  joins: 'whole',
  record: {
    ...BLANK_DOCUMENT,
    titles: [{ text: title, lang: en, titleKind: 'supplied' }],
    dates:
      date === undefined
        ? []
        : [{ kind: 'created', words: date, edtf: parseEdtf(date) ?? never(), isCatalogueDate: true }],
    contributions: who.map(([role, name]) => ({ role, name: `as ${name}`, agent: key(name) })),
    places: where.map(([role, name]) => ({ role, place: key(name) })),
    subjects: subjects.map(key),
    ...(rest.file === undefined
      ? {}
      : {
          source: {
            original: {
              repositoryName: 'Light Archive',
              repository: key('Light Archive'),
              steps: [
                { level: 'fonds' as const, code: '14' },
                { level: 'file' as const, code: rest.file },
              ],
            },
          },
        }),
    ...(rest.isMissing === true
      ? { holding: { kind: 'not-held' as const, reason: 'closed' as const, words: 'closed' } }
      : {}),
    collections: isInside ? [{ collection: key('Tides'), sequence: 1 }] : [],
  },
});

const PAPERS: readonly Told[] = [
  {
    title: 'One',
    date: '1957-11-12',
    who: [
      ['author', 'Falk'],
      ['recipient', 'Reuter'],
    ],
    where: [
      ['written-at', 'Brandsee'],
      ['about', 'Skarn'],
    ],
    subjects: ['Lights'],
    isInside: true,
  },
  {
    title: 'Two',
    date: '1957-12',
    who: [
      ['author', 'Falk'],
      ['participant', 'Terling'],
    ],
    where: [['sent-from', 'Brandsee']],
    isInside: true,
  },
  { title: 'Three', date: '1961', who: [['subject', 'Falk']], where: [['received-at', 'Stavin']] },
  { title: 'Four', who: [['recipient', 'Falk']], file: '7' },
  { title: 'Five', file: '7', isMissing: true },
  { title: 'Six', file: '8', isMissing: true },
];

export type Room = ReturnType<typeof openReadingRoom>;

/** A small archive in memory with people, places, subjects, an event and a collection, all of it invented. */
export async function waysArchive(): Promise<{
  readonly ports: MemoryPorts;
  readonly room: Room;
  readonly id: (name: string) => Promise<RecordId>;
}> {
  const ports = memoryPorts();
  const drafts = [
    ...['Falk', 'Reuter', 'Terling', 'Nobody'].map(person),
    place('Brandsee', { latitude: 54, longitude: 10 }),
    place('Skarn'),
    place('Stavin', { latitude: 55, longitude: 20 }),
    subject('Navigation'),
    subject('Lights', 'Navigation'),
    {
      key: key('Light Archive'),
      joins: 'whole',
      record: { kind: 'repository', ...base('Light Archive') },
    } as const,
    collection,
    ...PAPERS.map(paper),
    meeting,
  ];
  const { problems } = await importDrafts(ports, drafts, { isPublishing: true });
  assert.deepEqual(problems, []);
  for await (const _ of followChanges(ports)) continue;
  const id = async (name: string): Promise<RecordId> =>
    (await ports.records.find([`test:${name}`])).get(`test:${name}`) ?? never();
  return { ports, room: openReadingRoom(ports), id };
}
