import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { waysArchive, type Room } from '../../test/support/ways-archive.ts';
import { followChanges } from './follow-changes.ts';
import { withdraw } from './publish.ts';

const names = async (room: Room, asked: Omit<Parameters<Room['authorities']>[0], 'page'>) =>
  (await room.authorities({ page: 1, ...asked }))?.listing.rows.map(({ label, documents }) => [
    label.title,
    documents,
  ]);

describe('names', () => {
  const people = { kind: 'agent', agentKind: 'person' } as const;

  test('all of a kind, with how many documents each stands in', async () => {
    const { room } = await waysArchive();
    assert.deepEqual(await names(room, people), [
      ['Falk', 4],
      ['Nobody', 0],
      ['Reuter', 1],
      ['Terling', 1],
    ]);
  });

  test('those that documents name in a role, from some years, in a collection', async () => {
    const { room, id } = await waysArchive();
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
    const { room } = await waysArchive();
    assert.equal(await room.authorities({ kind: 'place', role: 'author', page: 1 }), undefined);
    assert.equal(await room.authorities({ kind: 'term', years: { from: 1, to: 2 }, page: 1 }), undefined);
  });

  test('only roles are told in which documents name any', async () => {
    const { room } = await waysArchive();
    const places = await room.authorities({ kind: 'place', page: 1 });
    assert.deepEqual(places?.roles, ['written-at', 'sent-to', 'about']);
    const within = await room.authorities({
      kind: 'place',
      page: 1,
      within: await (await waysArchive()).id('Tides'),
    });
    assert.deepEqual(within?.roles, ['written-at', 'about']);
  });

  test('subjects from broad to narrow, and from each the way up and down', async () => {
    const { room, id } = await waysArchive();
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
    const { room, id } = await waysArchive();
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
    const { room, id } = await waysArchive();
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
    const { ports, room, id } = await waysArchive();
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
    const { room, id } = await waysArchive();
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
    const { room, id } = await waysArchive();
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
    const { room } = await waysArchive();
    const all = await room.timeline({});
    assert.deepEqual(
      all?.parts.map(({ stretch, certain }) => [stretch, certain]),
      [
        ['1957', 2],
        ['1961', 1],
      ],
    );
    assert.equal(all?.undated, 3);
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
    const { room, id } = await waysArchive();
    const within = await id('Tides');
    assert.equal((await room.values('type', within)).without, 2);
    assert.equal((await room.values('type')).without, 6);
    assert.equal((await room.newest(1, within)).total, 2);
    assert.ok((await room.newest(1)).rows.every(({ opened: at }) => at !== undefined));
  });
});

describe('an archive down to the file', () => {
  test('what is known but not held is counted apart at each level', async () => {
    const { room, id } = await waysArchive();
    const archive = await id('Light Archive');
    const told = async (...segments: readonly string[]) => {
      const page = await room.source(archive, segments, 1);
      return [
        page?.documents.total,
        page?.notHeld,
        page?.children.map(({ segment, documents, notHeld }) => [segment, documents, notHeld]),
      ];
    };
    assert.deepEqual(await told(), [3, 2, [['14', 3, 2]]]);
    assert.deepEqual(await told('14'), [
      3,
      2,
      [
        ['7', 2, 1],
        ['8', 1, 1],
      ],
    ]);
    assert.deepEqual(await told('14', '8'), [1, 1, []]);
    assert.equal(await room.source(archive, ['15'], 1), undefined);
  });
});
