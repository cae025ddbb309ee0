import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PageText } from '../../core/facsimile/page-text.ts';
import { readTree } from '../xml-mapping/read-tree.ts';
import { descendantsOf, type XmlElement } from '../xml/xml-node.ts';
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
  assert.match(xml, /CONTENT="teilung"[^>]* SUBS_TYPE="HypPart2" SUBS_CONTENT="Mitteilung"\/>/);
  const read = await readAlto({ name: 'p.xml', chunks: once(xml) });
  assert.deepEqual(read.pages[0]?.text, text);
});

/** What may stand in each element, in order, and what each must bear. Source: alto-4-4.xsd, read 2026-11-23. */
const GRAMMAR: Readonly<Record<string, readonly [within: RegExp, must: readonly string[]]>> = {
  alto: [/^Description Layout $/, ['xmlns']],
  Description: [/^MeasurementUnit sourceImageInformation (?:Processing )*$/, []],
  MeasurementUnit: [/^$/, []],
  sourceImageInformation: [/^fileName $/, []],
  fileName: [/^$/, []],
  Processing: [/^processingSoftware $/, ['ID']],
  processingSoftware: [/^(?:softwareName )?(?:softwareVersion )?(?:applicationDescription )?$/, []],
  softwareName: [/^$/, []],
  applicationDescription: [/^$/, []],
  Layout: [/^Page $/, []],
  Page: [/^PrintSpace $/, ['ID', 'PHYSICAL_IMG_NR', 'HEIGHT', 'WIDTH']],
  PrintSpace: [/^(?:TextBlock )*$/, ['HPOS', 'VPOS', 'WIDTH', 'HEIGHT']],
  TextBlock: [/^(?:TextLine )+$/, ['ID', 'HPOS', 'VPOS', 'WIDTH', 'HEIGHT']],
  TextLine: [/^(?:String (?:SP )?)+(?:HYP )?$/, ['ID', 'HPOS', 'VPOS', 'WIDTH', 'HEIGHT']],
  String: [/^$/, ['CONTENT', 'HPOS', 'VPOS', 'WIDTH', 'HEIGHT']],
  SP: [/^$/, []],
  HYP: [/^$/, ['CONTENT']],
};

function* faultsIn(element: XmlElement): Generator<string> {
  const [within, must] = GRAMMAR[element.name] ?? [];
  const inner = element.children.filter((child) => typeof child !== 'string');
  const order = inner.map(({ name }) => `${name} `).join('');
  if (!within?.test(order)) yield `${element.name}: ${order}`;
  for (const name of must ?? []) if (!element.attributes[name]) yield `${element.name} without ${name}`;
  for (const name of ['HPOS', 'VPOS', 'WIDTH', 'HEIGHT', 'PHYSICAL_IMG_NR'])
    if (!/^\d*$/.test(element.attributes[name] ?? '')) yield `${element.name} ${name}`;
  const { WC = '1', SUBS_TYPE = 'HypPart1' } = element.attributes;
  if (!(Number(WC) >= 0 && Number(WC) <= 1)) yield `WC ${WC}`;
  if (!/^HypPart[12]$/.test(SUBS_TYPE)) yield SUBS_TYPE;
  for (const one of inner) yield* faultsIn(one);
}

test('what is written is as the schema has it: order, what must be borne, each id once, references that lead somewhere', async () => {
  const divided = page.map((text) => ({
    ...text,
    madeBy: { engine: 'lotse 4', model: 'deu' },
    lines: text.lines.map(({ words, ...line }, at) => ({
      ...line,
      words: words.map((one, nth) =>
        at % 2 === 0 && nth === words.length - 1 ? { ...one, text: `${one.text}\u00ad` } : one,
      ),
    })),
  }));
  await fc.assert(
    fc.asyncProperty(fc.oneof(page, divided), async (text) => {
      const xml = writeAlto(text, 'p.jpg', { number: 3, language: 'de' });
      const { root, problems } = await readTree({ name: 'p.xml', chunks: once(xml) });
      assert.ok(root);
      assert.deepEqual([...problems, ...faultsIn(root)], []);
      const all = descendantsOf(root);
      const ids = all.flatMap(({ attributes }) => attributes['ID'] ?? []);
      assert.equal(new Set(ids).size, ids.length);
      const references = all.flatMap(({ attributes }) => attributes['PROCESSINGREFS'] ?? []);
      assert.ok(references.every((one) => ids.includes(one)));
    }),
    { numRuns: 100, seed: 8 },
  );
});

test('a reading order may name several blocks at once', async () => {
  const block = (id: string, word: string): string =>
    `<TextBlock ID="${id}"><TextLine><String CONTENT="${word}" HPOS="1" VPOS="1" WIDTH="2" HEIGHT="2"/></TextLine></TextBlock>`;
  const xml = `<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Description><MeasurementUnit>pixel</MeasurementUnit></Description><ReadingOrder><OrderedGroup ID="g"><ElementRef ID="r" REF="c b"/></OrderedGroup></ReadingOrder><Layout><Page ID="p" PHYSICAL_IMG_NR="1" WIDTH="9" HEIGHT="9"><PrintSpace>${block('a', 'last')}${block('b', 'second')}${block('c', 'first')}</PrintSpace></Page></Layout></alto>`;
  const { pages } = await readAlto({ name: 'p.xml', chunks: once(xml) });
  assert.deepEqual(
    pages[0]?.text.lines.map(({ words }) => words[0]?.text),
    ['first', 'second', 'last'],
  );
});
