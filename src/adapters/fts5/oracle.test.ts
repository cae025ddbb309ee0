import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAYS, documents, FIELDS, filter, node, numbered } from '../../../test/support/any-search.ts';
import { makeId } from '../../core/id.ts';
import { printQuery } from '../../core/query-language.ts';
import type { SearchDocument } from '../../core/search-document.ts';
import { memorySearchIndex } from '../memory/search-index.ts';
import { openFts5Index } from './search-index.ts';

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
      const remove = removed.map(numbered);
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
