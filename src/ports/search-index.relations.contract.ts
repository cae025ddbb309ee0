import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchDocument } from '../core/search-document.ts';
import { AGENT, documentOf, idOf } from './search-index.corpus.ts';
import { COMMON_PRINT, type SearchIndex } from './search-index.ts';

const numbered = (id: string): string => String(Number(id.slice(1, 9)));

/** A document with a fingerprint and citations. */
function bound(n: number, more: Pick<SearchDocument, 'prints' | 'cites'>, text = ''): SearchDocument {
  return { ...documentOf({ title: `Paper ${n}`, text: [text] }, n), ...more };
}

const HARBOUR = 'The harbour pilots of Stavin met the lighthouse keeper about the lantern strait.';
const GRAIN = 'Wheat, barley and millet were weighed at the granary.';
const BOUND: readonly SearchDocument[] = [
  bound(21, { prints: [1, 2, 3, 2 ** 48 - 1], cites: ['tei:v#d2', 'number:243@geneva'] }, HARBOUR),
  bound(22, { prints: [2, 3, 2 ** 48 - 1] }, `${HARBOUR} Nothing else.`),
  bound(23, { prints: [3, 9] }, 'The harbour pilots of Stavin were paid at the lighthouse.'),
  bound(24, { prints: [8], cites: ['number:243@geneva'] }, GRAIN),
  bound(25, {}, `${GRAIN} Lantern oil too.`),
  ...Array.from({ length: 20 }, (_, at) => bound(30 + at, {}, `An ordinary paper, numbered ${at}.`)),
];

/** Registers the tests of what binds documents to each other. `make` gives an empty index. */
export function searchIndexRelationsContract(name: string, make: () => Promise<SearchIndex>): void {
  const onBound = (sentence: string, check: (index: SearchIndex) => Promise<void>): void => {
    test(`${name}: ${sentence}`, async () => {
      const index = await make();
      try {
        await index.update({ put: [...BOUND, AGENT], remove: [], upTo: 8 });
        await check(index);
      } finally {
        await index.close();
      }
    });
  };
  printTests(onBound);
  citingTests(onBound);
  likenessTests(onBound);
}

type OnBound = (sentence: string, check: (index: SearchIndex) => Promise<void>) => void;

const sharing = async (index: SearchIndex, n: number, limit = 9): Promise<string> =>
  (await index.sharingPrints(idOf('document', n), limit))
    .map(({ id, shared }) => `${numbered(id)}:${shared}`)
    .join(' ');

function printTests(onBound: OnBound): void {
  onBound(
    'documents with the same prints are found, the most first, itself not among them',
    async (index) => {
      assert.equal(await sharing(index, 21), '22:3 23:1');
      assert.equal(await sharing(index, 21, 1), '22:3');
      assert.equal(await sharing(index, 23), '21:1 22:1');
      assert.equal(await sharing(index, 24), '');
      assert.equal(await sharing(index, 25), '');
      assert.equal(await sharing(index, 99), '');
    },
  );
  onBound('what is put again has its new prints, and no others', async (index) => {
    await index.update({ put: [bound(22, { prints: [8] })], remove: [], upTo: 9 });
    assert.equal(await sharing(index, 21), '23:1');
    assert.equal(await sharing(index, 24), '22:1');
  });
  onBound('what is removed shares nothing, and can come again', async (index) => {
    await index.update({ put: [], remove: [idOf('document', 22)], upTo: 9 });
    assert.equal(await sharing(index, 21), '23:1');
    assert.equal(await sharing(index, 22), '');
    await index.update({ put: BOUND.slice(1, 2), remove: [], upTo: 10 });
    assert.equal(await sharing(index, 21), '22:3 23:1');
    await index.clear();
    assert.equal(await sharing(index, 21), '');
    await index.update({ put: BOUND, remove: [], upTo: 11 });
    assert.equal(await sharing(index, 21), '22:3 23:1');
  });
  onBound('a print that many have counts nothing; that the last of many may have counts', async (index) => {
    const many = (count: number): readonly SearchDocument[] =>
      Array.from({ length: count }, (_, at) => bound(100 + at, { prints: [3] }));
    await index.update({ put: many(COMMON_PRINT - 3), remove: [], upTo: 9 });
    assert.equal((await index.sharingPrints(idOf('document', 23), 99)).length, COMMON_PRINT - 1);
    await index.update({ put: many(COMMON_PRINT - 2), remove: [], upTo: 10 });
    assert.equal(await sharing(index, 23), '');
    assert.equal(await sharing(index, 21), '22:2');
  });
}

function citingTests(onBound: OnBound): void {
  const citing = async (index: SearchIndex, ...identifiers: readonly string[]): Promise<string> =>
    (await index.citing(identifiers, 9)).map(numbered).join(' ');
  onBound('records whose texts lead to an identifier are found', async (index) => {
    assert.equal(await citing(index, 'number:243@geneva'), '21 24');
    assert.equal(await citing(index, 'tei:v#d2', 'number:243@geneva', 'tei:v#d3'), '21 24');
    assert.equal(await citing(index, 'tei:v#d'), '');
    assert.equal(await citing(index), '');
    assert.equal((await index.citing(['number:243@geneva'], 1)).length, 1);
  });
  onBound('what leads there no more is not found', async (index) => {
    await index.update({ put: [bound(24, { cites: ['x'] })], remove: [idOf('document', 21)], upTo: 9 });
    assert.equal(await citing(index, 'number:243@geneva', 'tei:v#d2'), '');
    assert.equal(await citing(index, 'x'), '24');
    await index.clear();
    assert.equal(await citing(index, 'x'), '');
  });
}

function likenessTests(onBound: OnBound): void {
  const like = async (index: SearchIndex, n: number, limit = 9): Promise<string> =>
    (await index.similar(idOf('document', n), limit)).map(({ id }) => numbered(id)).join(' ');
  onBound('documents with the same telling words are found, the likest first', async (index) => {
    assert.equal(await like(index, 21), '22 23');
    assert.equal(await like(index, 21, 1), '22');
    assert.equal(await like(index, 24), '25');
    assert.equal(await like(index, 30), '');
    assert.equal(await like(index, 99), '');
    assert.deepEqual(await index.similar(AGENT.id, 9), []);
    const [best] = await index.similar(idOf('document', 21), 1);
    assert.ok(best !== undefined && best.likeness > 0.9 && best.likeness <= 1);
  });
  onBound('what is removed is like nothing', async (index) => {
    await index.update({ put: [], remove: [idOf('document', 22)], upTo: 9 });
    assert.equal(await like(index, 22), '');
    assert.doesNotMatch(await like(index, 21), /22/);
  });
}
