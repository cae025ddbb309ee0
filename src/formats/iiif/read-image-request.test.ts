import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { IMAGE_LIMITS, isWithin } from './image-limits.ts';
import { printImageRequest } from './print-image-request.ts';
import { readImageRequest, type ImageParts } from './read-image-request.ts';

const IMAGE = { widthPx: 1000, heightPx: 800 };
const LIMITS = { maxWidthPx: 1500, maxHeightPx: 1500, maxAreaPx: 1_500_000 };

/** "region/size/rotation/quality.format" taken apart. */
function partsOf(address: string): ImageParts {
  const [region = '', size = '', rotation = '', qualityAndFormat = ''] = address.split('/');
  return { region, size, rotation, qualityAndFormat };
}

const read: readonly (readonly [address: string, region: string, size: string, canonical: string])[] = [
  ['full/max/0/default.jpg', '0,0,1000,800', '1000,800', 'full/max/0/default.jpg'],
  ['full/1000,/0/default.jpg', '0,0,1000,800', '1000,800', 'full/max/0/default.jpg'],
  ['square/max/0/default.jpg', '100,0,800,800', '800,800', '100,0,800,800/max/0/default.jpg'],
  ['0,0,512,512/256,256/0/default.jpg', '0,0,512,512', '256,256', '0,0,512,512/256,256/0/default.jpg'],
  ['512,512,512,512/512,/0/default.jpg', '512,512,488,288', '', ''],
  ['512,512,512,512/488,/0/default.jpg', '512,512,488,288', '488,288', '512,512,488,288/max/0/default.jpg'],
  ['pct:50,50,60,60/max/0/default.jpg', '500,400,500,400', '500,400', '500,400,500,400/max/0/default.jpg'],
  ['pct:0.05,0,10.5,.5/max/0/default.jpg', '1,0,105,4', '105,4', '1,0,105,4/max/0/default.jpg'],
  ['full/,400/0/default.jpg', '0,0,1000,800', '500,400', 'full/500,400/0/default.jpg'],
  ['full/pct:25/0/default.jpg', '0,0,1000,800', '250,200', 'full/250,200/0/default.jpg'],
  ['full/!100,100/0/default.jpg', '0,0,1000,800', '100,80', 'full/100,80/0/default.jpg'],
  ['full/!9999,9999/0/default.jpg', '0,0,1000,800', '1000,800', 'full/max/0/default.jpg'],
  ['0,0,10,10/^20,30/0/default.jpg', '0,0,10,10', '20,30', '0,0,10,10/^20,30/0/default.jpg'],
  ['0,0,100,50/^max/0/default.jpg', '0,0,100,50', '1500,750', '0,0,100,50/^max/0/default.jpg'],
  ['0,0,100,50/^!300,300/0/default.jpg', '0,0,100,50', '300,150', '0,0,100,50/^300,150/0/default.jpg'],
  ['0,0,100,50/^pct:200/0/default.jpg', '0,0,100,50', '200,100', '0,0,100,50/^200,100/0/default.jpg'],
  ['full/10,/!90/gray.png', '0,0,1000,800', '10,8', 'full/10,8/!90/gray.png'],
  ['full/10,/360/bitonal.webp', '0,0,1000,800', '10,8', 'full/10,8/0/bitonal.webp'],
  ['full/10,/270.0/color.jpg', '0,0,1000,800', '10,8', 'full/10,8/270/color.jpg'],
];
for (const [address, region, size, canonical] of read)
  test(`${address} is ${size === '' ? 'larger than its region' : canonical}`, () => {
    const request = readImageRequest(partsOf(address), IMAGE, LIMITS);
    if (size === '') return assert.deepEqual(request, { ok: false, problem: 'size-larger' });
    assert.ok(request.ok);
    const { region: at, widthPx, heightPx } = request.value;
    assert.deepEqual([`${at.x},${at.y},${at.w},${at.h}`, `${widthPx},${heightPx}`], [region, size]);
    assert.equal(printImageRequest(request.value, IMAGE, LIMITS), canonical);
  });

const refused: readonly (readonly [address: string, fault: string])[] = [
  ['all/max/0/default.jpg', 'region-not-read'],
  ['0,0,10/max/0/default.jpg', 'region-not-read'],
  ['0,0,10,10,10/max/0/default.jpg', 'region-not-read'],
  ['-1,0,10,10/max/0/default.jpg', 'region-not-read'],
  ['0.5,0,10,10/max/0/default.jpg', 'region-not-read'],
  ['1e2,0,10,10/max/0/default.jpg', 'region-not-read'],
  ['0x1,0,10,10/max/0/default.jpg', 'region-not-read'],
  [' 0,0,10,10/max/0/default.jpg', 'region-not-read'],
  ['9999999999,0,10,10/max/0/default.jpg', 'region-not-read'],
  ['pct:0,0,10/max/0/default.jpg', 'region-not-read'],
  ['pct:0,0,-1,10/max/0/default.jpg', 'region-not-read'],
  ['0,0,0,10/max/0/default.jpg', 'region-outside'],
  ['1000,0,10,10/max/0/default.jpg', 'region-outside'],
  ['0,800,10,10/max/0/default.jpg', 'region-outside'],
  ['pct:0,0,0.01,0.01/max/0/default.jpg', 'region-outside'],
  ['full/full/0/default.jpg', 'size-not-read'],
  ['full/,/0/default.jpg', 'size-not-read'],
  ['full/10/0/default.jpg', 'size-not-read'],
  ['full/pct:/0/default.jpg', 'size-not-read'],
  ['full/!10,/0/default.jpg', 'size-not-read'],
  ['full/^^max/0/default.jpg', 'size-not-read'],
  ['full/0,/0/default.jpg', 'size-nothing'],
  ['full/,0/0/default.jpg', 'size-nothing'],
  ['full/0,10/0/default.jpg', 'size-nothing'],
  ['full/!0,10/0/default.jpg', 'size-nothing'],
  ['full/pct:0/0/default.jpg', 'size-nothing'],
  ['full/1001,/0/default.jpg', 'size-larger'],
  ['full/pct:101/0/default.jpg', 'size-larger'],
  ['full/^1501,/0/default.jpg', 'size-beyond-limits'],
  ['full/^1400,1400/0/default.jpg', 'size-beyond-limits'],
  ['full/max/361/default.jpg', 'rotation-not-read'],
  ['full/max/-90/default.jpg', 'rotation-not-read'],
  ['full/max/!/default.jpg', 'rotation-not-read'],
  ['full/max/90!/default.jpg', 'rotation-not-read'],
  ['full/max/22.5/default.jpg', 'rotation-not-done'],
  ['full/max/0/native.jpg', 'quality-not-read'],
  ['full/max/0/default', 'quality-not-read'],
  ['full/max/0/default.jpeg', 'format-not-read'],
  ['full/max/0/default.', 'format-not-read'],
  ['full/max/0/default.tif', 'format-not-done'],
  ['full/max/0/Default.jpg', 'quality-not-read'],
];
for (const [address, fault] of refused)
  test(`${address} is refused: ${fault}`, () =>
    assert.deepEqual(readImageRequest(partsOf(address), IMAGE, LIMITS), { ok: false, problem: fault }));

test('a page beyond the limits is given out whole as large as they let it be', () => {
  const request = readImageRequest(
    partsOf('full/max/0/default.jpg'),
    { widthPx: 9000, heightPx: 3001 },
    IMAGE_LIMITS,
  );
  assert.ok(request.ok);
  assert.deepEqual([request.value.widthPx, request.value.heightPx], [5000, 1667]);
});

test('whatever is asked is refused or lies within the image and the limits, and its canonical form asks the same', () => {
  const number = fc.oneof(fc.nat(3000), fc.double({ min: 0, max: 120, noNaN: true })).map(String);
  const part = fc.oneof(
    fc.constantFrom('full', 'square', 'max', '^max', ''),
    fc
      .tuple(fc.constantFrom('', 'pct:', '!', '^', '^!'), fc.array(number, { maxLength: 4 }))
      .map(([before, all]) => before + all.join(',')),
  );
  const size = fc.record({
    widthPx: fc.integer({ min: 1, max: 20000 }),
    heightPx: fc.integer({ min: 1, max: 20000 }),
  });
  fc.assert(
    fc.property(part, part, size, (region, asked, image) => {
      const parts = { region, size: asked, rotation: '0', qualityAndFormat: 'default.jpg' };
      const request = readImageRequest(parts, image, IMAGE_LIMITS);
      if (!request.ok) return;
      const { region: at, widthPx, heightPx } = request.value;
      assert.ok(at.x >= 0 && at.y >= 0 && at.w > 0 && at.h > 0);
      assert.ok(at.x + at.w <= image.widthPx && at.y + at.h <= image.heightPx);
      assert.ok(widthPx > 0 && heightPx > 0 && isWithin({ widthPx, heightPx }, IMAGE_LIMITS));
      const again = readImageRequest(
        partsOf(printImageRequest(request.value, image, IMAGE_LIMITS)),
        image,
        IMAGE_LIMITS,
      );
      assert.deepEqual(again, request);
    }),
    { seed: 4, numRuns: 3000 },
  );
});
