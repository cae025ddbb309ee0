import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ArchiveRecord } from './record.ts';
import { putTexts, takeTexts } from './texts.ts';
import {
  documentWithTexts,
  sampleCollection,
  sampleDocument,
  samplePerson,
  sampleText,
} from './record.samples.ts';

const matter = { slug: 'preface', title: 'Preface', position: 'front', mentions: [] } as const;

for (const [sentence, record, hasTexts] of [
  ['a document with texts, a text layer and a page without one', documentWithTexts('cipher'), true],
  ['a document without renditions', sampleDocument('x'), false],
  [
    'a collection with matter',
    sampleCollection('x', { matter: [{ ...matter, text: sampleText('cipher') }] }),
    true,
  ],
  ['a collection without', sampleCollection('x'), false],
  ['a person', samplePerson('words'), false],
] as readonly (readonly [string, ArchiveRecord, boolean])[])
  test(`${sentence} is taken apart and whole again`, () => {
    const before = JSON.stringify(record);
    const { description, texts } = takeTexts(record);
    assert.equal(texts !== undefined, hasTexts);
    if (hasTexts) assert.doesNotMatch(JSON.stringify(description), /cipher/);
    assert.deepEqual(putTexts(description, texts), record);
    assert.equal(JSON.stringify(record), before, 'the record itself is left alone');
  });

test('any number of renditions with any words come back', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), (words) => {
      const renditions = words.flatMap((one) => documentWithTexts(one).renditions);
      const record = sampleDocument('x', { renditions });
      const { description, texts } = takeTexts(record);
      assert.deepEqual(putTexts(description, texts), record);
    }),
    { numRuns: 50, seed: 1 },
  );
});
