import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { importDrafts, memoryPorts, type MemoryPorts } from '../../test/support/memory-archive.ts';
import type { AuthorityBase } from '../core/agent.ts';
import { BLANK_DOCUMENT } from '../core/blank-document.ts';
import type { ContributionRole } from '../core/contribution.ts';
import { parseEdtf } from '../core/date/edtf.ts';
import type { PlaceMention } from '../core/document.ts';
import { sourceKey, type Draft } from '../core/draft.ts';
import type { RecordId } from '../core/id.ts';
import { parseLanguage, UNDETERMINED } from '../core/language.ts';
import { followChanges } from './follow-changes.ts';
import { withdraw } from './publish.ts';
import { openReadingRoom } from './reading-room.ts';

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
}
const paper = ({ title, date, who = [], where = [], subjects = [], isInside = false }: Told): Draft => ({
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
  { title: 'Four', who: [['recipient', 'Falk']] },
];

type Room = ReturnType<typeof openReadingRoom>;

async function opened(): Promise<{
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

const names = async (room: Room, asked: Omit<Parameters<Room['authorities']>[0], 'page'>) =>
  (await room.authorities({ page: 1, ...asked }))?.listing.rows.map(({ label, documents }) => [
    label.title,
    documents,
  ]);

describe('names', () => {
  const people = { kind: 'agent', agentKind: 'person' } as const;

  test('all of a kind, with how many documents each stands in', async () => {
    const { room } = await opened();
    assert.deepEqual(await names(room, people), [
      ['Falk', 4],
      ['Nobody', 0],
      ['Reuter', 1],
      ['Terling', 1],
    ]);
  });

  test('those that documents name in a role, from some years, in a collection', async () => {
    const { room, id } = await opened();
    const within = await id('Tides');
    const rows: readonly (readonly [object, readonly (readonly [string, number])[]])[] = [
      [{ role: 'author' }, [['Falk', 2]]],
      [{ role: 'mentioned' }, [['Falk', 1]]],
      [{ role: 'participant' }, [['Terling', 1]]],
      [{ years: { from: 1960, to: 1969 } }, [['Falk', 1]]],
      [{ years: { from: 1800, to: 1801 } }, []],
      [
        { within },
        [
          ['Falk', 2],
          ['Reuter', 1],
          ['Terling', 1],
        ],
      ],
      [{ within, role: 'recipient', years: { from: 1957, to: 1957 } }, [['Reuter', 1]]],
      [{ letter: 'R' }, [['Reuter', 1]]],
    ];
    for (const [asked, expected] of rows)
      assert.deepEqual(await names(room, { ...people, ...asked }), expected, JSON.stringify(asked));
  });

  test('a role that a kind has not is no list', async () => {
    const { room } = await opened();
    assert.equal(await room.authorities({ kind: 'place', role: 'author', page: 1 }), undefined);
    assert.equal(await room.authorities({ kind: 'term', years: { from: 1, to: 2 }, page: 1 }), undefined);
  });

  test('only roles are told in which documents name any', async () => {
    const { room } = await opened();
    const places = await room.authorities({ kind: 'place', page: 1 });
    assert.deepEqual(places?.roles, ['written-at', 'sent-to', 'about']);
    const within = await room.authorities({
      kind: 'place',
      page: 1,
      within: await (await opened()).id('Tides'),
    });
    assert.deepEqual(within?.roles, ['written-at', 'about']);
  });

  test('subjects from broad to narrow, and from each the way up and down', async () => {
    const { room, id } = await opened();
    const list = await room.authorities({ kind: 'subject', page: 1 });
    assert.deepEqual(
      list?.tree?.map(({ label, documents, children }) => [
        label.title,
        documents,
        children.map((one) => [one.label.title, one.documents]),
      ]),
      [['Navigation', 0, [['Lights', 1]]]],
    );
    const lights = await room.read(await id('Lights'));
    assert.ok(lights.kind === 'found');
    assert.deepEqual(
      lights.page.trail?.map(({ title }) => title),
      ['Navigation'],
    );
    const navigation = await room.read(await id('Navigation'));
    assert.ok(navigation.kind === 'found');
    assert.deepEqual(
      navigation.page.branches?.map(({ label }) => label.title),
      ['Lights'],
    );
  });

  test('an event has its accounts, of a collection those in it', async () => {
    const { room, id } = await opened();
    const within = await id('Tides');
    assert.deepEqual(await names(room, { kind: 'event', within }), [['The meeting', 1]]);
    const time = await room.timeline({ within });
    assert.deepEqual(
      time?.events.rows.map(({ label }) => label.title),
      ['The meeting'],
    );
  });
});

describe('the map', () => {
  const placesOf = async (room: Room, asked: Parameters<Room['map']>[0]) => {
    const { places, total } = await room.map(asked);
    return [
      total,
      places.map(({ label, documents, coordinates }) => [label.title, documents, coordinates?.latitude]),
    ];
  };

  test('places by role, years and collection', async () => {
    const { room, id } = await opened();
    assert.deepEqual(await placesOf(room, {}), [
      3,
      [
        ['Brandsee', 2, 54],
        ['Skarn', 1, undefined],
        ['Stavin', 1, 55],
      ],
    ]);
    assert.deepEqual(await placesOf(room, { role: 'written-at' }), [2, [['Brandsee', 2, 54]]]);
    assert.deepEqual(await placesOf(room, { role: 'sent-to' }), [1, [['Stavin', 1, 55]]]);
    assert.deepEqual(await placesOf(room, { role: 'about', within: await id('Tides') }), [
      1,
      [['Skarn', 1, undefined]],
    ]);
    assert.deepEqual(await placesOf(room, { years: { from: 1961, to: 1961 } }), [1, [['Stavin', 1, 55]]]);
    assert.deepEqual(await placesOf(room, { years: { from: 1800, to: 1801 } }), [0, []]);
  });

  test('what is withdrawn is counted no more, though it was before', async () => {
    const { ports, room, id } = await opened();
    await room.map({});
    await withdraw(ports, await id('Three'), 'for the test', { by: 'test' });
    for await (const _ of followChanges(ports)) continue;
    assert.deepEqual(
      (await room.map({})).places.map(({ label }) => label.title),
      ['Brandsee', 'Skarn'],
    );
    assert.deepEqual(await names(room, { kind: 'agent', agentKind: 'person', role: 'mentioned' }), []);
  });
});

describe('a person', () => {
  test('in which roles, when, with whom and where', async () => {
    const { room, id } = await opened();
    const profile = await room.profile(await id('Falk'));
    assert.deepEqual(
      profile.roles.map(({ role, documents, years }) => [role, documents, years.map(({ year }) => year)]),
      [
        ['author', 2, [1957]],
        ['recipient', 1, []],
        ['mentioned', 1, [1961]],
      ],
    );
    assert.deepEqual(
      profile.others.rows.map(({ label, documents }) => [label.title, documents]),
      [
        ['Reuter', 1],
        ['Terling', 1],
      ],
    );
    assert.deepEqual(profile.places.rows.map(({ label }) => label.title).sort(), [
      'Brandsee',
      'Skarn',
      'Stavin',
    ]);
  });

  test('each document tells in which role, and under which name', async () => {
    const { room, id } = await opened();
    const falk = await id('Falk');
    const listing = await room.documents({ field: 'from', value: falk, page: 1, as: falk });
    assert.deepEqual(
      listing.rows.map(({ label, stands }) => [label.title, stands]),
      ['One', 'Two'].map((title) => [title, [{ role: 'author', name: 'as Falk' }]]),
    );
  });
});

describe('the timeline', () => {
  test('years, months and days, with what is dated less closely', async () => {
    const { room } = await opened();
    const all = await room.timeline({});
    assert.deepEqual(
      all?.parts.map(({ stretch, certain }) => [stretch, certain]),
      [
        ['1957', 2],
        ['1961', 1],
      ],
    );
    assert.equal(all?.undated, 1);
    const year = await room.timeline({ stretch: '1957' });
    assert.deepEqual(
      year?.parts.filter(({ certain }) => certain > 0).map(({ stretch }) => stretch),
      ['1957-11', '1957-12'],
    );
    assert.equal(year?.after, '1961');
    const month = await room.timeline({ stretch: '1957-12' });
    assert.deepEqual(
      [month?.parts.length, month?.loose.rows.map(({ label }) => label.title), month?.before],
      [31, ['Two'], '1957-11'],
    );
    for (const stretch of ['1957-13', '1958', '57', '1957-10-01'])
      assert.equal(await room.timeline({ stretch }), undefined, stretch);
  });
});

describe('types, languages and what is new', () => {
  test('of a collection are those in it', async () => {
    const { room, id } = await opened();
    const within = await id('Tides');
    assert.equal((await room.values('type', within)).without, 2);
    assert.equal((await room.values('type')).without, 4);
    assert.equal((await room.newest(1, within)).total, 2);
    assert.ok((await room.newest(1)).rows.every(({ opened: at }) => at !== undefined));
  });
});
