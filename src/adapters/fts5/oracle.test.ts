import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeId, RECORD_KINDS } from '../../core/id.ts';
import {
  TEXT_FIELDS,
  type FacetField,
  type Filter,
  type QueryNode,
  type TextField,
} from '../../core/query.ts';
import { printQuery } from '../../core/query-language.ts';
import type { SearchDocument } from '../../core/search-document.ts';
import { memorySearchIndex } from '../memory/search-index.ts';
import { openFts5Index } from './search-index.ts';

const WORDS = [
  'mao',
  'Mao',
  'T.V.',
  '毛泽东',
  '毛澤',
  '蘇',
  'Сталин',
  'rail',
  'railway',
  'harbour',
  'granary',
];
const FIELDS: readonly FacetField[] = ['person', 'type', 'unit'];
const VALUES = ['a', 'b', 'c', 'r/1', 'r/1/2', 'r/2'];
const DAYS = ['1945-01-01', '1945-07-31', '1946-02-01', '1949-12-31', '1950-06-25'];

const words = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((all) => all.join(' '));
const day = fc.option(fc.constantFrom(...DAYS), { nil: undefined });
const some = <T>(key: string, value: T | undefined): object => (value === undefined ? {} : { [key]: value });

const documents: fc.Arbitrary<readonly SearchDocument[]> = fc.array(
  fc
    .record({
      id: fc.nat(14).map((n) => makeId('document', String(n).padStart(8, '0'))),
      kind: fc.constantFrom(...RECORD_KINDS.slice(0, 3)),
      passages: fc.array(fc.record({ field: fc.constantFrom(...TEXT_FIELDS), text: words(9) }), {
        maxLength: 5,
      }),
      facets: fc.dictionary(
        fc.constantFrom(...FIELDS),
        fc.array(fc.constantFrom(...VALUES), { maxLength: 3 }),
      ),
      days: fc
        .tuple(day, day)
        .map(([a, b]) => (a !== undefined && b !== undefined && a > b ? [b, a] : [a, b])),
      key: fc.nat(3).map(String),
      prints: fc.uniqueArray(fc.nat(6), { maxLength: 4 }),
      cites: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 2 }),
    })
    .map(({ days, key, ...rest }) => ({
      ...rest,
      ...some('earliest', days[0]),
      ...some('latest', days[1]),
      dateKey: key,
      titleKey: key,
      openedAt: key,
    })),
  { maxLength: 14 },
);

const field: fc.Arbitrary<TextField | undefined> = fc.option(fc.constantFrom(...TEXT_FIELDS), {
  nil: undefined,
});
const facet = fc.constantFrom(...FIELDS);
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    field: facet,
    condition: fc.constantFrom('is' as const, 'is-not' as const),
    values: fc.array(fc.constantFrom(...VALUES), { maxLength: 2 }),
  }),
  fc.record({ field: facet, condition: fc.constantFrom('any' as const, 'none' as const) }),
  fc.record({
    field: fc.constantFrom(...TEXT_FIELDS),
    condition: fc.constantFrom('contains' as const, 'contains-not' as const),
    words: words(2),
  }),
  fc.tuple(day, day, fc.boolean()).map(([from, to, certainly]): Filter => ({
    field: 'date',
    condition: 'between',
    certainly,
    ...some('from', from),
    ...some('to', to),
  })),
);
const { node } = fc.letrec<{ node: QueryNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc
      .tuple(words(1), field)
      .map(([text, name]): QueryNode => ({ kind: 'word', text, ...some('field', name) })),
    fc
      .tuple(words(1), field)
      .map(([text, name]): QueryNode => ({ kind: 'prefix', text, ...some('field', name) })),
    fc
      .tuple(words(3), fc.nat(4), field)
      .map(([text, slop, name]): QueryNode => ({ kind: 'phrase', text, slop, ...some('field', name) })),
    fc
      .tuple(fc.constantFrom('ma*', '*a?', 'ra*y', 'r?il', '*'), field)
      .map(([text, name]): QueryNode => ({ kind: 'wildcard', text, ...some('field', name) })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((nodes): QueryNode => ({
      kind: 'variants',
      nodes: nodes.map((one, at) => ({ node: one, weight: 1 / (at + 1) })),
    })),
    filter.map((one): QueryNode => ({ kind: 'filter', filter: one })),
    fc.constant<QueryNode>({ kind: 'everything' }),
    fc.array(tie('node'), { maxLength: 3 }).map((nodes): QueryNode => ({ kind: 'and', nodes })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((nodes): QueryNode => ({ kind: 'or', nodes })),
    tie('node').map((one): QueryNode => ({ kind: 'not', node: one })),
  ),
}));

test('finds, counts, sorts and marks as the index does that looks at everything', async () => {
  const fts5 = openFts5Index(':memory:');
  const question = fc.record({
    documents,
    removed: fc.array(fc.nat(14), { maxLength: 2 }),
    node,
    filters: fc.array(filter, { maxLength: 2 }),
    sort: fc.constantFrom('earliest' as const, 'latest' as const, 'title' as const, 'opened' as const),
  });
  await fc.assert(
    fc.asyncProperty(question, async ({ documents: given, removed, filters, sort, ...asked }) => {
      const memory = memorySearchIndex();
      await fts5.clear();
      const once = [...new Map(given.map((document) => [document.id, document])).values()];
      const remove = removed.map((n) => makeId('document', String(n).padStart(8, '0')));
      for (const index of [fts5, memory]) {
        await index.update({ put: once, remove: [], upTo: 1 });
        await index.update({ put: once.slice(0, 2), remove, upTo: 2 });
      }
      const query = {
        node: asked.node,
        filters,
        sort,
        offset: 0,
        limit: 20,
        facets: FIELDS.map((name) => ({ field: name, limit: 3 })),
        years: true,
        stretches: DAYS.slice(1).map((to) => ({ from: '1945-07-01', to })),
        passages: 2,
      };
      const withoutScores = async (index: typeof fts5): Promise<unknown> => {
        const answer = await index.search(query);
        const relations = await Promise.all(
          once.flatMap(({ id }) => [index.sharingPrints(id, 9), index.similar(id, 9)]),
        );
        const citing = await index.citing(['x', 'y'], 9);
        return { ...answer, hits: answer.hits.map(({ score: _score, ...hit }) => hit), relations, citing };
      };
      assert.deepEqual(await withoutScores(fts5), await withoutScores(memory), printQuery(asked.node));
    }),
    { numRuns: 150, seed: 5 },
  );
  await fts5.close();
});

test('finds words near each other as the index does that looks at everything', async () => {
  const fts5 = openFts5Index(':memory:');
  const letters = (least: number, most: number): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...'abcx'), { minLength: least, maxLength: most }).map((all) => all.join(' '));
  const passages = fc.array(letters(1, 7), { minLength: 1, maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(passages, letters(2, 3), fc.nat(4), async (texts, text, slop) => {
      const document: SearchDocument = {
        id: makeId('document', '00000000'),
        kind: 'document',
        passages: texts.map((words) => ({ field: 'text', text: words })),
        facets: {},
        dateKey: '',
        titleKey: '',
        openedAt: '',
      };
      const memory = memorySearchIndex();
      const query = { node: { kind: 'phrase', text, slop } as const, filters: [] };
      const found: number[] = [];
      for (const index of [fts5, memory]) {
        await index.update({ put: [document], remove: [], upTo: 1 });
        const asked = { ...query, sort: 'earliest', offset: 0, limit: 1, facets: [], passages: 0 } as const;
        found.push((await index.search(asked)).total);
      }
      assert.equal(found[0], found[1]);
    }),
    { numRuns: 300, seed: 5 },
  );
  await fts5.close();
});
