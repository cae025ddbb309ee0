import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeId, type RecordId } from '../core/id.ts';
import type { FacetField, Filter, QueryNode, Sort, TextField } from '../core/query.ts';
import type { SearchDocument } from '../core/search-document.ts';
import { terms } from '../core/tokens/tokenize.ts';
import type { IndexAnswer, IndexQuery, SearchIndex } from './search-index.ts';

const idOf = (kind: 'document' | 'agent', n: number): RecordId => makeId(kind, n.toString().padStart(8, '0'));

interface Sample {
  readonly title: string;
  readonly text?: readonly string[];
  readonly summary?: string;
  readonly note?: string;
  readonly name?: readonly string[];
  readonly number?: string;
  readonly dates?: readonly [earliest: string | undefined, latest: string | undefined];
  readonly facets?: SearchDocument['facets'];
}

const SAMPLES: readonly Sample[] = [
  {
    title: 'Record of a Meeting between Stalin and Soong',
    text: ['They spoke of the railway.', 'Mao Tse-tung was not mentioned. The treaty was.'],
    summary: 'Talks on a treaty of alliance.',
    dates: ['1945-07-02', '1945-07-02'],
    facets: {
      person: ['stalin', 'soong'],
      language: ['en'],
      type: ['Record of conversation'],
      unit: ['r1', 'r1/558', 'r1/558/11'],
    },
  },
  {
    title: 'Телеграмма Сталина',
    text: ['Филиппов сообщает, что ещё нет ответа.', 'О железной дороге.'],
    dates: ['1949-01-01', '1949-12-31'],
    facets: {
      person: ['stalin', 'mao'],
      language: ['ru'],
      type: ['Telegram'],
      unit: ['r1', 'r1/558', 'r1/558/12'],
    },
  },
  {
    title: '毛泽东致斯大林电',
    text: ['中蘇關系很好。', '毛主席说。'],
    dates: ['1950-01-01', '1952-12-31'],
    facets: { person: ['mao', 'stalin'], language: ['zh'], type: ['Telegram'], unit: ['r2', 'r2/106~1'] },
  },
  {
    title: '김일성과의 회담',
    text: ['김일성 수상은 소련을 방문하였다.'],
    dates: ['1950-06-25', undefined],
    facets: { person: ['kim'], language: ['ko'], type: ['Record of conversation'] },
  },
  {
    title: 'رسالة من مُحَمَّد',
    text: ['كتب أحمد الرسالة سنة ١٩٥٥.'],
    dates: ['1955-03-01', '1955-03-31'],
    facets: { language: ['ar'], type: ['Letter'] },
  },
  {
    title: 'Gespräch über die Straße',
    text: ['Ein Gespräch über die Straße nach Berlin.', 'Der Vertrag wurde nicht erwähnt.'],
    note: 'Railway and treaty are not in the text.',
    dates: [undefined, '1949-10-07'],
    facets: { language: ['de'], type: ['Record of conversation'], held: ['not-held'] },
  },
  {
    title: 'Telegram 243 from Geneva',
    text: ['No reply to your telegram.', 'The railway treaty', 'of alliance stands.'],
    number: '243',
    name: ['Johnson, U. Alexis'],
    facets: { person: ['johnson'], language: ['en'], type: ['Telegram'] },
  },
];

/** The mixed corpus: seven documents, and an agent with a variant name. Documents are d1 … d7. */
const DOCUMENTS: readonly SearchDocument[] = SAMPLES.map((sample, at) => documentOf(sample, at + 1));
const AGENT: SearchDocument = {
  id: idOf('agent', 1),
  kind: 'agent',
  passages: [
    { field: 'title', text: 'Stalin, I. V.' },
    { field: 'name', text: 'Filippov' },
    { field: 'name', text: 'Филиппов' },
  ],
  facets: { letter: ['S'] },
  dateKey: '~',
  titleKey: 'stalin i v',
  openedAt: '2020-01-01T00:00:00Z',
};

function documentOf(sample: Sample, n: number): SearchDocument {
  const passage = (field: TextField, text: string, block?: number): SearchDocument['passages'][number] => ({
    field,
    text,
    ...(block === undefined ? {} : { block: `b${block}`, rendition: 't-1' }),
  });
  const [earliest, latest] = sample.dates ?? [];
  return {
    id: idOf('document', n),
    kind: 'document',
    passages: [
      passage('title', sample.title),
      ...(sample.summary ? [passage('summary', sample.summary)] : []),
      ...(sample.text ?? []).map((text, at) => passage('text', text, at + 1)),
      ...(sample.note ? [passage('note', sample.note, 9)] : []),
      ...(sample.name ?? []).map((text) => passage('name', text)),
      ...(sample.number ? [passage('number', sample.number)] : []),
    ],
    facets: sample.facets ?? {},
    ...(earliest === undefined ? {} : { earliest }),
    ...(latest === undefined ? {} : { latest }),
    dateKey: `${earliest ?? (latest ? '0' : '~')} ${n}`,
    titleKey: terms(sample.title).join(' '),
    openedAt: `2020-01-0${n}T00:00:00Z`,
  };
}

const EVERYTHING: QueryNode = { kind: 'everything' };
const word = (text: string, field?: TextField): QueryNode => ({
  kind: 'word',
  text,
  ...(field ? { field } : {}),
});
const phrase = (text: string, slop = 0): QueryNode => ({ kind: 'phrase', text, slop });
const prefix = (text: string): QueryNode => ({ kind: 'prefix', text });
const and = (...nodes: readonly QueryNode[]): QueryNode => ({ kind: 'and', nodes });
const or = (...nodes: readonly QueryNode[]): QueryNode => ({ kind: 'or', nodes });
const not = (node: QueryNode): QueryNode => ({ kind: 'not', node });
const is = (field: FacetField, ...values: readonly string[]): Filter => ({ field, condition: 'is', values });
const asNode = (filter: Filter): QueryNode => ({ kind: 'filter', filter });
const between = (from?: string, to?: string, certainly?: boolean): Filter => ({
  field: 'date',
  condition: 'between',
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(certainly === undefined ? {} : { certainly }),
});

type Case = readonly [sentence: string, node: QueryNode, found: string];
/** What is found, as "1 2 a": documents by number, the agent as a. */
const QUERIES: readonly Case[] = [
  ['everything', EVERYTHING, '1 2 3 4 5 6 7 a'],
  ['a word, in any case', word('RAILWAY'), '1 6 7'],
  ['a word that nobody wrote', word('zeppelin'), ''],
  ['a word of hyphenated parts is a phrase', word('Tse-tung'), '1'],
  ['a word without letters asks nothing', word('—'), '1 2 3 4 5 6 7 a'],
  ['a Russian word with ё as е', word('еще'), '2'],
  ['a simplified word in a traditional text', word('中苏关系'), '3'],
  ['one Chinese character', word('苏'), '3'],
  ['a Chinese character that ends a text', word('電'), '3'],
  ['a Chinese word that crosses no sentence', word('好毛'), ''],
  ['a Korean word inside a longer one', word('일성'), '4'],
  ['an Arabic word without its vowel signs', word('محمد'), '5'],
  ['an Arabic number', word('1955'), '5'],
  ['a German word without its umlaut', word('gesprach'), '6'],
  ['ss for ß', word('strasse'), '6'],
  ['a word in a field', word('treaty', 'note'), '6'],
  ['a number in its field', word('243', 'number'), '7'],
  ['a name in its field', word('johnson', 'name'), '7'],
  ['a phrase', phrase('treaty of alliance'), '1'],
  ['no phrase reaches from one passage into the next', phrase('railway treaty of alliance'), ''],
  ['a phrase in another order', phrase('alliance of treaty'), ''],
  ['words near each other, in any order', phrase('soong record', 6), '1'],
  ['words not so near', phrase('soong record', 4), ''],
  ['three words near each other', phrase('meeting soong stalin', 2), '1'],
  ['the beginning of a word', prefix('rail'), '1 6 7'],
  ['the beginning of a last word', prefix('mao tse-t'), '1'],
  ['the beginning of a Chinese word', prefix('中'), '3'],
  ['two words', and(word('railway'), word('treaty')), '1 6 7'],
  ['two words in different fields', and(word('Geneva', 'title'), word('243', 'number')), '7'],
  ['one word or the other', or(word('Geneva'), word('Berlin')), '6 7'],
  ['a word without another', and(word('railway'), not(word('telegram'))), '1 6'],
  ['a word without a phrase', and(word('treaty'), not(phrase('railway treaty'))), '1 6'],
  ['without a word', not(word('railway')), '2 3 4 5 a'],
  ['without two words', and(not(word('railway')), not(word('stalin'))), '2 3 4 5'],
  ['a group of words and negations', or(and(word('railway'), not(word('Berlin'))), word('김일성')), '1 4 7'],
  ['a word or a facet', or(word('Berlin'), asNode(is('person', 'mao'))), '2 3 6'],
  ['a word and a facet', and(word('railway'), asNode(is('person', 'stalin'))), '1'],
  ['not a facet', and(word('railway'), not(asNode(is('person', 'stalin')))), '6 7'],
  ['nothing of nothing', and(), '1 2 3 4 5 6 7 a'],
];

const FILTERS: readonly (readonly [sentence: string, filters: readonly Filter[], found: string])[] = [
  ['a value', [is('person', 'stalin')], '1 2 3'],
  ['one of two values', [is('person', 'kim', 'johnson')], '4 7'],
  ['two filters of one field', [is('person', 'stalin'), is('person', 'mao')], '2 3'],
  ['a value that nothing has', [is('person', 'nobody')], ''],
  ['not a value', [{ field: 'person', condition: 'is-not', values: ['stalin', 'kim'] }], '5 6 7 a'],
  ['any value', [{ field: 'person', condition: 'any' }], '1 2 3 4 7'],
  ['no value', [{ field: 'person', condition: 'none' }], '5 6 a'],
  ['a kind', [is('kind', 'agent')], 'a'],
  ['a unit', [is('unit', 'r1/558')], '1 2'],
  ['words in a field', [{ field: 'title', condition: 'contains', words: 'stalin record' }], '1'],
  ['not words in a field', [{ field: 'text', condition: 'contains-not', words: 'railway' }], '2 3 4 5 6 a'],
  ['possibly in 1949', [between('1949-01-01', '1949-12-31')], '2 6'],
  ['possibly in July 1949', [between('1949-07-01', '1949-07-31')], '2 6'],
  ['certainly in 1949', [between('1949-01-01', '1949-12-31', true)], '2'],
  ['possibly from 1951 on', [between('1951-01-01')], '3 4 5'],
  ['certainly from 1950 on', [between('1950-01-01', undefined, true)], '3 4 5'],
  ['possibly before 1946', [between(undefined, '1945-12-31')], '1 6'],
  ['certainly before 1950', [between(undefined, '1949-12-31', true)], '1 2 6'],
  ['any date at all', [between()], '1 2 3 4 5 6'],
];

const ORDERS: readonly (readonly [Sort, string])[] = [
  ['earliest', '6 1 2 3 4 5 7'],
  ['latest', '5 4 3 2 1 6 7'],
  ['title', '6 1 7 2 5 3 4'],
  ['opened', '7 6 5 4 3 2 1'],
];

const nameOf = (id: RecordId): string =>
  id === AGENT.id ? 'a' : String(DOCUMENTS.findIndex((document) => document.id === id) + 1);
const names = (answer: IndexAnswer): string => answer.hits.map(({ id }) => nameOf(id)).join(' ');

const ask = (index: SearchIndex, query: Partial<IndexQuery>): Promise<IndexAnswer> =>
  index.search({
    node: EVERYTHING,
    filters: [],
    sort: 'relevance',
    offset: 0,
    limit: 50,
    facets: [],
    passages: 0,
    ...query,
  });

/** Registers the tests that every search index passes. `make` gives an empty one. */
export function searchIndexContract(name: string, make: () => Promise<SearchIndex>): void {
  const filled = async (): Promise<SearchIndex> => {
    const index = await make();
    await index.update({ put: [...DOCUMENTS, AGENT], remove: [], upTo: 8 });
    return index;
  };
  const onFilled = (sentence: string, check: (index: SearchIndex) => Promise<void>): void => {
    test(`${name}: ${sentence}`, async () => {
      const index = await filled();
      try {
        await check(index);
      } finally {
        await index.close();
      }
    });
  };
  findingTests(onFilled);
  countingTests(onFilled);
  passageTests(onFilled);
  changingTests(onFilled);
  suggestingTests(onFilled);
}

type OnFilled = (sentence: string, check: (index: SearchIndex) => Promise<void>) => void;

function findingTests(onFilled: OnFilled): void {
  const inOrder = (found: string): string => found.split(' ').sort().join(' ');
  for (const [sentence, node, found] of QUERIES)
    onFilled(`finds ${sentence}`, async (index) => {
      const answer = await ask(index, { node });
      assert.equal(inOrder(names(answer)), found);
      assert.equal(answer.total, answer.hits.length);
    });
  for (const [sentence, filters, found] of FILTERS)
    onFilled(`filters by ${sentence}`, async (index) => {
      assert.equal(inOrder(names(await ask(index, { filters }))), found);
    });
  const documents = [is('kind', 'document')];
  for (const [sort, order] of ORDERS)
    onFilled(`sorts by ${sort}`, async (index) => {
      assert.equal(names(await ask(index, { filters: documents, sort })), order);
      const scanned: string[] = [];
      if (sort !== 'earliest') return;
      for await (const id of index.scan({ node: EVERYTHING, filters: documents })) scanned.push(nameOf(id));
      assert.equal(scanned.join(' '), order);
    });
  onFilled('gives pages that follow on each other', async (index) => {
    const pages = [0, 3, 6, 9].map((offset) =>
      ask(index, { filters: documents, sort: 'earliest', offset, limit: 3 }),
    );
    assert.deepEqual((await Promise.all(pages)).map(names), ['6 1 2', '3 4 5', '7', '']);
    assert.deepEqual(
      (await Promise.all(pages)).map(({ total }) => total),
      [7, 7, 7, 7],
    );
  });
  onFilled('puts a word of the title before one of a note', async (index) => {
    assert.equal(names(await ask(index, { node: word('telegram') })), '7');
    const found = names(await ask(index, { node: or(word('treaty'), word('railway')) }));
    assert.equal(found.at(-1), '6');
  });
}

const valuesOf = (answer: IndexAnswer, field: FacetField): string =>
  (answer.facets.get(field)?.values ?? []).map(({ value, count }) => `${value}:${count}`).join(' ');

function countingTests(onFilled: OnFilled): void {
  const facets = [
    { field: 'person', limit: 2 },
    { field: 'language', limit: 9 },
    { field: 'kind', limit: 9 },
  ] as const;
  onFilled('counts values over all hits, the most frequent first', async (index) => {
    const answer = await ask(index, { facets, limit: 1 });
    assert.equal(valuesOf(answer, 'person'), 'stalin:3 mao:2');
    assert.equal(answer.facets.get('person')?.more, 3);
    assert.equal(valuesOf(answer, 'language'), 'en:2 ar:1 de:1 ko:1 ru:1 zh:1');
    assert.equal(valuesOf(answer, 'kind'), 'document:7 agent:1');
  });
  onFilled('a field that is filtered is counted without its own filter, others with it', async (index) => {
    const filters = [is('language', 'en'), is('person', 'stalin')];
    const answer = await ask(index, { facets, filters });
    assert.equal(valuesOf(answer, 'language'), 'en:1 ru:1 zh:1');
    assert.equal(valuesOf(answer, 'person'), 'johnson:1 soong:1');
    assert.equal(valuesOf(answer, 'kind'), 'document:1');
    assert.equal(answer.total, 1);
  });
  onFilled('an excluded value narrows its own field too', async (index) => {
    const filters: readonly Filter[] = [{ field: 'language', condition: 'is-not', values: ['en'] }];
    assert.equal(valuesOf(await ask(index, { facets, filters }), 'language'), 'ar:1 de:1 ko:1 ru:1 zh:1');
  });
  for (const under of ['r1/558', 'r1/558/'])
    onFilled(`counts the children of the unit ${under}`, async (index) => {
      const answer = await ask(index, { facets: [{ field: 'unit', limit: 9, under }] });
      assert.equal(valuesOf(answer, 'unit'), 'r1/558/11:1 r1/558/12:1');
    });
  onFilled('counts given values', async (index) => {
    const counts = await index.countValues({ node: word('railway'), filters: [] }, 'person', [
      'stalin',
      'mao',
      'x',
    ]);
    assert.deepEqual(
      [...counts],
      [
        ['stalin', 1],
        ['mao', 0],
        ['x', 0],
      ],
    );
  });
  onFilled('counts by year what is certain and what is possible', async (index) => {
    const { years } = await ask(index, { years: true });
    assert.deepEqual(
      years.map(({ year, certain, possible }) => `${year}:${certain}+${possible}`),
      [
        '1945:1+1',
        '1946:0+1',
        '1947:0+1',
        '1948:0+1',
        '1949:1+1',
        '1950:0+2',
        '1951:0+2',
        '1952:0+2',
        '1953:0+1',
        '1954:0+1',
        '1955:1+1',
      ],
    );
    assert.deepEqual((await ask(index, { years: true, node: word('zeppelin') })).years, []);
  });
}

function passageTests(onFilled: OnFilled): void {
  const MARKED: readonly (readonly [sentence: string, node: QueryNode, marked: readonly string[]])[] = [
    ['a word', word('treaty'), ['treaty', 'treaty', 'treaty', 'treaty']],
    ['a phrase as a whole', phrase('treaty of alliance'), ['treaty of alliance']],
    ['a Chinese word in its own characters', word('中苏关系'), ['中蘇關系']],
    ['one Chinese character with its pair', word('苏'), ['蘇關']],
    ['an Arabic word with its vowel signs', word('محمد'), ['مُحَمَّد']],
    ['what is wanted, not what is excluded', and(word('Berlin'), not(word('zeppelin'))), ['Berlin']],
    ['the field that is asked for', word('treaty', 'summary'), ['treaty']],
  ];
  for (const [sentence, node, marked] of MARKED)
    onFilled(`marks ${sentence}`, async (index) => {
      const answer = await ask(index, { node, passages: 9 });
      const found = answer.hits.flatMap(({ passages }) =>
        passages.flatMap(({ text, marks }) => marks.map(([start, end]) => text.slice(start, end))),
      );
      assert.deepEqual(found.toSorted(), marked.toSorted());
    });
  onFilled('a passage says its block, its rendition and its field', async (index) => {
    const answer = await ask(index, { node: word('mentioned'), passages: 3 });
    const [passage] = answer.hits[0]?.passages ?? [];
    assert.equal(passage?.block, 'b2');
    assert.equal(passage?.rendition, 't-1');
    assert.equal(passage?.field, 'text');
    assert.equal(passage?.cutBefore, false);
  });
  onFilled('a long passage is cut around what was found', async (index) => {
    const long = `${'before '.repeat(400)}needle and thread ${'after '.repeat(400)}`;
    const document = documentOf({ title: 'Long', text: [long] }, 8);
    await index.update({ put: [document], remove: [], upTo: 9 });
    const answer = await ask(index, { node: and(word('needle'), word('thread')), passages: 2 });
    const [passage] = answer.hits[0]?.passages ?? [];
    assert.ok(passage !== undefined && passage.text.length < 300 && long.includes(passage.text));
    assert.deepEqual([passage.cutBefore, passage.cutAfter], [true, true]);
    assert.deepEqual(
      passage.marks.map(([start, end]) => passage.text.slice(start, end)),
      ['needle', 'thread'],
    );
  });
  onFilled('no more passages than asked for, and none when no words are', async (index) => {
    const one = await ask(index, { node: word('treaty'), passages: 1 });
    assert.deepEqual(
      one.hits.map(({ passages }) => passages.length),
      [1, 1, 1],
    );
    assert.ok((await ask(index, { passages: 3 })).hits.every(({ passages }) => passages.length === 0));
  });
}

function changingTests(onFilled: OnFilled): void {
  onFilled('remembers what it covers', async (index) => {
    assert.equal(await index.coveredTo(), 8);
    await index.update({ put: [], remove: [], upTo: 12 });
    assert.equal(await index.coveredTo(), 12);
  });
  onFilled('what is put again replaces what was there', async (index) => {
    const changed = documentOf({ title: 'Zeppelin', facets: { person: ['kim'] } }, 1);
    await index.update({ put: [changed], remove: [], upTo: 9 });
    assert.equal(names(await ask(index, { node: word('zeppelin') })), '1');
    assert.equal(names(await ask(index, { node: word('soong') })), '');
    assert.equal(names(await ask(index, { filters: [is('person', 'kim')], sort: 'title' })), '1 4');
    assert.equal((await ask(index, {})).total, 8);
    assert.deepEqual(await index.suggest({ letters: 'record', limit: 5 }), []);
  });
  onFilled('what is removed is in no answer', async (index) => {
    const [first] = DOCUMENTS;
    assert.ok(first);
    await index.update({ put: [], remove: [first.id, idOf('document', 77)], upTo: 9 });
    assert.equal(names(await ask(index, { node: word('soong') })), '');
    assert.equal((await ask(index, {})).total, 7);
    assert.equal(
      valuesOf(await ask(index, { facets: [{ field: 'person', limit: 9 }] }), 'person').includes('soong'),
      false,
    );
    assert.deepEqual(await index.suggest({ letters: 'record', limit: 5 }), []);
    await index.update({ put: [first], remove: [], upTo: 10 });
    assert.equal(names(await ask(index, { node: word('soong') })), '1');
  });
  onFilled('cleared, it holds and covers nothing, and can be filled again', async (index) => {
    await index.clear();
    assert.equal(await index.coveredTo(), 0);
    assert.equal((await ask(index, {})).total, 0);
    assert.equal((await ask(index, { node: word('railway') })).total, 0);
    await index.update({ put: DOCUMENTS, remove: [], upTo: 3 });
    assert.equal(names(await ask(index, { node: word('Geneva') })), '7');
  });
}

function suggestingTests(onFilled: OnFilled): void {
  const SUGGESTED: readonly (readonly [letters: string, suggested: string])[] = [
    ['sta', 'Stalin, I. V.'],
    ['STALIN i', 'Stalin, I. V.'],
    ['filip', 'Stalin, I. V.'],
    ['Фили', 'Stalin, I. V.'],
    ['v', 'Stalin, I. V.'],
    ['telegram', 'Telegram 243 from Geneva'],
    ['毛泽', '毛泽东致斯大林电'],
    ['zeppelin', ''],
    ['', ''],
  ];
  for (const [letters, suggested] of SUGGESTED)
    onFilled(`suggests ${suggested || 'nothing'} for "${letters}"`, async (index) => {
      const found = await index.suggest({ letters, limit: 5 });
      assert.equal(found.map(({ label }) => label).join(' | '), suggested);
    });
  onFilled('suggests only the kinds that are asked for', async (index) => {
    assert.deepEqual(await index.suggest({ letters: 'sta', kinds: ['place'], limit: 5 }), []);
    const [found] = await index.suggest({ letters: 'sta', kinds: ['agent'], limit: 5 });
    assert.equal(found?.id, AGENT.id);
    assert.equal(found?.kind, 'agent');
  });
}
