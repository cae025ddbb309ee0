import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { documentLine, testId } from '../../test/support/record-lines.ts';
import { emptyArchive, importLines, ORIGIN, suiteCleanup } from '../../test/support/temp-archive.ts';
import { drawn, waves } from '../../test/support/test-pictures.ts';
import { createHash } from 'node:crypto';

const SIZE = { widthPx: 300, heightPx: 200 };
const PAGE = testId('document', 1);

describe('derived pictures', () => {
  const cleanup = suiteCleanup(after);

  test('those that nothing shows any more are swept, and those that are shown stay', async () => {
    const opened = await emptyArchive(cleanup);
    const { archive, folder } = opened;
    const scan = await drawn(waves, SIZE).jpeg().toBuffer();
    const hex = createHash('sha256').update(scan).digest('hex');
    await mkdir(join(folder, 'scans'));
    await writeFile(join(folder, 'scans', 'a.jpg'), scan);
    const asked = { by: 'test', format: 'auto', isPublishing: false, isDryRun: false } as const;
    for await (const _ of archive.importPaths([join(folder, 'scans')], asked)) continue;
    const image = { digest: `sha256:${hex}`, mediaType: 'image/jpeg', ...SIZE };
    const renditions = [{ kind: 'facsimile', key: 's1', pages: [{ label: '1', image }] }];
    assert.deepEqual(await importLines(opened, [documentLine(PAGE, 'A page', { renditions })], true), []);
    const shelf = join(folder, 'derived', 'images', '1');
    const held = async (): Promise<readonly string[]> =>
      (await readdir(shelf, { recursive: true })).filter((name) => name.endsWith('.tif'));
    const look = async (): Promise<void> => {
      const request = new Request(`${ORIGIN}/iiif/image/${PAGE}-s1-1/full/50,/0/default.jpg`);
      assert.equal((await archive.app.fetch(request)).status, 200);
    };
    const scope = {
      kind: 'regions',
      rendition: 's1',
      page: 1,
      regions: [{ x: 10, y: 10, w: 40, h: 20 }],
    } as const;
    await look();
    await archive.restrict(PAGE, { scope, reason: 'living-person', words: 'A name.' }, { by: 'test' });
    await look();
    await mkdir(join(shelf, '00'), { recursive: true });
    await writeFile(join(shelf, '00', `${'0'.repeat(62)}-1.tif`), 'of a file that nobody has');
    await writeFile(join(shelf, '00', 'README'), 'no picture');
    assert.equal((await held()).length, 3);
    // The scan is a page of the document that its import made, which is no reader's yet.
    assert.equal(await archive.sweepPictures(), 1);
    assert.equal((await held()).length, 2);
    await archive.withdraw(PAGE, 'A mistake.', { by: 'test' });
    assert.equal(await archive.sweepPictures(), 1);
    assert.deepEqual(await held(), [join(hex.slice(0, 2), `${hex.slice(2)}-1.tif`)]);
    assert.equal(await archive.sweepPictures(), 0);
  });
});
