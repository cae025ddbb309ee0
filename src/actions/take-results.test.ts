import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importDrafts, memoryPorts, type MemoryPorts } from '../../test/support/memory-archive.ts';
import type { Agent } from '../core/agent.ts';
import { BLANK_DOCUMENT } from '../core/blank-document.ts';
import { sourceKey, type Draft } from '../core/draft.ts';
import { parseLanguage, UNDETERMINED } from '../core/language.ts';
import { followChanges } from './follow-changes.ts';
import type { SearchRequest } from './search-page.ts';
import { withdraw } from './publish.ts';
import { openReadingRoom } from './reading-room.ts';

const en = parseLanguage('en') ?? UNDETERMINED;
const NAMES = ['Falk, Henriette', 'Reuter, Jonas', 'Falkner, Otto'];
const GENRES = ['Telegram', 'Letter'];

const person = (form: string): Draft => {
  const record: Agent = {
    kind: 'agent',
    agentKind: 'person',
    identifiers: [],
    names: [{ form, kind: 'preferred', lang: en }],
    notes: [],
    links: [],
    attestations: [],
  };
  return { key: sourceKey('test', form), record, joins: 'whole' };
};
/** The first is by all three, the second by two, the third by one. */
const paper = (at: number): Draft => ({
  key: sourceKey('test', `paper ${at}`),
  joins: 'whole',
  record: {
    ...BLANK_DOCUMENT,
    titles: [{ text: `Paper ${at} on tides`, lang: en, titleKind: 'supplied' }],
    ...(GENRES[at % 2] === undefined ? {} : { genre: GENRES[at % 2] ?? '' }),
    contributions: NAMES.slice(0, 3 - at).map((name) => ({
      role: 'author',
      name,
      agent: sourceKey('test', name),
    })),
  },
});

const asked: SearchRequest = { q: 'tides', scope: 'everything', filters: [], sort: 'title', page: 1 };
const says = (value: string): string => `a ${value}`;

async function opened(): Promise<{ ports: MemoryPorts; room: ReturnType<typeof openReadingRoom> }> {
  const ports = memoryPorts();
  await importDrafts(ports, [...NAMES.map(person), ...[0, 1, 2].map(paper)], { isPublishing: true });
  for await (const _ of followChanges(ports)) continue;
  return { ports, room: openReadingRoom(ports) };
}

test('hits are taken a stretch at a time, in the order asked for, with the names that they need', async () => {
  const { room } = await opened();
  const first = await room.take(asked, { pageSize: 2 });
  const second = await room.take({ ...asked, page: 2 }, { pageSize: 2 });
  assert.deepEqual(
    [first, second].map(({ total, records }) => [total, records.map(({ label }) => label.title)]),
    [
      [3, ['Paper 0 on tides', 'Paper 1 on tides']],
      [3, ['Paper 2 on tides']],
    ],
  );
  assert.deepEqual([...first.labels.values()].map(({ title }) => title).sort(), [...NAMES].sort());
  assert.equal(first.changedAt, '2026-06-01T12:00:00.000Z');
});

test('only records of the kinds asked for are taken, and counted', async () => {
  const { room } = await opened();
  const taken = await room.take({ ...asked, q: '' }, { pageSize: 10, kinds: ['agent'] });
  assert.equal(taken.total, 3);
  assert.ok(taken.records.every(({ label }) => label.kind === 'agent'));
});

test('what the index still proposes and the record no longer lets out is not taken', async () => {
  const { ports, room } = await opened();
  const id = (await ports.records.find(['test:paper 0'])).get('test:paper 0');
  assert.ok(id);
  await withdraw(ports, id, 'for the test', { by: 'test' });
  const proposed = await ports.index.search({
    node: { kind: 'word', text: 'tides' },
    filters: [],
    sort: 'title',
    offset: 0,
    limit: 10,
    facets: [],
    passages: 0,
  });
  assert.equal(proposed.total, 3);
  const taken = await room.take(asked, { pageSize: 10 });
  assert.deepEqual(
    taken.records.map(({ label }) => label.title),
    ['Paper 1 on tides', 'Paper 2 on tides'],
  );
});

const among: readonly [field: 'person' | 'type', among: string, values: readonly [string, number][]][] = [
  [
    'person',
    '',
    [
      ['Falk, Henriette', 3],
      ['Reuter, Jonas', 2],
      ['Falkner, Otto', 1],
    ],
  ],
  [
    'person',
    'fal',
    [
      ['Falk, Henriette', 3],
      ['Falkner, Otto', 1],
    ],
  ],
  ['person', 'jonas reu', [['Reuter, Jonas', 2]]],
  ['person', 'zzz', []],
  [
    'person',
    '—',
    [
      ['Falk, Henriette', 3],
      ['Reuter, Jonas', 2],
      ['Falkner, Otto', 1],
    ],
  ],
  [
    'type',
    '',
    [
      ['Telegram', 2],
      ['Letter', 1],
    ],
  ],
  ['type', 'let', [['Letter', 1]]],
  ['type', 'etter', []],
];
for (const [field, letters, expected] of among)
  test(`the values of ${field} that begin with "${letters}" are ${expected.length}`, async () => {
    const { room } = await opened();
    const list = await room.facet(asked, { field, among: letters, says });
    assert.deepEqual(
      list.values.map(({ value, label, count }) => [label?.title ?? value, count]),
      expected,
    );
    assert.equal(list.total, expected.length);
    assert.equal(list.results, 3);
  });

test('a value that is chosen leaves the others of its facet whole', async () => {
  const { room } = await opened();
  const [first] = (await room.facet(asked, { field: 'person', among: 'otto', says })).values;
  assert.ok(first);
  const request: SearchRequest = {
    ...asked,
    filters: [{ field: 'person', condition: 'is', values: [first.value] }],
  };
  for (const letters of ['', 'fal']) {
    const list = await room.facet(request, { field: 'person', among: letters, says });
    assert.deepEqual(
      list.values.map(({ count, isChosen }) => [count, isChosen]),
      letters === ''
        ? [
            [3, false],
            [2, false],
            [1, true],
          ]
        : [
            [3, false],
            [1, true],
          ],
    );
    assert.equal(list.results, 1);
  }
});

test('a page beyond the last of a facet has no values', async () => {
  const { room } = await opened();
  const list = await room.facet({ ...asked, page: 2 }, { field: 'person', among: '', says });
  assert.deepEqual([list.total, list.values.length], [3, 0]);
});
