import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { readJpegHead } from './jpeg-head.ts';

const picture = sharp({ create: { width: 31, height: 17, channels: 3, background: '#888' } });

test('the head of a JPEG says its size, channels and turn', async () => {
  const plain = { widthPx: 31, heightPx: 17, channels: 3, orientation: 1 };
  assert.deepEqual(readJpegHead(await picture.clone().jpeg().toBuffer()), plain);
  assert.deepEqual(readJpegHead(await picture.clone().jpeg({ progressive: true }).toBuffer()), plain);
  const grey = await picture.clone().toColourspace('b-w').jpeg().toBuffer();
  assert.deepEqual(readJpegHead(grey), { ...plain, channels: 1 });
  const turned = await picture.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer();
  assert.deepEqual(readJpegHead(turned), { ...plain, orientation: 6 });
  const ink = await picture.clone().toColourspace('cmyk').jpeg().toBuffer();
  assert.equal(readJpegHead(ink)?.channels, 4);
});

test('what is no JPEG, or only its beginning, has no head; no bytes lead astray', async () => {
  assert.equal(readJpegHead(new Uint8Array()), undefined);
  assert.equal(readJpegHead(await picture.clone().png().toBuffer()), undefined);
  const whole = await picture.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer();
  assert.equal(readJpegHead(whole.subarray(0, 30)), undefined);
  for (let at = 2; at < 200; at++)
    readJpegHead(Buffer.concat([whole.subarray(0, at), Buffer.alloc(9, 0xff), whole.subarray(at)]));
});
