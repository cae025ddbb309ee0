import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { drawn, waves } from '../../../test/support/test-pictures.ts';
import { openPyramid } from './pyramid.ts';
import { readDirectories, TAG, TiffBroken } from './tiff-directory.ts';

const folder = mkdtempSync(join(tmpdir(), 'unsealed-tiff-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'a.tif');

async function directoriesOf(bytes: Uint8Array): ReturnType<typeof readDirectories> {
  writeFileSync(path, bytes);
  const file = await open(path);
  try {
    return await readDirectories(file, new Set(Object.values(TAG)), 20);
  } finally {
    await file.close();
  }
}

const size = { widthPx: 1100, heightPx: 700 };
const tiled = { compression: 'jpeg', tile: true, tileWidth: 512, tileHeight: 512, pyramid: true } as const;
const pyramid = await drawn(waves, size).tiff(tiled).toBuffer();

test('the sizes of a page are read from either kind of TIFF', async () => {
  for (const bigtiff of [false, true]) {
    const bytes = await drawn(waves, size)
      .tiff({ ...tiled, bigtiff })
      .toBuffer();
    const found = await directoriesOf(bytes);
    assert.deepEqual(
      found.map((one) => [
        one.get(TAG.width)?.[0],
        one.get(TAG.height)?.[0],
        one.get(TAG.tileOffsets)?.length,
      ]),
      [
        [1100, 700, 6],
        [550, 350, 2],
        [275, 175, 1],
      ],
    );
  }
});

/** The same directory written from the big end: width 7, height 9. */
test('numbers written from the big end are read', async () => {
  const bytes = Buffer.alloc(38);
  bytes.write('MM\0*', 0, 'latin1');
  bytes.writeUInt32BE(8, 4);
  bytes.writeUInt16BE(2, 8);
  for (const [at, tag, value] of [
    [10, TAG.width, 7],
    [22, TAG.height, 9],
  ] as const) {
    bytes.writeUInt16BE(tag, at);
    bytes.writeUInt16BE(3, at + 2);
    bytes.writeUInt32BE(1, at + 4);
    bytes.writeUInt16BE(value, at + 8);
  }
  const [found] = await directoriesOf(bytes);
  assert.deepEqual([found?.get(TAG.width), found?.get(TAG.height)], [[7], [9]]);
});

test('whatever bytes stand in a pyramid, it is one, or broken, and never more', async () => {
  const where = fc.oneof(
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 0, max: pyramid.length - 1 }),
    fc.integer({ min: pyramid.length - 1500, max: pyramid.length - 1 }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(where, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      async (changes, isCut) => {
        const bytes = Buffer.from(pyramid);
        for (const [at, value] of changes) bytes[at] = value;
        writeFileSync(path, isCut ? bytes.subarray(0, changes[0]?.[0] ?? 0) : bytes);
        try {
          const opened = await openPyramid(path);
          try {
            for (const level of opened.levels) await opened.tile(level, 0, 0);
          } finally {
            await opened.close();
          }
        } catch (reason) {
          assert.ok(reason instanceof TiffBroken, String(reason));
        }
      },
    ),
    { seed: 4, numRuns: 400 },
  );
});
