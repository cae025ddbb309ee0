import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAYS, documents, FIELDS, filter, node, numbered } from '../../../test/support/any-search.ts';
import { printQuery } from '../../core/query-language.ts';
import { SORTS } from '../../core/query.ts';
import type { IndexQuery, SearchIndex } from '../../ports/search-index.ts';
import { memorySearchIndex } from '../memory/search-index.ts';
import { openFts5Index } from '../fts5/search-index.ts';
import { memoryFiles } from './memory-files.ts';
import { invertedIndex } from './search-index.ts';

/** So small that nearly every change becomes a segment, and these are merged again and again. */
const TINY = {
  deltaUnits: 500,
  behindUnits: 500,
  mergeAtOnceBytes: 1 << 14,
  mostSegments: 6,
  manySegments: 3,
  manyBehind: 3,
};

const collected = async <T>(all: AsyncIterable<T>): Promise<readonly T[]> => {
  const list: T[] = [];
  for await (const one of all) list.push(one);
  return list;
};

const question = fc.record({
  batches: fc.array(documents, { minLength: 1, maxLength: 6 }),
  removed: fc.array(fc.nat(14), { maxLength: 4 }),
  node,
  filters: fc.array(filter, { maxLength: 2 }),
  sort: fc.constantFrom(...SORTS.filter((sort) => sort !== 'relevance')),
  letters: fc.constantFrom('m', 'мао', 'ra', 'rail', '毛', 't v', 'Ста'),
});

const idsOf = (all: readonly { readonly id: string }[]): readonly string[] => all.map(({ id }) => id).sort();

test('answers as the index does that looks at everything, however its documents lie in segments', async () => {
  const fts5 = openFts5Index(':memory:');
  await fc.assert(
    fc.asyncProperty(question, async ({ batches, removed, letters, ...asked }) => {
      const files = memoryFiles();
      const memory = memorySearchIndex();
      await fts5.clear();
      let inverted = invertedIndex(files, { limits: TINY });
      for (const [at, batch] of batches.entries()) {
        const put = [...new Map(batch.map((document) => [document.id, document])).values()];
        const remove = removed.slice(at, at + 1).map(numbered);
        for (const index of [inverted, memory, fts5]) await index.update({ put, remove, upTo: at + 1 });
        if (at % 2 === 0) await inverted.search({ ...query(asked), limit: 1 });
      }
      const expected = await everything(memory, query(asked));
      assert.deepEqual(await everything(inverted, query(asked)), expected, printQuery(asked.node));
      const suggested = await inverted.suggest({ letters, limit: 20 });
      assert.deepEqual(idsOf(suggested), idsOf(await fts5.suggest({ letters, limit: 20 })));
      const reader = invertedIndex(files, { limits: TINY });
      assert.deepEqual(await everything(reader, query(asked)), expected, 'from what is written');
      await inverted.close();
      inverted = invertedIndex(files, { limits: TINY });
      assert.deepEqual(await everything(inverted, query(asked)), expected, 'opened again');
      assert.equal(await inverted.coveredTo(), batches.length);
    }),
    { numRuns: 250, seed: 5 },
  );
  await fts5.close();
});

const query = (asked: Pick<IndexQuery, 'node' | 'filters' | 'sort'>): IndexQuery => ({
  ...asked,
  offset: 0,
  limit: 20,
  facets: FIELDS.map((field) => ({ field, limit: 3 })),
  years: true,
  stretches: DAYS.slice(1).map((to) => ({ from: '1945-07-01', to })),
  passages: 2,
});

async function everything(index: SearchIndex, asked: IndexQuery): Promise<unknown> {
  const answer = await index.search(asked);
  const apart = [
    { from: '1945-01-01', to: '1945-12-31' },
    { from: '1946-01-01', to: '1949-12-30' },
    { from: '1950-06-25', to: '1950-06-25' },
  ];
  const ids = [0, 1, 2, 3].map(numbered);
  return {
    ...answer,
    hits: answer.hits.map(({ score: _score, ...hit }) => hit),
    later: (await index.search({ ...asked, offset: 2, limit: 3 })).hits.map(({ id }) => id),
    relevant: (await index.search({ ...asked, sort: 'relevance' })).hits.map(({ id }) => id).sort(),
    stretches: (await index.search({ ...asked, stretches: apart })).stretches,
    values: [...(await index.countValues(asked, 'unit', ['r/1', 'r/2', 'none']))],
    scanned: await collected(index.scan(asked)),
    corrections: await index.corrections({
      node: { kind: 'phrase', text: 'railwya harbuor granery harbour', slop: 0 },
      filters: [],
    }),
    prints: await Promise.all(ids.map((id) => index.sharingPrints(id, 9))),
    similar: await Promise.all(ids.map((id) => index.similar(id, 9))),
    citing: await index.citing(['x', 'y'], 9),
  };
}
