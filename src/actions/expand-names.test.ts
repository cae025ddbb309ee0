import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importDrafts, memoryPorts, type MemoryPorts } from '../../test/support/memory-archive.ts';
import type { Agent, Name } from '../core/agent.ts';
import { BLANK_DOCUMENT } from '../core/blank-document.ts';
import { readCataloguedDate } from '../core/date/catalogued-date.ts';
import { sourceKey, type Draft } from '../core/draft.ts';
import { parseLanguage, UNDETERMINED } from '../core/language.ts';
import { readQuery } from '../core/query-language.ts';
import type { QueryNode } from '../core/query.ts';
import { expandNames } from './expand-names.ts';
import { followChanges } from './follow-changes.ts';
import { NameTable } from './name-table.ts';
import type { SearchRequest } from './search-page.ts';
import { PublicViews } from './public-views.ts';
import { withdraw } from './publish.ts';
import { openReadingRoom } from './reading-room.ts';

const en = parseLanguage('en') ?? UNDETERMINED;
const cover = (form: string, years?: string): Name => ({ form, kind: 'cover', ...(years ? { years } : {}) });

const authority = (
  key: string,
  names: readonly (Name | string)[],
  kind: Agent['agentKind'] | 'place' = 'person',
): Draft => {
  const shared = {
    identifiers: [],
    names: names.map((name, at): Name =>
      typeof name === 'string' ? { form: name, kind: at === 0 ? 'preferred' : 'variant' } : name,
    ),
    notes: [],
    links: [],
    attestations: [],
  };
  return {
    key: sourceKey('test', key),
    joins: 'whole',
    record: kind === 'place' ? { ...shared, kind: 'place' } : { ...shared, kind: 'agent', agentKind: kind },
  };
};
const paper = (title: string, more: { readonly by?: string; readonly date?: string } = {}): Draft => {
  const date = more.date === undefined ? undefined : readCataloguedDate('created', more.date);
  return {
    key: sourceKey('test', title),
    joins: 'whole',
    record: {
      ...BLANK_DOCUMENT,
      titles: [{ text: title, lang: en, titleKind: 'supplied' }],
      ...(date ? { dates: [date] } : {}),
      ...(more.by
        ? { contributions: [{ role: 'author', name: 'N.', agent: sourceKey('test', more.by) }] }
        : {}),
    },
  };
};

const DRAFTS: readonly Draft[] = [
  authority('velin', [
    'Velin, I. V.',
    'Велин, Иван Васильевич',
    '韦林',
    cover('Arkadov', '1949/1953'),
    cover('Lamp', '1947'),
  ]),
  authority('sung', ['Soong, T. V.', '宋子文', 'Song Ziwen', 'Sung Tzu-wen']),
  authority('jf', ['Marrow, John Foster']),
  authority('aw', ['Marrow, Allen W.']),
  authority('falk', ['Falk, Henriette', cover('Terling', '1955')]),
  authority('terling', ['Terling, Anna']),
  authority('union', ['Velgoran Union', 'ВСР'], 'body'),
  authority('unionplace', ['Velgoran Union', 'Велгория'], 'place'),
  paper('A word of Velin'),
  paper('Слово Велина и Велин'),
  paper('Arkadov writes', { date: '1950' }),
  paper('Another Arkadov', { date: '1930' }),
  paper('A note without a name', { by: 'velin', date: '1950' }),
  paper('An early note', { by: 'velin', date: '1930' }),
  paper('韦林会谈'),
  paper('Conversation with Song Ziwen'),
  paper('T. V. Soong in Moscow'),
  paper('Papers of Soong, T.V.'),
  paper('宋子文日記'),
  paper('John Marrow', { by: 'jf' }),
  paper('Allen Marrow', { by: 'aw' }),
  paper('Chou En-lai speaks'),
  paper('Zhou Enlai answers'),
  authority('kim', ['Kim Il Sung']),
  authority('other-kim', ['Kim Jong Pil']),
  paper('Kim Il Sung speaks'),
];

interface Opened {
  readonly ports: MemoryPorts;
  readonly room: ReturnType<typeof openReadingRoom>;
  found(q: string, more?: Partial<SearchRequest>): Promise<readonly string[]>;
  also(q: string, more?: Partial<SearchRequest>): Promise<readonly string[]>;
}
const asking = (q: string, more: Partial<SearchRequest> = {}): SearchRequest => ({
  q,
  scope: 'documents',
  filters: [],
  sort: 'title',
  page: 1,
  ...more,
});

async function opened(): Promise<Opened> {
  const ports = memoryPorts();
  await importDrafts(ports, DRAFTS, { isPublishing: true });
  for await (const _ of followChanges(ports)) continue;
  const room = openReadingRoom(ports);
  const ask = (q: string, more?: Partial<SearchRequest>) => room.search(asking(q, more));
  return {
    ports,
    room,
    found: async (q, more) => (await ask(q, more)).rows.map(({ label }) => label.title).toSorted(),
    also: async (q, more) =>
      (await ask(q, more)).alsoSearched.filter(({ by }) => by !== 'inflection').map(({ words }) => words),
  };
}
const between = (from: string, to: string) => [{ field: 'date', condition: 'between', from, to } as const];

test('every way of writing a name finds the same documents', async () => {
  const { found } = await opened();
  const soong = [
    'Conversation with Song Ziwen',
    'Papers of Soong, T.V.',
    'T. V. Soong in Moscow',
    '宋子文日記',
  ];
  for (const q of [
    'T.V. Soong',
    'T. V. Soong',
    'Soong, T.V.',
    't v soong',
    'TV Soong',
    '"T. V. Soong"',
    'Song Ziwen',
    'Sung Tzu-wen',
    '宋子文',
    'soong',
  ])
    assert.deepEqual(await found(q), soong, q);
  for (const q of ['zhou enlai', 'Chou En-lai', '"Zhou Enlai"'])
    assert.deepEqual(await found(q), ['Chou En-lai speaks', 'Zhou Enlai answers'], q);
});

test('a family name that others bear does not hide whose the whole name is, however it is spelled', async () => {
  const { found } = await opened();
  for (const q of ['Kim Il Sung', 'Kim Il-sŏng', 'Kim Il-song', 'Gim Il-seong', '김일성'])
    assert.deepEqual(await found(q), ['Kim Il Sung speaks'], q);
});

test('under a name stand its cover names, in their years, and the documents that name no form of it', async () => {
  const { found, also } = await opened();
  const all = [
    'A note without a name',
    'A word of Velin',
    'An early note',
    'Arkadov writes',
    'Слово Велина и Велин',
    '韦林会谈',
  ];
  for (const q of ['velin', 'Велин', '韦林']) assert.deepEqual(await found(q), all, q);
  assert.deepEqual(await also('velin'), ['Velin, I. V.', 'Велин', '韦林', 'Arkadov', 'Lamp']);
});

test('a cover name is its bearer’s only in its years', async () => {
  const { found, also, room } = await opened();
  assert.deepEqual(await found('Arkadov'), ['A note without a name', 'Another Arkadov', 'Arkadov writes']);
  const [link] = (await room.search(asking('Arkadov'))).alsoSearched;
  assert.deepEqual(
    [link?.by, link?.whose?.title, link?.name],
    ['link', 'Velin, I. V.', { kind: 'cover', years: '1949/1953' }],
  );
  const early = { filters: between('1930-01-01', '1931-12-31') };
  assert.deepEqual(await found('Arkadov', early), ['Another Arkadov']);
  assert.ok(!(await also('Arkadov', early)).includes('Velin, I. V.'));
  assert.ok(!(await also('velin', early)).includes('Arkadov'));
  assert.ok(!(await also('Arkadov')).includes('Lamp'), 'the two were borne at different times');
});

test('what is left out is not searched; exactly as written, nothing is', async () => {
  const { found, also, ports } = await opened();
  const id = (await ports.records.find(['test:velin'])).get('test:velin') ?? '';
  assert.deepEqual(
    await found('velin', { without: ['Arkadov', 'ВЕЛИН', id] }),
    ['A note without a name', 'A word of Velin', 'An early note', 'Слово Велина и Велин', '韦林会谈'].filter(
      (title) => !title.startsWith('Слово'),
    ),
  );
  assert.deepEqual(await also('velin', { without: ['Arkadov', 'ВЕЛИН', id] }), ['韦林', 'Lamp']);
  assert.deepEqual(await also('velin', { isExact: true }), []);
  assert.deepEqual(await found('velin', { isExact: true }), ['A word of Velin']);
  assert.deepEqual(await found('韦林', { isExact: true }), ['韦林会谈']);
  assert.deepEqual(await found('Song Ziwen', { isExact: true }), ['Conversation with Song Ziwen']);
});

test('where several bear a name it asks which, and searches the words as they stand', async () => {
  const { room, ports, also } = await opened();
  const page = await room.search(asking('marrow'));
  assert.deepEqual(
    page.which.map(({ words, bearers }) => [words, ...bearers.map(({ label }) => label.title).toSorted()]),
    [['marrow', 'Marrow, Allen W.', 'Marrow, John Foster']],
  );
  assert.deepEqual(page.alsoSearched, []);
  const jf = (await ports.records.find(['test:jf'])).get('test:jf') ?? '';
  const chosen = await room.search(
    asking('marrow', { filters: [{ field: 'person', condition: 'is', values: [jf] }] }),
  );
  assert.deepEqual(chosen.which, []);
  assert.deepEqual(
    chosen.alsoSearched.map(({ words }) => words),
    ['Marrow, John Foster'],
  );
  assert.deepEqual((await room.search(asking('John Foster Marrow'))).which, []);
  assert.deepEqual(
    await also('Terling', { filters: between('1930-01-01', '1930-12-31') }),
    ['Terling, Anna'],
    'a cover name of 1955 is no rival in 1930',
  );
});

test('a body and a place of one name are one matter', async () => {
  const { also } = await opened();
  assert.deepEqual(await also('velgoran union'), ['Velgoran Union', 'Velgoran Union', 'ВСР', 'Велгория']);
});

test('names are found within a longer query, within a field and in titles, not where they are denied or begun', async () => {
  const { also, found } = await opened();
  assert.deepEqual(await found('conversation with sung tzu-wen'), ['Conversation with Song Ziwen']);
  assert.deepEqual(await found('moscow soong'), ['T. V. Soong in Moscow']);
  assert.ok((await also('title:Velin')).includes('Велин'));
  assert.ok(!(await also('title:Velin')).includes('Velin, I. V.'), 'a link is in no title');
  assert.ok((await also('mongolia OR velin')).includes('Велин'));
  for (const q of ['-velin paper', 'velin*', '"a word of velin"', 'number:velin', 'v?lin'])
    assert.deepEqual(await also(q), [], q);
});

test('the same question gives the same files and facets', async () => {
  const { room } = await opened();
  const taken = await room.take(asking('Song Ziwen'), { pageSize: 10 });
  assert.equal(taken.total, 4);
  const facet = await room.facet(asking('Song Ziwen'), { field: 'kind', among: '', says: String });
  assert.equal(facet.results, 4);
});

test('a row tells under which other name it was found', async () => {
  const { room } = await opened();
  const { rows } = await room.search(asking('velin'));
  const as = Object.fromEntries(
    rows.flatMap(({ label, as: forms }) => (forms ? [[label.title, forms]] : [])),
  );
  assert.deepEqual(as['Arkadov writes'], ['Arkadov']);
  assert.deepEqual(as['韦林会谈'], ['韦林']);
});

test('what was typed outranks what an authority says, and that what a rule made', async () => {
  const { ports } = await opened();
  const views = new PublicViews(ports);
  await views.refresh();
  const names = new NameTable({ records: ports.records, views });
  for (const q of ['velin', 'Song Ziwen', 'Arkadov', 'zhou enlai', 'Велин']) {
    const { node, alsoSearched } = await expandNames(names, readQuery(q).node, asking(q));
    const [typed, ...others] = variantsIn(node);
    assert.equal(typed?.weight, 1, q);
    assert.equal(others.length, alsoSearched.length, q);
    assert.deepEqual(
      others.map(({ weight }) => weight),
      alsoSearched.map(({ by }) => (by === 'authority' || by === 'link' ? 0.9 : 0.5)),
      q,
    );
  }
});

test('no longer public, an authority lends no name', async () => {
  const { ports, also } = await opened();
  const id = (await ports.records.find(['test:velin'])).get('test:velin');
  assert.ok(id);
  assert.notDeepEqual(await also('velin'), []);
  await withdraw(ports, id, 'a mistake', { by: 'test' });
  assert.deepEqual(await also('韦林'), []);
});

test('a query of many names asks for eight of them, and looks at the first words only', async () => {
  const { room } = await opened();
  const page = await room.search(asking(Array.from({ length: 60 }, () => 'velin').join(' OR ')));
  assert.equal(new Set(page.alsoSearched.map(({ words }) => words)).size, 5);
  assert.equal(page.alsoSearched.length, 8 * 5);
});

const variantsIn = (node: QueryNode) => (node.kind === 'variants' ? node.nodes : []);
