import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { heldFiles, makePdf, type PdfPen } from '../../../test/support/make-pdf.ts';
import { openPdfReader } from './pdf-reader.ts';

const files = heldFiles();
const reader = openPdfReader(files);
after(() => reader.close());

const held = async (draw: (pen: PdfPen) => void, options?: PDFKit.PDFDocumentOptions): Promise<string> =>
  files.hold(await makePdf(draw, options));

/** A picture of a page: white, with a dark bar at its head, so that its way up can be seen. */
const scan = async (widthPx: number, heightPx: number): Promise<Buffer> => {
  const bar = await sharp({
    create: { width: widthPx, height: Math.round(heightPx / 10), channels: 3, background: '#222' },
  })
    .png()
    .toBuffer();
  return sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: '#fff' } })
    .composite([{ input: bar, left: 0, top: 0 }])
    .jpeg()
    .toBuffer();
};

const SENTENCE = 'The invented envoy of Arland met the invented minister of Borland at noon.';
const ORDINALS = ['first:', 'second:', 'third:', 'fourth:', 'fifth:', 'sixth:'];
const writeLines = (pen: PdfPen, top = 100): void => {
  pen.font('Helvetica').fontSize(12);
  for (const [line, ordinal] of ORDINALS.entries())
    pen.text(`${ordinal} ${SENTENCE}`, 72, top + line * 20, { lineBreak: false });
};

const value = <T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T => {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};

test('pages have the size of their picture: of the scan itself, or drawn', async () => {
  const [one, wide] = [await scan(1200, 1700), await scan(1700, 1200)];
  const digest = await held((pen) => {
    writeLines(pen);
    pen.addPage({ size: [595, 842], margin: 0 }).image(one, 0, 0, { width: 595, height: 842 });
    pen.addPage({ size: [842, 595], margin: 0 }).image(wide, 0, 0, { width: 842, height: 595 });
  });
  assert.deepEqual(value(await reader.inspect(digest)), [
    { widthPx: 1652, heightPx: 2338 },
    { widthPx: 1200, heightPx: 1700 },
    { widthPx: 1700, heightPx: 1200 },
  ]);
});

test('a JPEG whose pixels are not square on its page, as those of a fax, is drawn in the shape of the page', async () => {
  const jpeg = await scan(1728, 1078);
  const digest = await held((pen) => void pen.image(jpeg, 0, 0, { width: 595, height: 842 }));
  const picture = value(await reader.picture(digest, 1));
  assert.equal(picture.kind, 'pixels');
  assert.ok(Math.abs(picture.heightPx / picture.widthPx - 842 / 595) < 0.01);
});

test('a page that is one JPEG gives it byte for byte; words over it that have no ink are its words', async () => {
  const jpeg = await scan(1190, 1684);
  const digest = await held((pen) => {
    pen.image(jpeg, 0, 0, { width: 595, height: 842 });
    // Rendering mode 3: neither filled nor stroked.
    pen.addContent('3 Tr');
    writeLines(pen);
  });
  const picture = value(await reader.picture(digest, 1));
  assert.equal(picture.kind, 'jpeg');
  assert.ok(Buffer.from(picture.bytes).equals(jpeg));
  const words = value(await reader.words(digest, 1));
  assert.equal(words?.widthPx, 1190);
  assert.equal(words.lines.length, 6);
  const first = words.lines[0]?.words[0];
  assert.equal(first?.text, 'first:');
  // Drawn 72 points from the left and 100 from the head, twice as many pixels.
  assert.ok(Math.abs(first.x - 144) <= 3 && first.y > 198 && first.y < 212, JSON.stringify(first));
});

test('a black bar over a scan is drawn, so that what it covers is not handed out', async () => {
  const jpeg = await scan(1190, 1684);
  const digest = await held((pen) => {
    pen.image(jpeg, 0, 0, { width: 595, height: 842 }).rect(100, 400, 200, 30).fill('#000');
  });
  const picture = value(await reader.picture(digest, 1));
  assert.equal(picture.kind, 'pixels');
  assert.equal(picture.channels, 1);
  const at = (x: number, y: number): number | undefined =>
    picture.bytes[
      Math.round((y / 842) * picture.heightPx) * picture.widthPx + Math.round((x / 595) * picture.widthPx)
    ];
  assert.equal(at(200, 415), 0);
  assert.equal(at(200, 500), 255);
});

test('a scan that its page turns is drawn as it should be seen', async () => {
  const jpeg = await scan(842, 595);
  const digest = await held(
    (pen) => {
      Object.assign(pen.image(jpeg, 0, 0, { width: 842, height: 595 }).page.dictionary.data, { Rotate: 90 });
    },
    { size: [842, 595] },
  );
  const picture = value(await reader.picture(digest, 1));
  assert.equal(picture.kind, 'pixels');
  assert.ok(picture.widthPx < picture.heightPx);
  // The bar at its head stands at the right.
  const middle = picture.widthPx * Math.floor(picture.heightPx / 2);
  const greys = [0.02, 0.98].map((share) => picture.bytes[middle + Math.floor(picture.widthPx * share)] ?? 0);
  assert.ok(picture.channels === 1 && (greys[0] ?? 0) > 200 && (greys[1] ?? 255) < 80, String(greys));
});

test('an annotation over a scan is drawn too', async () => {
  const jpeg = await scan(1190, 1684);
  const digest = await held((pen) => {
    pen.image(jpeg, 0, 0, { width: 595, height: 842 });
    pen.rectAnnotation(100, 400, 200, 30, { color: 'black' });
  });
  assert.equal(value(await reader.picture(digest, 1)).kind, 'pixels');
});

/** The same lines on a page that its reader turns, or that shows a part of its sheet; where the first begins. */
const FRAMES: readonly [says: string, entries: object, degrees: number, x: number, y: number][] = [
  ['a page that is not turned', { Rotate: 0 }, 0, 72, 100],
  ['a page turned once', { Rotate: 90 }, 0, 842 - 100, 72],
  ['a page turned twice', { Rotate: 180 }, 0, 595 - 72, 842 - 100],
  ['a page turned three times', { Rotate: 270 }, 0, 100, 595 - 72],
  ['a page that shows a part of its sheet', { CropBox: [50, 100, 595, 792] }, 0, 22, 50],
  ['a page turned once on which they lie, and then stand', { Rotate: 90 }, -90, 195.5, 176.5],
  ['a page turned three times on which they lie, and then stand', { Rotate: 270 }, 90, 195.5, 176.5],
  ['a page that is not turned, on which they lie', {}, 90, 418.5, 195.5],
];
for (const [says, entries, degrees, x, y] of FRAMES)
  test(`words stand where they are drawn on ${says}`, async () => {
    const digest = await held((pen) => {
      Object.assign(pen.page.dictionary.data, entries);
      writeLines(pen.rotate(degrees, { origin: [297.5, 421] }), degrees === 0 ? 100 : 300);
    });
    const words = value(await reader.words(digest, 1));
    const first = words?.lines[0]?.words[0];
    assert.ok(first && words);
    assert.deepEqual(
      words.lines.map((line) => line.words[0]?.text),
      ORDINALS,
    );
    const picture = value(await reader.picture(digest, 1));
    assert.deepEqual([picture.widthPx, picture.heightPx], [words.widthPx, words.heightPx]);
    const scale = 200 / 72;
    const reach = 14 * scale;
    const nearest = [
      [first.x, first.y],
      [first.x + first.w, first.y],
      [first.x, first.y + first.h],
      [first.x + first.w, first.y + first.h],
    ].map(([left = 0, top = 0]) => Math.hypot(left - x * scale, top - y * scale));
    assert.ok(Math.min(...nearest) < reach, JSON.stringify({ first, nearest }));
    await inkUnder(first, picture);
  });

/** Most of what is dark around the word lies within its box. */
async function inkUnder(
  word: { x: number; y: number; w: number; h: number },
  picture: { kind: string; bytes: Uint8Array; widthPx: number; heightPx: number },
): Promise<void> {
  assert.equal(picture.kind, 'pixels');
  const dark = (left: number, top: number, w: number, h: number): number => {
    let sum = 0;
    for (let y = top; y < top + h; y++)
      for (let x = left; x < left + w; x++)
        if (x >= 0 && y >= 0 && (picture.bytes[y * picture.widthPx + x] ?? 255) < 128) sum++;
    return sum;
  };
  const within = dark(word.x, word.y, word.w, word.h);
  const around = dark(word.x - 4, word.y - 4, word.w + 8, word.h + 8);
  assert.ok(within > 60 && within >= around * 0.9, `${within} of ${around}`);
}

test('a scan with only a stamp typed on it gives no words; so does one with none', async () => {
  const jpeg = await scan(1190, 1684);
  const stamped = await held((pen) => {
    pen.image(jpeg, 0, 0, { width: 595, height: 842 }).font('Helvetica').fontSize(9);
    pen.text('Approved for release 1 April 2003, number 12 of 40, invented archive', 100, 20);
  });
  const bare = await held((pen) => void pen.image(jpeg, 0, 0, { width: 595, height: 842 }));
  assert.equal(value(await reader.words(stamped, 1)), undefined);
  assert.equal(value(await reader.words(bare, 1)), undefined);
});

const refusals: readonly [says: string, bytes: () => Promise<Uint8Array>, code: string, why?: string][] = [
  ['a locked PDF', () => makePdf((pen) => writeLines(pen), { userPassword: 'secret' }), 'pdf-encrypted'],
  [
    'a truncated PDF',
    async () => (await makePdf((pen) => writeLines(pen))).subarray(0, -200),
    'pdf-broken',
    'truncated',
  ],
  [
    'half a PDF',
    async () => {
      const whole = await makePdf((pen) => writeLines(pen));
      return whole.subarray(0, whole.length / 2);
    },
    'pdf-broken',
  ],
  ['a JPEG that is named as a PDF', () => scan(100, 100), 'pdf-broken', 'not-pdf'],
  ['an empty file', async () => new Uint8Array(), 'pdf-broken', 'not-pdf'],
  [
    'a page a thousand feet long',
    () => makePdf((pen) => writeLines(pen), { size: [595, 900_000] }),
    'pdf-page-size',
  ],
  ['a page of one point', () => makePdf((pen) => writeLines(pen), { size: [1, 1] }), 'pdf-page-size'],
];
for (const [says, bytes, code, why] of refusals)
  test(`${says} is refused`, async () => {
    const result = await reader.inspect(files.hold(await bytes()));
    assert.equal(result.ok ? 'taken' : result.problem.code, code);
    if (why !== undefined && !result.ok) assert.equal(result.problem.facts?.['why'], why);
  });

test('more pages than may be are refused; what is not held, and a page that is not there', async () => {
  const digest = await held((pen) => {
    for (let page = 0; page < 4; page++) pen.addPage();
  });
  const strict = openPdfReader(files, { mostPages: 4 });
  const many = await strict.inspect(digest);
  assert.deepEqual(many.ok ? {} : many.problem.facts, { limit: 4, pages: 5 });
  await strict.close();
  const unheld = await reader.inspect('sha256:00');
  assert.equal(unheld.ok ? 'taken' : unheld.problem.code, 'file-missing');
  const beyond = await reader.words(digest, 6);
  assert.equal(beyond.ok ? 'taken' : beyond.problem.code, 'pdf-broken');
});

test('a file that is too large is refused while it is sent', async () => {
  const small = openPdfReader(files, { mostBytes: 500 });
  const result = await small.inspect(await held((pen) => writeLines(pen)));
  assert.equal(result.ok ? 'taken' : result.problem.code, 'too-large');
  await small.close();
});

test('what takes too long is stopped, and the next file is read', async () => {
  const digest = await held((pen) => writeLines(pen));
  const heavy = await held((pen) => void pen.addContent('0 0 m 595 842 l S\n'.repeat(500_000)));
  const hasty = openPdfReader(files, { timeoutMs: 20 });
  const late = await hasty.inspect(heavy);
  assert.equal(late.ok ? 'taken' : late.problem.code, 'took-too-long');
  await hasty.close();
  const brief = openPdfReader(files, { inspectMs: -1 });
  const long = await brief.inspect(digest);
  assert.equal(long.ok ? 'taken' : long.problem.code, 'took-too-long');
  await brief.close();
  assert.ok((await reader.inspect(digest)).ok);
});
