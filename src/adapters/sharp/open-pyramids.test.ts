import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { OpenPyramids } from './open-pyramids.ts';
import type { Pyramid } from './pyramid.ts';
import { TiffBroken } from './tiff-directory.ts';

const folder = mkdtempSync(join(tmpdir(), 'unsealed-pyramids-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function pyramidAt(name: string): Promise<string> {
  const path = join(folder, name);
  await sharp({ create: { width: 40, height: 30, channels: 3, background: '#777' } })
    .tiff({ compression: 'jpeg', tile: true, tileWidth: 512, tileHeight: 512, pyramid: true })
    .toFile(path);
  return path;
}

/** Reads the one tile of a pyramid. */
async function readTile(pyramid: Pyramid): Promise<number> {
  const [level] = pyramid.levels;
  assert.ok(level);
  return (await pyramid.tile(level, 0, 0)).length;
}

test('a pyramid that is looked into stays open while others push it out', async () => {
  const pyramids = new OpenPyramids(1);
  const [first, ...others] = await Promise.all(['1.tif', '2.tif', '3.tif'].map(pyramidAt));
  assert.ok(first);
  const seen = await pyramids.with(first, async (pyramid) => {
    for (const other of others) assert.ok(await pyramids.with(other, readTile));
    return readTile(pyramid);
  });
  assert.ok(seen);
  let kept: Pyramid | undefined;
  await pyramids.with(first, async (pyramid) => {
    kept = pyramid;
    return true;
  });
  for (const other of others) await pyramids.with(other, readTile);
  assert.ok(kept);
  const { levels, tile } = kept;
  await assert.rejects(
    async () => levels[0] && (await tile(levels[0], 0, 0)),
    'it is shut once nobody needs it',
  );
  await pyramids.close();
});

test('where there is no pyramid nothing is done; a damaged one is taken away', async () => {
  const pyramids = new OpenPyramids(4);
  const path = join(folder, 'later.tif');
  assert.equal(await pyramids.with(path, readTile), undefined);
  await pyramidAt('later.tif');
  assert.ok(await pyramids.with(path, readTile), 'it is found once it is there');
  await assert.rejects(
    pyramids.with(path, async (pyramid) => {
      truncateSync(path, 200);
      return readTile(pyramid);
    }),
    TiffBroken,
  );
  assert.equal(existsSync(path), false);
  assert.equal(await pyramids.with(path, readTile), undefined);
  await pyramids.close();
});
