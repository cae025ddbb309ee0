import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HandoutBlock } from '../../core/handout.ts';
import { handoutWith, paragraph, section } from '../../../test/support/fake-handout.ts';
import { pagesOfPdf, textOfPdf } from '../../../test/support/pdf-text.ts';
import { TooLong } from './sheet.ts';
import { writeHandout } from './write-handout.ts';

const write = (blocks: readonly HandoutBlock[], mostPages = 50): Promise<Uint8Array<ArrayBuffer>> =>
  writeHandout(handoutWith(blocks), mostPages);
const textOf = async (blocks: readonly HandoutBlock[]): Promise<string> =>
  (await textOfPdf(await write(blocks))).join('\n').replace(/\s+/g, ' ');

const LATIN = 'Façade, naïveté, Żółć, Đorđe, ľúbosť, “quoted” – ‘so’ … fi ffl §12.';
const GREEK = 'Ὁ πρέσβυς εἶπεν ὅτι οὐδὲν ἔχει.';
const CYRILLIC = 'Ёлка, Київ, Ђорђе, Ўзбек: «Рейтер донёс».';

test('Latin, Greek and Cyrillic are copied as they stand', async () => {
  const text = await textOf([paragraph(LATIN), paragraph(GREEK), paragraph(CYRILLIC)]);
  for (const sentence of [LATIN, GREEK, CYRILLIC])
    assert.ok(text.includes(sentence.normalize('NFC')), `${sentence} in ${text}`);
});

test('numbers, signs, notes and bars stand in the text in their places', async () => {
  const text = await textOf([
    paragraph(
      [{ text: 'The minister ' }, { text: '[name not declassified]', marks: ['barred'] }, { text: ' left.' }],
      {
        number: 7,
      },
    ),
    paragraph('First.', { marker: '(a)', depth: 1 }),
    paragraph([
      { text: 'top secret', marks: ['small-caps'] },
      { text: ' then', marks: ['spaced'] },
    ]),
    paragraph([{ text: 'Doubt' }, { text: 'ful', marks: ['unclear'] }, { text: '3', marks: ['raised'] }]),
  ]);
  assert.match(text, /7 The minister \[name not declassified\] left\./);
  assert.match(text, /\(a\) First\./);
  assert.match(text, /Doubtful ?3/);
  assert.match(text, /top secret t ?h ?e ?n/);
});

test('a text in letters that cannot be set is not set: its place says where it is', async () => {
  const chinese = section('Text, Chinese', [paragraph('毛泽东同志，你好。我们收到了你的电报。')]);
  const text = await textOf([
    chinese,
    section('Text, English', [paragraph('We have your telegram, Mao 毛泽东.')]),
  ]);
  assert.match(text, /Text, Chinese See the page for Text, Chinese\./);
  assert.match(text, /We have your telegram, Mao \[Chinese characters\]\./);
  assert.match(text, /brackets say of which script/);
  assert.doesNotMatch(text, /[\u4e00-\u9fff\ufffd\u0000]/);
});

test('what is all there says nothing of letters that are not', async () =>
  assert.doesNotMatch(await textOf([paragraph('Plain.')]), /brackets/));

test('nothing is set wider than its measure, and no word is lost', async () => {
  const long = `${'x'.repeat(400)} ${'Donaudampfschifffahrtsgesellschaft '.repeat(60)}end`;
  const [page] = await pagesOfPdf(await write([paragraph(long)]));
  const words = page?.words ?? [];
  assert.ok(words.every(({ x, w }) => x + w < 595 - 60));
  const set = words.map(({ text }) => text).join('');
  assert.ok(set.includes(`${'x'.repeat(400)}Donau`) && set.includes('gesellschaftend'));
  assert.equal(set.split('Donaudampfschifffahrtsgesellschaft').length, 61);
});

test('tables: cells stand in their columns, a row too tall goes over pages', async () => {
  const cell = (text: string): { runs: { text: string }[]; columns: number; isHeader: boolean } => ({
    runs: [{ text }],
    columns: 1,
    isHeader: false,
  });
  const table: HandoutBlock = {
    kind: 'table',
    number: 5,
    rows: [
      { isHeader: true, cells: [cell('Ship'), cell('Tons')] },
      { isHeader: false, cells: [cell('Adelheid'), cell('1,204')] },
      { isHeader: false, cells: [cell('word '.repeat(4000)), cell('9')] },
    ],
  };
  const pages = await pagesOfPdf(await write([table]));
  const [ship, tons, adelheid, weight] = ['Ship', 'Tons', 'Adelheid', '1,204'].map((text) =>
    pages[0]?.words.find((word) => word.text === text),
  );
  assert.ok(ship && tons && adelheid && weight);
  assert.ok(Math.abs(ship.x - adelheid.x) < 2 && Math.abs(tons.x - weight.x) < 2 && tons.x > ship.x + 20);
  const number = pages[0]?.words.find(({ text, x }) => text === '5' && x < ship.x);
  assert.ok(number && Math.abs(number.y - ship.y) < 4);
  assert.ok(pages.length > 1);
  const all = pages.flatMap(({ words }) => words).filter(({ text }) => text === 'word');
  assert.equal(all.length, 4000);
});

test('a heading stays with what follows, and no line of a paragraph stands alone', async () => {
  for (let lines = 36; lines < 48; lines++) {
    const filler = Array.from({ length: lines }, () => paragraph('Filler.'));
    const two =
      'It goes on for more than a line, so that two lines of it there are, and only two of them are here.';
    const heading = paragraph('A heading', { style: 'heading', level: 1 });
    const pages = await textOfPdf(await write([...filler, heading, paragraph(two)]));
    const at = pages.findIndex((page) => page.includes('A heading'));
    assert.ok(pages[at]?.includes('It goes on') && pages[at]?.includes('are here.'), `${lines} lines before`);
  }
});

test('the same handout is the same bytes, and its only date is the edition’s', async () => {
  const blocks = [paragraph(LATIN), section('Text', [paragraph(CYRILLIC)])];
  const [one, other] = [await write(blocks), await write(blocks)];
  assert.ok(Buffer.from(one).equals(Buffer.from(other)));
  const plain = Buffer.from(one).toString('latin1');
  assert.match(plain, /D:20260102030405Z/);
  assert.doesNotMatch(plain, new RegExp(`D:(?!20260102030405Z)`));
});

test('it says its title, language and structure, whatever the title holds', async () => {
  const bytes = await writeHandout(handoutWith([paragraph('x')], { title: 'A & B <secret> “Ж”' }), 50);
  const plain = Buffer.from(bytes).toString('utf8');
  assert.match(plain, /A &amp; B &lt;secret&gt; “Ж”/);
  assert.match(plain, /\/Lang \(en\)/);
  assert.match(plain, /\/Marked true/);
  assert.match(plain, /\/DisplayDocTitle true/);
  assert.match(plain, /\/Outlines/);
});

test('more pages than there may be are refused', async () => {
  const long = Array.from({ length: 400 }, () => paragraph('Filler.'));
  await assert.rejects(write(long, 3), TooLong);
});
