import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { makePdf } from '../../../test/support/make-pdf.ts';
import { openPagePictures } from './page-pictures.ts';

test('pages of a file under a path are pictures: the JPEG itself, or drawn; a turned JPEG is drawn upright', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'unsealed-pages-'));
  const jpeg = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer();
  const path = join(folder, 'three.pdf');
  const page = { size: [300, 200] as [number, number], margin: 0 };
  const bytes = await makePdf((pen) => {
    pen.image(jpeg, 0, 0, { width: 300, height: 200 }).addPage(page).rect(10, 10, 50, 50).fill('#0a0');
    pen.addPage(page).image(jpeg, 0, 0, { width: 300, height: 200 });
    Object.assign(pen.page.dictionary.data, { Rotate: 90 });
  }, page);
  await writeFile(path, bytes);
  const pictures = openPagePictures();
  const pages = await pictures.pages(path);
  assert.deepEqual(pages.ok && pages.value, [
    { widthPx: 300, heightPx: 200 },
    { widthPx: 833, heightPx: 555 },
    { widthPx: 555, heightPx: 833 },
  ]);
  const [first, second, third] = [1, 2, 3].map((at) => pictures.picture(path, at));
  const whole = await first;
  assert.ok(whole?.ok && whole.value.kind === 'encoded' && Buffer.from(whole.value.bytes).equals(jpeg));
  const drawn = await second;
  assert.ok(drawn?.ok && drawn.value.kind === 'pixels' && drawn.value.channels === 3);
  assert.equal(drawn.value.bytes.length, 833 * 555 * 3);
  const turned = await third;
  assert.ok(turned?.ok && turned.value.kind === 'pixels' && turned.value.heightPx === 833);
  await pictures.close();
  await rm(folder, { recursive: true });
});
