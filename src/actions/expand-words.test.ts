import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importDrafts, memoryPorts } from '../../test/support/memory-archive.ts';
import { BLANK_DOCUMENT } from '../core/blank-document.ts';
import { sourceKey, type Draft } from '../core/draft.ts';
import { parseLanguage, UNDETERMINED } from '../core/language.ts';
import { followChanges } from './follow-changes.ts';
import { withdraw } from './publish.ts';
import { openReadingRoom } from './reading-room.ts';
import type { SearchRequest } from './search-page.ts';

const titled = (text: string, language = 'en'): Draft => ({
  key: sourceKey('test', text),
  joins: 'whole',
  record: {
    ...BLANK_DOCUMENT,
    languages: [parseLanguage(language) ?? UNDETERMINED],
    titles: [{ text, lang: parseLanguage(language) ?? UNDETERMINED, titleKind: 'supplied' }],
  },
});
const williams: Draft = {
  key: sourceKey('test', 'williams'),
  joins: 'whole',
  record: {
    kind: 'agent',
    agentKind: 'person',
    identifiers: [],
    names: [{ form: 'Williams, Ada', kind: 'preferred' }],
    notes: [],
    links: [],
    attestations: [],
  },
};

const DRAFTS: readonly Draft[] = [
  titled('A treaty on herrings'),
  titled('Two treaties and a herring'),
  titled('News of William'),
  titled('A new harbour'),
  titled('Работа комиссии', 'ru'),
  titled('Записка в комиссию', 'ru'),
  titled('Решение комиссии', 'ru'),
  titled('Der Plan', 'de'),
  titled('Drei Pläne', 'de'),
  titled('A plane to Velgora'),
  williams,
];

async function opened() {
  const ports = memoryPorts();
  await importDrafts(ports, DRAFTS, { isPublishing: true });
  for await (const _ of followChanges(ports)) continue;
  const room = openReadingRoom(ports);
  const ask = (q: string, more: Partial<SearchRequest> = {}) =>
    room.search({ q, scope: 'documents', filters: [], sort: 'relevance', page: 1, ...more });
  return {
    ports,
    ask,
    found: async (q: string, more?: Partial<SearchRequest>) =>
      (await ask(q, more)).rows.map(({ label }) => label.title),
    also: async (q: string, more?: Partial<SearchRequest>) =>
      (await ask(q, more)).alsoSearched.map(({ words, insteadOf }) => `${insteadOf}: ${words}`),
  };
}

const TREATIES = ['A treaty on herrings', 'Two treaties and a herring'] as const;

test('a word finds its other forms, itself first, and the page says which', async () => {
  const { found, also } = await opened();
  assert.deepEqual(await found('treaty'), TREATIES);
  assert.deepEqual(await found('treaties'), TREATIES.toReversed());
  assert.deepEqual(await found('treaty herring'), TREATIES.toSorted());
  assert.deepEqual(await also('treaty harbour'), ['treaty: treaties']);
  assert.deepEqual((await found('комиссиями')).toSorted(), [
    'Записка в комиссию',
    'Работа комиссии',
    'Решение комиссии',
  ]);
});

test('as written, in quotation marks, denied, begun or a number, a word is as it stands', async () => {
  const { found, also } = await opened();
  assert.deepEqual(await found('treaty', { isExact: true }), ['A treaty on herrings']);
  assert.deepEqual(await found('"treaty"'), ['A treaty on herrings']);
  assert.deepEqual(await found('herring -treaty'), ['Two treaties and a herring']);
  for (const q of ['treat*', 'number:treaty', 'source:treaty', 'name:treaty', 'news'])
    assert.deepEqual(await also(q), [], q);
  assert.deepEqual(await also('title:treaty'), ['treaty: treaties']);
  assert.deepEqual(await also('harbour OR treaty'), ['treaty: treaties']);
});

test('a form that was searched is not offered as another spelling', async () => {
  const { ask } = await opened();
  const { corrections, rows } = await ask('комиссией');
  assert.equal(rows.length, 3);
  assert.deepEqual(corrections, []);
});

test('a form can be left out', async () => {
  const { found, also } = await opened();
  const without = ['treaties'];
  assert.deepEqual(await found('treaty', { without }), ['A treaty on herrings']);
  assert.deepEqual(await also('treaty', { without }), []);
});

test('a name that somebody bears is not inflected', async () => {
  const { found } = await opened();
  assert.deepEqual(await found('Williams'), []);
});

test('the language that is asked for says what forms there are', async () => {
  const { found } = await opened();
  const german = [{ field: 'language', condition: 'is', values: ['de'] }] as const;
  assert.deepEqual(await found('plan'), ['Der Plan']);
  assert.deepEqual((await found('plan', { filters: german })).toSorted(), ['Der Plan', 'Drei Pläne']);
  assert.deepEqual((await found('plan language:German')).toSorted(), ['Der Plan', 'Drei Pläne']);
});

test('a form that only a withdrawn record has is not told', async () => {
  const { ports, ask, also } = await opened();
  const [, second] = (await ask('treaty')).rows;
  assert.ok(second);
  await withdraw(ports, second.label.id, 'by mistake', { by: 'test' });
  for await (const _ of followChanges(ports)) continue;
  assert.deepEqual(await also('treaty'), []);
});
