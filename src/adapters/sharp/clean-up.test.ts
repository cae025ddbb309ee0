import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { cleanUp } from './clean-up.ts';
import { ALL_STEPS, laidBack } from './laid-page.ts';
import { evenPaper, measureGrain, stretchContrast, type GreyPixels } from './grey-pixels.ts';
import { measureSkew } from './skew.ts';

/** Made writing: rows of dark dashes on paper, as grey by place. */
function written(
  paper: (x: number, y: number) => number,
  ink: number,
  widthPx = 600,
  heightPx = 750,
): GreyPixels {
  const bytes = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++) {
      const isInk = isInked(x, y, widthPx, heightPx);
      bytes[y * widthPx + x] = paper(x, y) * (isInk ? ink : 1);
    }
  return { bytes, widthPx, heightPx };
}

const isInked = (x: number, y: number, widthPx: number, heightPx: number): boolean =>
  x > 80 && x < widthPx - 80 && y > 80 && y < heightPx - 80 && y % 30 < 12 && x % 18 < 11;

const sameEverywhere = (
  pixels: GreyPixels,
  isInk: boolean,
): { readonly least: number; readonly most: number } => {
  let [least, most] = [255, 0];
  for (let y = 0; y < pixels.heightPx; y += 3)
    for (let x = 0; x < pixels.widthPx; x++)
      if (isInked(x, y, pixels.widthPx, pixels.heightPx) === isInk) {
        const grey = pixels.bytes[y * pixels.widthPx + x] ?? 0;
        [least, most] = [Math.min(least, grey), Math.max(most, grey)];
      }
  return { least, most };
};

test('paper in shadow becomes white, and ink on it stays ink', () => {
  const shadowed = written((x) => 230 - (x / 600) * 130, 0.4);
  const even = stretchContrast(evenPaper(shadowed));
  assert.ok(sameEverywhere(shadowed, false).least < 110);
  assert.ok(sameEverywhere(even, false).least > 225, JSON.stringify(sameEverywhere(even, false)));
  assert.ok(sameEverywhere(even, true).most < 90, JSON.stringify(sameEverywhere(even, true)));
});

test('faint ink becomes dark; an empty page stays empty', () => {
  const faint = stretchContrast(evenPaper(written(() => 200, 0.85)));
  assert.ok(sameEverywhere(faint, true).most < 40);
  const empty = stretchContrast(
    evenPaper({ bytes: new Uint8Array(10_000).fill(180), widthPx: 100, heightPx: 100 }),
  );
  assert.ok(empty.bytes.every((grey) => grey === 255));
});

test('a page of few pixels is cleaned too', () => {
  for (const [widthPx, heightPx] of [
    [1, 1],
    [3, 200],
    [17, 16],
  ] as const) {
    const page = { bytes: new Uint8Array(widthPx * heightPx).fill(90), widthPx, heightPx };
    assert.equal(stretchContrast(evenPaper(page)).bytes.length, widthPx * heightPx);
    assert.equal(measureSkew(page), 0);
    measureGrain(page);
  }
});

test('grain is measured, and the edges of letters are none', () => {
  const calm = written(() => 220, 0.2);
  assert.ok(measureGrain(calm) < 2);
  const grainy = { ...calm, bytes: calm.bytes.map((grey, at) => grey + (((at * 7919) % 61) - 30)) };
  assert.ok(measureGrain(grainy) > 8);
});

/** Writing turned clockwise by so much, as a camera would. */
const tilted = (degrees: number): Promise<Buffer> => {
  const { bytes, widthPx, heightPx } = written(() => 235, 0.2);
  return sharp(bytes, { raw: { width: widthPx, height: heightPx, channels: 1 } })
    .rotate(degrees, { background: '#ebebeb' })
    .png()
    .toBuffer();
};

for (const degrees of [-3.5, -1, 0, 0.7, 2, 4])
  test(`a tilt of ${degrees} degrees is measured and turned back`, async () => {
    const bytes = await tilted(degrees);
    const { laid } = await cleanUp({ kind: 'file', bytes }, { ...ALL_STEPS, size: false });
    const expected = Math.abs(degrees) < 0.4 ? 0 : -degrees;
    assert.ok(Math.abs(laid.turned - expected) <= 0.25, String(laid.turned));
  });

test('what is found on a cleaned page is laid back to where it stands on the page as it was', async () => {
  const bytes = await tilted(2);
  const { page, laid } = await cleanUp({ kind: 'file', bytes });
  assert.ok(laid.scale > 1.8);
  // The first dark row of the cleaned page is the top of the writing; it began at (81, 90) before it was turned.
  const at = page.bytes.findIndex((grey) => grey < 60);
  const [x, y] = [at % page.widthPx, Math.floor(at / page.widthPx)];
  const back = laidBack({ x, y, w: 4, h: 4 }, laid);
  const angle = (2 * Math.PI) / 180;
  const { width = 0, height = 0 } = await sharp(bytes).metadata();
  const topOf = (column: number): number =>
    height / 2 + (column - 300) * Math.sin(angle) + (90 - 375) * Math.cos(angle);
  const column = 300 + (back.x - width / 2 + (90 - 375) * Math.sin(angle)) / Math.cos(angle);
  assert.ok(Math.abs(back.y - topOf(column)) < 5, JSON.stringify({ back, expected: topOf(column) }));
});

test('pictures of every kind are opened as they should be seen', async () => {
  const square = (bands: 'b-w' | 'srgb' | 'rgb16' | 'cmyk') =>
    sharp({ create: { width: 120, height: 60, channels: 3, background: '#888' } }).toColourspace(bands);
  const cases: readonly [string, Buffer, number, number][] = [
    ['grey', await square('b-w').png().toBuffer(), 120, 60],
    ['16 bits', await square('rgb16').png().toBuffer(), 120, 60],
    ['ink', await square('cmyk').jpeg().toBuffer(), 120, 60],
    ['alpha', await square('srgb').ensureAlpha(0.5).png().toBuffer(), 120, 60],
    [
      'turned by its camera',
      await square('srgb').withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      60,
      120,
    ],
  ];
  for (const [says, bytes, widthPx, heightPx] of cases) {
    const { laid } = await cleanUp({ kind: 'file', bytes });
    assert.deepEqual(laid.from, { widthPx, heightPx }, says);
  }
  await assert.rejects(cleanUp({ kind: 'file', bytes: Buffer.from('no picture') }));
});
