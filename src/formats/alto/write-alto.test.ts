import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PageText } from '../../core/facsimile/page-text.ts';
import { readAlto } from './read-alto.ts';
import { writeAlto } from './write-alto.ts';

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
const px = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });
const word = fc.record(
  {
    text: fc.stringMatching(/^[A-Za-zé字&<>"'-]{1,8}$/),
    x: px(500),
    y: px(500),
    w: px(499),
    h: px(499),
    confidence: px(100).map((percent) => percent / 100),
  },
  { requiredKeys: ['text', 'x', 'y', 'w', 'h'] },
);
const line = fc.record({ isBlockStart: fc.boolean(), words: fc.array(word, { minLength: 1, maxLength: 4 }) });
const page: fc.Arbitrary<PageText> = fc.array(line, { maxLength: 6 }).map((lines) => ({
  widthPx: 1000,
  heightPx: 1000,
  lines: lines.map((one, at) => (at === 0 ? { ...one, isBlockStart: true } : one)),
}));

test('ALTO that was written is read back equal, without a problem', async () => {
  await fc.assert(
    fc.asyncProperty(page, async (text) => {
      const read = await readAlto({ name: 'p.xml', chunks: once(writeAlto(text, 'p & q.jpg')) });
      const expected = JSON.parse(JSON.stringify(text));
      assert.deepEqual(read, {
        pages: [{ text: expected, isInPixels: true, imageName: 'p & q.jpg' }],
        problems: [],
      });
    }),
    { numRuns: 100, seed: 7 },
  );
});

test('the engine and a divided word are kept', async () => {
  const box = { x: 1, y: 2, w: 3, h: 4 };
  const text: PageText = {
    widthPx: 10,
    heightPx: 10,
    madeBy: { engine: 'lotse 4' },
    lines: [
      { isBlockStart: true, words: [{ text: 'Mit\u00ad', ...box }] },
      { isBlockStart: false, words: [{ text: 'teilung', ...box }] },
    ],
  };
  const xml = writeAlto(text, 'p.jpg');
  assert.match(xml, /SUBS_TYPE="HypPart1" SUBS_CONTENT="Mitteilung"\/><HYP /);
  const read = await readAlto({ name: 'p.xml', chunks: once(xml) });
  assert.deepEqual(read.pages[0]?.text, text);
});
