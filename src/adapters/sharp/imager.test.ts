import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import {
  distance,
  drawn,
  expectedOf,
  pixelsOf,
  storedAt,
  waves,
  type Drawing,
  type Size,
} from '../../../test/support/test-pictures.ts';
import type { ImageRequest } from '../../core/facsimile/image-request.ts';
import type { PageImage } from '../../core/rendition.ts';
import { memoryFileStore } from '../memory/file-store.ts';
import { problem } from '../../core/problem.ts';
import { openImager } from './imager.ts';
import type { PagePicture, PagePictures } from './page-pictures.ts';

const folder = mkdtempSync(join(tmpdir(), 'unsealed-images-'));
const files = memoryFileStore();
const imager = openImager({ folder, files });
after(async () => {
  await imager.close();
  rmSync(folder, { recursive: true, force: true });
});

async function keep(bytes: Uint8Array): Promise<string> {
  const { digest } = await files.put(
    (async function* () {
      yield bytes;
    })(),
  );
  return digest;
}

/** Keeps a file, and answers its pages as the imager sees them. */
async function pagesOf(bytes: Uint8Array): Promise<readonly PageImage[]> {
  const pages = await imager.inspect({ digest: await keep(bytes), mediaType: 'image/any' });
  assert.ok(pages.ok, JSON.stringify(pages));
  return pages.value;
}

async function pageOf(bytes: Uint8Array): Promise<PageImage> {
  const [page] = await pagesOf(bytes);
  assert.ok(page);
  return page;
}

const asked = (image: PageImage, more: Partial<ImageRequest> = {}): ImageRequest => {
  const region = more.region ?? { x: 0, y: 0, w: image.widthPx, h: image.heightPx };
  return {
    region,
    widthPx: region.w,
    heightPx: region.h,
    isMirrored: false,
    degrees: 0,
    quality: 'default',
    format: 'jpg',
    ...more,
  };
};

async function rendered(image: PageImage, request: ImageRequest): Promise<Uint8Array> {
  const made = await imager.render(image, request);
  assert.ok(made.ok, JSON.stringify(made));
  const { width, height } = await sharp(made.value.bytes).metadata();
  const isTurned = request.degrees % 180 !== 0;
  assert.deepEqual(
    [width, height, made.value.widthPx, made.value.heightPx],
    [0, 1, 0, 1].map((at) => (at === (isTurned ? 1 : 0) ? request.widthPx : request.heightPx)),
  );
  return made.value.bytes;
}

/** JPEG twice over, and a half pixel at the edges of what is made smaller. */
async function isAsDrawn(bytes: Uint8Array, expected: Drawing, says = ''): Promise<void> {
  const { mean, worst } = await distance(bytes, expected);
  assert.ok(mean < 2.5 && worst < 60, `${says} is off by ${mean.toFixed(2)}, at worst ${worst.toFixed(0)}`);
}

const SMALL: Size = { widthPx: 700, heightPx: 800 };
const SIZE: Size = { widthPx: 1700, heightPx: 2300 };
const jpeg = await drawn(waves, SIZE).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
const page = await pageOf(jpeg);

const region = (x: number, y: number, w: number, h: number) => ({ x, y, w, h });
const requests: readonly (readonly [says: string, request: Partial<ImageRequest>])[] = [
  ['all of it', {}],
  ['a tile as it is stored', { region: region(512, 1024, 512, 512) }],
  ['a tile of half the size', { region: region(0, 1024, 1024, 1024), widthPx: 512, heightPx: 512 }],
  ['a tile of a quarter', { region: region(0, 0, 1700, 2048), widthPx: 425, heightPx: 512 }],
  ['the last tile of a row', { region: region(1536, 0, 164, 512) }],
  ['the last tile of all', { region: region(1536, 2048, 164, 252) }],
  ['the last tile of half the size', { region: region(1024, 2048, 676, 252), widthPx: 338, heightPx: 126 }],
  ['a region over four tiles', { region: region(300, 301, 611, 513) }],
  [
    'a region over four tiles, smaller',
    { region: region(301, 299, 1111, 1513), widthPx: 400, heightPx: 545 },
  ],
  ['a region in one tile, smaller', { region: region(530, 540, 300, 200), widthPx: 100, heightPx: 67 }],
  ['a region, larger', { region: region(1000, 1000, 40, 30), widthPx: 400, heightPx: 300 }],
  ['another shape', { region: region(100, 100, 400, 800), widthPx: 300, heightPx: 200 }],
  ['a small picture of all of it', { widthPx: 222, heightPx: 300, format: 'png' }],
  ['mirrored', { region: region(600, 700, 300, 200), isMirrored: true }],
  ['turned right', { region: region(600, 700, 300, 200), degrees: 90 }],
  ['turned round', { region: region(600, 700, 300, 200), degrees: 180 }],
  ['turned left', { region: region(600, 700, 300, 200), degrees: 270 }],
  ['mirrored, then turned', { region: region(600, 700, 301, 200), isMirrored: true, degrees: 90 }],
  ['as PNG', { region: region(600, 700, 300, 200), format: 'png' }],
  ['as WebP', { region: region(600, 700, 300, 200), format: 'webp' }],
];
for (const [says, more] of requests)
  test(`the answer shows what the page does there: ${says}`, async () => {
    const request = asked(page, more);
    await isAsDrawn(await rendered(page, request), expectedOf(waves, request));
  });

test('a single pixel can be had', async () => {
  const request = asked(page, { region: region(1699, 2299, 1, 1), format: 'png' });
  assert.equal((await sharp(await rendered(page, request)).metadata()).width, 1);
});

test('the test sees a shift of three pixels', async () => {
  const request = asked(page, { region: region(512, 1024, 512, 512) });
  const shifted: Drawing = (x, y) => waves(x + 512 + 3, y + 1024);
  const { mean } = await distance(await rendered(page, request), shifted);
  assert.ok(mean > 2.5 / 2, String(mean));
  await assert.rejects(isAsDrawn(await rendered(page, request), (x, y) => waves(x + 512 + 6, y + 1024 + 6)));
});

for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8])
  test(`a picture that its camera turned stands upright: orientation ${orientation}`, async () => {
    const stored: Size = { widthPx: 700, heightPx: 530 };
    const bytes = await drawn(waves, stored).jpeg({ quality: 95 }).withMetadata({ orientation }).toBuffer();
    const upright = await pageOf(bytes);
    const isTurned = orientation >= 5;
    assert.deepEqual([upright.widthPx, upright.heightPx], isTurned ? [530, 700] : [700, 530]);
    const at = storedAt(orientation, stored);
    const expected: Drawing = (x, y) => waves(...at(x, y));
    for (const more of [{}, { region: region(40, 60, 300, 400), widthPx: 150, heightPx: 200 }]) {
      const request = asked(upright, more);
      await isAsDrawn(await rendered(upright, request), expectedOf(expected, request));
    }
  });

test('a PNG of what was kept without loss is the same, pixel for pixel, and so is one that its scanner turned', async () => {
  const size: Size = { widthPx: 601, heightPx: 803 };
  const pixels = pixelsOf(waves, size);
  for (const bytes of [
    await drawn(waves, size).png().toBuffer(),
    await drawn(waves, size).tiff({ compression: 'lzw' }).toBuffer(),
  ]) {
    const image = await pageOf(bytes);
    const at = region(101, 202, 303, 404);
    const { data } = await sharp(await rendered(image, asked(image, { region: at, format: 'png' })))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const cut = sharp(pixels, { raw: { width: 601, height: 803, channels: 3 } });
    const expected = await cut.extract({ left: at.x, top: at.y, width: at.w, height: at.h }).raw().toBuffer();
    assert.equal(Buffer.compare(data, expected), 0);
  }
  const turned = await pageOf(
    await drawn(waves, size).tiff({ compression: 'lzw' }).withMetadata({ orientation: 6 }).toBuffer(),
  );
  const request = asked(turned, {
    region: region(10, 20, 300, 200),
    format: 'png',
    isMirrored: true,
    degrees: 90,
  });
  const upright: Drawing = (x, y) => waves(...storedAt(6, size)(x, y));
  const { worst } = await distance(await rendered(turned, request), expectedOf(upright, request));
  assert.ok(worst <= 1, String(worst));
});

test('a picture in gray stays gray: one channel in what is kept and what goes out', async () => {
  const gray: Drawing = (x, y) => {
    const [value] = waves(x, y);
    return [value, value, value];
  };
  const image = await pageOf(await drawn(gray, SMALL).toColourspace('b-w').jpeg({ quality: 95 }).toBuffer());
  for (const more of [{ region: region(0, 0, 512, 512) }, { widthPx: 350, heightPx: 400 }]) {
    const request = asked(image, more);
    const bytes = await rendered(image, request);
    assert.equal((await sharp(bytes).metadata()).channels, 1);
    await isAsDrawn(bytes, expectedOf(gray, request));
  }
});

test('gray and bitonal are made of color', async () => {
  const request = asked(page, { region: region(0, 0, 600, 600), quality: 'gray' });
  assert.equal((await sharp(await rendered(page, request)).metadata()).channels, 1);
  const twoTone = await rendered(page, { ...request, quality: 'bitonal', format: 'png' });
  const { data } = await sharp(twoTone).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  assert.deepEqual([...new Set(data)].sort(), [0, 255]);
});

const odd: readonly (readonly [says: string, make: () => Promise<Buffer>, tolerance: number])[] = [
  ['CMYK', () => drawn(waves, SMALL).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(), 30],
  ['16 bits', () => drawn(waves, SMALL).toColourspace('rgb16').png().toBuffer(), 3],
  ['transparent nowhere', () => drawn(waves, SMALL).ensureAlpha().png().toBuffer(), 3],
  ['WebP', () => drawn(waves, SMALL).webp({ lossless: true }).toBuffer(), 3],
  ['a TIFF in strips', () => drawn(waves, SMALL).tiff({ compression: 'deflate' }).toBuffer(), 3],
  ['a progressive JPEG', () => drawn(waves, SMALL).jpeg({ quality: 95, progressive: true }).toBuffer(), 3],
];
for (const [says, make, tolerance] of odd)
  test(`an odd picture is shown as it looks: ${says}`, async () => {
    const image = await pageOf(await make());
    const request = asked(image, { region: region(20, 30, 600, 640), widthPx: 300, heightPx: 320 });
    const { mean } = await distance(await rendered(image, request), expectedOf(waves, request));
    assert.ok(mean < tolerance, `${says}: off by ${mean}`);
  });

test('what is transparent is white', async () => {
  const image = await pageOf(
    await sharp({
      create: { width: 600, height: 600, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer(),
  );
  for (const format of ['jpg', 'png', 'webp'] as const)
    await isAsDrawn(await rendered(image, asked(image, { format })), () => [255, 255, 255]);
});

test('a picture of few colors, by their numbers, shows them', async () => {
  const halves: Drawing = (x) => (x < 300 ? [200, 30, 30] : [30, 30, 200]);
  const image = await pageOf(
    await drawn(halves, { widthPx: 600, heightPx: 600 }).png({ palette: true, colours: 4 }).toBuffer(),
  );
  await isAsDrawn(await rendered(image, asked(image, { region: region(0, 0, 280, 600) })), () => [
    200, 30, 30,
  ]);
});

test('16 bits of gray keep their shades', async () => {
  const ramp = Uint16Array.from({ length: 600 * 600 }, (_, at) => (at % 600) * 109);
  const bytes = await sharp(ramp, { raw: { width: 600, height: 600, channels: 1 } })
    .toColourspace('grey16')
    .png()
    .toBuffer();
  const image = await pageOf(bytes);
  await isAsDrawn(await rendered(image, asked(image)), (x) => {
    const value = ((x - 0.5) * 109) / 257;
    return [value, value, value];
  });
});

test('each page of a TIFF is a page of its own size; smaller copies of one are none', async () => {
  const pages = await pagesOf(await twoPages());
  assert.deepEqual(
    pages.map(({ page: number, widthPx, heightPx }) => [number, widthPx, heightPx]),
    [
      [1, 640, 900],
      [2, 640, 900],
    ],
  );
  for (const [at, image] of pages.entries())
    await isAsDrawn(await rendered(image, asked(image)), (x, y) => waves(x, y + at * 900), `page ${at + 1}`);
  const pyramid = await pagesOf(
    await drawn(waves, SMALL).tiff({ compression: 'jpeg', tile: true, pyramid: true }).toBuffer(),
  );
  assert.deepEqual(
    pyramid.map(({ widthPx, page: number }) => [widthPx, number]),
    [[700, undefined]],
  );
});

/** Two pages of a drawing, the second where the first ends. */
const twoPages = (): Promise<Buffer> =>
  sharp(pixelsOf(waves, { widthPx: 640, heightPx: 1800 }), {
    raw: { width: 640, height: 1800, channels: 3, pageHeight: 900 },
  })
    .tiff({ compression: 'lzw' })
    .toBuffer();

test('neither place nor camera nor any other word goes along', async () => {
  const exif = {
    IFD0: { Copyright: 'hidden-in-exif' },
    IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' },
  };
  const bytes = await drawn(waves, SMALL).jpeg().withExif(exif).toBuffer();
  assert.ok((await sharp(bytes).metadata()).exif);
  const image = await pageOf(bytes);
  for (const more of [
    {},
    { region: region(0, 0, 512, 512) },
    { format: 'png' as const },
    { format: 'webp' as const },
  ]) {
    const made = await rendered(image, asked(image, more));
    assert.equal((await sharp(made).metadata()).exif, undefined);
    assert.ok(!Buffer.from(made).includes('hidden-in-exif'));
  }
});

const BLACK = [region(100, 200, 700, 50), region(520.4, 1030.6, 100, 100)];
const isUnder = (x: number, y: number): boolean =>
  BLACK.some((one) => x > one.x && x < one.x + one.w && y > one.y && y < one.y + one.h);
for (const more of [
  {},
  { region: region(512, 1024, 512, 512) },
  { region: region(0, 0, 1024, 1024), widthPx: 512, heightPx: 512 },
  { region: region(90, 190, 300, 300), format: 'png' as const },
])
  test(`what is held back is black in ${JSON.stringify(more)}, and nothing of it shows`, async () => {
    const black = { ...page, blackened: BLACK };
    const request = asked(black, more);
    const back = (x: number, y: number): readonly [number, number] => [
      request.region.x + (x * request.region.w) / request.widthPx,
      request.region.y + (y * request.region.h) / request.heightPx,
    ];
    const { data, info } = await sharp(await rendered(black, request))
      .raw()
      .toBuffer({ resolveWithObject: true });
    let under = 0;
    for (let y = 0; y < info.height; y++)
      for (let x = 0; x < info.width; x++) {
        const [left, top] = back(x, y);
        const [right, bottom] = back(x + 1, y + 1);
        const isInside = isUnder(left - 8, top - 8) && isUnder(right + 8, bottom + 8);
        if (!isInside) continue;
        under++;
        for (let part = 0; part < 3; part++)
          assert.ok((data[(y * info.width + x) * 3 + part] ?? 255) < 24, `${x}, ${y} shows through`);
      }
    assert.ok(under > 20);
  });

test('what is held back is another file than the whole, and the whole is never cut from the original for it', async () => {
  const lossless = await pageOf(await drawn(waves, { widthPx: 800, heightPx: 600 }).png().toBuffer());
  const black = { ...lossless, blackened: [region(0, 0, 800, 600)] };
  const { data } = await sharp(await rendered(black, asked(black, { format: 'png' })))
    .raw()
    .toBuffer({ resolveWithObject: true });
  assert.ok(data.every((value) => value < 24));
  const shelf = createHash('sha256').update(
    await drawn(waves, { widthPx: 800, heightPx: 600 }).png().toBuffer(),
  );
  const hex = shelf.digest('hex');
  assert.ok(
    readdirSync(join(folder, '1', hex.slice(0, 2))).every((name) => /-1-[0-9a-f]{24}\.tif$/.test(name)),
  );
});

test('a page whose record tells another size is shown, and held back, where the record means', async () => {
  const told = { ...page, widthPx: 850, heightPx: 1150 };
  const request = asked(told, { region: region(300, 500, 200, 100) });
  const twice: Drawing = (x, y) => waves(x * 2, y * 2);
  await isAsDrawn(await rendered(told, request), expectedOf(twice, request));
  const black = { ...told, blackened: [request.region] };
  await isAsDrawn(await rendered(black, request), () => [0, 0, 0]);
  const beside = asked(black, { region: region(310, 610, 200, 100) });
  await isAsDrawn(await rendered(black, beside), expectedOf(twice, beside));
});

test('pages of a PDF are what another takes from it: its JPEG turned as told, or its pixels', async () => {
  const size: Size = { widthPx: 640, heightPx: 480 };
  const pictures: readonly PagePicture[] = [
    {
      kind: 'jpeg',
      degrees: 90,
      bytes: await drawn(waves, size).jpeg({ quality: 95 }).withMetadata({ orientation: 3 }).toBuffer(),
    },
    { kind: 'pixels', channels: 3, bytes: pixelsOf(waves, size), ...size },
  ];
  const sizes: readonly Size[] = [{ widthPx: 480, heightPx: 640 }, size];
  const pdf: PagePictures = {
    inspect: async () => ({ ok: true, value: sizes }),
    picture: async (_, number) => {
      const value = pictures[number - 1];
      return value ? { ok: true, value } : { ok: false, problem: problem('file-missing', {}) };
    },
  };
  const ofPdf = openImager({ folder: join(folder, 'pdf'), files, pdf });
  after(() => ofPdf.close());
  const digest = await keep(Buffer.from('%PDF-1.7 by the test'));
  const pages = await ofPdf.inspect({ digest, mediaType: 'application/pdf' });
  assert.ok(pages.ok);
  const expected: readonly Drawing[] = [(x, y) => waves(...storedAt(6, size)(x, y)), waves];
  for (const [at, image] of pages.value.entries()) {
    assert.equal(image.page, at + 1);
    const made = await ofPdf.render(image, asked(image));
    assert.ok(made.ok);
    await isAsDrawn(made.value.bytes, expected[at] ?? waves, `page ${at + 1}`);
  }
  const without = await imager.inspect({ digest, mediaType: 'application/pdf' });
  assert.equal(without.ok ? 'taken' : without.problem.code, 'not-an-image');
});
