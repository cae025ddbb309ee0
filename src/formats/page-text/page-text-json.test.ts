import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PageText } from '../../core/facsimile/page-text.ts';
import { readPageText, writePageText } from './page-text-json.ts';

const px = fc.integer({ min: 0, max: 20_000 });
const word = fc.record(
  { text: fc.string(), x: px, y: px, w: px, h: px, confidence: fc.float({ min: 0, max: 1, noNaN: true }) },
  { requiredKeys: ['text', 'x', 'y', 'w', 'h'] },
);
const pageText: fc.Arbitrary<PageText> = fc.record(
  {
    widthPx: fc.integer({ min: 1, max: 20_000 }),
    heightPx: fc.integer({ min: 1, max: 20_000 }),
    lines: fc.array(fc.record({ isBlockStart: fc.boolean(), words: fc.array(word, { maxLength: 5 }) }), {
      maxLength: 5,
    }),
    madeBy: fc.constant({ engine: 'an engine 1.0', model: 'fra' }),
  },
  { requiredKeys: ['widthPx', 'heightPx', 'lines'] },
);

test('what is written is read back', () => {
  fc.assert(
    fc.property(pageText, (text) => {
      const written = writePageText(text);
      const read = readPageText(written, 'x');
      assert.ok(read.ok);
      assert.equal(writePageText(read.value), written);
      assert.deepEqual(JSON.parse(JSON.stringify(read.value)), JSON.parse(JSON.stringify(text)));
    }),
    { numRuns: 100, seed: 4 },
  );
});

for (const [name, json, code] of [
  ['no JSON', '{', 'json-broken'],
  ['a page without a width', '{"version":1,"height":3,"lines":[]}', 'json-broken'],
  [
    'a word of too few numbers',
    '{"version":1,"width":9,"height":3,"lines":[{"words":[["a",1,2,3]]}]}',
    'json-broken',
  ],
  [
    'a confidence over 1',
    '{"version":1,"width":9,"height":3,"lines":[{"words":[["a",1,2,3,4,93]]}]}',
    'json-broken',
  ],
] as const)
  test(`${name} is a problem`, () => {
    const read = readPageText(json, 'page.json');
    assert.equal(read.ok ? 'read' : read.problem.code, code);
  });
