import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importDrafts, memoryPorts } from '../../test/support/memory-archive.ts';
import { BLANK_DOCUMENT } from '../core/blank-document.ts';
import { readCataloguedDate } from '../core/date/catalogued-date.ts';
import { sourceKey, type Draft } from '../core/draft.ts';
import { parseLanguage, UNDETERMINED } from '../core/language.ts';
import { followChanges } from './follow-changes.ts';
import { openReadingRoom } from './reading-room.ts';
import type { SearchRequest } from './search-page.ts';

const titled = (text: string, words: string): Draft => {
  const date = readCataloguedDate('created', words);
  assert.ok(date);
  return {
    key: sourceKey('test', text),
    joins: 'whole',
    record: {
      ...BLANK_DOCUMENT,
      titles: [{ text, lang: parseLanguage('en') ?? UNDETERMINED, titleKind: 'supplied' }],
      dates: [date],
    },
  };
};

const DRAFTS: readonly Draft[] = [
  titled('Herrings, a letter', '12 July 1945'),
  titled('Herrings, a memorandum', 'August 1945'),
  titled('Herrings remembered: summer 1945', '1960'),
  titled('Herrings, a survey', '1940–1950'),
  titled('Herrings in the box 1945', '1931'),
];

async function opened() {
  const ports = memoryPorts();
  await importDrafts(ports, DRAFTS, { isPublishing: true });
  for await (const _ of followChanges(ports)) continue;
  const room = openReadingRoom(ports);
  const ask = (q: string, more: Partial<SearchRequest> = {}) =>
    room.search({ q, scope: 'documents', filters: [], sort: 'relevance', page: 1, ...more });
  return {
    ask,
    found: async (q: string, more?: Partial<SearchRequest>) =>
      (await ask(q, more)).rows.map(({ label }) => label.title),
  };
}

test('words that are a date find what is surely of it, after what has the words', async () => {
  const { ask, found } = await opened();
  assert.deepEqual(await found('herrings summer 1945'), [
    'Herrings remembered: summer 1945',
    'Herrings, a letter',
    'Herrings, a memorandum',
  ]);
  const { alsoSearched } = await ask('herrings summer 1945');
  assert.deepEqual(alsoSearched, [
    { words: 'summer 1945', insteadOf: 'summer 1945', by: 'date', leaveOut: 'summer 1945' },
  ]);
  assert.deepEqual(await found('12 July 1945'), ['Herrings, a letter']);
});

test('it can be left out, and is left out where words are wanted as they stand', async () => {
  const { found } = await opened();
  const only = ['Herrings remembered: summer 1945'];
  assert.deepEqual(await found('herrings summer 1945', { without: ['summer 1945'] }), only);
  assert.deepEqual(await found('herrings summer 1945', { isExact: true }), only);
  assert.deepEqual(await found('herrings "summer 1945"'), only);
  assert.deepEqual(await found('title:summer title:1945'), only);
});

test('a number that something else has is no year', async () => {
  const { found } = await opened();
  assert.deepEqual(await found('herrings box 1945'), ['Herrings in the box 1945']);
});
