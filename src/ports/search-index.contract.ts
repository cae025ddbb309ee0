import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FacetField, Filter, QueryNode } from '../core/query.ts';
import { FILTERS, ORDERS, QUERIES } from './search-index.cases.ts';
import {
  AGENT,
  and,
  ask,
  documentOf,
  DOCUMENTS,
  EVERYTHING,
  idOf,
  is,
  nameOf,
  names,
  not,
  or,
  phrase,
  variants,
  word,
} from './search-index.corpus.ts';
import { searchIndexRelationsContract } from './search-index.relations.contract.ts';
import type { IndexAnswer, SearchIndex } from './search-index.ts';

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
  correctingTests(onFilled);
  changingTests(onFilled);
  suggestingTests(onFilled);
  searchIndexRelationsContract(name, make);
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
  onFilled('a way to say a thing weighs what it is said to', async (index) => {
    const sayings = (first: string, second: string): QueryNode => variants(word(first), word(second));
    assert.equal(names(await ask(index, { node: sayings('Geneva', 'Soong') })), '7 1');
    assert.equal(names(await ask(index, { node: sayings('Soong', 'Geneva') })), '1 7');
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
  onFilled('counts by stretches of days what is certain and what is possible', async (index) => {
    const { stretches } = await ask(index, {
      stretches: [
        { from: '1945-07-02', to: '1945-07-02' },
        { from: '1949-01-01', to: '1949-12-31' },
        { from: '1950-06-01', to: '1950-06-30' },
        { from: '1800-01-01', to: '1800-12-31' },
      ],
    });
    assert.deepEqual(
      stretches.map(({ certain, possible }) => `${certain}+${possible}`),
      ['1+1', '1+1', '0+2', '0+1'],
    );
    assert.deepEqual((await ask(index, {})).stretches, []);
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

function correctingTests(onFilled: OnFilled): void {
  const CORRECTED: readonly (readonly [sentence: string, node: QueryNode, corrected: string])[] = [
    ['a letter too many', word('raillway'), 'raillway:railway:3'],
    ['a letter too few', word('tready'), 'tready:treaty:3'],
    ['two neighbours that changed places', word('traety'), 'traety:treaty:3'],
    ['a word in another script', word('Сталино'), ''],
    ['a word that is there', word('railway'), ''],
    ['a word of one document that others nearly have', word('treated'), 'treated:treaty:3'],
    ['a short word', word('tre'), ''],
    ['a Chinese word', word('中苏关条'), ''],
    ['a number', word('194500'), ''],
    ['what is denied', and(word('Berlin'), not(word('raillway'))), ''],
    ['what was typed, not its variants', variants(word('raillway'), word('tready')), 'raillway:railway:3'],
  ];
  for (const [sentence, node, corrected] of CORRECTED)
    onFilled(`corrects ${sentence}: ${corrected || 'nothing'}`, async (index) => {
      const found = await index.corrections({ node, filters: [] });
      assert.equal(
        found.map(({ word: asked, instead, documents }) => `${asked}:${instead}:${documents}`).join(' '),
        corrected,
      );
    });
  onFilled('tells in how many documents terms stand', async (index) => {
    const counted = await index.documentsWith(['railway', 'treaty', 'raillway', '中苏', 'stalin', '']);
    assert.deepEqual(Object.fromEntries(counted), { railway: 3, treaty: 3, 中苏: 1, stalin: 2 });
  });
  onFilled('what is removed stands in no document', async (index) => {
    await index.update({ put: [], remove: [idOf('document', 6), idOf('document', 7)], upTo: 9 });
    assert.deepEqual(
      await index.documentsWith(['alliance', 'geneva', 'johnson']),
      new Map([['alliance', 1]]),
    );
  });
  onFilled('what is removed corrects nothing', async (index) => {
    const asked = { node: word('raillway'), filters: [] };
    await index.update({ put: [], remove: [idOf('document', 6), idOf('document', 7)], upTo: 9 });
    assert.deepEqual(await index.corrections(asked), []);
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
