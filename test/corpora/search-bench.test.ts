import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPeer } from '../../bench/search/peer.ts';
import { questionsOf } from '../../bench/search/questions.ts';
import { shortly } from '../../bench/search/run-engine.ts';
import { syntheticDocuments } from '../../bench/search/synthetic.ts';
import { openFts5Index } from '../../src/adapters/fts5/search-index.ts';

const documents = [...syntheticDocuments(400)];

test('the made-up documents are the same each time, in three scripts, with days unknown and open', () => {
  assert.deepEqual([...syntheticDocuments(5)], documents.slice(0, 5));
  const languages = new Set(documents.flatMap(({ facets }) => facets.language ?? []));
  assert.ok(languages.has('en') && languages.has('ru') && languages.has('zh'));
  assert.ok(documents.some(({ earliest, latest }) => earliest === undefined && latest === undefined));
  assert.ok(documents.some(({ earliest, latest }) => earliest !== latest));
});

test('the peer finds, counts and tells years as the index does, in every class of query', async () => {
  const [index, peer] = [openFts5Index(':memory:'), openPeer(':memory:')];
  for (const engine of [index, peer]) await engine.update({ put: documents, remove: [], upTo: 1 });
  await peer.finish?.();
  const classes = questionsOf(documents, 4);
  assert.ok(classes.length >= 15, classes.map(({ name }) => name).join(', '));
  let found = 0;
  for (const { name, asked } of classes)
    for (const one of asked) {
      if (one.kind === 'suggest') continue;
      const [ours, theirs] = [await index.search(one.query), await peer.search(one.query)];
      found += ours.total;
      assert.equal(shortly(theirs), shortly(ours), `${name}: ${JSON.stringify(one.query.node)}`);
    }
  assert.ok(found > 1000);
  await index.close();
  await peer.close();
});
