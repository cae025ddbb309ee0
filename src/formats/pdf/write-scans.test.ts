import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { pagesOfPdf, type SeenWord } from '../../../test/support/pdf-text.ts';
import type { PageWord } from '../../core/facsimile/page-text.ts';
import { readJpegHeader } from './jpeg-header.ts';
import { writeScans, type ScanFile, type ScanPage } from './write-scans.ts';

const FILE: ScanFile = {
  title: 'Compte rendu & <совершенно секретно>',
  archive: 'Test archive',
  lang: 'fr',
  madeAt: '2026-01-02T03:04:05Z',
  address: 'https://archive.example/document/d00000001x',
  fileId: '0123456789abcdef0123456789abcdef',
  deflate: deflateSync,
};

const SIZE = { widthPx: 620, heightPx: 877 };
const picture = await sharp({ create: { width: 620, height: 877, channels: 3, background: '#eeeecc' } })
  .jpeg()
  .toBuffer();

async function* turned<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function write(pages: readonly ScanPage[], file = FILE): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeScans(file, turned(pages))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const word = (text: string, x: number, y: number, w: number, h = 20): PageWord => ({ text, x, y, w, h });
const page = (words: readonly PageWord[], more: Partial<ScanPage> = {}): ScanPage => ({
  label: '1',
  ...SIZE,
  picture,
  lines: [{ isBlockStart: true, words }],
  ...more,
});

const lines: readonly (readonly [says: string, words: readonly PageWord[], text: string])[] = [
  ['Latin', [word('Compte', 40, 100, 120), word('rendu', 170, 100, 90)], 'Compte rendu'],
  ['Cyrillic', [word('Совершенно', 40, 100, 200), word('секретно', 250, 100, 150)], 'Совершенно секретно'],
  ['Chinese, without spaces', [word('绝密', 40, 100, 50), word('文件', 91, 100, 50)], '绝密文件'],
  ['Korean', [word('비밀', 40, 100, 50), word('문서', 110, 100, 50)], '비밀 문서'],
  ['Arabic, from the right', [word('محضر', 400, 100, 100), word('اجتماع', 280, 100, 100)], 'محضر اجتماع'],
  ['Hebrew, with a number', [word('שלום', 400, 100, 100), word('1957', 300, 100, 80)], 'שלום 1957'],
  ['astral letters', [word('𝔄stral😀', 40, 100, 150)], '𝔄stral😀'],
  ['brackets and backslashes', [word('(a\\b)', 40, 100, 80)], '(a\\b)'],
];
for (const [says, words, text] of lines)
  test(`${says}: the words are found again, in their boxes`, async () => {
    const [seen] = await pagesOfPdf(await write([page(words)]));
    assert.equal(seen?.text, text);
    const perPt = SIZE.widthPx / (seen?.widthPt ?? 1);
    for (const one of words.filter(() => seen?.words.length === words.length)) {
      const found: SeenWord | undefined = seen?.words.find((other) => other.text === one.text);
      assert.ok(found, one.text);
      for (const side of ['x', 'y', 'w', 'h'] as const)
        assert.ok(
          Math.abs(found[side] * perPt - one[side]) <= 2,
          `${one.text}: ${side} ${found[side] * perPt}`,
        );
    }
  });

const letters = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() !== '');
test('any words in any letters make a file that is read, and what is Latin in it is found', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(letters, { maxLength: 12 }), async (texts) => {
      const words = texts.map((text, at) => word(text, 30, 40 + at * 40, 300));
      const marker = word('Endword', 30, 800, 120);
      const [seen] = await pagesOfPdf(await write([page([...words, marker])]));
      assert.match(seen?.text ?? '', /Endword/);
    }),
    { numRuns: 25, seed: 4 },
  );
});

test('the picture goes in byte for byte', async () => {
  const bytes = await write([page([])]);
  assert.ok(bytes.includes(picture));
  assert.match(bytes.toString('latin1'), /\/Filter \/DCTDecode \/Length/);
});

test('pages keep their order, labels and shape; one without a picture says so', async () => {
  const wide = page([word('wide', 40, 100, 80)], { label: 'iv', widthPx: 877, heightPx: 620 });
  const bytes = await write([
    page([]),
    wide,
    page([word('kept', 40, 100, 80)], { picture: 'No image (here).' }),
  ]);
  const pages = await pagesOfPdf(bytes);
  assert.deepEqual(
    pages.map(({ widthPt, heightPt }) => [Math.round(widthPt), Math.round(heightPt)]),
    [
      [595, 842],
      [842, 595],
      [595, 842],
    ],
  );
  assert.match(pages[2]?.text ?? '', /No image \(here\)\.\s+kept/);
  assert.match(
    bytes.toString('latin1'),
    /\/PageLabels << \/Nums \[0 << \/P <FEFF0031> >> 1 << \/P <FEFF00690076> >>/,
  );
});

test('it says what it is: title, language, edition’s date, address; the same pages are the same bytes', async () => {
  const [one, other] = [await write([page([])]), await write([page([])])];
  assert.ok(one.equals(other));
  const text = one.toString('utf8');
  assert.match(text, /Compte rendu &amp; &lt;совершенно секретно&gt;/);
  assert.match(text, /<rdf:li>fr<\/rdf:li>/);
  assert.match(text, /D:20260102030405Z/);
  assert.match(text, /https:\/\/archive\.example\/document\/d00000001x/);
});

test('every place in the table is that of its object', async () => {
  const bytes = await write([page([word('one', 40, 100, 80)]), page([])]);
  const text = bytes.toString('latin1');
  const rows = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, at]) => Number(at));
  assert.ok(rows.length > 10);
  rows.forEach((at, n) => assert.ok(text.startsWith(`${n + 1} 0 obj\n`, at), `object ${n + 1}`));
  assert.equal(Number(/startxref\n(\d+)/.exec(text)?.[1]), text.indexOf('xref\n0 '));
});

test('a page is let go before the next is asked for', async () => {
  let held = 0;
  let most = 0;
  async function* counted(): AsyncGenerator<ScanPage> {
    for (let n = 0; n < 50; n++) {
      most = Math.max(most, ++held);
      yield page([]);
      held--;
    }
  }
  let written = 0;
  for await (const chunk of writeScans(FILE, counted())) written += chunk.byteLength;
  assert.equal(most, 1);
  assert.ok(written > picture.byteLength * 50);
});

test('what a JPEG says of itself', async () => {
  const grey = await sharp({ create: { width: 9, height: 7, channels: 3, background: '#888' } })
    .toColourspace('b-w')
    .jpeg({ progressive: true })
    .toBuffer();
  assert.deepEqual(readJpegHeader(grey), { widthPx: 9, heightPx: 7, components: 1, isAdobe: false });
  assert.equal(readJpegHeader(picture)?.components, 3);
  assert.equal(readJpegHeader(Buffer.from('no picture')), undefined);
  assert.equal(readJpegHeader(picture.subarray(0, 12)), undefined);
});

test('no bytes make the reader of JPEG headers fail', () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (rest) => {
      readJpegHeader(Uint8Array.from([0xff, 0xd8, ...rest]));
    }),
  ));
